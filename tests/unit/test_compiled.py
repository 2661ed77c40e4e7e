"""A compiled library says what the files say, and is ignored whenever that is not certain."""

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from discretion import Assessor
from discretion import Library
from discretion import Request
from discretion import answer_assessment
from discretion import open_library
from discretion import read_case_file
from discretion import read_library
from discretion.rules.compiled import entry as compiled
from discretion.rules.library import BUNDLED
from tests.properties.matters import matter

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
TODAY = date(2026, 11, 24)


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a policies folder with the shortest of the bundled packs alone."""
    packs = [path for path in (Path(BUNDLED) / "packs").iterdir() if path.is_dir()]
    shortest = min(packs, key=lambda path: sum(file.stat().st_size for file in path.iterdir()))
    others = {path.name for path in packs} - {shortest.name}
    return shutil.copytree(
        BUNDLED, tmp_path / "policies", ignore=lambda _, names: others.intersection(names)
    )


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let an entry depend on a package that nobody changes while a test runs."""
    package = tmp_path / "package"
    for folder in ("", *compiled.READERS):
        (package / folder).mkdir()
    monkeypatch.setattr(compiled, "PACKAGE", str(package))
    return package


@pytest.fixture
def at_once(package: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let policies be compiled however young their files are."""
    monkeypatch.setattr(compiled, "SETTLED_NS", -(10**18))
    return package


def entry_in(cache: Path) -> Path:
    (entry,) = cache.iterdir()
    return entry


def is_compiled(library: Library) -> bool:
    return not isinstance(library.packs, type(library.instruments))


def opens_compiled(cache: Path | None, folder: str | Path = BUNDLED) -> bool:
    return is_compiled(open_library(cache, folder))


def answers(library: Library) -> str:
    """Return what a library says of the example cases and of random matters, under every pack."""
    assessor = Assessor(library)
    read = [read_case_file(path, library.words) for path in EXAMPLES]
    cases = [case for case, _ in read if case is not None and case.matter == "case"]
    cases.extend(matter(seed) for seed in range(6))
    authorities = tuple(name for name, each in library.instruments.items() if not each.is_screen)
    request = Request(today=TODAY, instruments=authorities)
    given = [answer_assessment(assessor.assess(case, request), "0") for case in cases]
    return json.dumps([*given, [problem for _, problem in read]], default=str)


@pytest.mark.usefixtures("at_once")
def test_a_compiled_library_is_the_library_that_the_files_give(cache: Path) -> None:
    fresh, first, second = read_library(), open_library(cache), open_library(cache)

    assert (False, True) == (is_compiled(first), is_compiled(second))
    assert fresh == second
    assert list(fresh.packs) == list(second.packs) == list(second.instruments)


@pytest.mark.usefixtures("at_once")
def test_a_compiled_library_answers_byte_for_byte_as_the_files_do(cache: Path) -> None:
    open_library(cache)
    library = open_library(cache)

    assert is_compiled(library)
    assert answers(read_library()) == answers(library)


@pytest.mark.usefixtures("at_once")
def test_a_pack_is_made_once(cache: Path) -> None:
    open_library(cache)
    library = open_library(cache)
    identifier = next(iter(library.packs))

    assert library.packs[identifier] is library.packs[identifier]
    assert "no-such-memo" not in library.packs


@pytest.mark.usefixtures("at_once")
def test_a_fact_is_made_once_and_what_befell_an_instrument_is_a_row(cache: Path) -> None:
    fresh, _, library = read_library(), open_library(cache), open_library(cache)
    name, *others = fresh.dictionary.facts
    told = max(fresh.instruments.values(), key=lambda each: len(each.events))
    events, again = (kept.instruments[told.id].events for kept in (library, open_library(cache)))

    assert [name, *others] == list(library.dictionary.facts)
    assert library.dictionary.facts[name] is library.dictionary.facts[name]
    assert library.dictionary.get("no_such_fact") is None
    assert (told.events, hash(told.events), len(told.events)) == (events, hash(events), len(events))
    assert (told.events[0], told.events[1:]) == (events[0], events[1:])
    assert events == again
    assert events != told.events[1:]


@pytest.mark.usefixtures("at_once")
def test_problems_are_compiled_too(cache: Path, folder: Path) -> None:
    (folder / "facts/broken.yaml").write_text("module: broken\nfacts: {a: {type: yes}}\n", "utf-8")
    fresh, second = open_library(cache, folder), open_library(cache, folder)

    assert is_compiled(second)
    assert fresh.problems
    assert fresh.problems == second.problems


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("kept", [0.0, 0.01, 0.5, 0.999])
def test_an_entry_that_was_cut_off_is_ignored_and_made_anew(
    cache: Path, folder: Path, kept: float
) -> None:
    open_library(cache, folder)
    entry = entry_in(cache)
    whole = entry.read_bytes()
    entry.write_bytes(whole[: int(len(whole) * kept)])

    assert not opens_compiled(cache, folder)
    assert whole == entry.read_bytes()
    assert opens_compiled(cache, folder)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("place", [0.0, 0.001, 0.02, 0.1, 0.3, 0.6, 0.9, 0.999])
def test_an_entry_with_one_wrong_byte_is_ignored(cache: Path, folder: Path, place: float) -> None:
    open_library(cache, folder)
    entry = entry_in(cache)
    spoilt = bytearray(entry.read_bytes())
    spoilt[int(len(spoilt) * place)] ^= 1
    entry.write_bytes(spoilt)

    assert not opens_compiled(cache, folder)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("text", ["null", "[]", "{}", '{"format": 1}', "x\ny\nz", "{}\n{}"])
def test_an_entry_that_is_something_else_is_ignored(cache: Path, folder: Path, text: str) -> None:
    open_library(cache, folder)
    entry_in(cache).write_text(text, "utf-8")

    assert not opens_compiled(cache, folder)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    "name", ["vocabulary.yaml", "facts/person.yaml", "matters/case.yaml", "protected.yaml"]
)
def test_a_file_that_changed_makes_the_entry_stale(cache: Path, folder: Path, name: str) -> None:
    open_library(cache, folder)
    path = folder / name
    path.write_text(f"{path.read_text('utf-8')}\n# a word\n", "utf-8")

    assert not opens_compiled(cache, folder)
    assert opens_compiled(cache, folder)


@pytest.mark.parametrize("folder_of", ["", *compiled.READERS])
def test_a_module_of_the_package_that_changed_makes_the_entry_stale(
    cache: Path, folder: Path, at_once: Path, folder_of: str
) -> None:
    open_library(cache, folder)
    (at_once / folder_of / "reader.py").write_text("LIMIT = 1\n", "utf-8")

    assert not opens_compiled(cache, folder)
    assert opens_compiled(cache, folder)
    (at_once / folder_of / "reader.py").unlink()
    (at_once / folder_of / "__pycache__").mkdir()
    (at_once / folder_of / "__pycache__" / "reader.pyc").write_bytes(b"")
    assert not opens_compiled(cache, folder)
    assert opens_compiled(cache, folder)


@pytest.mark.usefixtures("at_once")
def test_a_file_replaced_by_one_of_the_same_size_and_date_makes_the_entry_stale(
    cache: Path, folder: Path
) -> None:
    open_library(cache, folder)
    path = folder / "vocabulary.yaml"
    before = path.stat()
    other = path.with_suffix(".new")
    other.write_text(path.read_text("utf-8").replace("arrest", "ARREST"), "utf-8")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)

    assert (before.st_size, before.st_mtime_ns) == (path.stat().st_size, path.stat().st_mtime_ns)
    assert not opens_compiled(cache, folder)


@pytest.mark.usefixtures("at_once")
def test_a_pack_added_or_taken_away_makes_the_entry_stale(cache: Path, folder: Path) -> None:
    open_library(cache, folder)
    pack = min((folder / "packs").iterdir())
    shutil.rmtree(pack)
    without = open_library(cache, folder)
    shutil.copytree(Path(BUNDLED) / "packs" / pack.name, pack)

    assert pack.name not in without.packs
    assert pack.name in open_library(cache, folder).packs


def test_files_that_changed_a_moment_ago_are_not_compiled(cache: Path, folder: Path) -> None:
    open_library(cache, folder)

    assert [] == list(cache.iterdir())


@pytest.mark.usefixtures("at_once")
def test_an_entry_that_others_could_have_written_is_ignored(
    cache: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_library(cache, folder)
    entry = entry_in(cache)

    assert 0o600 == entry.stat().st_mode & 0o777
    entry.chmod(0o622)
    assert not opens_compiled(cache, folder)
    assert opens_compiled(cache, folder)
    monkeypatch.setattr(os, "geteuid", lambda: entry.stat().st_uid + 1)
    assert not opens_compiled(cache, folder)


@pytest.mark.usefixtures("at_once")
def test_where_nothing_can_be_kept_the_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    cache = tmp_path / "file" / "cache"

    assert not opens_compiled(cache)
    assert not opens_compiled(cache)


@pytest.mark.usefixtures("at_once")
@pytest.mark.skipif(os.geteuid() == 0, reason="an administrator may write everywhere")
def test_a_folder_that_cannot_be_written_is_left_alone(cache: Path) -> None:
    cache.mkdir(mode=0o500)
    open_library(cache)

    assert [] == list(cache.iterdir())


@pytest.mark.usefixtures("at_once")
def test_a_draft_that_another_is_writing_is_left_alone(cache: Path, folder: Path) -> None:
    open_library(cache, folder)
    draft = Path(f"{entry_in(cache)}.{os.getpid()}")
    entry_in(cache).unlink()
    draft.write_text("half", "utf-8")
    open_library(cache, folder)

    assert "half" == draft.read_text("utf-8")
    assert [draft] == list(cache.iterdir())


def test_without_a_cache_the_files_are_read(tmp_path: Path) -> None:
    assert not opens_compiled(None)
    assert [] == list(tmp_path.iterdir())


PROGRAM = """
import sys
from pathlib import Path
from discretion import open_library
from discretion.rules.compiled import entry as compiled
compiled.SETTLED_NS = -(10**18)
compiled.PACKAGE = sys.argv[3]
library = open_library(Path(sys.argv[1]), Path(sys.argv[2]))
print(*(f"{name} {len(pack.rules)}" for name, pack in library.packs.items()))
"""


def test_processes_at_once_do_not_disturb_each_other(
    cache: Path, folder: Path, at_once: Path
) -> None:
    command = [sys.executable, "-c", PROGRAM, str(cache), str(folder), str(at_once)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603  # our own
        for _ in range(4)
    ]
    told = [process.communicate()[0] for process in running]
    packs = read_library(folder).packs.items()

    assert [0] * 4 == [process.returncode for process in running]
    assert {" ".join(f"{name} {len(pack.rules)}" for name, pack in packs)} == {
        text.strip() for text in told
    }
    assert opens_compiled(cache, folder)
    assert [entry_in(cache)] == list(cache.iterdir())
