"""What one instrument waits for or asks for, and another does not: missing facts and duties."""

from collections.abc import Iterator
from collections.abc import Sequence

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import DutyState
from discretion.assess.assessment import MissingRow
from discretion.assess.sides.topics import NOT_STATED
from discretion.assess.sides.topics import is_paired
from discretion.assess.sides.topics import rules_of
from discretion.frozen import dataclass
from discretion.rules.rule import TOPICS
from discretion.rules.rule import Rule

OUTCOME, FINDING, JUDGMENT, NOTHING = "outcome", "finding", "judgment", ""
"""What a missing fact could change, or only inform, under one instrument."""
_DUTY_STATES = ("owed", "owed_unless_shown", "unknown", "discharged", "not_owed")
"""The states of a duty, so that of several on one topic the first that occurs is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingBeside:
    """A missing fact, and under each instrument what it could change, empty where nothing."""

    fact: str
    question: str
    bears_on: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DutiesBeside:
    """Duties that answer to each other, with their state under each instrument.

    `topic` is `none` for a duty to which none answers. A state is empty where the instrument has
    no such duty, and `not_stated` where nothing of it may be told.
    """

    topic: str
    states: tuple[str, ...]
    duties: tuple[tuple[DutyState, ...], ...]


def missing_beside(assessments: Sequence[Assessment]) -> tuple[MissingBeside, ...]:
    """Return every fact that is missing under any instrument, whatever their order.

    Those that could change an outcome come first, then those for findings, then those for
    judgments alone; among them each stands as early as any instrument asks for it.
    """
    rows: dict[str, list[str]] = {}
    questions: dict[str, str] = {}
    places: dict[str, list[int]] = {}
    for number, each in enumerate(assessments):
        for place, row in enumerate(each.missing):
            rows.setdefault(row.fact, [NOTHING] * len(assessments))[number] = _bears_on(row)
            questions[row.fact] = row.question
            places.setdefault(row.fact, []).append(place)
    facts = sorted(rows, key=lambda fact: (_first(rows[fact]), min(places[fact]), fact))
    return tuple(
        MissingBeside(fact=fact, question=questions[fact], bears_on=tuple(rows[fact]))
        for fact in facts
    )


def _first(bears_on: Sequence[str]) -> int:
    """Return where the most that a fact could change stands among what facts can change."""
    return min((OUTCOME, FINDING, JUDGMENT).index(each) for each in bears_on if each)


def _bears_on(row: MissingRow) -> str:
    if row.could_change_outcome:
        return OUTCOME
    return FINDING if row.could_change else JUDGMENT


def duties_beside(assessments: Sequence[Assessment], decision: str) -> tuple[DutiesBeside, ...]:
    """Return the duties of every instrument by topic, those of one topic together.

    Args:
        assessments: one of each instrument.
        decision: the decision type, empty where it was not said.

    """
    groups: dict[tuple[int, str], list[list[DutyState]]] = {}
    for number, each in enumerate(assessments):
        for rule, duty in _duties(each):
            group = groups.setdefault(_group(rule, each), [[] for _ in assessments])
            group[number].append(duty)
    held = [
        frozenset(_group(rule, each) for rule in rules_of(each, decision) if rule.kind == "duty")
        for each in assessments
    ]
    return tuple(
        DutiesBeside(
            topic=TOPICS[group[0]],
            states=tuple(
                _state(duties, has_duty=group in groups_held)
                for duties, groups_held in zip(groups[group], held, strict=True)
            ),
            duties=tuple(tuple(duties) for duties in groups[group]),
        )
        for group in sorted(groups)
    )


def _group(rule: Rule, each: Assessment) -> tuple[int, str]:
    """Return what duties that answer to each other share; one that is never paired stands alone."""
    name = "" if is_paired(rule) else f"{each.instrument} {rule.id}"
    return TOPICS.index(rule.topic), name


def _duties(each: Assessment) -> Iterator[tuple[Rule, DutyState]]:
    rules = {finding.rule.id: finding.rule for finding in each.findings}
    yield from ((rules[duty.rule], duty) for duty in each.duties)


def _state(duties: Sequence[DutyState], *, has_duty: bool) -> str:
    """Return the state that several duties of one topic come to, empty where there is none."""
    states = {duty.state for duty in duties}
    absent = NOT_STATED if has_duty else ""
    return next((state for state in _DUTY_STATES if state in states), absent)
