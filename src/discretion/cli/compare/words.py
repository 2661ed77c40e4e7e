"""The words of `discretion compare`."""

import argparse

from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import a_duration
from discretion.cli.words.kinds import a_number
from discretion.cli.words.kinds import add_json
from discretion.cli.words.kinds import add_question


def add_compare(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion compare`."""
    _add_policies(parser)
    add_question(parser)
    _add_limits(parser)
    _add_extras(parser)
    add_json(parser)


def _add_policies(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "a",
        metavar="A",
        nargs="?",
        help="a policy, as `policy list` names it, or a pack's folder: ID, ID@READING or "
        "ID+ASSUMPTIONS",
    )
    parser.add_argument("b", metavar="B", nargs="?", help="the policy to set against it, likewise")
    parser.add_argument(
        "--on",
        type=a_day,
        metavar="D",
        action="append",
        default=[],
        help="the day of the decision in each case; given twice, with no policy named, what "
        "governed on the one day is set against what governed on the other",
    )


def _add_limits(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--seconds",
        type=a_duration,
        default=5.0,
        metavar="N",
        help="how long one question may take before it is told as not settled; 5 if left out",
    )
    parser.add_argument(
        "--ways",
        type=a_number,
        default=6,
        metavar="N",
        help="how many ways to differ are shown of one subject in one direction; 6 if left out",
    )


def _add_extras(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--write", metavar="DIR", help="write each case as a case file into this new folder"
    )
    parser.add_argument(
        "--page",
        metavar="FILE",
        help="write the comparison as an HTML page, with both texts side by side, into this new "
        "file",
    )
    parser.add_argument("--force", action="store_true", help="replace the page if the file exists")
    parser.add_argument(
        "--table",
        metavar="FILE",
        help="count the rows of this table that each difference touches, unknown apart",
    )
    parser.add_argument(
        "--mapping",
        metavar="FILE",
        help="how the table is read, where none of the mappings that come along fits",
    )
