"""The words of `discretion prove`."""

import argparse

from discretion.cli.words.kinds import a_duration
from discretion.cli.words.kinds import add_json

SENTENCE_SECONDS = 60.0
"""How many seconds a sentence about a policy is given."""


def add_prove(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion prove`."""
    parser.add_argument(
        "id", metavar="ID", help="the policy, as `policy list` names it, or a pack's folder"
    )
    parser.add_argument(
        "--seconds",
        type=a_duration,
        default=SENTENCE_SECONDS,
        metavar="N",
        help=f"how long one sentence may take; {SENTENCE_SECONDS:g} if left out",
    )
    add_json(parser)
