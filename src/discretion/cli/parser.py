"""The words of the command line, and their help."""

import argparse

from discretion.cli.compare.words import add_compare
from discretion.cli.operation.words import describe_disputes
from discretion.cli.policy_diff.words import add_versions
from discretion.cli.protection.words import describe_request
from discretion.cli.prove.words import add_prove
from discretion.cli.screening.words import add_screen
from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import a_number
from discretion.cli.words.kinds import add_json
from discretion.cli.words.kinds import add_question
from discretion.cli.words.kinds import layout

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
        formatter_class=layout,
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in (first,) if first in _COMMANDS else _COMMANDS:
        told, describe = _COMMANDS[name]
        epilog = NOT_A_DECISION if name == "assess" else None
        command = commands.add_parser(
            name, help=told, epilog=epilog, allow_abbrev=False, formatter_class=layout
        )
        describe(command)
    return parser


def _add_assess(parser: argparse.ArgumentParser) -> None:
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
    add_json(parser)


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
    add_question(parser)
    add_json(parser)


def _add_ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "case", metavar="CASE", nargs="?", help="the case file to go on with, or to begin"
    )
    add_json(parser)


def _add_duties(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--as-of",
        type=a_day,
        metavar="D",
        help="the day on which the public record is looked at; today if left out",
    )
    add_json(parser)


def _add_policy(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")

    def add(name: str, told: str) -> argparse.ArgumentParser:
        return actions.add_parser(name, help=told, allow_abbrev=False, formatter_class=layout)

    add_json(add("list", "list every policy with its status today"))
    show = add("show", "show a policy: its rules in plain English, its history")
    show.add_argument("id", metavar="ID", help="the policy, as `policy list` names it")
    add_json(show)
    check = add("check", "check a pack folder, or every bundled one")
    check.add_argument("path", metavar="PATH", nargs="?", help="a pack's folder")
    add_json(check)
    diff = add("diff", "say what changed between two versions of a pack")
    add_versions(diff)
    add_json(diff)
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
    add_json(parser)


def _add_retaliation(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_screen(actions, "screen", "screen what was done to a worker or a tenant", a_day)


def _add_protection(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_screen(actions, "check", "check what a worker means to file for protection", a_day)
    request = actions.add_parser(
        "request",
        help="write the request to a labor agency about a worksite, which names no worker",
        allow_abbrev=False,
        formatter_class=layout,
    )
    describe_request(request)


def _add_operation(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_screen(actions, "screen", "screen a worksite operation, action by action", a_day)
    disputes = actions.add_parser(
        "disputes",
        help="look an employer or a place up in published files of strikes and union elections",
        allow_abbrev=False,
        formatter_class=layout,
    )
    describe_disputes(disputes, a_day)


_COMMANDS = {
    "assess": ("assess the case of a file", _add_assess),
    "ask": ("be asked for the facts of a case, only those that can still matter", _add_ask),
    "governing": ("say what governed on a day, or over a period", _add_governing),
    "retaliation": ("screen a matter of retaliation", _add_retaliation),
    "protection": (
        "check a request for protection, or write the one to a labor agency",
        _add_protection,
    ),
    "duties": ("say what policies ask for by which day, and what is known of it", _add_duties),
    "operation": ("screen an operation, or look up what is known about a worksite", _add_operation),
    "policy": ("list, show or check the policies", _add_policy),
    "compare": ("say how two policies differ, with a case of each difference", add_compare),
    "prove": ("prove sentences about a policy, or refute them with a case", add_prove),
}
"""Each command with its help and what describes its words."""
