"""`discretion governing`: which instruments governed a decision on a day, or over a period."""

from argparse import Namespace
from datetime import date

from discretion import Assessor
from discretion import Question
from discretion import ReversedPeriodError
from discretion import __version__
from discretion import answer_governing
from discretion import answer_period
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.question import classes_of
from discretion.cli.question import component_of
from discretion.cli.question import decision_of
from discretion.cli.question import place_of
from discretion.cli.text.governed import show_governing
from discretion.cli.text.period import show_period
from discretion.frozen import replace


def run_governing(words: Namespace, today: date) -> Outcome:
    """Return what governed.

    Raises:
        PacksRefusedError: a bundled pack has problems that forbid an answer.
        DiscretionError: a word of the command is not known, or a period ends before it begins.

    """
    library = read_sound_library()
    question = Question(
        on=words.on or words.first,
        known_on=words.known_on or today,
        component=component_of(words, library),
        decision=decision_of(words, library),
        classes=classes_of(words, library),
        place=place_of(words),
    )
    assessor = Assessor(library)
    now = assessor.governing(replace(question, on=today, known_on=today))
    if words.first is not None:
        last = words.last or today
        if last < words.first:
            raise ReversedPeriodError(words.first, last)
        stretches = assessor.governing_period(question, last)
        return Outcome(
            answer=answer_period(question, last, stretches, now, today, __version__),
            write=lambda: show_period(question, last, stretches, now, today, library),
        )
    lines = assessor.governing(question)
    return Outcome(
        answer=answer_governing(question, lines, now, today, __version__),
        write=lambda: show_governing(question, lines, now, today, library),
    )
