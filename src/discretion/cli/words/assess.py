"""The words of `discretion assess`, and their help."""

import argparse

from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import add_json
from discretion.cli.words.kinds import add_question


def add_assess(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion assess`."""
    parser.add_argument("case", metavar="CASE", help="the file of a case")
    parser.add_argument(
        "--on", type=a_day, metavar="D", help="the day of the decision, instead of the file's"
    )
    add_question(parser)
    parser.add_argument(
        "--mode",
        default="review",
        metavar="M",
        help="audit (what the decider had), request or review (everything up to filing)",
    )
    parser.add_argument(
        "--policy",
        action="append",
        default=[],
        metavar="ID",
        help="assess under this instrument, whether or not it governed; repeated, the case stands "
        "side by side under each",
    )
    parser.add_argument(
        "--assume",
        action="append",
        default=[],
        metavar="ID",
        help="close open terms as this assumption set says; may be repeated",
    )
    parser.add_argument(
        "--as", dest="party", default="", metavar="WHO", help="agency or client: whose account"
    )
    parser.add_argument(
        "--audience",
        default="internal",
        metavar="A",
        help="internal (work product, do not file) or outward",
    )
    _add_memo(parser)
    add_json(parser)


def _add_memo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--memo", metavar="FILE", help="write a memo for a reviewer too (.docx or .pdf)"
    )
    parser.add_argument("--force", action="store_true", help="replace the memo if the file exists")
