"""The rules as SQL for DuckDB, written as one would by hand: list functions with lambdas."""

from benchmarks.caseload.peers.sql import Sql
from discretion.rules.condition import Unit


class DuckSql(Sql):
    """Says what is asked of a list by the truths of its records.

    Of the forms tried (`list_filter`, `list_contains` twice, `list_max` of numbers, all tests of a
    list at once as bits, `unnest` with a join back) none is quicker.
    """

    def some(self, items: str, where: str | None) -> str:
        """Return whether some record satisfies a test, false where it is open."""
        if where is None:
            return f"(len({items}) > 0)"
        return f"list_contains({truths(items, where)}, TRUE)"

    def is_clear(self, items: str, where: str | None) -> str:
        """Return whether it is known of each record whether it satisfies a test."""
        return "TRUE" if where is None else f"list_position({truths(items, where)}, NULL) IS NULL"

    def count(self, items: str, where: str | None) -> str:
        """Return how many records satisfy a test."""
        counted = items if where is None else f"list_filter({items}, lambda x: {where})"
        return f"coalesce(len({counted}), 0)"

    def shifted(self, day: str, amount: int, unit: Unit) -> str:
        """Return a day so many days, months or years on."""
        return f"CAST({day} + to_{unit.value}({amount}) AS DATE)"

    def bit(self, test: str, number: int) -> str:
        """Return an unsigned number with one bit set where a test holds."""
        return f"CASE WHEN {test} THEN {1 << number}::UBIGINT ELSE 0::UBIGINT END"


def truths(items: str, where: str) -> str:
    """Return whether each record satisfies a test."""
    return f"list_transform({items}, lambda x: {where})"
