"""The columns of a table: their types, and the conditions that a mapping may put over them.

Conditions are those of the packs. A throwaway dictionary makes a fact of every column and a list
of every JSON column, so that the reference engine reads a row like a matter. No column is ever
complete: `exists` over a JSON column is true or unknown, never false.
"""

import re
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from enum import Enum
from types import MappingProxyType

from discretion.entries import nothing
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.rules.condition import Condition
from discretion.rules.condition import Field
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk


class ColumnType(Enum):
    """What the cells of a column hold."""

    TEXT = "text"
    DATE = "date"
    NUMBER = "number"
    JSON_LIST = "json_list"


class DayForm(Enum):
    """How the days of a column are written: year first, or month first as in `9/30/2021`."""

    ISO = "iso"
    MDY = "mdy"


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
    `withheld` lists the words that stand where something was taken out, `nulls` those that stand
    where nothing was said. `form` is how its days are written, and `has_time` says that a time of
    day stands beside them, which is passed over.
    """

    name: str
    type: ColumnType = ColumnType.TEXT
    fields: Table[str, ColumnType] = field(default_factory=nothing)
    withheld: frozenset[str] = frozenset()
    nulls: frozenset[str] = frozenset()
    form: DayForm = DayForm.ISO
    has_time: bool = False

    @property
    def word(self) -> str:
        """The column's name as conditions write it."""
        return word_of(self.name)


def word_of(column: str) -> str:
    """Return a column's name as conditions write it: what no name can hold becomes `_`."""
    return re.sub(r"\W", "_", column)


def source_dictionary(columns: Iterable[Column]) -> Dictionary:
    """Return the throwaway dictionary in which every column is a fact."""
    return Dictionary(facts=MappingProxyType({column.word: _fact_of(column) for column in columns}))


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


def fields_in(condition: Condition) -> Iterator[str]:
    """Yield the fields of JSON columns that a condition reads, with repeats."""
    for node in walk(condition):
        for term in terms_of(node):
            yield from (leaf.name for leaf in leaf_terms(term) if isinstance(leaf, Field))
