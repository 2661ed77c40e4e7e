"""What a solver chose to say, as plain values."""

from collections.abc import Mapping as Table
from datetime import date
from datetime import datetime
from types import MappingProxyType
from typing import TypeAlias

import z3

from discretion.engines.smt.calendar import EPOCH
from discretion.engines.smt.calendar import TICK
from discretion.engines.smt.choosing.open_matter import Choice
from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.choosing.solving import holds_in
from discretion.engines.smt.pair import Formula
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass

Value: TypeAlias = str | int | date | datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What is said of a matter, and nothing else.

    `records` holds the records of each list that has any or is said to be whole, `complete` the
    lists that are said to be whole; `judgments` tells of those that were settled whether they are
    met. The part of a matter that is in question is no record here: its kind is one of the facts.
    """

    day: date
    facts: Table[str, Value]
    records: Table[str, tuple[Table[str, Value], ...]]
    complete: frozenset[str]
    judgments: Table[str, bool]


def chosen_in(model: z3.ModelRef, matter: OpenMatter) -> Chosen:
    """Return what a solver chose to say."""

    def is_so(formula: Formula) -> bool:
        return holds_in(model, formula)

    facts: dict[str, Value] = {}
    fields: dict[tuple[str, int], dict[str, Value]] = {}
    for key, present in matter.present.items():
        if is_so(present):
            fields[key] = {}
    for (items, number, name), choice in matter.choices.items():
        if is_so(choice.said):
            into = fields[items, number] if items else facts
            into[name] = spoken(choice, model)
    complete = frozenset(items for items, closed in matter.closed.items() if is_so(closed))
    told = sorted(complete - {matter.type.items})
    records: dict[str, tuple[Table[str, Value], ...]] = dict.fromkeys(told, ())
    for items, number in sorted(fields):
        records[items] = (*records.get(items, ()), MappingProxyType(fields[items, number]))
    settled = {name: pair for name, pair in matter.judgments.items() if any(map(is_so, pair))}
    return Chosen(
        day=date.fromordinal(model.eval(matter.day, model_completion=True).as_long()),
        facts=MappingProxyType(facts),
        records=MappingProxyType(records),
        complete=complete,
        judgments=MappingProxyType({name: is_so(pair.is_true) for name, pair in settled.items()}),
    )


def spoken(choice: Choice, model: z3.ModelRef) -> Value:
    """Return the value that a fact was given, as a person would write it."""
    number: int = model.eval(choice.value, model_completion=True).as_long()
    if choice.words:
        return choice.words[number]
    match choice.fact.kind:
        case Kind.DATE:
            return date.fromordinal(number)
        case Kind.MOMENT:
            return EPOCH + number * TICK
        case _:
            return number
