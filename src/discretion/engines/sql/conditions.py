"""Conditions: what each node of the tree is in SQL.

A condition is a boolean that is NULL where it is unknown. What is found in a list is a number for
each record (0 does not hold, 1 unknown, 2 holds), of which the highest tells whether some record
does and the lowest whether all do: no function that passes over NULL ever sees one.
"""

from typing import assert_never

from discretion.engines.reading import Reading
from discretion.engines.sql.source import Cells
from discretion.engines.sql.source import Reader
from discretion.engines.sql.terms import Terms
from discretion.engines.sql.terms import compared
from discretion.engines.sql.words import YES
from discretion.engines.sql.words import Words
from discretion.engines.sql.written import FALSE
from discretion.engines.sql.written import TRUE
from discretion.engines.sql.written import UNKNOWN
from discretion.engines.sql.written import Sql
from discretion.engines.sql.written import chosen
from discretion.engines.sql.written import every
from discretion.engines.sql.written import number
from discretion.engines.sql.written import opposite
from discretion.engines.sql.written import some
from discretion.engines.sql.written import truth
from discretion.engines.sql.written import written
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.engines.table import Form
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.derived import Derivable

RECORD_TRUTH = "coalesce(2 * CAST({} AS INTEGER), 1)"
"""The number of a truth: 0, 1 for unknown, or 2."""


class Writer:
    """Writes the conditions of one reading over one table."""

    def __init__(self, reading: Reading, reader: Reader) -> None:
        """Take what conditions may refer to, and what reads the columns."""
        self.reading = reading
        self.reader = reader
        self.dialect = reader.dialect
        self.terms = Terms(reader)
        self.words = Words(reader)
        self._found: dict[tuple[str, str], Sql] = {}

    def rule(self, identifier: str) -> Sql:
        """Return the column of a rule."""
        return self._once("rule", identifier, self.reading.rules[identifier])

    def condition(self, condition: Condition, items: str = "") -> Sql:
        """Return a condition, of a record of a list where it stands in one."""
        match condition:
            case And():
                return every(self.condition(part, items) for part in condition.parts)
            case Or():
                return some(self.condition(part, items) for part in condition.parts)
            case Not():
                return opposite(self.condition(condition.part, items))
            case RuleMet():
                return self.rule(condition.rule)
            case Judged():
                return self._judged(condition.judgment)
            case Settled():
                return FALSE
            case Exists() | ForAll():
                return self._quantified(condition)
            case Count():
                return self._counted(condition)
            case Holds() | Within() | StartsWith():
                return self._said(condition, items)
            case Compare():
                return self._compared(condition, items)
            case Between():
                terms = (condition.low, condition.term, condition.high)
                low, term, high = (self.terms.bounds(each, items) for each in terms)
                return every((compared(low, "<=", term), compared(term, "<=", high)))
            case _:
                assert_never(condition)

    def _once(self, what: str, name: str, condition: Condition) -> Sql:
        found = self._found.get((what, name))
        if found is None:
            column = self.reader.stages.column(f"{what} {name}", self.condition(condition))
            found = self._found[what, name] = column
        return found

    def _judged(self, judgment: str) -> Sql:
        """Return a judgment that nobody settled: false where nothing is asserted, else unknown."""
        rests_on = self.reading.judgments[judgment]
        if rests_on is None:
            return UNKNOWN
        return every((self._once("judgment", judgment, rests_on), UNKNOWN))

    def _said(self, atom: Holds | Within | StartsWith, items: str) -> Sql:
        match atom:
            case Holds(term=Fact(name=name) as term) if name in self.reading.derivable:
                return self._followed(term, self.reading.derivable[name])
            case Holds():
                return self.words.among(atom.term, (YES,), items)
            case Within():
                return self.words.among(atom.term, atom.words, items)
            case StartsWith():
                return self.words.begins(atom.term, atom.prefix, items)
            case _:
                assert_never(atom)

    def _compared(self, condition: Compare, items: str) -> Sql:
        left, operator, right = condition.left, condition.operator, condition.right
        if self.words.is_nominal(left, items) or self.words.is_nominal(right, items):
            equal = self.words.equal(left, right, items)
            return equal if operator == "==" else opposite(equal)
        ends = self.terms.bounds(left, items), self.terms.bounds(right, items)
        return compared(ends[0], operator, ends[1])

    def _followed(self, term: Fact, derivable: Derivable) -> Sql:
        """Return a fact as it is said, and where nothing is said what it follows from."""
        key = ("fact", term.name)
        found = self._found.get(key)
        if found is None:
            yes, no = (
                FALSE if source is None else self.condition(source)
                for source in (derivable.yes_when, derivable.no_when)
            )
            said = self.words.among(term, (YES,), "")
            follows = some((yes, every((opposite(no), said))))
            is_said = self._is_said(self.reader.cells(term, ""))
            column = self.reader.stages.column(" ".join(key), chosen([(is_said, said)], follows))
            found = self._found[key] = column
        return found

    def _is_said(self, cells: Cells) -> Sql:
        """Return whether a row says anything of a fact; where it does not, that may be NULL."""
        if cells.fact is None:
            return TRUE
        endings = {None: (), Form.EXACT: ("",), Form.BOUNDS: (LOW, HIGH)}[cells.form]
        tests = [written("({} IS NOT NULL)", self.reader.cell(cells, each)) for each in endings]
        return some((*tests, *([self.reader.both(cells.name)] if cells.is_contested else ())))

    def _quantified(self, condition: Exists | ForAll) -> Sql:
        """Return whether some record, or every one, is such that a condition holds."""
        items = condition.items
        records = self.reader.records(items)
        is_exists = isinstance(condition, Exists)
        if records is None:
            return UNKNOWN
        rest = chosen([(self._is_whole(items), truth(not is_exists))], UNKNOWN)
        if condition.where is None:
            return chosen([(written(f"({self.dialect.size} > 0)", records), TRUE)], rest)
        name, form = ("exists", self.dialect.highest) if is_exists else ("all", self.dialect.lowest)
        found = written(form, self._of_records(records, condition.where, items))
        end = "2 THEN TRUE" if is_exists else "0 THEN FALSE"
        told = written(f"(CASE {{}} WHEN {end} WHEN 1 THEN NULL ELSE {{}} END)", found, rest)
        return self.reader.stages.column(f"{name} {items}", told)

    def _counted(self, condition: Count) -> Sql:
        """Return how the number of such records compares, which may grow while not all are told."""
        least, most = self._numbers(condition)
        whole = self._is_whole(condition.items)

        def at_least(bound: int) -> Sql:
            is_reached = written("({} >= {})", least, number(bound))
            is_missed = every((whole, written("({} < {})", most, number(bound))))
            return chosen([(is_reached, TRUE), (is_missed, FALSE)], UNKNOWN)

        wanted = condition.number
        match condition.operator:
            case ">=":
                return at_least(wanted)
            case ">":
                return at_least(wanted + 1)
            case "<":
                return opposite(at_least(wanted))
            case "<=":
                return opposite(at_least(wanted + 1))
            case "==":
                return every((at_least(wanted), opposite(at_least(wanted + 1))))
            case _:
                return opposite(every((at_least(wanted), opposite(at_least(wanted + 1)))))

    def _numbers(self, condition: Count) -> tuple[Sql, Sql]:
        """Return of how many known records a condition holds at least, and at most."""
        items, where = condition.items, condition.where
        column, records = self.reader.stages.column, self.reader.records(items)
        if records is None:
            return number(0), number(0)
        if where is None:
            size = written(f"coalesce({self.dialect.size}, 0)", records)
            return size, size
        found = column(f"truths {items}", self._of_records(records, where, items))
        least, most = (
            column(
                f"{name} {items}",
                written(
                    "coalesce({}, 0)",
                    self.dialect.those(found, self.reader.record, self._record_is(test)),
                ),
            )
            for name, test in (("least", "= 2"), ("most", ">= 1"))
        )
        return least, most

    def _record_is(self, test: str) -> Sql:
        return Sql(f"{self.reader.record} {test}")

    def _of_records(self, records: Sql, where: Condition, items: str) -> Sql:
        """Return the number of the truth of a condition for each record."""
        body = written(RECORD_TRUTH, self.condition(where, items))
        return self.dialect.each(records, self.reader.record, body)

    def _is_whole(self, items: str) -> Sql:
        """Return whether a list is said to be whole; where it is not, that may be NULL."""
        return self.reader.is_complete(items) or FALSE
