"""Kinds of words that commands share: days, numbers, and a question of law."""

import argparse
from datetime import date

from discretion import day_of
from discretion.cli.screen.columns import laid_out_to


def layout(prog: str) -> argparse.HelpFormatter:
    """Return how help is laid out: to the columns of a line."""
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


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let a command be answered as JSON."""
    parser.add_argument("--json", action="store_true", help="print the answer as JSON")


def add_question(parser: argparse.ArgumentParser) -> None:
    """Let a command say which question of law it puts."""
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
