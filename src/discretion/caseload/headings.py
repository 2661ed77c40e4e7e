"""Where the headers of a mapping stand in one table, by whichever spelling its release has."""

import re
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence
from types import MappingProxyType

from discretion.caseload.mapping import Origin
from discretion.frozen import dataclass

COUNTED = re.compile(r"(?P<name>.+)#(?P<number>[1-9])")
"""A header that stands several times in a table, with its number from the left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The columns of one table as a mapping names them.

    `places` gives the place of each header, counted from 0, by the mapping's name of it. `missing`
    are the headers that the table must have and has not; `twice` those that stand more than once,
    so that nothing tells which is meant; `new` what the table has and the mapping does not name.
    """

    places: Table[str, int]
    missing: tuple[str, ...]
    twice: tuple[str, ...]
    new: tuple[str, ...]


def find_headings(line: Sequence[str], origin: Origin, spared: Collection[str] = ()) -> Headings:
    """Return where the headers of a mapping stand in a line of a table.

    Args:
        line: the cells of the line.
        origin: the headers, and their other spellings.
        spared: headers that are never missed, such as those of protected columns, which somebody
            may have taken out before anybody else saw them.

    """
    names = tuple(" ".join(name.split()) for name in line)
    places: dict[str, int] = {}
    taken: set[int] = set()
    twice: list[str] = []
    for header in origin.every:
        found = _places(names, header, origin)
        if found:
            places[header] = found[0]
            taken.update(found)
        if len(found) > 1:
            twice.append(header)
    new = (name for place, name in enumerate(names) if place not in taken)
    return Headings(
        places=MappingProxyType(places),
        missing=tuple(name for name in origin.headers if name not in places and name not in spared),
        twice=tuple(twice),
        new=tuple(dict.fromkeys(new)),
    )


def _places(names: tuple[str, ...], header: str, origin: Origin) -> list[int]:
    """Return where a header stands: as the mapping names it, else as another release does."""
    for spelling in (header, *origin.also.get(header, ())):
        found = list(_spelt(names, spelling))
        if found:
            return found
    return []


def _spelt(names: tuple[str, ...], spelling: str) -> Iterator[int]:
    if spelling in names:
        yield from (place for place, name in enumerate(names) if name == spelling)
        return
    counted = COUNTED.fullmatch(spelling)
    if counted is None:
        return
    alike = [place for place, name in enumerate(names) if name == counted["name"]]
    number = int(counted["number"])
    if len(alike) > 1 and number <= len(alike):
        yield alike[number - 1]
