"""The rows of the law as data, and the places where packs hold them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from discretion.rules.cases import PackCases
from discretion.rules.cases import read_cases
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.rule import Pack

Row = dict[str, Any]

HERE = Path(__file__).parent
FACT = "fact"
"""The word by which a place names a fact, which belongs to no pack."""


def _read(path: Path) -> Any:  # noqa: ANN401  # what a YAML file holds
    return yaml.safe_load(path.read_text("utf-8"))


INSTRUMENTS: dict[str, Row] = {
    path.stem: _read(path) for path in sorted((HERE / "law").glob("*.yaml"))
}
"""What each instrument says, row by row, and how each row is encoded."""
FACTS_ASKED: list[Row] = _read(HERE / "facts_asked.yaml")
_WALK: Row = _read(HERE / "law_tables.yaml")
NAMES: dict[str, str] = _WALK["names"]
TABLES: list[Row] = _WALK["tables"]


@cache
def library() -> Library:
    """Return the bundled policies, read once."""
    return read_library()


def pack_of(instrument: str) -> Pack:
    """Return the pack of an instrument."""
    return library().pack(instrument)


@cache
def cases_of(instrument: str) -> PackCases:
    """Return the cases of a pack, read once."""
    found, _ = read_cases(library(), pack_of(instrument))
    return found


def is_held(place: str) -> bool:
    """Tell whether the packs hold what a place names, such as `gl rule gl.ns.1` or `fact NAME`."""
    first, _, rest = place.partition(" ")
    if first == FACT:
        return rest in library().dictionary.facts
    kind, _, name = rest.partition(" ")
    return first in NAMES and bool(name) and _holds(NAMES[first], kind, name)


def _holds(instrument: str, kind: str, name: str) -> bool:
    pack = pack_of(instrument)
    match kind:
        case "rule":
            return name in pack.rules
        case "judgment":
            return name in pack.judgments
        case "provision":
            return any(each.citation.pinpoint == name for each in pack.provisions)
        case "event":
            return pack.instrument.event(name) is not None
        case "outcome":
            return any(row.token == name for row in pack.outcomes)
        case "omission":
            return 1 == sum(each.what.startswith(name) for each in pack.omissions)
        case "source":
            return name in pack.instrument.sources
        case "scope":
            return name in pack.instrument.scope
        case "case":
            return any(each.name == name for each in cases_of(instrument).cases)
        case "observed":
            return any(each.name == name for each in cases_of(instrument).observed)
        case _:
            return False
