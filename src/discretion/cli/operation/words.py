"""The words of `operation disputes`, and their help."""

import argparse
from collections.abc import Callable
from datetime import date


def describe_disputes(parser: argparse.ArgumentParser, a_day: Callable[[str], date]) -> None:
    """Describe the words of a look-up.

    Args:
        parser: the action.
        a_day: reads a day.

    """
    parser.description = (
        "Lists rows of published files that a person should look at. A row is no finding, and a "
        "look-up without any is no inquiry. Without EMPLOYER, give --place and --on."
    )
    parser.add_argument("employer", metavar="EMPLOYER", nargs="?", help="the employer's name")
    parser.add_argument(
        "--place", metavar="P", help='US-WA, "S.D. Tex." or "Springfield, IL": rows there alone'
    )
    parser.add_argument(
        "--on", type=a_day, metavar="D", help="say how the days of each row lie to this day"
    )
    parser.add_argument(
        "--file",
        dest="files",
        action="append",
        required=True,
        metavar="FILE",
        help="a published file as CSV, or a folder of them; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")
