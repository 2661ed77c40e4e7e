"""What a completion gives a value to: facts, fields of known records, fields of further records.

An open list is completed with further records; each of their fields is a subject of its own, and
all of them belong to one missing fact: whether the list is complete.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from discretion.engines.atoms import Atom
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import parts_of
from discretion.rules.condition import terms_of

ATOMS = (Holds, Compare, Within, Between, StartsWith)
PRESENT = ""
"""The field of a further record that says whether it exists at all."""


class Subject(NamedTuple):
    """One thing that may have a value: `record` counts known records from 1, further ones from -1.

    `items` is empty and `record` 0 for a fact of the matter.
    """

    items: str
    record: int
    field: str

    @property
    def name(self) -> str:
        """The missing fact that this belongs to, as answers name it."""
        if not self.items:
            return self.field
        if self.record < 0:
            return f"{self.items}.complete"
        return f"{self.items}[{self.record}].{self.field}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AtomIndex:
    """Every atom of a set of conditions by what it reads.

    `of` maps (list, fact or field) to its atoms; `joint` maps it to the others that some atom, or
    a date order of the dictionary, reads together with it, in the same record or matter.
    `constant` is the fact that every matter gives, which is never missing.
    """

    of: Table[tuple[str, str], tuple[Atom, ...]]
    joint: Table[tuple[str, str], frozenset[tuple[str, str]]]
    constant: str


def index_atoms(
    conditions: Iterable[Condition], orders: Iterable[tuple[str, str, str]], constant: str
) -> AtomIndex:
    """Return the index of all atoms in the conditions.

    Args:
        conditions: every condition that findings may reach, with those of derivable facts.
        orders: (list, later, earlier) for each date order of the dictionary.
        constant: the fact that every matter gives, which is never missing.

    """
    of: dict[tuple[str, str], dict[Atom, None]] = {}
    joint: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for atom, items in _atoms(conditions):
        read = [place for place in places_of(atom, items) if place != ("", constant)]
        for place in read:
            of.setdefault(place, {})[atom] = None
            joint.setdefault(place, set()).update(other for other in read if other != place)
    for items, later, earlier in orders:
        pair = ((items, later), (items, earlier))
        if all(place in of for place in pair):
            joint[pair[0]].add(pair[1])
            joint[pair[1]].add(pair[0])
    return AtomIndex(
        of=MappingProxyType({place: tuple(atoms) for place, atoms in of.items()}),
        joint=MappingProxyType({place: frozenset(others) for place, others in joint.items()}),
        constant=constant,
    )


def _atoms(conditions: Iterable[Condition], items: str = "") -> Iterator[tuple[Atom, str]]:
    """Yield every atom with the list whose records it is read of, empty for the matter."""
    for condition in conditions:
        if isinstance(condition, ATOMS):
            yield condition, items
        inner = condition.items if isinstance(condition, Exists | ForAll | Count) else items
        yield from _atoms(parts_of(condition), inner)


def places_of(atom: Atom, items: str) -> Iterator[tuple[str, str]]:
    """Yield what an atom reads, as (list, fact or field)."""
    for term in terms_of(atom):
        for leaf in leaf_terms(term):
            if isinstance(leaf, Fact):
                yield "", leaf.name
            elif isinstance(leaf, Field):
                yield items, leaf.name
