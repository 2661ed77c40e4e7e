"""Which outcomes of a pack can come about at all: over every matter, day and settled judgment.

No fact settles a judgment, so here each judgment gets a fact of its own that says how it stands,
and conditions are read with that fact in its place. Of days, those are tried around which some
condition turns.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from types import MappingProxyType

from discretion.analysis.completion import Completion
from discretion.analysis.diagram import FALSE
from discretion.analysis.diagram import TRUE
from discretion.analysis.groundwork import Groundwork
from discretion.analysis.subjects import index_atoms
from discretion.assess.ruleset import Ruleset
from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.dates import plus_days
from discretion.dates import plus_months
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import one_value
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.condition import And
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import ForAll
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import Settled
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.rules.library import Library
from discretion.rules.rule import OutcomeRow

OPEN, MET, NOT_MET = "open", "met", "not_met"
"""How a judgment can stand: nobody has settled it, or an official has, either way."""
UNSETTLED = Judged("")
"""A judgment that nobody ever settles: it is unknown in every matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """The rows of an outcome table that no matter reaches, and those that every matter meets."""

    never: tuple[OutcomeRow, ...]
    always: tuple[OutcomeRow, ...]


def reach_outcomes(ruleset: Ruleset, library: Library) -> Reached:
    """Return which rows can be the first that is true in no matter, and which hold in all.

    Args:
        ruleset: the pack in one interpretation; its names and kinds are in order.
        library: where the pack is from, with every fact that can be said.

    """
    rows = ruleset.pack.outcomes
    never, always = set(range(len(rows))), set(range(len(rows)))
    reading = _without_judgments(ruleset.reading)
    conditions = [_replaced(row.when, ruleset.reading) for row in rows]
    facts = dict(library.dictionary.facts)
    facts.update((_name(judgment), _standing(judgment)) for judgment in ruleset.reading.judgments)
    constant = ruleset.groundwork.index.constant
    everything = [*conditions, *_all_conditions(reading)]
    groundwork = Groundwork(index=index_atoms(everything, library.derivations.orders, constant))
    needs = groundwork.reach(conditions, reading).needs
    for day in _days(ruleset):
        completion = Completion(
            View(
                dictionary=Dictionary(facts=MappingProxyType(facts)),
                day=day,
                known=MappingProxyType({constant: one_value(day)}),
            ),
            reading,
            groundwork,
        )
        diagrams, earlier = completion.diagrams, FALSE
        for number, condition in enumerate(conditions):
            found = completion.finding(condition, needs)
            met = diagrams.choose(found, TRUE, FALSE)
            if diagrams.both(met, diagrams.opposite(earlier)) != FALSE:
                never.discard(number)
            if met != TRUE:
                always.discard(number)
            earlier = diagrams.either(earlier, met)
    return Reached(
        never=tuple(rows[number] for number in sorted(never)),
        always=tuple(rows[number] for number in sorted(always)),
    )


def _name(judgment: str) -> str:
    return f"judgment {judgment}"


def _standing(judgment: str) -> FactType:
    """Return the fact that says how a judgment stands."""
    words = {OPEN: "open", MET: "settled as met", NOT_MET: "settled as not met"}
    return FactType(
        name=_name(judgment),
        module="",
        kind=Kind.TOKEN,
        question="",
        phrase="",
        words=MappingProxyType(words),
    )


def _without_judgments(reading: Reading) -> Reading:
    return replace(
        reading,
        rules={name: _replaced(condition, reading) for name, condition in reading.rules.items()},
        judgments={UNSETTLED.judgment: None},
    )


def _replaced(condition: Condition, reading: Reading) -> Condition:
    """Return a condition that reads the standing of each judgment as a fact."""
    match condition:
        case Judged(judgment=judgment):
            fact = Fact(_name(judgment))
            rests_on = reading.judgments[judgment]
            asserted = And(()) if rests_on is None else _replaced(rests_on, reading)
            waiting = And((Compare(fact, "==", Constant(OPEN)), asserted, UNSETTLED))
            return Or((Compare(fact, "==", Constant(MET)), waiting))
        case Settled(judgment=judgment):
            return Within(Fact(_name(judgment)), (MET, NOT_MET))
        case And() | Or():
            return replace(
                condition, parts=tuple(_replaced(part, reading) for part in condition.parts)
            )
        case Not():
            return Not(_replaced(condition.part, reading))
        case Exists() | ForAll() | Count():
            if condition.where is None:
                return condition
            return replace(condition, where=_replaced(condition.where, reading))
        case _:
            return condition


def _all_conditions(reading: Reading) -> Iterator[Condition]:
    yield from reading.rules.values()
    for source in reading.derivable.values():
        yield from (part for part in (source.yes_when, source.no_when) if part is not None)


def _days(ruleset: Ruleset) -> tuple[date, ...]:
    """Return the days around which a condition on the day of the decision turns."""
    days = {ruleset.pack.instrument.issued_on}
    reading = ruleset.reading
    conditions = [*_all_conditions(reading), *(row.when for row in ruleset.pack.outcomes)]
    for condition in conditions:
        for node in walk(condition):
            terms = terms_of(node)
            if any(_reads(term, ruleset.groundwork.index.constant) for term in terms):
                days.update(_turns(terms))
    around = (plus_days(day, step) for day in days for step in (-1, 0, 1))
    return tuple(sorted(day for day in around if FIRST_DAY <= day <= LAST_DAY))


def _reads(term: Term, name: str) -> bool:
    return any(isinstance(leaf, Fact) and leaf.name == name for leaf in leaf_terms(term))


def _turns(terms: Iterable[Term]) -> Iterator[date]:
    """Yield each day that terms name, and it moved back by each duration they add."""
    listed = list(terms)
    shifts = [term for term in listed if isinstance(term, Shift) and term.unit is not Unit.HOURS]
    for term in listed:
        for leaf in leaf_terms(term):
            if isinstance(leaf, Constant) and isinstance(leaf.value, date):
                yield leaf.value
                yield from (_moved(leaf.value, shift) for shift in shifts)


def _moved(day: date, shift: Shift) -> date:
    if shift.unit is Unit.DAYS:
        return plus_days(day, -shift.amount)
    months = shift.amount * (12 if shift.unit is Unit.YEARS else 1)
    return plus_months(day, -months)
