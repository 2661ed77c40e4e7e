"""What a completion gives a value to: facts, fields of known records, fields of further records.

An open list is completed with further records; each of their fields is a subject of its own, and
all of them belong to one missing fact: whether the list is complete.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple
from typing import TypeAlias

from discretion.engines.atoms import Atom
from discretion.frozen import dataclass
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
from discretion.rules.condition import walk

ATOMS = (Holds, Compare, Within, Between, StartsWith)
PRESENT = ""
"""The field of a further record that says whether it exists at all."""

Place: TypeAlias = tuple[str, str]
"""What an atom reads: a fact as ("", name), a field as (list, name)."""
Order: TypeAlias = tuple[str, str]
"""Two dates of the dictionary, (later, earlier), of which the first is never before the second."""


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
    """Every atom of a set of conditions by what it reads, and what hangs together.

    `of` maps a place to its atoms, `lists` tells the lists that conditions ask about. `joint`
    maps a place to the others that an atom, or a chain of date orders, ties to it in the same
    matter or record. `orders` holds the date orders of the matter (under the empty word) and of
    each list, an earlier date's own order before it. `constant` is the fact that every matter
    gives, which is never missing.
    """

    of: Table[Place, tuple[Atom, ...]]
    lists: tuple[str, ...]
    joint: Table[Place, frozenset[Place]]
    orders: Table[str, tuple[Order, ...]]
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
    of: dict[Place, dict[Atom, None]] = {}
    joint: dict[Place, set[Place]] = {}
    asked = tuple(conditions)
    for atom, items in _atoms(asked):
        read = [place for place in places_of(atom, items) if place != ("", constant)]
        for place in read:
            of.setdefault(place, {})[atom] = None
            tied = (other for other in read if other[0] == place[0] and other != place)
            joint.setdefault(place, set()).update(tied)
    listed = _in_turn(orders)
    for one, other in _chained(of, listed):
        joint.setdefault(one, set()).add(other)
        joint.setdefault(other, set()).add(one)
    nodes = (node for condition in asked for node in walk(condition))
    lists = dict.fromkeys(node.items for node in nodes if isinstance(node, Exists | ForAll | Count))
    return AtomIndex(
        of=MappingProxyType({place: tuple(atoms) for place, atoms in of.items()}),
        lists=tuple(lists),
        joint=MappingProxyType({place: frozenset(others) for place, others in joint.items()}),
        orders=MappingProxyType(listed),
        constant=constant,
    )


def _atoms(conditions: Iterable[Condition], items: str = "") -> Iterator[tuple[Atom, str]]:
    """Yield every atom with the list whose records it is read of, empty for the matter."""
    for condition in conditions:
        if isinstance(condition, ATOMS):
            yield condition, items
        inner = condition.items if isinstance(condition, Exists | ForAll | Count) else items
        yield from _atoms(parts_of(condition), inner)


def places_of(atom: Atom, items: str) -> Iterator[Place]:
    """Yield what an atom reads, with repeats."""
    for term in terms_of(atom):
        for leaf in leaf_terms(term):
            if isinstance(leaf, Fact):
                yield "", leaf.name
            elif isinstance(leaf, Field):
                yield items, leaf.name


def _in_turn(orders: Iterable[tuple[str, str, str]]) -> dict[str, tuple[Order, ...]]:
    """Return the orders of each list, an earlier date's own order before it."""
    found: dict[str, dict[str, str]] = {}
    for items, later, earlier in orders:
        found.setdefault(items, {})[later] = earlier
    return {
        items: tuple(sorted(pairs.items(), key=lambda pair: len(list(_before(pair[0], pairs)))))
        for items, pairs in found.items()
    }


def _before(date: str, earlier: Table[str, str]) -> Iterator[str]:
    """Yield the dates that a date cannot precede, the nearest first."""
    seen = {date}
    while date in earlier and earlier[date] not in seen:
        date = earlier[date]
        seen.add(date)
        yield date


def _chained(
    read: Table[Place, object], orders: Table[str, tuple[Order, ...]]
) -> Iterator[tuple[Place, Place]]:
    """Yield the links of each chain of orders from a date that is read up to the next one that is.

    A date between them ties them even where no atom reads it; one outside them only bounds them.
    """
    for items, pairs in orders.items():
        earlier = dict(pairs)
        for later in earlier:
            if (items, later) not in read:
                continue
            chain = [later]
            for date in _before(later, earlier):
                chain.append(date)
                if (items, date) in read:
                    for one, other in pairwise(chain):
                        yield (items, one), (items, other)
                    break
