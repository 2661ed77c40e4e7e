"""`discretion governing`: which instruments governed a decision on a day, or over a period."""

from argparse import Namespace
from datetime import date

from discretion import Assessor
from discretion import GoverningLine
from discretion import Question
from discretion import ReversedPeriodError
from discretion import __version__
from discretion import answer_governing
from discretion import answer_period
from discretion import timeline_of
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.question import UnfitWordsError
from discretion.cli.question import read_asked
from discretion.cli.text.governed import show_governing
from discretion.cli.text.period import show_period
from discretion.frozen import replace

PERIOD = "give `--from` and `--to` in its place, the same day twice for a single one"


def run_governing(words: Namespace, today: date) -> Outcome:
    """Return what governed, and draw it where a picture was asked for.

    Raises:
        PacksRefusedError: a bundled pack has problems that forbid an answer.
        DiscretionError: a word of the command is not known or does not fit another, a period ends
            before it begins, or a picture cannot be drawn or written.

    """
    _check_fit(words, today)
    library = read_sound_library()
    asked = read_asked(words, library)
    question = Question(
        on=words.on or words.first,
        known_on=words.known_on or today,
        component=asked.component,
        decision=asked.decision,
        classes=asked.classes,
        place=asked.place,
    )
    assessor = Assessor(library)
    now = assessor.governing(replace(question, on=today, known_on=today))
    if words.first is not None:
        return _period(words, question, assessor, now, today)
    lines = assessor.governing(question)
    return Outcome(
        answer=answer_governing(question, lines, now, today, __version__),
        write=lambda: show_governing(
            question, lines, now, today, library, everything=words.everything
        ),
    )


def _period(
    words: Namespace,
    question: Question,
    assessor: Assessor,
    now: tuple[GoverningLine, ...],
    today: date,
) -> Outcome:
    library, last = assessor.library, words.last or today
    stretches = assessor.governing_period(question, last)
    timeline = timeline_of(
        library.instruments.values(), question, last, stretches, library.words.vocabulary
    )
    if words.svg is not None:
        from discretion.cli.files.picture import write_picture

        write_picture(words.svg, timeline, force=words.force)
    return Outcome(
        answer=answer_period(question, last, stretches, now, today, __version__),
        write=lambda: show_period(
            timeline, now, today, library, words.svg or "", everything=words.everything
        ),
    )


def _check_fit(words: Namespace, today: date) -> None:
    """Refuse words that make no sense together.

    Raises:
        UnfitWordsError: a word needs another one, or excludes one that was given.
        ReversedPeriodError: the period ends before it begins.

    """
    if words.on is not None and words.last is not None:
        why = "ends a period, and `--on` names one day"
        raise UnfitWordsError(option="--to", why=why, remedy=PERIOD)
    if words.on is not None and words.svg is not None:
        why = "draws a period, and `--on` names one day"
        raise UnfitWordsError(option="--svg", why=why, remedy=PERIOD)
    if words.force and words.svg is None:
        remedy = "name the picture with `--svg`"
        raise UnfitWordsError(option="--force", why="replaces a picture", remedy=remedy)
    if words.first is None:
        return
    if words.last is None and words.first > today:
        why = f"begins a period that would end today, {today}, before it begins"
        raise UnfitWordsError(option="--from", why=why, remedy="give its last day with `--to`")
    if words.last is not None and words.last < words.first:
        raise ReversedPeriodError(words.first, words.last)
