"""The words of `request check` and `request deadlines`, and their help."""

import argparse

from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import add_json
from discretion.cli.words.kinds import layout

STATES = (
    "draft", "attorney_review", "client_consent", "sent", "acknowledged", "follow_up_1",
    "follow_up_2", "no_answer", "denied", "granted", "escalated", "refiled",
)  # fmt: skip
"""The states of a request, here once more so that help loads nothing that runs a command."""


def add_request(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion request`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, helped, describe in ACTIONS:
        describe(actions.add_parser(name, help=helped, allow_abbrev=False, formatter_class=layout))


def _describe_check(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Says what keeps a request from being filed on the file's filing date, else today: what is "
        "missing, stale, uncertified or not to be disclosed. It writes and sends nothing."
    )
    _add_what_is_read(parser)
    add_json(parser)


def _describe_build(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Writes the packet of a request into a folder: letter, index, worksheet, bundle and "
        "transmittal, and apart from them a private memo, a page to read it all through and a "
        "sheet for the person. Nothing is written where a gate stops it. It sends nothing."
    )
    _add_what_is_read(parser)
    parser.add_argument("--out", required=True, metavar="DIR", help="the folder to write")
    parser.add_argument(
        "--caption", metavar="FILE", help="names and numbers for the head and the end of the letter"
    )
    parser.add_argument(
        "--ask",
        action="append",
        default=[],
        metavar="TYPE",
        help="what to ask for, again for what else; the decision of the file if not given",
    )
    parser.add_argument(
        "--confirm",
        action="append",
        default=[],
        metavar="NAME",
        help="a protected fact, list or paper that goes out, with the person's recorded consent",
    )
    parser.add_argument(
        "--template", metavar="FILE", help="a Word file of your own for the letter (.docx)"
    )
    parser.add_argument(
        "--review", action="store_true", help="write only the page to read it through"
    )
    parser.add_argument("--force", action="store_true", help="replace an earlier packet")
    add_json(parser)


def _describe_deadlines(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Lists what is due by which day around a request, each with how it was counted and who "
        "says so, and what is not known. It does not hold every deadline that there is."
    )
    _add_case_and_office(parser)
    parser.set_defaults(exhibits=None)
    parser.add_argument(
        "--sent", type=a_day, metavar="D", help="the day on which the request was sent"
    )
    parser.add_argument(
        "--state",
        choices=STATES,
        metavar="STATE",
        help=f"where the request stands: {', '.join(STATES)}; draft or sent if left out",
    )
    parser.add_argument(
        "--motion",
        type=a_day,
        metavar="D",
        help="the day on which the government served a motion",
    )
    parser.add_argument("--removal", type=a_day, metavar="D", help="the day set for a removal")
    parser.add_argument("--ics", metavar="FILE", help="write a calendar to this new file as well")
    parser.add_argument(
        "--series",
        metavar="WORD",
        help="a word for this request in calendars, that tells nobody whose it is",
    )
    parser.add_argument("--force", action="store_true", help="replace the calendar if it exists")
    add_json(parser)


def _add_what_is_read(parser: argparse.ArgumentParser) -> None:
    _add_case_and_office(parser)
    parser.add_argument("--exhibits", metavar="DIR", help="the folder of the exhibits")


def _add_case_and_office(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", help="the file of a case")
    parser.add_argument(
        "--office", metavar="ID", help="the profile of the office, or a file of your own (my.yaml)"
    )


ACTIONS = (
    ("check", "say what keeps the request of a case from being filed", _describe_check),
    ("build", "make the packet of a case, and a private memo beside it", _describe_build),
    (
        "deadlines",
        "say what is due by which day, and write a calendar file that names nobody",
        _describe_deadlines,
    ),
)
"""What may be asked of a request, with its help and what describes its words."""
