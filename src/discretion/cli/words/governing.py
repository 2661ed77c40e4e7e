"""The words of `discretion governing`, and their help."""

import argparse

from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import add_json
from discretion.cli.words.kinds import add_question


def add_governing(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion governing`."""
    day = parser.add_mutually_exclusive_group(required=True)
    day.add_argument("--on", type=a_day, metavar="D", help="the day asked about")
    day.add_argument(
        "--from", dest="first", type=a_day, metavar="D", help="the first day of a period"
    )
    parser.add_argument(
        "--to",
        dest="last",
        type=a_day,
        metavar="D",
        help="the last day of the period; today if left out",
    )
    parser.add_argument(
        "--svg", metavar="FILE", help="draw the period as well, as a picture in this new file"
    )
    parser.add_argument(
        "--force", action="store_true", help="replace the picture if the file exists"
    )
    parser.add_argument(
        "--all",
        dest="everything",
        action="store_true",
        help="tell of everything that did not govern why, with its authority",
    )
    add_question(parser)
    add_json(parser)
