"""The engine: the planes of any condition over one batch, each part computed once."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping as Table
from types import MappingProxyType
from typing import ClassVar

import numpy as np
import pyarrow as pa

from discretion.engines.bitmap.atoms import atom_planes
from discretion.engines.bitmap.columns import Columns
from discretion.engines.bitmap.lists import Records
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import all_hold
from discretion.engines.bitmap.planes import any_holds
from discretion.engines.bitmap.planes import constant
from discretion.engines.bitmap.planes import none
from discretion.engines.bitmap.planes import opposite
from discretion.engines.bitmap.scope import Scope
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
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
from discretion.truth import Truth

ATOMS = (Compare, Within, Between, StartsWith)


class BitmapEngine:
    """Finds where conditions are true and where false, over the rows of one batch.

    No judgment is settled of a row, nothing is called not applicable, and a row is no record of
    its decision, so that nothing has an absent value.
    """

    def __init__(
        self, batch: pa.RecordBatch, dictionary: Dictionary, reading: Reading, date_fact: str
    ) -> None:
        """Take a batch of a facts table and what conditions may refer to.

        Args:
            batch: as `discretion.engines.table` describes it.
            dictionary: every fact that can be said.
            reading: rules, judgments and derivable facts.
            date_fact: the fact whose column holds the day of each row.

        """
        columns = dict(zip(batch.schema.names, batch.columns, strict=True))
        days = batch[date_fact].cast(pa.int32()).to_numpy().astype(np.int64)
        self.rows = batch.num_rows
        self.dictionary = dictionary
        self.reading = reading
        self.columns = Columns(columns, dictionary.facts, days, date_fact)
        self.scope = Scope("", self.columns)
        self._records: dict[str, Records] = {}
        self._rules: dict[str, Planes] = {}
        self._facts: dict[str, Planes] = {}
        self._judgments: dict[str, Planes] = {}
        self._atoms: dict[tuple[str, Condition], Planes] = {}

    def truth(self, condition: Condition) -> Planes:
        """Return where a condition is true, and where it is false."""
        return self._found(condition, self.scope)

    def rule(self, identifier: str) -> Planes:
        """Return where a rule's condition is true, and where it is false."""
        found = self._rules.get(identifier)
        if found is None:
            found = self._rules[identifier] = self.truth(self.reading.rules[identifier])
        return found

    def records(self, items: str) -> Records:
        """Return the records of a list."""
        found = self._records.get(items)
        if found is None:
            found = Records(items, self.columns, self.dictionary.facts[items])
            self._records[items] = found
        return found

    def _found(self, condition: Condition, scope: Scope) -> Planes:
        return self._FOUND_BY[type(condition)](self, condition, scope)

    def _atom(self, atom: Condition, scope: Scope) -> Planes:
        key = (scope.name, atom)
        found = self._atoms.get(key)
        if found is None:
            found = self._atoms[key] = atom_planes(atom, scope)  # type: ignore[arg-type]  # an atom
        return found

    def _parts(self, parts: Iterable[Condition], scope: Scope) -> list[Planes]:
        return [self._found(part, scope) for part in parts]

    def _and(self, condition: And, scope: Scope) -> Planes:
        return all_hold(self._parts(condition.parts, scope), scope.rows)

    def _or(self, condition: Or, scope: Scope) -> Planes:
        return any_holds(self._parts(condition.parts, scope), scope.rows)

    def _not(self, condition: Not, scope: Scope) -> Planes:
        return opposite(self._found(condition.part, scope))

    def _rule_met(self, condition: RuleMet, scope: Scope) -> Planes:
        return scope.gathered(self.rule(condition.rule))

    def _settled(self, _: Settled, scope: Scope) -> Planes:
        return constant(Truth.FALSE, scope.rows)

    def _judged(self, condition: Judged, scope: Scope) -> Planes:
        """Find a judgment that nobody settled: false where nothing is asserted, else unknown."""
        found = self._judgments.get(condition.judgment)
        if found is None:
            rests_on = self.reading.judgments[condition.judgment]
            nothing = none(self.rows)
            asserted = Planes(nothing, nothing) if rests_on is None else self.truth(rests_on)
            found = self._judgments[condition.judgment] = Planes(nothing, asserted.false)
        return scope.gathered(found)

    def _holds(self, condition: Holds, scope: Scope) -> Planes:
        """Find a yes-no field as it is said, and a yes-no fact by what it follows from as well."""
        term = condition.term
        if not isinstance(term, Fact):
            return self._atom(condition, scope)
        found = self._facts.get(term.name)
        if found is None:
            found = self._facts[term.name] = self._fact(condition, term.name)
        return scope.gathered(found)

    def _fact(self, condition: Holds, name: str) -> Planes:
        said = self._atom(condition, self.scope)
        derivable = self.reading.derivable.get(name)
        if derivable is None:
            return said
        known = self.columns.has_said(name)
        true = false = none(self.rows)
        if derivable.yes_when is not None:
            true, not_yes = self.truth(derivable.yes_when)
        else:
            not_yes = ~none(self.rows)
        if derivable.no_when is not None:
            false = self.truth(derivable.no_when).true
        follows = Planes(true & ~known, false & not_yes & ~known)
        return Planes(said.true & known | follows.true, said.false & known | follows.false)

    def _where(self, where: Condition | None, records: Records) -> Planes:
        if where is None:
            return constant(Truth.TRUE, records.scope.rows)
        return self._found(where, records.scope)

    def _exists(self, condition: Exists, scope: Scope) -> Planes:
        records = self.records(condition.items)
        return scope.gathered(records.exists(self._where(condition.where, records)))

    def _for_all(self, condition: ForAll, scope: Scope) -> Planes:
        records = self.records(condition.items)
        return scope.gathered(records.for_all(self._where(condition.where, records)))

    def _count(self, condition: Count, scope: Scope) -> Planes:
        records = self.records(condition.items)
        where = self._where(condition.where, records)
        return scope.gathered(records.counted(where, condition.operator, condition.number))

    _FOUND_BY: ClassVar[Table[type, Callable[..., Planes]]] = MappingProxyType(
        {
            Holds: _holds,
            Compare: _atom,
            Within: _atom,
            Between: _atom,
            StartsWith: _atom,
            And: _and,
            Or: _or,
            Not: _not,
            Exists: _exists,
            ForAll: _for_all,
            Count: _count,
            RuleMet: _rule_met,
            Judged: _judged,
            Settled: _settled,
        }
    )
    """What finds each kind of node: one row to a kind, and a test that none is left out."""
