"""What somebody asks of a table, and whether anybody knows what it names."""

from collections.abc import Collection
from collections.abc import Iterator

from discretion.caseload.mapping import MATTER
from discretion.engines.interpretations import Interpreted
from discretion.engines.interpretations import interpretations
from discretion.engines.interpretations import names_of
from discretion.errors import UnknownInstrumentError
from discretion.errors import UnknownNameError
from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.rules.rule import Pack

RECORDED, DECISION = "recorded", "decision"
KNOWN_AT = (RECORDED, DECISION)
"""Which facts count: all that the table records, or those that were known on the decision's day."""
KNOWLEDGE, ASSUMPTIONS = "choice of knowledge", "assumption set"
POLICY, INTERPRETATION = "policy that a table of decisions can be asked of", "interpretation"
"""What a word that nobody knows was to be."""
EVERY = "all"
"""What asks for every interpretation of a pack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody asks of a table.

    `instruments` is empty for those that governed some decision of the table by its own day.
    `interpretation` is the name of a reading, `all`, or empty for the default.
    """

    instruments: tuple[str, ...] = ()
    interpretation: str = ""
    assumptions: tuple[str, ...] = ()
    known_at: str = RECORDED


def check_asked(library: Library, asked: Asked) -> None:
    """Check that everything that is asked for is known.

    Raises:
        UnknownInstrumentError: no pack describes an instrument that is asked for.
        UnknownNameError: no pack has the assumption set or the interpretation, there is no such
            choice of knowledge, or the rows of a table cannot be asked of a policy.

    """
    sets = set(library.assumption_sets)
    sets.update(name for pack in library.packs.values() for name in pack.assumption_sets)
    for name in asked.assumptions:
        if name not in sets:
            raise UnknownNameError(ASSUMPTIONS, name, sets)
    if asked.known_at not in KNOWN_AT:
        raise UnknownNameError(KNOWLEDGE, asked.known_at, KNOWN_AT)
    askable = [name for name, pack in library.packs.items() if may_be_asked(pack)]
    for name in asked.instruments:
        if name not in library.packs:
            raise UnknownInstrumentError(name, askable)
        if not may_be_asked(library.pack(name)):
            raise UnknownNameError(POLICY, name, askable)
    readings = {word for name in askable for word in _readings(library, library.pack(name))}
    if asked.interpretation not in {EVERY, *readings}:
        known = {EVERY, *readings} - {""}
        raise UnknownNameError(INTERPRETATION, asked.interpretation, known)


def check_use(
    library: Library,
    asked: Asked,
    instruments: Collection[str],
    own: Collection[str],
) -> None:
    """Check that what is asked for has its part in some policy: nothing is cited that did nothing.

    Args:
        library: the policies.
        asked: what somebody asks.
        instruments: the policies that are asked.
        own: the assumption sets of those packs that were chosen.

    Raises:
        UnknownNameError: no policy that is asked has the assumption set, or the interpretation.

    """
    for name in asked.assumptions:
        if name not in library.assumption_sets and name not in own:
            raise UnknownNameError(ASSUMPTIONS, name, {*library.assumption_sets, *own})
    readings = {word for name in instruments for word in _readings(library, library.pack(name))}
    if instruments and asked.interpretation not in {"", EVERY, *readings}:
        raise UnknownNameError(INTERPRETATION, asked.interpretation, {EVERY, *readings} - {""})


def may_be_asked(pack: Pack) -> bool:
    """Tell whether the rows of a table can be asked of a pack."""
    return pack.instrument.matter == MATTER and not pack.instrument.is_screen and bool(pack.rules)


def _readings(library: Library, pack: Pack) -> Iterator[str]:
    """Yield the names of the readings that a pack has to choose from."""
    for each in interpretations(pack, library.derivations.derivable):
        yield from words_of(each)


def words_of(interpreted: Interpreted) -> tuple[str, ...]:
    """Return the words by which an interpretation is asked for: each of its readings, or all."""
    return *names_of(interpreted.name), interpreted.name
