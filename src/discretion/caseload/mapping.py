"""A mapping: how the rows of one table become matters. It holds no row.

A mapping is data: nothing in the package knows the columns of any one file.
"""

from collections.abc import Mapping as Table
from typing import TypeAlias

from discretion.caseload.columns import Column
from discretion.entries import nothing
from discretion.facts.casefile import Evidence
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.values import Values
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.rules.condition import Condition
from discretion.truth import Truth

MATTER = "case"
"""The matter type of every row: one decision about one person."""
Codes: TypeAlias = Table[str, Values | None]
"""What each value of a column says; None where it says nothing of the fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FromColumn:
    """A fact is what one column says: through codes, or in its own words where there are none."""

    column: str
    codes: Codes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FromYears:
    """A column holds the completed years from a day to the decision, which bounds that day."""

    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FromCondition:
    """A yes-no fact is whether a condition over the columns holds."""

    condition: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Always:
    """A field has the same value in every record."""

    values: Values


FactSource: TypeAlias = FromColumn | FromYears | FromCondition


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Since when the agency's claim could be known, and on what paper it rests.

    `known_on` is a column of days, empty where the table has none.
    """

    known_on: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactMapping:
    """Where one fact comes from. `columns` lists every column it is read from."""

    fact: FactType
    source: FactSource
    provenance: Provenance
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMapping:
    """Where one field of a list's records comes from: a field of a JSON column, or the column."""

    fact: FactType
    source: FromColumn | Always


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMapping:
    """Where records of one list come from: each item of a JSON column, or each filled cell.

    `condition` keeps the records it holds of; None keeps all. `complete` is what a filled cell
    says of the list; of a blank one nothing is known at all. `columns` lists every column that
    is read for it.
    """

    fact: FactType
    column: str
    columns: tuple[str, ...]
    condition: Condition | None
    complete: Truth
    fields: tuple[FieldMapping, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderMapping:
    """One word of the decision: the same for every row, or by the codes of a column.

    `column` is empty where `word` holds for every row. A code whose word is empty leaves it unsaid.
    """

    word: str = ""
    column: str = ""
    codes: Table[str, str] = field(default_factory=nothing)


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionMapping:
    """Where day, place, component and type of each row's decision come from."""

    date: str
    place: HeaderMapping
    component: HeaderMapping
    type: HeaderMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the table is written: what parts its cells, what quotes them, in what encoding."""

    delimiter: str
    quote: str
    encoding: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who published the table, how it is laid out and which headers it has, in their order."""

    publisher: str
    layout: Layout
    headers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How the rows of one table become matters.

    `columns` holds every column that is read, by name; `dictionary` reads them in conditions;
    `papers` holds what its claims rest on, by name.
    `grain` says what one row stands for. Quarantined columns are never read here; they may serve
    an audit of outcomes. Ignored ones are left alone.

    INVARIANT one fate: no column is in two of `columns`, `quarantine` and `ignore`.
    """

    id: str
    version: str
    origin: Origin
    grain: str
    decision: DecisionMapping
    facts: tuple[FactMapping, ...]
    lists: tuple[ListMapping, ...]
    columns: Table[str, Column]
    dictionary: Dictionary
    papers: Table[str, Evidence]
    quarantine: tuple[str, ...]
    ignore: tuple[str, ...]
    cite: tuple[str, ...]
    groups: Table[str, str] = field(default_factory=nothing)

    def by_list(self) -> dict[str, tuple[ListMapping, ...]]:
        """Return what feeds each list, by the list's name."""
        found: dict[str, tuple[ListMapping, ...]] = {}
        for mapped in self.lists:
            found[mapped.fact.name] = (*found.get(mapped.fact.name, ()), mapped)
        return found
