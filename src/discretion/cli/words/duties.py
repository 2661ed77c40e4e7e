"""The words of `discretion duties`, and their help."""

import argparse

from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import add_json


def add_duties(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion duties`."""
    parser.add_argument(
        "--as-of",
        type=a_day,
        metavar="D",
        help="the day on which the public record is looked at; today if left out",
    )
    add_json(parser)
