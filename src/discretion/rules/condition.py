"""The condition tree: one closed, typed family of nodes, of which every engine is a reading.

A condition is true, false or unknown of a matter; a term is a set of values. There is no node
that asks whether a fact is known, and none that counts, adds or weighs findings.
"""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from enum import Enum
from typing import TypeAlias

from discretion.frozen import dataclass


class Unit(Enum):
    """A unit of duration; the function that adds it states its rounding."""

    HOURS = "hours"
    DAYS = "days"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Fact:
    """The value of a fact of the matter."""

    name: str


@dataclass(frozen=True, slots=True)
class Field:
    """The value of a field of the record that stands under an exists, all or count."""

    name: str


@dataclass(frozen=True, slots=True)
class Constant:
    """A value written in the condition: a word, a number, a day or a moment."""

    value: str | int | date | datetime


@dataclass(frozen=True, slots=True)
class Shift:
    """A day or moment so many units later (earlier when `amount` is negative)."""

    term: "Term"
    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Completed years (`Unit.YEARS`) or calendar days (`Unit.DAYS`) between two days."""

    start: "Term"
    end: "Term"
    unit: Unit


@dataclass(frozen=True, slots=True)
class Holds:
    """A yes-no fact or field is yes."""

    term: Fact | Field


@dataclass(frozen=True, slots=True)
class Compare:
    """Two terms stand in the order or equality named by the operator."""

    left: "Term"
    operator: str
    right: "Term"


@dataclass(frozen=True, slots=True)
class Between:
    """A term lies between two others, both ends included."""

    term: "Term"
    low: "Term"
    high: "Term"


@dataclass(frozen=True, slots=True)
class Within:
    """A word is one of those listed."""

    term: Fact | Field
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StartsWith:
    """A text begins with a prefix."""

    term: Fact | Field
    prefix: str


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Exists:
    """Some record of a list satisfies the condition; None asks for any record at all."""

    items: str
    where: "Condition | None"


@dataclass(frozen=True, slots=True)
class ForAll:
    """Every record of a list satisfies the condition."""

    items: str
    where: "Condition"


@dataclass(frozen=True, slots=True)
class Count:
    """The number of records of a list that satisfy the condition, compared with a number."""

    items: str
    where: "Condition | None"
    operator: str
    number: int


@dataclass(frozen=True, slots=True)
class RuleMet:
    """Another rule of the same pack is met."""

    rule: str


@dataclass(frozen=True, slots=True)
class Judged:
    """An official has settled a judgment as met."""

    judgment: str


@dataclass(frozen=True, slots=True)
class Settled:
    """An official has settled a judgment, either way: what the record holds, so never unknown."""

    judgment: str


Term: TypeAlias = Fact | Field | Constant | Shift | Elapsed
Condition: TypeAlias = (
    Holds
    | Compare
    | Between
    | Within
    | StartsWith
    | And
    | Or
    | Not
    | Exists
    | ForAll
    | Count
    | RuleMet
    | Judged
    | Settled
)


_WITHOUT_PARTS = (Holds, Compare, Within, RuleMet, Judged, Settled, Between, StartsWith)


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """Return the conditions that stand directly inside another."""
    match condition:
        case And() | Or():
            return condition.parts
        case Not():
            return (condition.part,)
        case Exists() | ForAll() | Count():
            return () if condition.where is None else (condition.where,)
        case _:
            return ()


def terms_of(condition: Condition) -> tuple[Term, ...]:
    """Return the terms that stand directly inside a condition."""
    match condition:
        case Holds() | Within() | StartsWith():
            return (condition.term,)
        case Compare():
            return (condition.left, condition.right)
        case Between():
            return (condition.term, condition.low, condition.high)
        case _:
            return ()


def walk(condition: Condition) -> Iterator[Condition]:
    """Yield a condition and all inside it, from the outside in."""
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, _WITHOUT_PARTS):
            waiting.extend(reversed(parts_of(node)))


def leaf_terms(term: Term) -> Iterator[Fact | Field | Constant]:
    """Yield the facts, fields and constants that a term is made of."""
    match term:
        case Shift():
            yield from leaf_terms(term.term)
        case Elapsed():
            yield from leaf_terms(term.start)
            yield from leaf_terms(term.end)
        case _:
            yield term


def facts_in(condition: Condition) -> Iterator[str]:
    """Yield the names of the facts and lists that a condition reads itself, with repeats."""
    for node in walk(condition):
        match node:
            case Holds() | Within() | StartsWith():
                if isinstance(node.term, Fact):
                    yield node.term.name
            case Exists() | ForAll() | Count():
                yield node.items
            case _:
                for term in terms_of(node):
                    yield from (leaf.name for leaf in leaf_terms(term) if isinstance(leaf, Fact))


def rules_in(condition: Condition) -> Iterator[str]:
    """Yield the rules that a condition refers to."""
    return (node.rule for node in walk(condition) if isinstance(node, RuleMet))


def judgments_in(condition: Condition) -> Iterator[str]:
    """Yield the judgments that a condition refers to."""
    return (node.judgment for node in walk(condition) if isinstance(node, Judged | Settled))
