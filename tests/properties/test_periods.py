"""What holds of every period: its table says of each day what is said of that day alone."""

from datetime import date
from datetime import timedelta
from functools import cache
from random import Random

import pytest

from discretion import Assessor
from discretion import GoverningLine
from discretion import Library
from discretion import Question
from discretion import Timeline
from discretion import read_library
from discretion import read_place
from discretion import replace
from discretion import timeline_of

SEEDS = range(25)
FIRST, DAYS = date(2014, 6, 1), 4600
"""Days from before the first instrument until after the last event."""


@cache
def library() -> Library:
    return read_library()


def asked(random: Random) -> tuple[Question, date]:
    """Return a question at random, with the last day of its period."""
    vocabulary = library().words.vocabulary
    first, last = sorted(FIRST + timedelta(days=random.randrange(DAYS)) for _ in range(2))
    classes = random.choice((None, frozenset[str](), frozenset([min(vocabulary.classes)])))
    question = Question(
        on=first,
        known_on=FIRST + timedelta(days=random.randrange(DAYS)),
        component=random.choice(("", *vocabulary.components)),
        decision=random.choice(("", *vocabulary.decisions)),
        classes=classes,
        place=random.choice((None, read_place("US-WA"))),
    )
    return question, last


def timeline(question: Question, last: date) -> Timeline:
    stretches = Assessor(library()).governing_period(question, last)
    instruments, vocabulary = library().instruments.values(), library().words.vocabulary
    return timeline_of(instruments, question, last, stretches, vocabulary)


def told_of(table: Timeline, day: date) -> set[GoverningLine]:
    """Return what a table says of one day, a line for each component."""
    return {
        replace(row.line, component=component)
        for course, row in table.rows
        if row.first <= day <= row.last
        for component in course.components
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_a_period_says_of_each_day_what_is_said_of_that_day_alone(seed: int) -> None:
    """The table of a period says of each of its days what is said of that day alone."""
    random = Random(seed)
    question, last = asked(random)
    table, assessor = timeline(question, last), Assessor(library())
    edges = {day for _, row in table.rows for day in (row.first, row.last)}
    others = {question.on + timedelta(days=random.randrange((last - question.on).days + 1))}

    for day in edges | others | {question.on, last}:
        assert set(assessor.governing(replace(question, on=day))) == told_of(table, day)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_two_rows_of_a_table_say_the_same_one_after_the_other(seed: int) -> None:
    """No two rows of a table follow each other and say the same."""
    table = timeline(*asked(Random(seed)))
    begun = {(course.part, course.components, row.line, row.first) for course, row in table.rows}

    for course, row in table.rows:
        if row.last < table.last:
            following = row.last + timedelta(days=1)
            assert (course.part, course.components, row.line, following) not in begun


@pytest.mark.parametrize("seed", SEEDS)
def test_the_rows_of_a_table_count_from_one_and_lie_within_its_period(seed: int) -> None:
    """The rows of a table count from 1 and lie within its period."""
    table = timeline(*asked(Random(seed)))
    rows = [row for _, row in table.rows]

    assert list(range(1, len(rows) + 1)) == [row.number for row in rows]
    assert all(table.first <= row.first <= row.last <= table.last for row in rows)
