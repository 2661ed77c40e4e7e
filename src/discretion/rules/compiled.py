"""The compiled library: what the policy files say, kept as JSON so that YAML is read only once.

An entry is a shortcut and never an authority. It counts only while every policy file and every
module that reads one is the very one it was made from, by path, size, times and file number, and
only if nobody but its owner could have written it. Anything else is ignored, and the files are
read. It holds no fact of any person, and may be deleted at any time.

The first line of an entry describes it, the second holds the words and the instruments, and each
further line what one pack says of its own, which is decoded when somebody asks for it.
"""

import json
import os
from binascii import crc32
from collections.abc import Iterator
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from datetime import datetime
from enum import Enum
from types import MappingProxyType
from typing import Any
from typing import cast
from typing import get_args

from discretion.errors import Problem
from discretion.facts.case_reader import Words
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.dictionary import SignedEntry
from discretion.facts.matter import Forbidden
from discretion.facts.matter import Gate
from discretion.facts.matter import MatterType
from discretion.facts.protected import Protected
from discretion.frozen import defaults_of
from discretion.frozen import fields_of
from discretion.law.citation import Citation
from discretion.law.citation import Quote
from discretion.law.event import StatusEvent
from discretion.law.instrument import Instrument
from discretion.law.provision import Provision
from discretion.place import Place
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.condition import Condition
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.derived import Derivable
from discretion.rules.derived import Derivations
from discretion.rules.derived import FromRecords
from discretion.rules.library import BUNDLED
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.measure import Each
from discretion.rules.measure import Tally
from discretion.rules.rule import Consequence
from discretion.rules.rule import Deliverable
from discretion.rules.rule import Delivery
from discretion.rules.rule import DutyTerms
from discretion.rules.rule import Interpretation
from discretion.rules.rule import JudgmentType
from discretion.rules.rule import Omission
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails
from discretion.rules.sentences.sentence import Sentence
from discretion.rules.sentences.sentence import Unclaimed
from discretion.source import FilePath
from discretion.vocabulary import Vocabulary

FORMAT = 2
"""The version of the layout of an entry."""
SETTLED_NS = 2_000_000_000
"""How much older than the entry every source must be, as a clock of files may tick once in two
seconds: a file that changes twice within a tick shows one time. Source: the FAT file system, whose
directory entries count the time of a change in units of two seconds; no other in use is coarser."""
PACKAGE = os.path.dirname(os.path.dirname(__file__))
READERS = ("facts", "law", "rules")
"""Where the modules lie that read policies and give them their classes, beside those at the top."""

_WRITABLE_BY_OTHERS = 0o022
Source = tuple[str, int, int, int, int]
"""One file as its folder describes it: path, size, two times of change and file number."""

SHARED = (
    "words",
    "derivations",
    "instruments",
    "gates",
    "assumption_sets",
    "sentences",
    "problems",
)
"""What the second line of an entry holds of a library."""
A_DAY = (date, date | None)
"""How the classes below annotate a day."""
_CLASSES: dict[str, type] = {
    kind.__name__: kind
    for kind in (
        *get_args(Condition), *get_args(Term), Unit, Each, Tally,
        Words, Dictionary, FactType, SignedEntry, Kind, Gate, Forbidden, MatterType, Protected,
        Vocabulary, Problem,
        Instrument, StatusEvent, Place, Provision, Citation, Quote,
        Derivable, Derivations, FromRecords,
        Pack, Rule, Interpretation, DutyTerms, Deliverable, Delivery, JudgmentType, OutcomeRow,
        AssumptionSet, Closing, Omission, Consequence, Sentence, Unclaimed, Alone, Never,
        Prevails,
    )
}  # fmt: skip
"""The closed set of what an entry can hold, beside plain values and the collections below."""
_DAYS: dict[str, tuple[str, ...]] = {
    kind.__name__: days
    for kind in _CLASSES.values()
    if (days := tuple(name for name, held in kind.__annotations__.items() if held in A_DAY))
}
"""The fields that hold a day and nothing else: an entry holds many, so they need no mark."""


def open_library(cache: FilePath | None, folder: FilePath = BUNDLED) -> Library:
    """Return the library of a policies folder, from its compiled entry where that still counts.

    Args:
        cache: where entries are kept; None to read the files whatever is kept.
        folder: holds `facts/`, `matters/`, `packs/`, `protected.yaml` and `vocabulary.yaml`.

    """
    if cache is None:
        return read_library(folder)
    home = os.fspath(folder)
    entry = os.path.join(cache, f"policies-{crc32(os.fsencode(home)):08x}.json")
    try:
        sources = _sources(home)
    except OSError:
        return read_library(folder)
    compiled = _compiled(entry, sources, home)
    if compiled is not None:
        return compiled
    library = read_library(folder)
    with suppress(OSError):
        if sources == _sources(home):
            _keep(entry, sources, library)
    return library


class _CompiledPacks(Mapping[str, Pack]):
    """The packs of an entry by instrument, each decoded when it is first asked for."""

    def __init__(self, lines: dict[str, bytes], instruments: Mapping[str, Instrument]) -> None:
        self._lines = lines
        self._instruments = instruments
        self._packs: dict[str, Pack] = {}

    def __getitem__(self, identifier: str) -> Pack:
        found = self._packs.get(identifier)
        if found is None:
            instrument = self._instruments[identifier]
            own = cast("Mapping[str, Any]", _decoded(self._lines[identifier]))
            found = self._packs[identifier] = Pack(instrument=instrument, **own)
        return found

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def _compiled(entry: str, sources: list[Source], folder: str) -> Library | None:
    """Return the library of an entry, or None where the entry does not count."""
    head, *lines = _own_lines(entry)
    if not lines or not _is_current(head, lines, sources):
        return None
    shared = cast("Mapping[str, Any]", _decoded(lines[0]))
    instruments = shared["instruments"]
    packs = _CompiledPacks(dict(zip(instruments, lines[1:], strict=True)), instruments)
    return Library(folder=folder, packs=packs, **shared)


def _own_lines(entry: str) -> list[bytes]:
    """Return the lines of an entry that nobody but its owner could have written."""
    try:
        with open(entry, "rb") as file:
            state = os.fstat(file.fileno())
            if hasattr(os, "geteuid") and (
                state.st_uid != os.geteuid() or state.st_mode & _WRITABLE_BY_OTHERS
            ):
                return [b""]
            return file.readlines() or [b""]
    except OSError:
        return [b""]


def _is_current(head: bytes, lines: list[bytes], sources: list[Source]) -> bool:
    """Tell whether an entry is whole and was made from these very sources."""
    try:
        described = json.loads(head)
    except ValueError:
        return False
    return bool(described == _description(lines, sources))


def _description(lines: list[bytes], sources: list[Source]) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "sums": [crc32(line) for line in lines],
        "sources": [list(source) for source in sources],
    }


def _keep(entry: str, sources: list[Source], library: Library) -> None:
    """Write the entry of a library in one step, unless a source is too young to be told apart.

    Raises:
        OSError: the entry cannot be written here, or another process is writing it.

    """
    shared = {name: getattr(library, name) for name in SHARED}
    lines = [_encoded(shared), *(_encoded(_own(pack)) for pack in library.packs.values())]
    head = json.dumps(_description(lines, sources)).encode() + b"\n"
    os.makedirs(os.path.dirname(entry), mode=0o700, exist_ok=True)
    draft = f"{entry}.{os.getpid()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((head, *lines))
            file.flush()
            written = os.fstat(handle).st_mtime_ns
        if max(max(times) for _, _, *times, _ in sources) + SETTLED_NS < written:
            os.replace(draft, entry)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(draft)


def _own(pack: Pack) -> dict[str, Any]:
    """Return what a pack says besides its instrument, which the second line holds."""
    return {name: held for name, held in fields_of(pack).items() if name != "instrument"}


def _sources(folder: str) -> list[Source]:
    """Return every file that an entry depends on, in the order of their paths."""
    readers = (os.path.join(PACKAGE, name) for name in READERS)
    found = (*_files(PACKAGE, deep=False), *(file for each in readers for file in _files(each)))
    return sorted((*found, *_files(folder)))


def _files(folder: str, *, deep: bool = True) -> Iterator[Source]:
    with os.scandir(folder) as found:
        for each in found:
            if not each.is_dir():
                state = each.stat()
                times = state.st_mtime_ns, state.st_ctime_ns
                yield each.path, state.st_size, *times, state.st_ino
            elif deep and each.name != "__pycache__":
                yield from _files(each.path)


def _encoded(value: object) -> bytes:
    """Return a value as one line of an entry, with the end of the line."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def _plain(value: object) -> object:
    """Return a value as JSON has it: an object says in its empty key what it stands for."""
    match value:
        case None | str() | int():
            return value
        case date():
            return {"": type(value).__name__, "of": value.isoformat()}
        case tuple():
            return {"": "tuple", "of": [_plain(item) for item in value]}
        case frozenset():
            return {"": "frozenset", "of": sorted(value)}
        case Mapping():
            return {
                "": "table",
                "keys": list(value),
                "of": [_plain(each) for each in value.values()],
            }
        case Enum():
            return {"": type(value).__name__, "value": value.value}
        case _:
            return _plain_fields(value)


def _plain_fields(value: object) -> dict[str, object]:
    kind = type(value)
    defaults, days = defaults_of(kind), _DAYS.get(kind.__name__, ())
    told = {
        name: given.isoformat() if given is not None and name in days else _plain(given)
        for name, given in fields_of(value).items()
        if name not in defaults or given != defaults[name]
    }
    return {"": kind.__name__, **told}


def _decoded(line: bytes) -> object:
    found: object = json.loads(line, object_hook=_made)
    return found


def _made(row: dict[str, Any]) -> object:
    """Return what one object of an entry stands for; what lies inside it is made already."""
    kind = row.pop("")
    known = _CLASSES.get(kind)
    if known is not None:
        for name in _DAYS.get(kind, ()):
            if row.get(name) is not None:
                row[name] = date.fromisoformat(row[name])
        return known(**row)
    match kind:
        case "tuple":
            return tuple(row["of"])
        case "table":
            return MappingProxyType(dict(zip(row["keys"], row["of"], strict=True)))
        case "date":
            return date.fromisoformat(row["of"])
        case "datetime":
            return datetime.fromisoformat(row["of"])
        case _:
            return frozenset(row["of"])
