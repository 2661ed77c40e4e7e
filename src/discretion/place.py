"""A place where a decision is made or an order holds: the nation, a state, a district, a circuit.

States and territories have ISO 3166-2 codes (`US-WA`); districts and circuits are written as
courts abbreviate them (`S.D. Tex.`, `5th Cir.`).
A district lies in the state whose name it bears, and that state in its circuit.
Three strips that statutes lay to a neighbour's district are left out of account: the parts of
Yellowstone National Park in Idaho and Montana (28 U.S.C. 131), and the islands beyond the state
that belong to the District of Hawaii (28 U.S.C. 91), which have no code here.
"""

from discretion.frozen import dataclass
from discretion.gazetteer import CIRCUITS
from discretion.gazetteer import DIVISIONS
from discretion.gazetteer import OTHER_SPELLINGS
from discretion.gazetteer import STATES
from discretion.truth import Truth

NATION = "US"
"""The code of the whole country, which every other place lies in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the United States that law or a court's order can be limited to.

    It never holds an address, a county or a point: nothing here locates a person.

    INVARIANT known-place: `code` is one of `place_codes()`. `read_place` keeps it.
    """

    code: str
    name: str

    def __str__(self) -> str:
        """The code, as files write it."""
        return self.code


def read_place(text: str) -> Place | None:
    """Return the place that a code names, or None where no place is spelt so.

    Args:
        text: a code such as `US`, `US-WA`, `W.D. Wash.` or `9th Cir.`, without outer blanks.
    """
    code = OTHER_SPELLINGS.get(text, text)
    name = _name_of(code)
    return Place(code=code, name=name) if name else None


def contains(outer: Place, inner: Place) -> Truth:
    """Return whether all of one place lies in another.

    True: every point of `inner` lies in `outer`, as for a place and itself.
    False: no point does.
    Unknown: some points do, so that it depends on where in `inner` one stands. `S.D. Tex.` covers
    part of `US-TX`; `D. Ariz.` covers all of `US-AZ`.
    """
    if outer.code in (NATION, inner.code):
        return Truth.TRUE
    outer_area, inner_area = _area_of(outer), _area_of(inner)
    if inner_area <= outer_area:
        return Truth.TRUE
    return Truth.FALSE if inner_area.isdisjoint(outer_area) else Truth.UNKNOWN


def place_codes() -> tuple[str, ...]:
    """Return every code there is: the nation, then states, districts and circuits."""
    districts = (district for _, _, districts in STATES.values() for district in districts)
    return (NATION, *STATES, *districts, *CIRCUITS)


def nearest_places(text: str) -> tuple[str, ...]:
    """Return the codes whose spelling or name comes nearest to a misspelt place, best first.

    Args:
        text: what was written, such as `SD Tex`, `us-wa` or `Washington`.

    Returns:
        At most three codes; none where nothing comes near.
    """
    from difflib import get_close_matches

    spellings: dict[str, str] = {}
    for code in place_codes():
        spellings.setdefault(_name_of(code).casefold(), code)
        spellings[code.replace("Cir.", "Circuit").casefold()] = code
        spellings[code.casefold()] = code
    spellings.update({code.removeprefix(f"{NATION}-").casefold(): code for code in STATES})
    close = get_close_matches(text.casefold(), spellings, n=6, cutoff=0.6)
    return tuple(dict.fromkeys(spellings[spelling] for spelling in close))[:3]


def _name_of(code: str) -> str:
    """Return the full name of a place, or an empty string for a code that names none."""
    if code == NATION:
        return "United States"
    if code in STATES:
        return STATES[code][0]
    if code in CIRCUITS:
        return CIRCUITS[code]
    for state, _, districts in STATES.values():
        if code in districts:
            division = DIVISIONS[code[0]] + " " if len(districts) > 1 else ""
            return f"{division}District of {_with_article(state)}"
    return ""


def _with_article(state: str) -> str:
    """Return a state's name as it follows `District of`."""
    name = state.removeprefix("U.S. ")
    return f"the {name}" if name.startswith("District") or name.endswith("Islands") else name


def _area_of(place: Place) -> frozenset[str]:
    """Return the smallest areas a place is made of: districts, or a state that has none."""
    pieces: list[str] = []
    for state, (_, circuit, districts) in STATES.items():
        if place.code in (NATION, state, circuit):
            pieces.extend(districts or (state,))
        elif place.code in districts:
            pieces.append(place.code)
    return frozenset(pieces)
