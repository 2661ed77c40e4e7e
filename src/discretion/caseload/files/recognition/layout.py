"""A layout: the headers by which one kind of table is known, and what a table has of them.

Names are compared with their white space, line breaks among it, made one space each. Nothing else
is folded: a name in other letters is another name, until a layout lists it as a spelling.
"""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence
from types import MappingProxyType

from discretion.entries import nothing
from discretion.frozen import dataclass
from discretion.frozen import field

PREVIEW_LINES = 25
"""Within how many lines headers are looked for; agency releases put up to six titles above them."""
COUNTED = re.compile(r"(?P<name>.+)#(?P<number>[1-9][0-9]?)")
"""A header that stands several times in a table, with its number from the left."""
MADE_UNIQUE = re.compile(r"(?P<name>.*)\.\.\.(?P<place>[0-9]+)")
"""What a statistics program makes of a blank or a repeated header: it adds the column's place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The headers by which one kind of table is known.

    `headers` are its columns as whoever reads them names them, and `spellings` gives, by header,
    how else tables spell it. A spelling that ends in `#1`, `#2` is one of several that a table
    spells alike, counted from the left. A table without one of `required` has another layout.
    Headers that are `spared` are never missed: whoever hands a table on may have taken them out.
    `key` is the header without which no row is of any use, and `key_says` what it does, as a
    sentence goes on with it; both are empty where none is. Nothing is read from those that are
    `unread`, so that it does no harm where one stands twice.
    """

    name: str
    headers: tuple[str, ...]
    required: frozenset[str]
    spellings: Table[str, tuple[str, ...]] = field(default_factory=nothing)
    spared: frozenset[str] = frozenset()
    key: str = ""
    key_says: str = ""
    unread: frozenset[str] = frozenset()

    def known_as(self, header: str) -> Iterator[str]:
        """Yield every spelling of a header, its own first."""
        yield from (flat(name) for name in (header, *self.spellings.get(header, ())))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """The layout of one sheet, and where its columns stand.

    `line` is the line of the headers among the first lines, from 0, and `width` how many cells it
    has. `places` gives the place of each header, from 0, by the layout's name, and `written` how
    the table spells it. `missing` are headers of the layout that the table has not, `unknown`
    those that the layout has not; `twice` stand more than once, so that nothing tells which is
    meant, and have no place. `titles` are the lines above the headers.
    """

    layout: str
    line: int
    width: int
    places: Table[str, int]
    written: Table[str, str]
    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    twice: tuple[str, ...]
    titles: tuple[str, ...]


def flat(name: str) -> str:
    """Return a header with every run of white space made one space."""
    return " ".join(name.replace("\ufeff", "").split())


def original(name: str, place: int) -> str:
    """Return a header without the place that a program added to make it unique.

    Args:
        name: the header, its white space folded.
        place: where it stands in its line, from 0; a number that is another place stays.

    """
    found = MADE_UNIQUE.fullmatch(name)
    return flat(found["name"]) if found and int(found["place"]) == place + 1 else name


def recognised_in(line: Sequence[str], number: int, layout: Layout) -> Recognised:
    """Return what a line of a table holds of the headers of a layout.

    Args:
        line: the cells of the line.
        number: which line it is, from 0.
        layout: the headers that are looked for.

    """
    written = tuple(flat(cell) for cell in line)
    names = tuple(original(name, place) for place, name in enumerate(written))
    places: dict[str, int] = {}
    twice: list[str] = []
    taken: set[int] = set()
    for header in layout.headers:
        found = _places(written, names, header, layout)
        taken.update(found)
        if len(found) > 1:
            twice.append(header)
        elif found:
            places[header] = found[0]
    return Recognised(
        layout=layout.name,
        line=number,
        width=len(line),
        places=MappingProxyType(places),
        written=MappingProxyType({header: line[place] for header, place in places.items()}),
        missing=tuple(
            name
            for name in layout.headers
            if name not in places and name not in twice and name not in layout.spared
        ),
        unknown=tuple(line[place] for place in range(len(line)) if place not in taken),
        twice=tuple(twice),
        titles=(),
    )


def _places(
    written: Sequence[str], names: Sequence[str], header: str, layout: Layout
) -> tuple[int, ...]:
    """Return where a header stands, by the first of its spellings that the line has."""
    for spelling in layout.known_as(header):
        line = written if MADE_UNIQUE.fullmatch(spelling) else names
        found = tuple(place for place, name in enumerate(line) if name == spelling)
        if found:
            return found
        counted = COUNTED.fullmatch(spelling)
        if counted is not None:
            alike = [place for place, name in enumerate(names) if name == counted["name"]]
            number = int(counted["number"])
            if 1 < len(alike) >= number:
                return (alike[number - 1],)
    return ()
