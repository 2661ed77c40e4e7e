"""The folder of a packet: whole or not at all, for its owner alone, and nothing private sent."""

import hashlib
import json
import os
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from discretion.documents.folder import FolderRefusedError
from discretion.documents.folder import Packed
from discretion.documents.folder import PacketFile
from discretion.documents.folder import manifest_of
from discretion.documents.folder import packet_zip
from discretion.documents.folder import write_packet

DATED = date(2021, 12, 15)
PACKED = Packed(version="1", filing_on=DATED, decision_on=DATED, policies={"a": "sha256:0"})
OUT = {"letter.pdf": PacketFile(data=b"A letter", is_private=False, pages=1)}
INSIDE = {"private/memo.pdf": PacketFile(data=b"A memo", is_private=True)}
TOLD = PacketFile(data=manifest_of(OUT, PACKED, private=False), is_private=False)
MANIFEST = {"manifest.json": TOLD}
KEPT = PacketFile(data=manifest_of(INSIDE, PACKED, private=True), is_private=True)
ALL = {**OUT, **INSIDE, **MANIFEST, "private/manifest.json": KEPT}


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_packet_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    out = tmp_path / "packet"
    write_packet(out, ALL, replace=False)

    assert {name: each.data for name, each in ALL.items()} == files_in(out)
    assert {0o700} == {path.stat().st_mode & 0o777 for path in (out, out / "private")}
    assert {0o600} == {(out / name).stat().st_mode & 0o777 for name in ALL}
    assert [out] == list(tmp_path.iterdir())


def test_nothing_that_stays_inside_is_in_the_archive_or_named_by_its_manifest() -> None:
    with zipfile.ZipFile(BytesIO(packet_zip(ALL, DATED))) as archive:
        assert ["letter.pdf", "manifest.json"] == archive.namelist()
    assert b"memo" not in manifest_of(ALL, PACKED, private=False)
    assert b"letter" not in manifest_of(ALL, PACKED, private=True)


def test_the_same_files_make_the_same_archive() -> None:
    assert packet_zip(ALL, DATED) == packet_zip(dict(reversed(ALL.items())), DATED)


def test_a_manifest_tells_the_digest_of_every_file() -> None:
    told: dict[str, Any] = json.loads(manifest_of(OUT, PACKED, private=False))

    digest = hashlib.sha256(b"A letter").hexdigest()
    row = {"file": "letter.pdf", "bytes": 8, "pages": 1, "sha256": digest}

    assert [row] == told["files"]


def test_an_earlier_packet_is_replaced_where_that_is_meant(tmp_path: Path) -> None:
    out = tmp_path / "packet"
    write_packet(out, ALL, replace=False)
    with pytest.raises(FolderRefusedError, match="it holds an earlier packet"):
        write_packet(out, ALL, replace=False)
    write_packet(out, {**OUT, **MANIFEST}, replace=True)

    assert {"letter.pdf", "manifest.json"} == set(files_in(out))
    assert [out] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("letter.pdf", b"A signed letter"),
        ("private/memo.pdf", b"A memo with notes"),
        ("signed.pdf", b"A scan"),
        ("private/case.yaml", b"case: mine"),
    ],
)
def test_what_somebody_added_or_changed_is_never_replaced(
    tmp_path: Path, name: str, data: bytes
) -> None:
    out = tmp_path / "packet"
    write_packet(out, ALL, replace=False)
    (out / name).write_bytes(data)
    before = files_in(out)
    with pytest.raises(FolderRefusedError, match=f"`{name}` was added or changed"):
        write_packet(out, ALL, replace=True)

    assert before == files_in(out)


def test_the_folder_in_which_one_stands_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_packet(Path(), ALL, replace=False)

    assert set(ALL) == set(files_in(tmp_path))


@pytest.mark.parametrize("year", [1900, 2200])
def test_a_day_that_no_archive_can_tell_is_the_nearest_that_it_can(year: int) -> None:
    with zipfile.ZipFile(BytesIO(packet_zip(ALL, date(year, 5, 1)))) as archive:
        assert {1980 if year < 1980 else 2107} == {each.date_time[0] for each in archive.infolist()}


def test_a_folder_that_holds_something_else_is_never_touched(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"mine")
    with pytest.raises(FolderRefusedError, match="it holds something else"):
        write_packet(tmp_path, ALL, replace=True)

    assert {"photo.jpg": b"mine"} == files_in(tmp_path)


def test_neither_a_file_nor_a_link_is_taken_for_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path)
    for name in ("file", "link"):
        with pytest.raises(FolderRefusedError, match="it is no folder"):
            write_packet(tmp_path / name, ALL, replace=True)


@pytest.mark.parametrize("failing", ["fsync", "rename"])
@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_no_half_and_the_earlier_packet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str, failure: BaseException
) -> None:
    """Where the disk or a person stops the writing, what was there still is, and no more."""
    out = tmp_path / "packet"
    write_packet(out, ALL, replace=False)
    before = files_in(out)
    renamed: list[Path] = []
    real = Path.rename

    def no_disk(_handle: int) -> None:
        raise failure

    def rename(path: Path, to: Path) -> Path:
        renamed.append(path)
        if len(renamed) == 2:
            raise failure
        return real(path, to)

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", no_disk)
    else:
        monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises((FolderRefusedError, KeyboardInterrupt)):
        write_packet(out, {**OUT, **MANIFEST}, replace=True)

    assert before == files_in(out)
    assert [out] == list(tmp_path.iterdir())


def test_a_parent_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderRefusedError, match="no such file or directory"):
        write_packet(tmp_path / "a" / "b", ALL, replace=False)
