"""Dialects: how DuckDB and Spark write what they write differently.

Words and names come from policies and from tables, so they are never trusted: a name is quoted,
and a word with any sign that some setting of some database could read as more than itself is
written as the octets of its UTF-8 form.
"""

import re
from collections.abc import Iterable
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType

from discretion.engines.sql.written import Sql
from discretion.engines.sql.written import joined
from discretion.engines.sql.written import number
from discretion.engines.sql.written import written
from discretion.frozen import dataclass

SPARK_SETTINGS: Table[str, str] = MappingProxyType(
    {
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.shuffle.partitions": "4",
        "spark.sql.files.maxPartitionBytes": "8m",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
    }
)
"""The settings of a Spark session on one machine. The answers are the same under any. To compile a
whole stage takes more than twice as long as to run it as it is, a small file has to be cut for more
than one core to read it, and nobody outside the machine is spoken to."""
BITS = 64
"""How many truths one word of a mask holds."""
_PLAIN = re.compile(r"[ !\"#%&(-\[\]-~]*")
"""Printable ASCII but for the quote, the backslash, and the dollar of Spark's variables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """The forms of one dialect. What a form puts in braces is filled in.

    `unquotable` stands for what no quoted name may hold, empty for nothing. In Spark a word of a
    mask has a sign, as it knows no other whole numbers: bit 63 is the sign, and the 64 bits read
    without it are those that DuckDB gives.
    """

    name: str
    quote: str
    unquotable: str
    function: str
    mapped: str
    kept: str
    size: str
    highest: str
    lowest: str
    days_later: str
    months_later: str
    days_between: str
    begins: str
    parted: str
    words: str
    have_common: str
    of_octets: str
    bit: str

    def identifier(self, name: str) -> Sql:
        """Return the name of a column or of a table.

        Raises:
            ValueError: the dialect has no way to write that name.

        """
        if self.unquotable and self.unquotable in name:
            message = f"{self.name} cannot name a column `{name}`"
            raise ValueError(message)
        return Sql(f"{self.quote}{name.replace(self.quote, self.quote * 2)}{self.quote}")

    def word(self, text: str) -> Sql:
        """Return a text as a value."""
        if _PLAIN.fullmatch(text):
            return Sql(f"'{text}'")
        return Sql(self.of_octets.format(text.encode().hex()))

    def day(self, day: date) -> Sql:
        """Return a day as a value."""
        return Sql(f"DATE '{day.isoformat()}'")

    def field(self, record: str, name: str) -> Sql:
        """Return a field of the record that a function is given."""
        return written(f"{record}.{{}}", self.identifier(name))

    def each(self, items: Sql, parameter: str, body: Sql) -> Sql:
        """Return the list of what a body is for each item, which goes by the parameter's name."""
        return written(self.mapped, items, self._function(parameter, body))

    def those(self, items: Sql, parameter: str, test: Sql) -> Sql:
        """Return how many items of a list pass a test; one that is unknown is not passed."""
        return written(self.size, written(self.kept, items, self._function(parameter, test)))

    def word_list(self, words: Iterable[Sql]) -> Sql:
        """Return a list of at least one word."""
        return written(self.words, joined(", ", words))

    def mask(self, truths: Iterable[Sql]) -> Sql:
        """Return a whole number of which bit `i` tells whether the truth `i` is true."""
        bits = (
            written(self.bit, each, place=number(place), power=number(1 << place))
            for place, each in enumerate(truths)
        )
        return written("({})", joined(" | ", bits))

    def _function(self, parameter: str, body: Sql) -> Sql:
        return written(self.function, Sql(parameter), body)


DUCKDB = Dialect(
    name="DuckDB",
    quote='"',
    unquotable="",
    function="lambda {}: {}",
    mapped="list_transform({}, {})",
    kept="list_filter({}, {})",
    size="len({})",
    highest="list_max({})",
    lowest="list_min({})",
    days_later="({} + {})",
    months_later="CAST({} + INTERVAL ({}) MONTH AS DATE)",
    days_between="date_diff('day', {}, {})",
    begins="starts_with({}, {})",
    parted="string_split({}, '|')",
    words="[{}]",
    have_common="list_has_any({}, {})",
    of_octets="decode(unhex('{}'))",
    bit="CASE WHEN {} THEN CAST('{power}' AS UBIGINT) ELSE CAST(0 AS UBIGINT) END",
)
SPARK = Dialect(
    name="Spark",
    quote="`",
    unquotable="${",
    function="{} -> {}",
    mapped="transform({}, {})",
    kept="filter({}, {})",
    size="array_size({})",
    highest="array_max({})",
    lowest="array_min({})",
    days_later="date_add({}, {})",
    months_later="add_months({}, {})",
    days_between="date_diff({1}, {0})",
    begins="startswith({}, {})",
    parted="split({}, '[|]')",
    words="array({})",
    have_common="arrays_overlap({}, {})",
    of_octets="CAST(unhex('{}') AS STRING)",
    bit="CASE WHEN {} THEN shiftleft(CAST(1 AS BIGINT), {place}) ELSE CAST(0 AS BIGINT) END",
)
