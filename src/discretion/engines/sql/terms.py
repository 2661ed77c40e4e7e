"""Ordered terms: the least and the greatest that a day, a moment or a number may be.

Moments are counted in microseconds since the beginning of 1970; no table holds any, so of a moment
everything is possible.
"""

from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from typing import NamedTuple
from typing import assert_never

from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY
from discretion.dates import day_of
from discretion.engines.sql.source import Cells
from discretion.engines.sql.source import Reader
from discretion.engines.sql.written import FALSE
from discretion.engines.sql.written import TRUE
from discretion.engines.sql.written import UNKNOWN
from discretion.engines.sql.written import Sql
from discretion.engines.sql.written import chosen
from discretion.engines.sql.written import every
from discretion.engines.sql.written import number
from discretion.engines.sql.written import some
from discretion.engines.sql.written import written
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.engines.table import Form
from discretion.facts.dictionary import DECISION_DAY
from discretion.facts.dictionary import FIRST_MOMENT
from discretion.facts.dictionary import LARGEST_NUMBER
from discretion.facts.dictionary import LAST_MOMENT
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)
HOUR = timedelta(hours=1) // TICK
YEAR = 12
"""The months of a year."""


class Bounds(NamedTuple):
    """The least and the greatest that is left of a term; neither is ever NULL."""

    low: Sql
    high: Sql

    @property
    def is_exact(self) -> bool:
        """Whether one value is left in every row."""
        return self.low == self.high


class Terms:
    """Writes ordered terms."""

    def __init__(self, reader: Reader) -> None:
        """Take what reads the columns."""
        self.reader = reader
        self.dialect = reader.dialect

    def bounds(self, term: Term, items: str) -> Bounds:
        """Return the ends of a term, of a record of a list where it has fields."""
        match term:
            case Fact() | Field():
                return self._said(self.reader.cells(term, items))
            case Constant():
                value = self._constant(term)
                return Bounds(value, value)
            case Shift():
                low, high = self.bounds(term.term, items)
                return Bounds(self._later(low, term), self._later(high, term))
            case Elapsed():
                start, end = self.bounds(term.start, items), self.bounds(term.end, items)
                low = self._between(start.high, end.low, term.unit)
                high = self._between(start.low, end.high, term.unit)
                if items:
                    return Bounds(low, high)
                column = self.reader.stages.column
                return Bounds(column("time at least", low), column("time at most", high))
            case _:
                assert_never(term)

    def _said(self, cells: Cells) -> Bounds:
        """Return what the cells of a fact leave, its whole range where they say nothing."""
        if cells.fact is None:
            return Bounds(self.reader.decided_on(), self.reader.decided_on())
        low, high = self._range(cells)
        if cells.form is None or cells.kind is Kind.MOMENT:
            return Bounds(low, high)
        endings = (LOW, HIGH) if cells.form is Form.BOUNDS else ("", "")
        least, most = (self.reader.cell(cells, ending) for ending in endings)
        return Bounds(
            written("coalesce({}, {})", least, low), written("coalesce({}, {})", most, high)
        )

    def _range(self, cells: Cells) -> Bounds:
        fact = cells.fact
        if fact is None or cells.kind is Kind.MOMENT:
            return Bounds(*(number((end - EPOCH) // TICK) for end in (FIRST_MOMENT, LAST_MOMENT)))
        if cells.kind is Kind.DATE:
            return Bounds(self._day(fact.low, FIRST_DAY), self._day(fact.high, LAST_DAY))
        return Bounds(number(int(fact.low or 0)), number(int(fact.high or LARGEST_NUMBER)))

    def _day(self, text: str, default: date) -> Sql:
        if text == DECISION_DAY:
            return self.reader.decided_on()
        return self.dialect.day(day_of(text) or default)

    def _constant(self, term: Constant) -> Sql:
        match term.value:
            case datetime():
                return number((term.value - EPOCH) // TICK)
            case date():
                return self.dialect.day(term.value)
            case int():
                return number(term.value)
            case _:
                message = f"the word `{term.value}` stands where a day or a number is read"
                raise TypeError(message)

    def _later(self, value: Sql, shift: Shift) -> Sql:
        match shift.unit:
            case Unit.HOURS:
                return written("({} + {})", value, number(shift.amount * HOUR))
            case Unit.DAYS:
                return written(self.dialect.days_later, value, number(shift.amount))
            case Unit.MONTHS:
                return written(self.dialect.months_later, value, number(shift.amount))
            case Unit.YEARS:
                return written(self.dialect.months_later, value, number(shift.amount * YEAR))
            case _:
                assert_never(shift.unit)

    def _between(self, start: Sql, end: Sql, unit: Unit) -> Sql:
        """Return completed years, or calendar days, from one day to another."""
        if unit is not Unit.YEARS:
            return written(self.dialect.days_between, start, end)
        return written(YEARS, start=start, end=end)


YEARS = (
    "(year({end}) - year({start}) - CASE WHEN month({end}) * 100 + day({end})"
    " < month({start}) * 100 + day({start}) THEN 1 ELSE 0 END)"
)
"""Completed years: a year less while the day of the year is not reached."""


def compared(left: Bounds, operator: str, right: Bounds) -> Sql:
    """Return whether a comparison holds of all that is left on both sides, of none, or of some."""
    if left.is_exact and right.is_exact:
        sign = {"==": "=", "!=": "<>"}.get(operator, operator)
        return written(f"({{}} {sign} {{}})", left.low, right.low)
    match operator:
        case "<":
            return _below(left, right)
        case ">":
            return _below(right, left)
        case ">=":
            return _not_below(left, right)
        case "<=":
            return _not_below(right, left)
        case "==":
            return _equal(left, right, same=TRUE, apart=FALSE)
        case _:
            return _equal(left, right, same=FALSE, apart=TRUE)


def _below(left: Bounds, right: Bounds) -> Sql:
    return _ordered(left, right, below=TRUE, above=FALSE)


def _not_below(left: Bounds, right: Bounds) -> Sql:
    return _ordered(left, right, below=FALSE, above=TRUE)


def _ordered(left: Bounds, right: Bounds, *, below: Sql, above: Sql) -> Sql:
    is_below = written("({} < {})", left.high, right.low)
    is_above = written("({} >= {})", left.low, right.high)
    return chosen([(is_below, below), (is_above, above)], UNKNOWN)


def _equal(left: Bounds, right: Bounds, *, same: Sql, apart: Sql) -> Sql:
    one = every(
        written("({} = {})", *pair)
        for pair in ((left.low, right.low), left, right)
        if pair[0] != pair[1]
    )
    none = some(
        (written("({} < {})", left.high, right.low), written("({} < {})", right.high, left.low))
    )
    return chosen([(one, same), (none, apart)], UNKNOWN)
