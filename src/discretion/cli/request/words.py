"""The words of `request check`, and their help."""

import argparse

from discretion.cli.words.kinds import add_json
from discretion.cli.words.kinds import layout


def add_request(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion request`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    check = actions.add_parser(
        "check",
        help="say what keeps the request of a case from being filed",
        allow_abbrev=False,
        formatter_class=layout,
    )
    _describe_check(check)


def _describe_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Says what keeps a request from being filed on the file's filing date, else today: what is "
        "missing, stale, uncertified or not to be disclosed. It writes and sends nothing."
    )
    parser.add_argument("case", metavar="CASE", help="the file of a case")
    parser.add_argument(
        "--office", metavar="ID", help="the profile of the office, or a file of your own (my.yaml)"
    )
    parser.add_argument(
        "--exhibits", metavar="DIR", help="the folder of the exhibits, to look at their files"
    )
    add_json(parser)
