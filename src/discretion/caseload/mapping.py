"""A mapping: how the rows of one table become matters. It holds no row.

A mapping is data: nothing in the package knows the columns of any one file.
"""

from collections.abc import Mapping as Table
from datetime import date
from typing import TypeAlias

from discretion.caseload.columns import Column
from discretion.dates import plus_days
from discretion.entries import nothing
from discretion.facts.case_reader import Words
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
class FromYear:
    """A column holds the year in which a day falls, which bounds that day."""

    column: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FromTerm:
    """A number of days is a term that columns of days, months and years make up together."""

    days: str
    months: str
    years: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FromCondition:
    """A yes-no fact holds where a condition over the columns does.

    Where the condition is false nothing is said, unless `tells_no` says that it is then a no.
    """

    condition: Condition
    tells_no: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Always:
    """A field has the same value in every record."""

    values: Values


FactSource: TypeAlias = FromColumn | FromYears | FromYear | FromCondition
FieldSource: TypeAlias = FromColumn | FromTerm | Always


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Since when the agency's claim could be known, and on what paper it rests.

    `known_on` names columns of days, of which the first that holds a day says it; it is empty
    where the table has none. `drawn_on` is the day on which the table was drawn, for what it shows
    as of that day: such a thing was not known on the day of a decision that the table records, so
    it counts from the day after the decision where that is later. It is None where nothing is so.
    """

    known_on: tuple[str, ...]
    drawn_on: date | None
    evidence: str

    def known_from(self, days: Table[str, object], decided_on: date) -> date | None:
        """Return the day from which a claim of one row could be known, None where nothing says it.

        Args:
            days: what the row's columns hold.
            decided_on: the day of the row's decision.

        """
        for name in self.known_on:
            day = days.get(name)
            if isinstance(day, date):
                return day
        if self.drawn_on is None:
            return None
        return max(self.drawn_on, plus_days(decided_on, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class FactMapping:
    """Where one fact comes from. `columns` lists every column it is read from."""

    fact: FactType
    source: FactSource
    provenance: Provenance
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldMapping:
    """Where one field of a list's records comes from: a field of a JSON column, or the row."""

    fact: FactType
    source: FieldSource


@dataclass(frozen=True, slots=True, kw_only=True)
class ListMapping:
    """Where records of one list come from: each item of a JSON column, or the row itself.

    `columns` is one JSON column, or the columns of which a filled one says that the row holds a
    record; the fields of such a record may come from any column of the row. `condition` keeps the
    records it holds of; None keeps all. `complete` is what a filled cell says of the list; where
    none is filled nothing is known at all. `reads` lists every column of the row that is read.
    """

    fact: FactType
    reads: tuple[str, ...]
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
    """Who published the table, how it is laid out and which headers it has, in their order.

    A table without one of `headers` does not fit; `optional` are those that only some releases
    have. `also` gives, by header, how other releases spell it. A header that ends in `#1`, `#2` is
    one of several that a table spells alike, counted from the left.
    """

    publisher: str
    layout: Layout
    headers: tuple[str, ...]
    optional: tuple[str, ...] = ()
    also: Table[str, tuple[str, ...]] = field(default_factory=nothing)

    @property
    def every(self) -> tuple[str, ...]:
        """Every header that a table of this origin may have, those of all releases first."""
        return (*self.headers, *self.optional)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How the rows of one table become matters.

    `columns` holds every column that is read, by name; `dictionary` reads them in conditions;
    `papers` holds what its claims rest on, by name. `groups` holds the columns by which reports
    are cut, by what they are: no rule and no condition ever reads a group.
    `grain` says what one row stands for. Quarantined columns are never read here; they may serve
    an audit of outcomes. Ignored ones are left alone. `status` says what the mapping was tried on
    and `reviewed` who has read it, empty where it does not say.

    INVARIANT one fate: no column is in two of `columns`, `quarantine` and `ignore`, and none of
    `groups` is in one of the last two.
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
    groups: Table[str, Column] = field(default_factory=nothing)
    status: str = ""
    reviewed: str = ""

    def by_list(self) -> dict[str, tuple[ListMapping, ...]]:
        """Return what feeds each list, by the list's name."""
        found: dict[str, tuple[ListMapping, ...]] = {}
        for mapped in self.lists:
            found[mapped.fact.name] = (*found.get(mapped.fact.name, ()), mapped)
        return found


def date_fact_of(words: Words) -> str:
    """Return the fact that the day of a decision gives, in a dictionary and its matter types."""
    return words.matters[MATTER].date_fact
