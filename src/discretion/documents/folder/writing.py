"""Writing the folder of a packet: beside its place first, then moved there, whole or not at all."""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping as Table
from pathlib import Path

from discretion.documents.folder.manifest import ARCHIVE
from discretion.documents.folder.manifest import FORMAT
from discretion.documents.folder.manifest import MANIFEST
from discretion.documents.folder.packet_file import PacketFile
from discretion.errors import DiscretionError

OWNER_FOLDER, OWNER_FILE = 0o700, 0o600
"""The modes of a folder and of a file that nobody but its owner may read."""


class FolderRefusedError(DiscretionError):
    """A packet cannot be written where it was asked for."""

    def __init__(self, path: str, why: str, remedy: str) -> None:
        """Name the folder, say why and what to do."""
        super().__init__(f"the packet cannot be written to `{path}`: {why}: {remedy}")
        self.path = path


def check_folder(out: Path, *, replace: bool) -> None:
    """Do nothing where a packet may be written, as far as that is known before it is.

    Args:
        out: the folder.
        replace: whether an earlier packet may be replaced.

    Raises:
        FolderRefusedError: it holds something else, or an earlier packet that may not be replaced.

    """
    try:
        if not os.path.lexists(out):
            return
        if out.is_symlink() or not out.is_dir():
            raise FolderRefusedError(str(out), "it is no folder", "name a new folder")
        if not any(out.iterdir()):
            return
    except OSError as failure:
        raise _unwritable(out, failure) from None
    if not _is_packet(out):
        raise FolderRefusedError(str(out), "it holds something else", "name a new folder")
    if replace and (own := _own_of_somebody(out)):
        why = f"`{own}` was added or changed by somebody since the packet was made"
        raise FolderRefusedError(str(out), why, "move it out, or name another folder")
    if not replace:
        remedy = "name another folder, or add `--force`"
        raise FolderRefusedError(str(out), "it holds an earlier packet", remedy)


def write_packet(out: Path, files: Table[str, PacketFile], *, replace: bool) -> None:
    """Write a packet into a folder of its own, for its owner alone.

    Where it cannot be written, no part of it is left, and an earlier packet is as it was.

    Args:
        out: the folder; its parent has to exist.
        files: every file by its name, `private/memo.pdf` for one in a folder of its own.
        replace: whether an earlier packet may be replaced.

    Raises:
        FolderRefusedError: the folder holds something else, or the disk refuses it.

    """
    out = Path(os.path.abspath(out))  # noqa: PTH100  # a link at its end is not followed
    check_folder(out, replace=replace)
    draft = out.with_name(f".{out.name}.{os.getpid()}.new")
    before = out.with_name(f".{out.name}.{os.getpid()}.old")
    try:
        _write_all(draft, files)
        _put(draft, out, before)
    except OSError as failure:
        raise _unwritable(out, failure) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _write_all(draft: Path, files: Table[str, PacketFile]) -> None:
    draft.mkdir(mode=OWNER_FOLDER)
    for name, each in files.items():
        path = draft / name
        if path.parent != draft:
            path.parent.mkdir(mode=OWNER_FOLDER, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_FILE)
        with os.fdopen(handle, "wb") as stream:
            stream.write(each.data)
            stream.flush()
            os.fsync(stream.fileno())


def _put(draft: Path, out: Path, before: Path) -> None:
    """Move a folder into its place, and what stood there back where that fails."""
    if not out.exists():
        draft.rename(out)
        return
    out.rename(before)
    try:
        draft.rename(out)
    finally:
        if out.exists():
            shutil.rmtree(before, ignore_errors=True)
        else:
            before.rename(out)


def _is_packet(out: Path) -> bool:
    return _told(out / MANIFEST) is not None


def _told(path: Path) -> dict[str, str] | None:
    """Return the digest of each file of a manifest, None where it is no manifest of a packet."""
    try:
        told = json.loads(path.read_text("utf-8"))
        if told["format"] != FORMAT:
            return None
        return {str(row["file"]): str(row["sha256"]) for row in told["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _own_of_somebody(out: Path) -> str:
    """Return a file that no manifest of the folder knows as it is, empty where there is none."""
    manifests = sorted(out.rglob(MANIFEST))
    known = {name: each for path in manifests for name, each in (_told(path) or {}).items()}
    made = {MANIFEST, ARCHIVE, *(str(path.relative_to(out)) for path in manifests)}
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_dir() or name in made:
            continue
        if path.is_symlink() or known.get(name) != hashlib.sha256(path.read_bytes()).hexdigest():
            return name
    return ""


def _unwritable(out: Path, failure: OSError) -> FolderRefusedError:
    why = (failure.strerror or "the disk refuses it").lower()
    remedy = "name a folder in one that you can write"
    return FolderRefusedError(str(out), why, remedy)
