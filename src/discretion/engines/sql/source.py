"""The source of a query: a table of matters, and what of each fact its cells may say."""

from collections.abc import Iterator
from typing import NamedTuple

from discretion.engines.sql.dialect import Dialect
from discretion.engines.sql.stages import Stages
from discretion.engines.sql.written import Sql
from discretion.engines.table import BESIDE
from discretion.engines.table import BOTH
from discretion.engines.table import COMPLETE
from discretion.engines.table import Form
from discretion.engines.table import Shape
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
from discretion.rules.condition import Fact
from discretion.rules.condition import Field


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A table of matters, laid out as `discretion.engines.table` says, in some database.

    `text` is SQL of the caller's own, as it is to stand after FROM: the quoted name of a table, a
    query in brackets, or a function that reads a file. Its words are compared sign by sign, as both
    databases do where nobody gave a column another collation.
    """

    text: str
    shape: Shape
    dictionary: Dictionary
    date_fact: str
    dialect: Dialect

    def names(self) -> Iterator[str]:
        """Yield every name that a column of the table may have."""
        yield self.date_fact
        for name in (*self.shape.facts, *self.shape.lists, *self.shape.contested):
            yield from (name, *(f"{name}{ending}" for ending in BESIDE))


class Cells(NamedTuple):
    """The cells of one fact, or of one field of the records of a list.

    `fact` is None for the day of the decision alone. `form` is None where no column says anything
    of it. `record` is the name of the record, empty for a fact of the matter.
    """

    name: str
    fact: FactType | None
    form: Form | None
    is_contested: bool
    record: str

    @property
    def kind(self) -> Kind:
        """The kind of value."""
        return Kind.DATE if self.fact is None else self.fact.kind


class Reader:
    """Reads columns of a source, for one query."""

    def __init__(self, source: Source, stages: Stages) -> None:
        """Take the table and the query; the name of a record is one that no column has."""
        self.source = source
        self.dialect = source.dialect
        self.stages = stages
        self.record = stages.free_name("it")
        self.word = stages.free_name("word")
        self.decided_on()

    def cells(self, leaf: Fact | Field, items: str) -> Cells:
        """Return the cells of a fact, or of a field of the records of a list."""
        source = self.source
        if isinstance(leaf, Field):
            listed = source.shape.lists.get(items)
            form = None if listed is None else listed.fields.get(leaf.name)
            fact = source.dictionary.facts[items].fields[leaf.name]
            return Cells(leaf.name, fact, form, is_contested=False, record=self.record)
        if leaf.name == source.date_fact:
            return Cells(leaf.name, None, Form.EXACT, is_contested=False, record="")
        return Cells(
            leaf.name,
            source.dictionary.facts[leaf.name],
            source.shape.facts.get(leaf.name),
            is_contested=leaf.name in source.shape.contested,
            record="",
        )

    def cell(self, cells: Cells, ending: str = "") -> Sql:
        """Return the cell of a row, or of a record, in the column with that ending."""
        name = f"{cells.name}{ending}"
        return self.dialect.field(cells.record, name) if cells.record else self.stages.read(name)

    def decided_on(self) -> Sql:
        """Return the day of the decision, which no row lacks."""
        return self.stages.read(self.source.date_fact)

    def both(self, name: str) -> Sql:
        """Return the cell that tells whether a fact is said to be yes and said to be no."""
        return self.stages.read(f"{name}{BOTH}")

    def records(self, items: str) -> Sql | None:
        """Return the cell of a list, None where it has no column."""
        return self.stages.read(items) if items in self.source.shape.lists else None

    def is_complete(self, items: str) -> Sql | None:
        """Return the cell that says whether a list is whole, None where no column does."""
        listed = self.source.shape.lists.get(items)
        if listed is None or not listed.has_complete:
            return None
        return self.stages.read(f"{items}{COMPLETE}")
