"""The words of `discretion policy`, and their help."""

import argparse

from discretion.cli.policy_diff.words import add_versions
from discretion.cli.words.kinds import a_day
from discretion.cli.words.kinds import a_number
from discretion.cli.words.kinds import add_json
from discretion.cli.words.kinds import layout


def add_policy(parser: argparse.ArgumentParser) -> None:
    """Describe the words of `discretion policy`."""
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
