"""The words of the command line, and their help."""

import argparse
from datetime import date

from discretion import day_of
from discretion.cli.operation.words import describe_disputes
from discretion.cli.policy_diff.words import add_versions
from discretion.cli.screen.columns import laid_out_to
from discretion.cli.screening.words import add_screen

NOT_A_DECISION = (
    "Every answer is an assessment for a human decision. Nothing here decides, or recommends an "
    "arrest, detention or removal."
)


def make_parser(first: str = "") -> argparse.ArgumentParser:
    """Return the parser of every command.

    Args:
        first: the first word given; where it names a command, only that one is described, as no
            other can be meant and describing all takes longer than reading a case.

    """
    parser = argparse.ArgumentParser(
        prog="discretion",
        description="Runs written enforcement-discretion policy on the facts of a case, and shows "
        "its reasons, its sources and what is still unknown.",
        epilog=NOT_A_DECISION,
        allow_abbrev=False,
        formatter_class=_layout,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in (first,) if first in _COMMANDS else _COMMANDS:
        told, describe = _COMMANDS[name]
        epilog = NOT_A_DECISION if name == "assess" else None
        command = commands.add_parser(
            name, help=told, epilog=epilog, allow_abbrev=False, formatter_class=_layout
        )
        describe(command)
    return parser


def _layout(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=laid_out_to.get())


def a_day(text: str) -> date:
    """Return the day that an argument names.

    Raises:
        ArgumentTypeError: it names none.

    """
    found = day_of(text)
    if found is None:
        message = f"`{text}` is not a day of the calendar: write it as 2021-09-30"
        raise argparse.ArgumentTypeError(message)
    return found


LONGEST = 3600
"""How many seconds a question may be given at most."""


def a_number(text: str) -> int:
    """Return the number that an argument names, such as that of a review: 1 or more.

    Raises:
        ArgumentTypeError: it names none.

    """
    if not (text.isascii() and text.isdigit() and int(text)):
        message = f"`{text}` is not a number from 1 on: write it as 1"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def a_duration(text: str) -> float:
    """Return the seconds that an argument names, more than none and at most an hour.

    Raises:
        ArgumentTypeError: it names none, or more.

    """
    plain = text.removesuffix(".0")
    try:
        seconds = float(plain) if plain.replace(".", "", 1).isdecimal() else 0.0
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= LONGEST:
        message = f"`{text}` is no number of seconds up to {LONGEST}: write it as 5"
        raise argparse.ArgumentTypeError(message)
    return seconds


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def _add_question(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--place", metavar="P", help="US, a state (US-WA) or a district (S.D. Tex.)"
    )
    parser.add_argument(
        "--component", metavar="C", help="ICE, ICE-ERO, ICE-HSI, ICE-OPLA, CBP, USCIS"
    )
    parser.add_argument(
        "--class",
        dest="classes",
        metavar="K",
        action="append",
        help="a class of person that orders distinguish; may be repeated",
    )
    parser.add_argument(
        "--decision", metavar="TYPE", help="arrest, detainer, notice_to_appear, ..."
    )
    parser.add_argument(
        "--known-on",
        type=a_day,
        metavar="D",
        help="read everything as known on this day",
    )


def _add_assess(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case", metavar="CASE", help="the file of a case")
    parser.add_argument(
        "--on", type=a_day, metavar="D", help="the day of the decision, instead of the file's"
    )
    _add_question(parser)
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
    _add_json(parser)


def _add_governing(parser: argparse.ArgumentParser) -> None:
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
    _add_question(parser)
    _add_json(parser)


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "case", metavar="CASE", nargs="?", help="the case file to go on with, or to begin"
    )
    _add_json(parser)


def _add_duties(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of",
        type=a_day,
        metavar="D",
        help="the day on which the public record is looked at; today if left out",
    )
    _add_json(parser)


def _add_policy(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def add(name: str, told: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=told, allow_abbrev=False, formatter_class=_layout)

    _add_json(add("list", "list every policy with its status today"))
    show = add("show", "show a policy: its rules in plain English, its history")
    show.add_argument("id", metavar="ID", help="the policy, as `policy list` names it")
    _add_json(show)
    check = add("check", "check a pack folder, or every bundled one")
    check.add_argument("path", metavar="PATH", nargs="?", help="a pack's folder")
    _add_json(check)
    diff = add("diff", "say what changed between two versions of a pack")
    add_versions(diff)
    _add_json(diff)
    source = add(
        "verify-source",
        "find a policy's phrases in an official PDF, and record what a person found",
    )
    source.description = (
        "Finds each phrase that a policy quotes in an official PDF that you have, and lists the "
        "paraphrases for a person to compare with it. A match of phrases verifies nothing by "
        "itself: record what a named person found with --review."
    )
    _add_verify_source(source)


def _add_verify_source(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pdf", metavar="FILE", help="the official text, as a PDF")
    parser.add_argument(
        "--policy", metavar="ID", help="the policy that it is; never guessed from the file's name"
    )
    parser.add_argument(
        "--reviews", metavar="FILE", help="your file of reviews: shown, and added to by --review"
    )
    review = parser.add_argument_group(
        "recording one review", "add to the file of --reviews what a named person found"
    )
    review.add_argument(
        "--review", metavar="PROVISION", help="the provision, as the answer names it (II.B)"
    )
    review.add_argument("--by", metavar="NAME", help="who compared it with the PDF")
    review.add_argument("--role", metavar="ROLE", help="what that person is: attorney, scholar, ..")
    review.add_argument("--verdict", metavar="V", help="agrees or differs")
    review.add_argument("--on", type=a_day, metavar="D", help="the day on which it was compared")
    review.add_argument("--note", metavar="TEXT", help="what differs, or what else is to be known")
    review.add_argument(
        "--corrects", type=a_number, metavar="N", help="the earlier review whose place it takes"
    )
    _add_json(parser)


def _add_retaliation(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_screen(actions, "screen", "screen what was done to a worker or a tenant", a_day)


def _add_compare(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "a",
        metavar="A",
        nargs="?",
        help="a policy, as `policy list` names it: ID, ID@READING or ID+ASSUMPTIONS",
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
    _add_question(parser)
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
    parser.add_argument(
        "--write", metavar="DIR", help="write each case as a case file into this new folder"
    )
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
    _add_json(parser)


def _add_operation(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_screen(actions, "screen", "screen a worksite operation, action by action", a_day)
    disputes = actions.add_parser(
        "disputes",
        help="look an employer or a place up in published files of strikes and union elections",
        allow_abbrev=False,
        formatter_class=_layout,
    )
    describe_disputes(disputes, a_day)


_COMMANDS = {
    "assess": ("assess the case of a file", _add_assess),
    "ask": ("be asked for the facts of a case, only those that can still matter", _add_ask),
    "governing": ("say what governed on a day, or over a period", _add_governing),
    "retaliation": ("screen a matter of retaliation", _add_retaliation),
    "duties": ("say what policies ask for by which day, and what is known of it", _add_duties),
    "operation": ("screen an operation, or look up what is known about a worksite", _add_operation),
    "policy": ("list, show or check the policies", _add_policy),
    "compare": ("say how two policies differ, with a case of each difference", _add_compare),
}
"""Each command with its help and what describes its words."""
