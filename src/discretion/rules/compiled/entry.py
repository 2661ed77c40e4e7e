"""The entry of a compiled library: when it counts, and how it is kept.

An entry is a shortcut and never an authority. It counts only while every policy file and every
module that reads one is the very one it was made from, by path, size, times and file number, and
only if nobody but its owner could have written it. Anything else is ignored, and the files are
read. It holds no fact of any person, and may be deleted at any time.

The first line of an entry describes it, the last holds what every command needs of the library,
and each line between what is decoded when somebody asks for it.
"""

import json
import os
from binascii import crc32
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from discretion.frozen import fields_of
from discretion.rules.compiled.later import OneByOne
from discretion.rules.compiled.lines import Lines
from discretion.rules.compiled.lines import Writer
from discretion.rules.library import BUNDLED
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.rule import Pack
from discretion.source import FilePath

FORMAT = 3
"""The version of the layout of an entry."""
SETTLED_NS = 2_000_000_000
"""How much older than the entry every source must be, as a clock of files may tick once in two
seconds: a file that changes twice within a tick shows one time. Source: the FAT file system, whose
directory entries count the time of a change in units of two seconds; no other in use is coarser."""
PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(__file__)))
READERS = ("facts", "law", "rules", "source")
"""Where the modules lie that read policies and give them their classes, beside those at the top."""

_WRITABLE_BY_OTHERS = 0o022
Source = tuple[str, int, int, int, int]
"""One file as its folder describes it: path, size, two times of change and file number."""


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


def _compiled(entry: str, sources: list[Source], folder: str) -> Library | None:
    """Return the library of an entry, or None where the entry does not count."""
    head, _, body = _own_bytes(entry).partition(b"\n")
    if head != _description(body, sources):
        return None
    lines = Lines(body.split(b"\n"))
    shared = lines.fields(-1, Library)
    instruments, numbers = shared["instruments"], shared.pop("packs")

    def pack(name: str) -> Pack:
        return Pack(instrument=instruments[name], **lines.fields(numbers[name], Pack))

    return Library(folder=folder, packs=OneByOne(numbers, pack), **shared)


def _own_bytes(entry: str) -> bytes:
    """Return what an entry holds that nobody but its owner could have written."""
    try:
        with open(entry, "rb") as file:
            state = os.fstat(file.fileno())
            if hasattr(os, "geteuid") and (
                state.st_uid != os.geteuid() or state.st_mode & _WRITABLE_BY_OTHERS
            ):
                return b""
            return file.read()
    except OSError:
        return b""


def _description(body: bytes, sources: list[Source]) -> bytes:
    """Return the first line of an entry that is whole and was made from these very sources."""
    described = {"format": FORMAT, "sum": crc32(body), "sources": sources}
    return json.dumps(described).encode()


def _body(library: Library) -> bytes:
    """Return the lines of a library; a pack says nothing of its instrument, which stands apart."""
    writer = Writer()
    packs = {
        name: writer.keep_fields(_without(pack, "instrument"), Pack)
        for name, pack in library.packs.items()
    }
    writer.keep_fields({**_without(library, "folder"), "packs": packs}, Library)
    return b"\n".join(writer.lines)


def _without(value: object, name: str) -> dict[str, Any]:
    return {each: held for each, held in fields_of(value).items() if each != name}


def _keep(entry: str, sources: list[Source], library: Library) -> None:
    """Write the entry of a library in one step, unless a source is too young to be told apart.

    Raises:
        OSError: the entry cannot be written here, or another process is writing it.

    """
    body = _body(library)
    os.makedirs(os.path.dirname(entry), mode=0o700, exist_ok=True)
    draft = f"{entry}.{os.getpid()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines((_description(body, sources), b"\n", body))
            file.flush()
            written = os.fstat(handle).st_mtime_ns
        if max(max(times) for _, _, *times, _ in sources) + SETTLED_NS < written:
            os.replace(draft, entry)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(draft)


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
