"""Where the headers of a mapping stand in one table, by whichever spelling its release has."""

from collections.abc import Collection
from collections.abc import Mapping as Table
from collections.abc import Sequence

from discretion.caseload.files.recognition.layout import Layout
from discretion.caseload.files.recognition.layout import flat
from discretion.caseload.files.recognition.layout import recognised_in
from discretion.caseload.mapping import Origin
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The columns of one table as a mapping names them.

    `places` gives the place of each header, counted from 0, by the mapping's name of it. `missing`
    are the headers that the table must have and has not; `twice` those that stand more than once,
    so that nothing tells which is meant, and that have no place; `new` what the table has and the
    mapping does not name.
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
    layout = Layout(
        name="",
        headers=origin.every,
        required=frozenset(),
        spellings=origin.also,
        spared=frozenset((*origin.optional, *spared)),
    )
    found = recognised_in(line, 0, layout)
    return Headings(
        places=found.places,
        missing=found.missing,
        twice=found.twice,
        new=tuple(dict.fromkeys(map(flat, found.unknown))),
    )
