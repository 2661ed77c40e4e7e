"""The columns of a table: their types, and the conditions that a mapping may put over them.

Conditions are those of the packs. A throwaway dictionary makes a fact of every column and a list
of every JSON column, so that the reference engine reads a row like a matter. No column is ever
complete: `exists` over a JSON column is true or unknown, never false.
"""

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType
from typing import assert_never

from discretion.entries import nothing
from discretion.errors import nearest
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Within


class ColumnType(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    JSON_LIST = "json_list"


KINDS = {
    ColumnType.TEXT: Kind.TEXT,
    ColumnType.DATE: Kind.DATE,
    ColumnType.NUMBER: Kind.NUMBER,
    ColumnType.JSON_LIST: Kind.LIST,
}
"""The kind of fact that a column of each type is read as."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table. It holds no cell.

    `fields` types the fields of the records in a JSON column, and is empty for every other.
    `withheld` lists the words that stand where something was taken out.
    """

    name: str
    type: ColumnType = ColumnType.TEXT
    fields: Table[str, ColumnType] = nothing()  # noqa: RUF009  # the one read-only empty mapping
    withheld: frozenset[str] = frozenset()

    @property
    def word(self) -> str:
        """The column's name as conditions write it."""
        return word_of(self.name)


def word_of(column: str) -> str:
    """Return a column's name as conditions write it: what no name can hold becomes `_`."""
    return re.sub(r"\W", "_", column)


def source_dictionary(columns: Iterable[Column]) -> Dictionary:
    """Return the throwaway dictionary in which every column is a fact."""
    return Dictionary(
        facts=MappingProxyType({column.word: _fact_of(column) for column in columns})
    )


def _fact_of(column: Column) -> FactType:
    return FactType(
        name=column.word,
        module="columns",
        kind=KINDS[column.type],
        question=column.name,
        phrase=column.name,
        fields=MappingProxyType(
            {
                name: FactType(
                    name=name, module="columns", kind=KINDS[kind], question=name, phrase=name
                )
                for name, kind in column.fields.items()
            }
        ),
    )


def condition_faults(
    condition: Condition, dictionary: Dictionary, items: FactType | None = None
) -> Iterator[str]:
    """Yield, in words, everything that a condition may not ask of a table's columns.

    Args:
        condition: what a mapping says under `when`.
        dictionary: the throwaway dictionary of the columns.
        items: the JSON column whose records the condition is read of, None outside one.

    """
    match condition:
        case And() | Or():
            for part in condition.parts:
                yield from condition_faults(part, dictionary, items)
        case Not():
            yield from condition_faults(condition.part, dictionary, items)
        case Exists() | ForAll() | Count():
            inner = dictionary.get(condition.items)
            if inner is None or inner.kind is not Kind.LIST:
                yield f"`{condition.items}` is no column of JSON lists"
            elif condition.where is not None:
                yield from condition_faults(condition.where, dictionary, inner)
        case Holds():
            yield f"`{condition.term.name}` is a column: compare it with a value"
        case Compare():
            sides = (condition.left, condition.right)
            yield from _unlike(sides, condition.operator, dictionary, items)
        case Between():
            sides = (condition.term, condition.low, condition.high)
            yield from _unlike(sides, "<=", dictionary, items)
        case Within() | StartsWith():
            yield from _of_kind(condition.term, Kind.TEXT, dictionary, items)
        case RuleMet() | Judged() | Settled():
            yield "a row of a table has columns alone: no rule and no judgment"
        case _:
            assert_never(condition)


def _unlike(
    sides: tuple[Term, ...], operator: str, dictionary: Dictionary, items: FactType | None
) -> Iterator[str]:
    """Yield what keeps some terms from being compared: a name nobody knows, kinds that differ."""
    kinds: set[Kind] = set()
    for side in sides:
        yield from _term_faults(side, dictionary, items)
        kind = _kind(side, dictionary, items)
        if kind is not None:
            kinds.add(kind)
    if len(kinds) > 1:
        several = " with ".join(sorted(kind.value for kind in kinds))
        yield f"a comparison of {several} says nothing"
    elif Kind.TEXT in kinds and operator not in {"==", "!="}:
        yield f"text has no order, so `{operator}` says nothing of it"


def _of_kind(
    term: Fact | Field, kind: Kind, dictionary: Dictionary, items: FactType | None
) -> Iterator[str]:
    yield from _term_faults(term, dictionary, items)
    if _kind(term, dictionary, items) not in {kind, None}:
        yield f"`{term.name}` is no {kind.value}"


def _term_faults(term: Term, dictionary: Dictionary, items: FactType | None) -> Iterator[str]:
    match term:
        case Fact():
            fact = dictionary.get(term.name)
            if fact is None:
                yield f"no column is called `{term.name}` {nearest(term.name, dictionary.names())}"
            elif fact.kind is Kind.LIST:
                yield f"`{term.name}` holds JSON lists: ask with exists, all or count"
        case Field():
            if items is None:
                yield f"`it.{term.name}` stands outside exists, all and count"
            elif term.name not in items.fields:
                close = nearest(term.name, items.fields)
                yield f"the records of `{items.name}` have no field `{term.name}` {close}"
        case Shift():
            yield from _term_faults(term.term, dictionary, items)
        case Elapsed():
            yield from _term_faults(term.start, dictionary, items)
            yield from _term_faults(term.end, dictionary, items)
        case Constant():
            return
        case _:
            assert_never(term)


def _kind(term: Term, dictionary: Dictionary, items: FactType | None) -> Kind | None:
    """Return the kind of values a term has, None where the term is faulty."""
    match term:
        case Fact():
            fact = dictionary.get(term.name)
            return None if fact is None else fact.kind
        case Field():
            field = None if items is None else items.fields.get(term.name)
            return None if field is None else field.kind
        case Constant(value=str()):
            return Kind.TEXT
        case Constant(value=int()) | Elapsed():
            return Kind.NUMBER
        case Constant() | Shift():
            return Kind.DATE
        case _:
            assert_never(term)
