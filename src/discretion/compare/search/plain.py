"""Plain values for a made case: of all that would do, those that a reader takes in at once."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta

import z3

from discretion.compare.search.contest import Contest
from discretion.compare.search.contest import Mentioned
from discretion.dates import plus_months
from discretion.dates import plus_years
from discretion.engines.smt.calendar import number_of
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.chosen import chosen_in
from discretion.engines.smt.choosing.open_matter import Choice
from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.choosing.solving import Found
from discretion.engines.smt.choosing.solving import holds_in
from discretion.engines.smt.pair import Formula
from discretion.facts.dictionary import Kind
from discretion.rules.condition import facts_in

ONE_DAY = timedelta(days=1)
YEARS_BEFORE = (30, 20, 5, 1)
"""How long before the decision a day is put that nothing else points to."""


def say_plainly(contest: Contest, model: z3.ModelRef, wanted: tuple[Formula, ...]) -> Chosen:
    """Return what a model says, in plainer values, and the days that a person knows it by.

    Where a case says something that would otherwise follow from a day, the day is told as well.

    Args:
        contest: the question.
        model: an answer to it.
        wanted: all that has to hold of every answer.

    """
    matter = contest.matter
    fixed = list(wanted)
    fixed.extend(
        formula if holds_in(model, formula) else z3.Not(formula)
        for formula in (
            *matter.said(),
            *(each for pair in matter.judgments.values() for each in pair),
        )
    )
    said = [key for key, choice in matter.choices.items() if holds_in(model, choice.said)]
    for key in said:
        value = next(_allowed(contest, key, fixed), None)
        fixed.extend(() if value is None else (value,))
    for key in _known_by(contest, model):
        opened = [each for each in fixed if not each.eq(z3.Not(matter.choices[key].said))]
        opened.append(matter.choices[key].said)
        value = next(_allowed(contest, key, opened), None)
        if value is not None:
            fixed = [*opened, value]
    _, plain = contest.search.ask(*fixed)
    return chosen_in(model if plain is None else plain, matter)


def _allowed(
    contest: Contest, key: tuple[str, int, str], fixed: list[Formula]
) -> Iterator[Formula]:
    """Yield each plain value of a fact that all else allows, the plainest first."""
    choice = contest.matter.choices[key]
    for number in _candidates(key, choice, contest.matter, contest.setting.mentioned):
        value = choice.value == number
        if contest.search.ask(*fixed, value)[0] is Found.SOME:
            yield value


def _candidates(
    key: tuple[str, int, str], choice: Choice, matter: OpenMatter, mentioned: Mentioned
) -> Iterator[int]:
    items, _, name = key
    if choice.words:
        yield from range(len(choice.words))
        return
    values = mentioned.get(f"{items}.{name}" if items else name, frozenset())
    match choice.fact.kind:
        case Kind.DATE:
            days = sorted(each for each in values if type(each) is date)
            yield from (day.toordinal() for day in _plain_days(days))
            yield from _before(matter.decided_on)
        case Kind.NUMBER:
            numbers = sorted(each for each in values if isinstance(each, int))
            yield from (number + step for step in (0, 1, -1) for number in numbers)
            yield from (1, 0)
        case _:
            moments = sorted(each for each in values if not isinstance(each, str))
            yield from (number_of(each) for each in moments)


def _plain_days(days: list[date]) -> Iterator[date]:
    """Yield days near those that a rule names: of the next month, the day itself, those beside."""
    yield from (plus_months(day, 1).replace(day=1) for day in reversed(days))
    yield from days
    yield from (day + step for day in days for step in (ONE_DAY, -ONE_DAY))
    yield from (plus_months(day, -1).replace(day=1) for day in days)


def _before(decided_on: date | None) -> Iterator[int]:
    """Yield days some years before the decision, none where its day is open."""
    if decided_on is not None:
        yield from (plus_years(decided_on, -years).toordinal() for years in YEARS_BEFORE)


def _known_by(contest: Contest, model: z3.ModelRef) -> Iterator[tuple[str, int, str]]:
    """Yield the days that a case which denies something is known by: those it would follow from.

    Only days that the rules in question compare are told, and only where they are not said.
    """
    derivable = contest.sides[0].library.derivations.derivable
    read = {name for condition in contest.tests for name in facts_in(condition)}
    choices = contest.matter.choices
    for (items, _, name), choice in tuple(choices.items()):
        if items or name not in derivable or not _is_denied(choice, model):
            continue
        source = derivable[name].yes_when
        for day in () if source is None else facts_in(source):
            key = "", 0, day
            is_day = day in read and key in choices and choices[key].fact.kind is Kind.DATE
            if is_day and not holds_in(model, choices[key].said):
                yield key


def _is_denied(choice: Choice, model: z3.ModelRef) -> bool:
    denied = z3.And(choice.said, choice.value == choice.words.index("no"))
    return holds_in(model, denied)
