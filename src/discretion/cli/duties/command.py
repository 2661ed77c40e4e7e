"""Running `discretion duties`: the day it is asked of, the rows, and what governed then."""

from argparse import Namespace
from datetime import date

from discretion import Assessor
from discretion import DutiesOn
from discretion import Question
from discretion import __version__
from discretion import answer_duties
from discretion.cli.duties.text import show_duties
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.question import UnfitWordsError
from discretion.records import list_duties


def run_duties(words: Namespace, today: date) -> Outcome:
    """Return what policies ask for by which day, and what the public record shows of it.

    Raises:
        PacksRefusedError: a bundled pack has problems that forbid an answer.
        UnfitWordsError: the day lies ahead.

    """
    as_of = words.as_of or today
    if as_of > today:
        why = f"names {as_of}, and nobody knows today, {today}, what the public record will show"
        raise UnfitWordsError(
            option="--as-of", why=why, remedy="give a day up to today, or leave it out for today"
        )
    library = read_sound_library()
    assessor = Assessor(library)
    duties = DutiesOn(
        as_of=as_of,
        today=today,
        rows=list_duties(library.packs.values(), as_of),
        lines=assessor.governing(Question(on=as_of, known_on=as_of)),
        now=assessor.governing(Question(on=today, known_on=today)),
    )
    return Outcome(
        answer=answer_duties(duties, library, __version__),
        write=lambda: show_duties(duties, library),
    )
