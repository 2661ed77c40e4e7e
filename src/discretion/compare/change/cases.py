"""The cases of a pack as aspects: each thing that is given, each that is expected, and why."""

from collections.abc import Iterator

from discretion.compare.change.aspects import Aspects
from discretion.rules.packs.changes.case_rows import Written
from discretion.rules.packs.changes.case_rows import rows_of
from discretion.rules.rule import Pack


def case_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return the cases of a pack by their names."""
    return _rows(pack, "cases", "case")


def observed_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return the decisions that the sources of a pack report, by their ids."""
    return _rows(pack, "observed_decisions", "id")


def _rows(pack: Pack, section: str, name: str) -> dict[str, Aspects]:
    return {
        str(row.get(name, "")): {
            aspect: text
            for key, written in row.items()
            if key != name
            for aspect, text in _told(key, written)
        }
        for row in rows_of(pack, section)
    }


def _told(key: str, written: Written) -> Iterator[tuple[str, str]]:
    """Yield what is written under a key, with the way to it: `given.facts.offences.1.weapon`."""
    match written:
        case str():
            yield key, written
        case list():
            if all(isinstance(item, str) for item in written):
                yield key, f"[{', '.join(map(str, written))}]"
                return
            for number, item in enumerate(written, start=1):
                yield from _told(f"{key}.{number}", item)
        case _:
            for name, inner in written.items():
                yield from _told(f"{key}.{name}", inner)
