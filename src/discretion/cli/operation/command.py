"""`discretion operation`: known disputes of an employer or a place."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from discretion import FilesRefusedError
from discretion import __version__
from discretion import answer_known_disputes
from discretion import has_errors
from discretion.cli.operation.disputes import show_disputes
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.question import UnfitWordsError
from discretion.worksite import DisputesAsked
from discretion.worksite import look_up_disputes
from discretion.worksite import read_guide
from discretion.worksite import read_name
from discretion.worksite import read_place_asked
from discretion.worksite import read_tables

BOTH = "give `--place` and `--on`, or the name of an employer"


def run_operation(words: Namespace, today: date) -> Outcome:
    """Return the known disputes of an employer, or of a place on a day.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: a file cannot be read, or its layout is not known.
        DiscretionError: the name tells no employer apart, nobody knows the place, or the day has
            not come yet.

    """
    guide = read_guide()
    if has_errors(guide.problems):
        raise PacksRefusedError(guide.problems)
    asked = DisputesAsked(
        name=None if words.employer is None else read_name(words.employer, guide.names),
        place=None if words.place is None else read_place_asked(words.place),
        on=words.on,
    )
    _check_fit(asked, today)
    tables, problems = read_tables(map(Path, words.files), guide.layouts)
    if has_errors(problems):
        raise FilesRefusedError(problems)
    known = look_up_disputes(asked, tables, guide)
    return Outcome(
        answer=answer_known_disputes(known, problems, __version__),
        write=lambda: show_disputes(known),
        problems=problems,
    )


def _check_fit(asked: DisputesAsked, today: date) -> None:
    """Refuse what cannot be looked up.

    Raises:
        UnfitWordsError: there is no employer, and a place or a day is missing too; or the day has
            not come yet.

    """
    if asked.name is None and asked.place is None:
        raise UnfitWordsError(option="--place", why="is missing, and so is EMPLOYER", remedy=BOTH)
    if asked.name is None and asked.on is None:
        raise UnfitWordsError(option="--on", why="is missing, and so is EMPLOYER", remedy=BOTH)
    if asked.on is not None and asked.on > today:
        why = f"names a day that has not come: today is {today}"
        raise UnfitWordsError(option="--on", why=why, remedy="no published file reaches it")
