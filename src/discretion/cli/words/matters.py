"""The words of the commands for matters that are no case of a person, and their help."""

import argparse

from discretion.cli.operation.words import describe_disputes
from discretion.cli.protection.words import describe_request
from discretion.cli.screening.words import add_screen
from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import layout


def add_retaliation(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion retaliation`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_screen(actions, "screen", "screen what was done to a worker or a tenant", a_day)


def add_protection(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion protection`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_screen(actions, "check", "check what a worker means to file for protection", a_day)
    request = actions.add_parser(
        "request",
        help="write the request to a labor agency about a worksite, which names no worker",
        allow_abbrev=False,
        formatter_class=layout,
    )
    describe_request(request)


def add_operation(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion operation`."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add_screen(actions, "screen", "screen a worksite operation, action by action", a_day)
    disputes = actions.add_parser(
        "disputes",
        help="look an employer or a place up in published files of strikes and union elections",
        allow_abbrev=False,
        formatter_class=layout,
    )
    describe_disputes(disputes, a_day)
