"""The words of the command line, and their help."""

import argparse
from collections.abc import Callable

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
        epilog = NOT_A_DECISION if name == "assess" else None
        command = commands.add_parser(
            name, help=_COMMANDS[name], epilog=epilog, allow_abbrev=False, formatter_class=layout
        )
        _words_of(name)(command)
    return parser


def _words_of(command: str) -> Callable[[argparse.ArgumentParser], None]:
    """Return what describes the words of a command; those of the others are not even loaded."""
    match command:
        case "assess":
            from discretion.cli.words.assess import add_assess

            return add_assess
        case "ask":
            from discretion.cli.words.ask import add_ask

            return add_ask
        case "governing":
            from discretion.cli.words.governing import add_governing

            return add_governing
        case "retaliation":
            from discretion.cli.words.matters import add_retaliation

            return add_retaliation
        case "protection":
            from discretion.cli.words.matters import add_protection

            return add_protection
        case "duties":
            from discretion.cli.words.duties import add_duties

            return add_duties
        case "operation":
            from discretion.cli.words.matters import add_operation

            return add_operation
        case "compare" | "prove" | "request" | "caseload":
            return _words_beside(command)
        case _:
            from discretion.cli.words.policy import add_policy

            return add_policy


def _words_beside(command: str) -> Callable[[argparse.ArgumentParser], None]:
    """Return what describes the words of a command that lie beside what runs it."""
    match command:
        case "compare":
            from discretion.cli.compare.words import add_compare

            return add_compare
        case "prove":
            from discretion.cli.prove.words import add_prove

            return add_prove
        case "caseload":
            from discretion.cli.caseload.words import add_caseload

            return add_caseload
        case _:
            from discretion.cli.request.words import add_request

            return add_request


_COMMANDS = {
    "assess": "assess the case of a file",
    "ask": "be asked for the facts of a case, only those that can still matter",
    "governing": "say what governed on a day, or over a period",
    "retaliation": "screen a matter of retaliation",
    "protection": "check a request for protection, or write the one to a labor agency",
    "duties": "say what policies ask for by which day, and what is known of it",
    "operation": "screen an operation, or look up what is known about a worksite",
    "request": "look a request through before it is filed",
    "caseload": "read tables of decisions, run policies over them, report and compare",
    "policy": "list, show or check the policies",
    "compare": "say how two policies differ, with a case of each difference",
    "prove": "prove sentences about a policy, or refute them with a case",
}
"""Each command with its help."""
