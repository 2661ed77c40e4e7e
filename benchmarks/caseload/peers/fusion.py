"""The rules as SQL for DataFusion, whose `array_any_match` knows the unknown."""

from collections.abc import Sequence

from benchmarks.caseload.peers.sql import Sql
from discretion.rules.condition import Unit


class FusionSql(Sql):
    """Says what is asked of a list with lambdas, which only some dialects of its parser read."""

    def field(self, name: str) -> str:
        """Return a field of the record that a condition is read of."""
        return f"x['{name}']"

    def some(self, items: str, where: str | None) -> str:
        """Return whether some record satisfies a test, unknown where it depends on an open one."""
        if where is None:
            return f"(NOT empty({items}))"
        return f"array_any_match({items}, x -> {where})"

    def is_clear(self, items: str, where: str | None) -> str:
        """Return true, as the match itself is open where a record is."""
        del items, where
        return "TRUE"

    def count(self, items: str, where: str | None) -> str:
        """Return how many records satisfy a test."""
        counted = items if where is None else f"array_filter({items}, x -> {where})"
        return f"coalesce(cardinality({counted}), 0)"

    def shifted(self, day: str, amount: int, unit: Unit) -> str:
        """Return a day so many days, months or years on."""
        return f"CAST({day} + INTERVAL '{amount}' {unit.value[:-1].upper()} AS DATE)"

    def part(self, name: str, day: str) -> str:
        """Return the year, the month or the day of the month."""
        return f"date_part('{name}', {day})"

    def days(self, start: str, end: str) -> str:
        """Return the calendar days between two days."""
        return f"(arrow_cast({end}, 'Int32') - arrow_cast({start}, 'Int32'))"

    def tally(self, tests: Sequence[str]) -> str:
        """Return how many tests hold, as it cannot count bits."""
        return f"({' + '.join(f'CASE WHEN {test} THEN 1 ELSE 0 END' for test in tests)})"
