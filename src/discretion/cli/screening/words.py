"""The words of the commands that screen a matter, and their help."""

import argparse
from collections.abc import Callable
from datetime import date

from discretion.cli.screen.columns import laid_out_to

Day = Callable[[str], date]


def _layout(prog: str) -> argparse.HelpFormatter:
    return argparse.HelpFormatter(prog, width=laid_out_to.get())


def add_screen(
    actions: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, told: str, a_day: Day
) -> None:
    """Describe the action of a command that screens a matter.

    Args:
        actions: those of the command.
        name: the action.
        told: what it does.
        a_day: reads a day.

    """
    action = actions.add_parser(name, help=told, allow_abbrev=False, formatter_class=_layout)
    action.add_argument("file", metavar="FILE", help="the file of the matter")
    action.add_argument(
        "--mode",
        default="as_of_actual",
        metavar="M",
        help="as_of_actual (the rules of the matter's own day) or counterfactual (the rules of "
        "another day applied to it, and marked as such)",
    )
    action.add_argument(
        "--rules-on",
        type=a_day,
        metavar="D",
        help="the day whose rules a counterfactual applies; today if left out",
    )
    action.add_argument(
        "--known-on", type=a_day, metavar="D", help="read the facts as known on this day"
    )
    action.add_argument(
        "--assume",
        action="append",
        default=[],
        metavar="ID",
        help="close open terms as this assumption set says; may be repeated",
    )
    action.add_argument("--json", action="store_true", help="print the answer as JSON")
