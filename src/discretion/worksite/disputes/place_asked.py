"""The place that a look-up is about: one that law knows, or a city in a state."""

from discretion.errors import UnknownNameError
from discretion.frozen import dataclass
from discretion.gazetteer import STATES
from discretion.place import NATION
from discretion.place import Place
from discretion.place import contains
from discretion.place import nearest_places
from discretion.place import read_place
from discretion.truth import Truth
from discretion.worksite.disputes.names import NameWords
from discretion.worksite.disputes.names import all_words_of
from discretion.worksite.disputes.rows import DisputeRow

EXAMPLES = ("US-WA", "S.D. Tex.", "Springfield, IL")
"""Places that show how one is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAsked:
    """A place, and a city in it where one was named. It never holds an address."""

    place: Place
    city: str = ""

    def __str__(self) -> str:
        """The place as it is asked about."""
        letters = self.place.code.removeprefix(f"{NATION}-")
        return f"{self.city}, {letters}" if self.city else self.place.name


def read_place_asked(text: str) -> PlaceAsked:
    """Return the place that a look-up is about.

    Args:
        text: a code such as `US-WA` or `S.D. Tex.`, or a city with its state: `Springfield, IL`.

    Raises:
        UnknownNameError: nobody knows the place, or the state behind the comma.

    """
    flat = " ".join(text.split())
    place = read_place(flat)
    if place is not None:
        return PlaceAsked(place=place)
    city, comma, state = (part.strip() for part in flat.partition(","))
    code = f"{NATION}-{state.upper().removeprefix(f'{NATION}-')}"
    place = read_place(code) if comma and city and code in STATES else None
    if place is None:
        known = nearest_places(state if comma else flat) or EXAMPLES
        raise UnknownNameError("place", flat, known, is_whole=False)  # noqa: EM101  # a kind, not a message
    return PlaceAsked(place=place, city=city)


def lies_in(row: DisputeRow, asked: PlaceAsked, words: NameWords) -> Truth:
    """Return whether a row lies in a place: unknown where the row does not say enough.

    A row gives a city and a state. It may lie in a district of that state or in another, and what
    it writes for a city may hold several, so a city is found where all of its words stand.
    """
    place = read_place(f"{NATION}-{row.state}") if row.state else None
    if place is None:
        return Truth.UNKNOWN
    inside = contains(asked.place, place)
    if not asked.city or inside is Truth.FALSE:
        return inside
    if not row.city:
        return Truth.UNKNOWN
    city = frozenset(all_words_of(row.city, words))
    return Truth.TRUE if city.issuperset(all_words_of(asked.city, words)) else Truth.FALSE
