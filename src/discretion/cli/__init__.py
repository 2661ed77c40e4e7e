"""The command line: reads words, asks the public surface, prints text or JSON.

It knows no policy and computes no finding. Exit codes: 0 done, 1 a stop or a failed check, 2
usage, 3 data, 4 pack.

    >>> from discretion.cli.parser import make_parser
    >>> make_parser().parse_args(["governing", "--on", "2021-12-15"]).on.isoformat()
    '2021-12-15'
"""

from discretion.cli.main import main

__all__ = ["main"]
