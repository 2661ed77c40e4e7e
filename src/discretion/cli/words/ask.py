"""The words of `discretion ask`, and their help."""

import argparse

from discretion.cli.words.kinds import add_json


def add_ask(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion ask`."""
    parser.add_argument(
        "case", metavar="CASE", nargs="?", help="the case file to go on with, or to begin"
    )
    add_json(parser)
