"""What three dialects of SQL have in common, and the query that a task becomes in them."""

from collections.abc import Callable
from collections.abc import Sequence
from datetime import date

from benchmarks.caseload.asked.task import Task
from benchmarks.caseload.peers.language import Listed
from benchmarks.caseload.peers.writer import Writer
from discretion.engines.table import COMPLETE
from discretion.rules.condition import Exists
from discretion.rules.condition import ForAll
from discretion.rules.condition import Unit

OPERATORS = {"==": "=", "!=": "<>"}


class Sql:
    """Says everything in SQL but what is asked of lists, which each dialect says in its own way."""

    def column(self, name: str) -> str:
        """Return a column of the table, or of a stage."""
        return name

    def field(self, name: str) -> str:
        """Return a field of the record that a condition is read of."""
        return f"x.{name}"

    def truth(self, *, value: bool | None) -> str:
        """Return true, false or, for None, unknown."""
        return {True: "TRUE", False: "FALSE", None: "CAST(NULL AS BOOLEAN)"}[value]

    def constant(self, value: date | int) -> str:
        """Return a day or a number."""
        return f"DATE '{value}'" if isinstance(value, date) else str(value)

    def all(self, parts: Sequence[str]) -> str:
        """Return whether all parts hold."""
        return f"({' AND '.join(parts)})" if parts else "TRUE"

    def any(self, parts: Sequence[str]) -> str:
        """Return whether some part holds."""
        return f"({' OR '.join(parts)})" if parts else "FALSE"

    def no(self, part: str) -> str:
        """Return whether a part does not hold."""
        return f"(NOT {part})"

    def compare(self, left: str, operator: str, right: str) -> str:
        """Return a comparison, unknown where a side is unsaid."""
        return f"({left} {OPERATORS.get(operator, operator)} {right})"

    def among(self, word: str, words: Sequence[str]) -> str:
        """Return whether a word is one of several, unknown where it is unsaid."""
        listed = ", ".join(f"'{each}'" for each in words)
        return f"({word} = {listed})" if len(words) == 1 else f"({word} IN ({listed}))"

    def starts(self, text: str, prefix: str) -> str:
        """Return whether a text begins so, unknown where it is unsaid."""
        return f"({text} LIKE '{prefix}%')"

    def first(self, *values: str) -> str:
        """Return the first value that is said."""
        return f"coalesce({', '.join(values)})"

    def decided(self, surely: str | None, never: str | None) -> str:
        """Return true where one test holds, false where the other does, else unknown."""
        surely = f" WHEN {surely} THEN TRUE" if surely else ""
        never = f" WHEN {never} THEN FALSE" if never else ""
        return f"CASE{surely}{never} END"

    def shifted(self, day: str, amount: int, unit: Unit) -> str:
        """Return a day so many days, months or years on."""
        return f"CAST({day} + INTERVAL '{amount} {unit.value}' AS DATE)"

    def elapsed(self, start: str, end: str, unit: Unit) -> str:
        """Return the calendar days or the completed years between two days."""
        if unit is Unit.DAYS:
            return self.days(start, end)
        first, last = (
            f"{self.part('month', day)} * 100 + {self.part('day', day)}" for day in (start, end)
        )
        years = f"{self.part('year', end)} - {self.part('year', start)}"
        return f"({years} - CASE WHEN {last} < {first} THEN 1 ELSE 0 END)"

    def part(self, name: str, day: str) -> str:
        """Return the year, the month or the day of the month."""
        return f"{name}({day})"

    def days(self, start: str, end: str) -> str:
        """Return the calendar days between two days."""
        return f"({end} - {start})"

    def listed(self, node: Listed, where: Callable[[], str] | None) -> str:
        """Return what is asked of a list."""
        items, test = node.items, None if where is None else where()
        match node:
            case Exists():
                return self._exists(items, test)
            case ForAll():
                return self.no(self._exists(items, self.no(test or "TRUE")))
            case _:
                return self._counted(node.operator, node.number, items, test)

    def _exists(self, items: str, test: str | None) -> str:
        clear = f"{items}{COMPLETE} AND {self.is_clear(items, test)}"
        return f"({self.some(items, test)} OR CASE WHEN {clear} THEN FALSE END)"

    def _counted(self, operator: str, number: int, items: str, where: str | None) -> str:
        least = self.count(items, where)
        most = (
            least
            if where is None
            else f"({self.count(items, None)} - {self.count(items, self.no(where))})"
        )

        def at_least(bound: int) -> str:
            whole = f"{items}{COMPLETE} AND {most} < {bound}"
            return f"CASE WHEN {least} >= {bound} THEN TRUE WHEN {whole} THEN FALSE END"

        match operator:
            case ">=" | ">":
                return at_least(number + (operator == ">"))
            case "<" | "<=":
                return f"(NOT {at_least(number + (operator == '<='))})"
            case _:
                same = f"({at_least(number)} AND NOT {at_least(number + 1)})"
                return same if operator == "==" else f"(NOT {same})"

    def some(self, items: str, where: str | None) -> str:
        """Return whether some record satisfies a test; a dialect says whether this is Kleene's."""
        raise NotImplementedError

    def is_clear(self, items: str, where: str | None) -> str:
        """Return whether it is known of each record whether it satisfies a test."""
        raise NotImplementedError

    def count(self, items: str, where: str | None) -> str:
        """Return how many records satisfy a test, none where nothing is known of the list."""
        raise NotImplementedError

    def bit(self, test: str, number: int) -> str:
        """Return a whole number with one bit set where a test holds, else none."""
        return f"CASE WHEN {test} THEN {1 << number} ELSE 0 END"

    def mask(self, tests: Sequence[str]) -> str:
        """Return the tests that hold as the bits of a whole number."""
        return f"({' + '.join(self.bit(test, number) for number, test in enumerate(tests))})"

    def tally(self, tests: Sequence[str]) -> str:
        """Return how many tests hold."""
        return f"bit_count({self.mask(tests)})"


class Query:
    """A task in one dialect, as queries over a table."""

    def __init__(self, task: Task, dialect: Sql) -> None:
        """Write the rules and the outcomes."""
        self.task = task
        self.to = dialect
        self.writer = Writer(task, dialect)
        self.rules = [[self.writer.rule(rule) for rule in each.rules] for each in task.policies]
        self.labels = [
            [(token, self.writer.of(when)) for token, when in each.outcomes]
            for each in task.policies
        ]

    def results(self, source: str) -> str:
        """Return the query for the address of each row, masks, tallies and labels."""
        columns = ["row_number"]
        for number, rules in enumerate(self.rules):
            columns.append(f"{self.to.mask(rules)} AS true_{number}")
            columns.append(
                f"{self.to.mask([f'{rule} IS NOT NULL' for rule in rules])} AS known_{number}"
            )
        for number, rows in enumerate(self.labels):
            whens = " ".join(f"WHEN {when} THEN '{token}'" for token, when in rows)
            label = f"CASE {whens} END" if rows else "CAST(NULL AS VARCHAR(1))"
            columns.append(f"{label} AS established_{number}")
        for number, rules in enumerate(self.rules):
            columns.append(f"{self.to.tally(rules)} AS true_count_{number}")
            known = [f"{rule} IS NOT NULL" for rule in rules]
            columns.append(f"{self.to.tally(known)} AS known_count_{number}")
        return self._staged(source, ("row_number",), f"SELECT {', '.join(columns)}")

    def counts(self, source: str) -> str:
        """Return the query for how many rows each rule is true of, and known of."""
        rules = [rule for each in self.rules for rule in each]
        columns = [
            f"count(CASE WHEN {rule} THEN 1 END) AS t{number}, count({rule}) AS k{number}"
            for number, rule in enumerate(rules)
        ]
        return self._staged(source, (), f"SELECT {', '.join(columns)}")

    def _staged(self, source: str, carried: Sequence[str], select: str) -> str:
        kept = ", ".join((*carried, *self.writer.read))
        text = f"SELECT {kept} FROM {source}"  # noqa: S608  # our own rules, not anybody's words
        for number, stage in enumerate(self.writer.stages):
            made = ", ".join(f"{written} AS {name}" for name, written in stage.items())
            text = f"SELECT *, {made} FROM ({text}) AS s{number}"  # noqa: S608  # as above
        return f"{select} FROM ({text}) AS whole"
