"""The reference engine: walks a condition and explains it. It is the definition of the language.

Strong Kleene logic and no shortcut: every part of a condition is derived, so that the trace is
whole. A rule, a judgment and a yes-no fact are derived once each, and stand wherever they are
asked for. `missing` facts are not read off it; the analysis layer computes those exactly.
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
from discretion.truth import FALSE
from discretion.truth import TRUE
from discretion.truth import UNKNOWN
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
        self._derived_by = dict(self._DERIVED_BY)
        self._rules: dict[str, Derivation] = {}
        self._facts: dict[str, Derivation] = {}
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
            return TRUE
        found = self._judgments.get(judgment)
        if found is not None and found.children:
            return found.children[0].truth
        return self.truth(rests_on)

    def derive(self, condition: Condition, record: Record | None = None) -> Derivation:
        """Return the derivation of a condition, of one record where it stands in a list."""
        return self._derived_by[type(condition)](self, condition, record)

    def _atom(self, atom: Atom, record: Record | None) -> Derivation:
        """Derive a comparison; what the file calls not applicable is never compared."""
        if self.view.inapplicable and self._is_inapplicable(atom, record):
            truth = UNKNOWN
        else:
            truth = atom_truth(atom, self.view, record)
        return _made(Derivation, (truth, atom, (), 0))

    def _parts(self, parts: tuple[Condition, ...], record: Record | None) -> tuple[Derivation, ...]:
        by = self._derived_by
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
        return _made(Derivation, (truth_of(holds=settled), condition, (), 0))

    def _holds(self, condition: Holds, record: Record | None) -> Derivation:
        """Derive a yes-no field as it is said, and a yes-no fact once for all rules."""
        term, view = condition.term, self.view
        if isinstance(term, Field):
            return self._atom(condition, record)
        found = self._facts.get(term.name)
        if found is not None:
            return found
        if view.inapplicable and self._is_inapplicable(condition, record):
            said = UNKNOWN
        else:
            said = is_word(view.values(term.name), YES)
        derivable = self._derivable.get(term.name)
        if derivable is None or term.name in view.known:
            found = _made(Derivation, (said, condition, (), 0))
        else:
            found = self._followed(condition, derivable, said)
        self._facts[term.name] = found
        return found

    def _followed(self, condition: Holds, derivable: Derivable, said: Truth) -> Derivation:
        """Derive a fact from what it would follow from, and from what is said of it."""
        sources: list[Derivation] = []
        yes = no = FALSE
        if derivable.yes_when is not None:
            sources.append(self.derive(derivable.yes_when))
            yes = sources[-1].truth
        if derivable.no_when is not None:
            sources.append(self.derive(derivable.no_when))
            no = sources[-1].truth
        truth = disjunction((yes, conjunction((negation(no), said))))
        return _made(Derivation, (truth, condition, tuple(sources), 0))

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
        listed = self.view.listed(items)
        if not listed:
            return ()
        derived: list[Derivation] = []
        for number, known in enumerate(listed, start=1):
            if where is None:
                derived.append(Derivation(TRUE, Exists(items, None), (), number))
            else:
                inner = self.derive(where, Record(items, known, number))
                derived.append(_made(Derivation, (*inner[:3], number)))
        return tuple(derived)

    def _exists(self, condition: Exists, _: Record | None) -> Derivation:
        found = self._of_records(condition.items, condition.where)
        truth = disjunction(map(_TRUTH, found))
        if truth is FALSE and self.view.completeness(condition.items) is not TRUE:
            truth = UNKNOWN
        return _made(Derivation, (truth, condition, found, 0))

    def _for_all(self, condition: ForAll, _: Record | None) -> Derivation:
        found = self._of_records(condition.items, condition.where)
        truth = conjunction(map(_TRUTH, found))
        if truth is TRUE and self.view.completeness(condition.items) is not TRUE:
            truth = UNKNOWN
        return _made(Derivation, (truth, condition, found, 0))

    def _count(self, condition: Count, _: Record | None) -> Derivation:
        found = self._of_records(condition.items, condition.where)
        least = sum(part.truth is TRUE for part in found)
        most: int | None = sum(part.truth is not FALSE for part in found)
        if self.view.completeness(condition.items) is not TRUE:
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
            return _made(Derivation, (truth_of(holds=met), condition, (), 0))
        rests_on = self.reading.judgments[condition.judgment]
        if rests_on is None:
            return _made(Derivation, (UNKNOWN, condition, (), 0))
        asserted = self.derive(rests_on)
        truth = FALSE if asserted.truth is FALSE else UNKNOWN
        return _made(Derivation, (truth, condition, (asserted,), 0))

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
        return TRUE
    return FALSE if most is not None and most < number else UNKNOWN


def _exactly(least: int, most: int | None, number: int) -> Truth:
    return conjunction(
        (_at_least(least, most, number), negation(_at_least(least, most, number + 1)))
    )
