"""The comparisons of a matter, each tried on every value that its facts may still have."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from datetime import datetime
from datetime import timedelta
from itertools import product
from math import prod

from discretion.engines.atoms import Atom
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.truth import Truth
from tests.exactness.policy import Policy
from tests.exactness.trying.plain import Plain
from tests.exactness.trying.plain import holds

MOST = 3_000
"""A comparison with more combinations of values left is not tried."""


def tried_atoms(policy: Policy, view: View) -> Iterator[tuple[Atom, Truth]]:
    """Yield each comparison of plain facts with what all their values say, where all can be tried.

    Fields, facts that follow from others and what does not apply are left out.
    """
    not_plain = view.inapplicable | policy.reading.derivable.keys()
    for tree in policy.reading.rules.values():
        for atom in walk(tree):
            if not isinstance(atom, Holds | Compare | Between | Within | StartsWith):
                continue
            leaves = list(dict.fromkeys(_leaves(atom)))
            facts = [leaf for leaf in leaves if isinstance(leaf, Fact)]
            if len(facts) < len(leaves) or any(leaf.name in not_plain for leaf in facts):
                continue
            left = [_each(view.values(leaf.name)) for leaf in facts]
            if all(left) and prod(map(len, left)) <= MOST:
                yield atom, _tried(atom, facts, left)


def errs_towards_unknown(atom: Atom) -> bool:
    """Tell whether an atom compares its two ends apart, or reads one fact twice."""
    return isinstance(atom, Between) or max(Counter(_leaves(atom)).values()) > 1


def _leaves(atom: Atom) -> list[Fact | Field]:
    every = (leaf for term in terms_of(atom) for leaf in leaf_terms(term))
    return [leaf for leaf in every if not isinstance(leaf, Constant)]


def _tried(atom: Atom, facts: list[Fact], left: list[Sequence[Plain]]) -> Truth:
    found = set()
    for values in product(*left):
        row: dict[Fact | Field, Plain] = dict(zip(facts, values, strict=True))
        found.add(holds(atom, row.__getitem__))
    if len(found) > 1:
        return Truth.UNKNOWN
    return Truth.TRUE if found == {True} else Truth.FALSE


def _each(values: Values) -> Sequence[Plain]:
    """Return every value left, or none where there are too many."""
    if isinstance(values, Choices):
        return sorted(values.words or ())
    stretches = [_between(low, high) for low, high in values.spans]
    return [value for each in stretches for value in each] if all(stretches) else ()


def _between(low: date | int, high: date | int) -> Sequence[Plain]:
    """Return every day or number between two; of different moments there are too many."""
    if low == high:
        return (low,)
    if isinstance(low, int) and isinstance(high, int):
        return range(low, high + 1) if high - low < MOST else ()
    if isinstance(low, int) or isinstance(high, int) or isinstance(low, datetime):
        return ()
    days = (high - low).days
    return [low + timedelta(days=day) for day in range(days + 1)] if days < MOST else ()
