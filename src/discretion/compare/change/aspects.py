"""A change of one item of a pack, as the aspects in which two versions of it differ."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from enum import Enum
from typing import TypeAlias

from discretion.frozen import dataclass

Aspects: TypeAlias = Table[str, str]
"""An item as text, aspect by aspect; an aspect that it does not have is empty or left out."""
PLACE = "place"
"""The aspect that says where in the text an item stands."""


class ChangeKind(Enum):
    """What became of an item between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectChange:
    """One aspect before and after; empty where the item, or the aspect, is not there."""

    aspect: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one item. INVARIANT different: every difference has two sides that differ."""

    key: str
    kind: ChangeKind
    differences: tuple[AspectChange, ...]


def changes_of(old: Table[str, Aspects], new: Table[str, Aspects]) -> tuple[Change, ...]:
    """Return what became of each item: those of the new version in its order, then those gone.

    Args:
        old: the items of the old version by their names.
        new: those of the new version; an item of the same name is the same item.

    """
    return tuple(_changes(old, new))


def _changes(old: Table[str, Aspects], new: Table[str, Aspects]) -> Iterator[Change]:
    for key, aspects in new.items():
        differences = tuple(_differences(old.get(key, {}), aspects))
        if key not in old:
            yield Change(key=key, kind=ChangeKind.ADDED, differences=differences)
        elif differences:
            is_moved = all(each.aspect == PLACE for each in differences)
            kind = ChangeKind.MOVED if is_moved else ChangeKind.CHANGED
            yield Change(key=key, kind=kind, differences=differences)
    for key, aspects in old.items():
        if key not in new:
            gone = tuple(_differences(aspects, {}))
            yield Change(key=key, kind=ChangeKind.REMOVED, differences=gone)


def _differences(old: Aspects, new: Aspects) -> Iterator[AspectChange]:
    for aspect in dict.fromkeys((*new, *old)):
        before, after = old.get(aspect, ""), new.get(aspect, "")
        if before != after:
            yield AspectChange(aspect=aspect, before=before, after=after)
