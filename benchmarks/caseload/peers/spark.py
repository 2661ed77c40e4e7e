"""The rules as SQL for Spark, whose `exists` knows the unknown by default."""

from benchmarks.caseload.peers.sql import Sql
from discretion.rules.condition import Unit


class SparkSql(Sql):
    """Says what is asked of a list with `exists` and `filter`."""

    def some(self, items: str, where: str | None) -> str:
        """Return whether some record satisfies a test, unknown where it depends on an open one."""
        return f"(size({items}) > 0)" if where is None else f"exists({items}, x -> {where})"

    def is_clear(self, items: str, where: str | None) -> str:
        """Return true, as the test itself is open where a record is."""
        del items, where
        return "TRUE"

    def count(self, items: str, where: str | None) -> str:
        """Return how many records satisfy a test; of a list that is not there Spark counts -1."""
        counted = items if where is None else f"filter({items}, x -> {where})"
        return f"greatest(coalesce(size({counted}), 0), 0)"

    def shifted(self, day: str, amount: int, unit: Unit) -> str:
        """Return a day so many days, months or years on."""
        if unit is Unit.DAYS:
            return f"date_add({day}, {amount})"
        return f"add_months({day}, {amount * (12 if unit is Unit.YEARS else 1)})"

    def days(self, start: str, end: str) -> str:
        """Return the calendar days between two days."""
        return f"datediff({end}, {start})"

    def bit(self, test: str, number: int) -> str:
        """Return a whole number with one bit set where a test holds, else none."""
        return f"CASE WHEN {test} THEN {1 << number}L ELSE 0L END"
