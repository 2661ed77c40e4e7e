"""The digest of a pack changes with every file it rests on, and with no other."""

import hashlib
import shutil
from pathlib import Path

import pytest

from discretion import Library
from discretion import read_library
from discretion.rules.library import BUNDLED
from discretion.rules.packs.digest import modules_used

FACTS = """\
module: {name}
facts:
  {fact}:
    {{type: yes_no, question: Is it so?, phrase: it is so, source: "A memo, I"{more}}}
"""
INSTRUMENT = """\
id: {name}
title: A memo
issuer: An agency
components: [ICE]
issued_on: 2001-01-01
parts: []
scope: {{decisions: [arrest], components: [ICE]}}
sources: {{A: here}}
outcomes:
  - {{token: open, when: {fact}, level: clear, says: It is so.}}
events:
  - {{id: E1, kind: issued, from: 2001-01-01, authority: A memo, source: A, certainty: primary}}
"""

GUESS = """\
id: guess
dated: 2001-01-01
by: a student
says: It is so.
sets: [{fact: first, value: yes, when: second}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a policies folder with three fact modules and a pack for each of two."""
    home = tmp_path / "policies"
    for name in ("matters", "protected.yaml", "vocabulary.yaml"):
        source = Path(BUNDLED) / name
        (home / "facts").mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, home / name)
        else:
            shutil.copy(source, home / name)
    modules = {
        "one": ("first", ", derived: {yes_when: third}"),
        "two": ("second", ""),
        "three": ("third", ""),
    }
    for name, (fact, more) in modules.items():
        text = FACTS.format(name=name, fact=fact, more=more)
        (home / f"facts/{name}.yaml").write_text(text, "utf-8")
    for name, fact in (("memo-a", "first"), ("memo-b", "second")):
        pack = home / "packs" / name
        pack.mkdir(parents=True)
        (pack / "instrument.yaml").write_text(INSTRUMENT.format(name=name, fact=fact), "utf-8")
        (pack / "text.md").write_text("# A memo\n", "utf-8")
    (home / "assumptions").mkdir()
    (home / "assumptions/guess.yaml").write_text(GUESS, "utf-8")
    return home


def digests(folder: Path) -> dict[str, str]:
    return {name: each.digest for name, each in read_library(folder).instruments.items()}


def test_a_digest_covers_the_modules_that_derivations_lead_to(folder: Path) -> None:
    library = read_library(folder)
    used = {
        name: modules_used(pack, library.dictionary, library.derivations)
        for name, pack in library.packs.items()
    }

    assert {"facts/one.yaml", "facts/three.yaml"} == used["memo-a"]
    assert {"facts/two.yaml"} == used["memo-b"]


def test_anybody_can_compute_a_digest_from_the_files(folder: Path) -> None:
    pack = folder / "packs/memo-b"
    files = {
        "facts/two.yaml": folder / "facts/two.yaml",
        "instrument.yaml": pack / "instrument.yaml",
        "text.md": pack / "text.md",
    }
    listed = "".join(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n" for name, path in files.items()
    )

    assert f"sha256:{hashlib.sha256(listed.encode()).hexdigest()}" == digests(folder)["memo-b"]


@pytest.mark.parametrize(
    ("changed", "packs"),
    [
        ("packs/memo-a/text.md", {"memo-a"}),
        ("packs/memo-a/CHANGES.md", {"memo-a"}),
        ("facts/one.yaml", {"memo-a"}),
        ("facts/three.yaml", {"memo-a"}),
        ("facts/two.yaml", {"memo-b"}),
        ("packs/memo-b/.text.md.swp", set()),
        ("facts/four.yaml", set()),
    ],
)
def test_a_digest_changes_with_the_files_it_covers(
    folder: Path, changed: str, packs: set[str]
) -> None:
    before = digests(folder)
    path = folder / changed
    path.write_text(f"{path.read_text('utf-8') if path.exists() else ''}# more\n", "utf-8")
    after = digests(folder)

    assert packs == {name for name, digest in after.items() if digest != before[name]}


@pytest.mark.parametrize(
    ("changed", "is_covered"),
    [
        ("assumptions/guess.yaml", True),
        ("facts/one.yaml", True),
        ("facts/two.yaml", True),
        ("facts/three.yaml", True),
        ("packs/memo-a/text.md", False),
        ("facts/four.yaml", False),
    ],
)
def test_a_set_has_a_digest_of_its_file_and_of_the_modules_it_uses(
    folder: Path, changed: str, *, is_covered: bool
) -> None:
    before, packs = read_library(folder).assumption_sets["guess"].digest, digests(folder)
    path = folder / changed
    path.write_text(f"{path.read_text('utf-8') if path.exists() else ''}# more\n", "utf-8")
    after = read_library(folder).assumption_sets["guess"].digest

    assert before.startswith("sha256:")
    assert is_covered is (before != after)
    assert (changed == "assumptions/guess.yaml") <= (packs == digests(folder))


def test_a_digest_does_not_depend_on_where_the_files_lie(folder: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(folder, tmp_path / "elsewhere")

    assert digests(folder) == digests(moved)


def test_a_pack_outside_the_folder_has_a_digest_as_any_other(folder: Path, tmp_path: Path) -> None:
    before = digests(folder)["memo-b"]
    outside = shutil.move(folder / "packs/memo-b", tmp_path / "memo-b")

    assert before == read_library(folder, (Path(outside),)).instruments["memo-b"].digest


def test_a_pack_with_a_file_that_cannot_be_read_has_no_digest(folder: Path) -> None:
    (folder / "packs/memo-b/scan.pdf").symlink_to("gone")

    assert "" == digests(folder)["memo-b"]


@pytest.fixture(scope="module")
def bundled() -> Library:
    return read_library()


def test_every_bundled_instrument_carries_a_digest(bundled: Library) -> None:
    found = [instrument.digest for instrument in bundled.instruments.values()]

    assert len(found) == len(set(found))
    assert all(digest.startswith("sha256:") and len(digest) == 71 for digest in found)
