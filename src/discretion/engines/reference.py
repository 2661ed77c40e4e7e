"""The reference engine: walks a condition and explains it. It is the definition of the language.

Strong Kleene logic and no shortcut: every part of a condition is derived, so that the trace is
whole. A rule, a judgment and a fact that follows from others are derived once each. `missing`
facts are not read off it; the analysis layer computes those exactly.
"""

from collections.abc import Callable
from collections.abc import Mapping as Table
from operator import itemgetter
from types import MappingProxyType
from typing import ClassVar
from typing import NamedTuple

from discretion.engines.atoms import YES
from discretion.engines.atoms import Atom
from discretion.engines.atoms import atom_truth
from discretion.engines.reading import Reading
from discretion.engines.terms import Record
from discretion.facts.values import is_word
from discretion.facts.view import View
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.derived import Derivable
from discretion.truth import Truth
from discretion.truth import conjunction
from discretion.truth import disjunction
from discretion.truth import negation
from discretion.truth import truth_of


class Derivation(NamedTuple):
    """Why a condition has the truth it has.

    It is a named tuple because derivations are made by the hundred for one assessment. `children`
    are all the parts in their order; `record` counts the record of a list that a child speaks of
    from 1, 0 elsewhere.
    """

    truth: Truth
    condition: Condition
    children: tuple["Derivation", ...] = ()
    record: int = 0


_TRUTH = itemgetter(0)
"""The truth of a derivation, its first part."""
_made = tuple.__new__
"""Makes a derivation of its four parts at once: most of an evaluation is making derivations."""


class ReferenceEngine:
    """Derives conditions on one view of one matter."""

    def __init__(self, view: View, reading: Reading) -> None:
        """Take what is known and what conditions may refer to."""
        self.view = view
        self.reading = reading
        self._derivable = dict(reading.derivable)
        self._rules: dict[str, Derivation] = {}
        self._following: dict[str, Derivation] = {}
        self._judgments: dict[str, Derivation] = {}

    def rule(self, identifier: str) -> Derivation:
        """Return the derivation of a rule's condition, made once."""
        found = self._rules.get(identifier)
        if found is None:
            found = self._rules[identifier] = self.derive(self.reading.rules[identifier])
        return found

    def truth(self, condition: Condition) -> Truth:
        """Return the truth of a condition."""
        return self.derive(condition).truth

    def asserted(self, judgment: str) -> Truth:
        """Return whether the record asserts something that a judgment could rest on."""
        rests_on = self.reading.judgments[judgment]
        if rests_on is None:
            return Truth.TRUE
        found = self._judgments.get(judgment)
        if found is not None and found.children:
            return found.children[0].truth
        return self.truth(rests_on)

    def derive(self, condition: Condition, record: Record | None = None) -> Derivation:
        """Return the derivation of a condition, of one record where it stands in a list."""
        return self._DERIVED_BY[type(condition)](self, condition, record)

    def _atom(self, atom: Atom, record: Record | None) -> Derivation:
        return _made(Derivation, (self._compared(atom, record), atom, (), 0))

    def _parts(self, parts: tuple[Condition, ...], record: Record | None) -> tuple[Derivation, ...]:
        by = self._DERIVED_BY
        return tuple([by[type(part)](self, part, record) for part in parts])

    def _and(self, condition: And, record: Record | None) -> Derivation:
        parts = self._parts(condition.parts, record)
        return _made(Derivation, (conjunction(map(_TRUTH, parts)), condition, parts, 0))

    def _or(self, condition: Or, record: Record | None) -> Derivation:
        parts = self._parts(condition.parts, record)
        return _made(Derivation, (disjunction(map(_TRUTH, parts)), condition, parts, 0))

    def _not(self, condition: Not, record: Record | None) -> Derivation:
        part = self.derive(condition.part, record)
        return _made(Derivation, (negation(part.truth), condition, (part,), 0))

    def _rule_met(self, condition: RuleMet, _: Record | None) -> Derivation:
        inner = self.rule(condition.rule)
        return _made(Derivation, (inner.truth, condition, (inner,), 0))

    def _settled(self, condition: Settled, _: Record | None) -> Derivation:
        settled = condition.judgment in self.view.settled
        return Derivation(truth_of(holds=settled), condition)

    def _holds(self, condition: Holds, record: Record | None) -> Derivation:
        """Derive a yes-no fact or field: as said, else as a fact follows from other facts."""
        term, view = condition.term, self.view
        if isinstance(term, Field) or view.inapplicable:
            said = self._compared(condition, record)
        else:
            said = is_word(view.values(term.name), YES)
        derivable = self._derivable.get(term.name)
        if derivable is None or isinstance(term, Field) or term.name in view.known:
            return _made(Derivation, (said, condition, (), 0))
        found = self._following.get(term.name)
        if found is None:
            found = self._following[term.name] = self._followed(condition, derivable, said)
        return found

    def _followed(self, condition: Holds, derivable: Derivable, said: Truth) -> Derivation:
        """Derive a fact from what it would follow from, and from what is said of it."""
        sources = tuple(
            self.derive(source)
            for source in (derivable.yes_when, derivable.no_when)
            if source is not None
        )
        truths = iter(sources)
        yes = next(truths).truth if derivable.yes_when is not None else Truth.FALSE
        no = next(truths).truth if derivable.no_when is not None else Truth.FALSE
        return Derivation(disjunction((yes, conjunction((negation(no), said)))), condition, sources)

    def _compared(self, atom: Atom, record: Record | None) -> Truth:
        """Return the truth of an atom; what the file calls not applicable is never compared."""
        if self.view.inapplicable and self._is_inapplicable(atom, record):
            return Truth.UNKNOWN
        return atom_truth(atom, self.view, record)

    def _is_inapplicable(self, atom: Atom, record: Record | None) -> bool:
        view = self.view
        for term in terms_of(atom):
            for leaf in leaf_terms(term):
                if isinstance(leaf, Fact):
                    name, known = leaf.name, leaf.name in view.known
                elif isinstance(leaf, Field) and record is not None:
                    name = f"{record.items}[{record.number}].{leaf.name}"
                    known = leaf.name in record.known
                else:
                    continue
                if name in view.inapplicable and not known:
                    return True
        return False

    def _of_records(self, items: str, where: Condition | None) -> tuple[Derivation, ...]:
        """Derive the condition of each known record; no condition holds of every record."""
        derived: list[Derivation] = []
        for number, known in enumerate(self.view.listed(items), start=1):
            if where is None:
                derived.append(Derivation(Truth.TRUE, Exists(items, None), (), number))
            else:
                inner = self.derive(where, Record(items, known, number))
                parts = (inner.truth, inner.condition, inner.children, number)
                derived.append(_made(Derivation, parts))
        return tuple(derived)

    def _exists(self, condition: Exists, _: Record | None) -> Derivation:
        items = condition.items
        found = self._of_records(items, condition.where) if self.view.listed(items) else ()
        truth = disjunction(map(_TRUTH, found)) if found else Truth.FALSE
        if truth is Truth.FALSE and self.view.completeness(items) is not Truth.TRUE:
            truth = Truth.UNKNOWN
        return _made(Derivation, (truth, condition, found, 0))

    def _for_all(self, condition: ForAll, _: Record | None) -> Derivation:
        found = self._of_records(condition.items, condition.where)
        truth = conjunction(map(_TRUTH, found))
        if truth is Truth.TRUE and self.view.completeness(condition.items) is not Truth.TRUE:
            truth = Truth.UNKNOWN
        return _made(Derivation, (truth, condition, found, 0))

    def _count(self, condition: Count, _: Record | None) -> Derivation:
        found = self._of_records(condition.items, condition.where)
        least = sum(part.truth is Truth.TRUE for part in found)
        most: int | None = sum(part.truth is not Truth.FALSE for part in found)
        if self.view.completeness(condition.items) is not Truth.TRUE:
            most = None
        return Derivation(
            _counted(least, most, condition.operator, condition.number), condition, found
        )

    def _judged(self, condition: Judged, _: Record | None) -> Derivation:
        found = self._judgments.get(condition.judgment)
        if found is None:
            found = self._judgments[condition.judgment] = self._judgment(condition)
        return found

    def _judgment(self, condition: Judged) -> Derivation:
        """Derive a judgment: as settled, else false when nothing is asserted, else unknown."""
        met = self.view.settled.get(condition.judgment)
        if met is not None:
            return Derivation(truth_of(holds=met), condition)
        rests_on = self.reading.judgments[condition.judgment]
        if rests_on is None:
            return Derivation(Truth.UNKNOWN, condition)
        asserted = self.derive(rests_on)
        truth = Truth.FALSE if asserted.truth is Truth.FALSE else Truth.UNKNOWN
        return Derivation(truth, condition, (asserted,))

    _DERIVED_BY: ClassVar[Table[type, Callable[..., Derivation]]] = MappingProxyType(
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
    """What derives each kind of node: one row to a kind, and a test that none is left out."""


def _counted(least: int, most: int | None, operator: str, number: int) -> Truth:
    """Compare a number that lies between two bounds, the upper one open when None."""
    match operator:
        case ">=":
            return _at_least(least, most, number)
        case ">":
            return _at_least(least, most, number + 1)
        case "<":
            return negation(_at_least(least, most, number))
        case "<=":
            return negation(_at_least(least, most, number + 1))
        case "==":
            return _exactly(least, most, number)
        case _:
            return negation(_exactly(least, most, number))


def _at_least(least: int, most: int | None, number: int) -> Truth:
    if least >= number:
        return Truth.TRUE
    return Truth.FALSE if most is not None and most < number else Truth.UNKNOWN


def _exactly(least: int, most: int | None, number: int) -> Truth:
    return conjunction(
        (_at_least(least, most, number), negation(_at_least(least, most, number + 1)))
    )
