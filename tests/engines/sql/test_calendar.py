"""Days are moved and counted in both databases as `discretion.dates` says, to the day."""

from collections.abc import Callable
from datetime import date
from datetime import timedelta

import pyarrow as pa
import pytest

from discretion.dates import calendar_days
from discretion.dates import completed_years
from discretion.dates import plus_days
from discretion.dates import plus_months
from discretion.dates import plus_years
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Shift
from discretion.rules.condition import Unit
from discretion.truth import Truth
from tests.engines.sql.asking import Database
from tests.engines.sql.asking import Duck
from tests.engines.sql.asking import Sparked
from tests.engines.sql.asking import truths
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import fact

EVERY_DAY = [date(2019, 12, 25) + timedelta(days=days) for days in range(4 * 365 + 20)]
"""Four years and some days, of which one has a 29 February."""
MONTH_ENDS = [
    date(year, month, 1) + timedelta(days=days)
    for year in (1900, 1903, 1904, 1999, 2000, 2001, 2020, 2021, 2096, 2099)
    for month in (1, 2, 3, 4, 12)
    for days in (-2, -1, 0, 27, 28)
]
"""Days about the ends of months, in centuries with and without a leap year."""
FEW = [day for day in EVERY_DAY if day.day in {1, 28, 29, 30, 31}] + MONTH_ENDS[::7]
MOVES: dict[Unit, tuple[Callable[[date, int], date], tuple[int, ...]]] = {
    Unit.DAYS: (plus_days, (-366, -31, -1, 0, 1, 30, 365, 6574)),
    Unit.MONTHS: (plus_months, (-13, -12, -3, -1, 0, 1, 2, 11, 12, 25)),
    Unit.YEARS: (plus_years, (-18, -4, -1, 0, 1, 3, 4, 18)),
}
LENGTHS: dict[Unit, Callable[[date, date], int]] = {
    Unit.DAYS: calendar_days,
    Unit.YEARS: completed_years,
}
GAPS = (-1462, -366, -365, -1, 0, 1, 58, 59, 60, 364, 365, 366, 730, 1461, 6574, 6575)
"""So many days lie between two days of which the time is counted."""


def moved(days: list[date]) -> tuple[pa.Table, dict[str, Condition]]:
    """Return days with where each move leads from them, and what must hold of every row."""
    columns = {DATE_FACT: pa.array(days, pa.date32())}
    asked: dict[str, Condition] = {}
    for unit, (move, amounts) in MOVES.items():
        for place, amount in enumerate(amounts):
            name = f"{unit.value}_{place}"
            columns[name] = pa.array([move(day, amount) for day in days], pa.date32())
            asked[name] = Compare(Shift(Fact(DATE_FACT), amount, unit), "==", Fact(name))
    return pa.table(columns), asked


def counted(days: list[date]) -> tuple[pa.Table, dict[str, Condition]]:
    """Return days with later ones and the time between, and what must hold of every row."""
    pairs = [(day, day + timedelta(days=gap)) for day in days for gap in GAPS]
    columns = {
        DATE_FACT: pa.array([start for start, _ in pairs], pa.date32()),
        "later": pa.array([end for _, end in pairs], pa.date32()),
    }
    asked: dict[str, Condition] = {}
    for unit, length in LENGTHS.items():
        columns[unit.value] = pa.array([length(*pair) for pair in pairs], pa.int64())
        time = Elapsed(Fact(DATE_FACT), Fact("later"), unit)
        asked[unit.value] = Compare(time, "==", Fact(unit.value))
    return pa.table(columns), asked


def not_true(
    database: Database, table: pa.Table, asked: dict[str, Condition]
) -> list[tuple[str, date]]:
    """Return each condition with the days of which it does not hold."""
    kinds = dict.fromkeys(table.column_names, Kind.DATE)
    for unit in LENGTHS:
        kinds[unit.value] = Kind.NUMBER
    facts = {name: fact(name, kind) for name, kind in kinds.items()}
    reading = Reading(rules=asked, judgments={}, derivable={})
    found = truths(database, table, Dictionary(facts=facts), reading)
    days = table.column(DATE_FACT).to_pylist()
    return [
        (name, day)
        for name, each in found.items()
        for day, truth in zip(days, each, strict=True)
        if truth is not Truth.TRUE
    ]


@pytest.mark.parametrize("make", [moved, counted])
def test_duckdb_keeps_our_calendar(
    duck: Duck, make: Callable[[list[date]], tuple[pa.Table, dict[str, Condition]]]
) -> None:
    table, asked = make(EVERY_DAY + MONTH_ENDS)

    assert [] == not_true(duck, table, asked)


@pytest.mark.parametrize("make", [moved, counted])
def test_spark_keeps_our_calendar(
    spark: Sparked, make: Callable[[list[date]], tuple[pa.Table, dict[str, Condition]]]
) -> None:
    table, asked = make(FEW)

    assert [] == not_true(spark, table, asked)
