"""Names are nouns of the field, never promise what the package refuses, and are all listed."""

import ast

import pytest

import discretion
from tests.repository.names import empty_names
from tests.repository.names import refused_names
from tests.repository.names import surface_faults
from tests.repository.names import words_of
from tests.repository.tree import CODE
from tests.repository.tree import SHIPPED
from tests.repository.tree import Source
from tests.repository.tree import python_sources

SURFACE = "src/discretion/__init__.py"


def test_no_file_folder_or_class_is_named_like_a_drawer() -> None:
    """No file, folder or class has a name that says nothing."""
    assert [] == empty_names(python_sources(*CODE))


def test_no_public_name_promises_what_the_package_refuses() -> None:
    """No public name speaks of scores, ranks, weights or levels of risk or threat."""
    assert [] == refused_names(python_sources(*SHIPPED))


def test_the_public_surface_is_listed_whole_and_sorted() -> None:
    """The public surface is listed whole and sorted."""
    surface = [source for source in python_sources("src") if source.path == SURFACE]

    assert [] == [fault for source in surface for fault in surface_faults(source)]


def test_the_public_surface_is_loaded_from_where_type_checkers_find_it() -> None:
    """The public surface is loaded from where type checkers find it."""
    homes = {name: f"discretion.{home}" for name, home in vars(discretion)["_HOMES"].items()}
    (surface,) = (source for source in python_sources("src") if source.path == SURFACE)
    imported = {
        alias.name: node.module
        for node in ast.walk(surface.parse())
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("discretion.")
        for alias in node.names
    }

    assert imported == homes
    assert {*discretion.__all__} - {"__version__"} == homes.keys()
    assert sorted(dir(discretion)) == sorted(discretion.__all__)
    assert [] == [name for name in discretion.__all__ if not hasattr(discretion, name)]
    assert not hasattr(discretion, "nobody")


def test_every_folder_of_the_package_says_what_it_knows() -> None:
    """Every folder of the package says what it knows."""
    sources = {source.path: source for source in python_sources("src")}
    folders = {path.rpartition("/")[0] for path in sources}
    doors = {folder: sources.get(f"{folder}/__init__.py") for folder in folders}

    assert [] == sorted(folder for folder, door in doors.items() if not has_docstring(door))


def has_docstring(source: Source | None) -> bool:
    return source is not None and bool(ast.get_docstring(source.parse()))


@pytest.mark.parametrize(
    "path",
    [
        "src/a/utils.py",
        "src/common/a.py",
        "src/a/_helpers.py",
        "src/a/case_manager.py",
        "src/a/base.py",
        "src/misc/__init__.py",
    ],
)
def test_a_drawer_is_found_by_its_path(path: str) -> None:
    assert 1 == len(empty_names([Source(path=path, text="")]))


def test_a_drawer_is_found_by_its_class() -> None:
    source = Source(path="src/a/case.py", text="class CaseManager: ...\nclass Database: ...\n")

    assert ["src/a/case.py:1: `CaseManager` is no noun of the field"] == empty_names([source])


@pytest.mark.parametrize(
    "text",
    [
        "def score(case): ...",
        "RANKING = 1",
        "first, (ranks, *rest) = 1, (2, 3)",
        "threat_level: int = 1",
        "class RiskLevel: ...",
        "class Finding:\n    weight: int",
        "class Finding:\n    def ranked(self): ...",
        "def assess(case, *, risk_level): ...",
        "class Finding:\n    def __init__(self, scores): ...",
    ],
)
def test_a_refused_name_is_found(text: str) -> None:
    assert 1 == len(refused_names([Source(path="a.py", text=text)]))


def test_a_refused_module_is_found() -> None:
    assert 1 == len(refused_names([Source(path="src/a/risk_level.py", text="")]))


@pytest.mark.parametrize(
    "text",
    [
        "def _score(case): ...",
        "def franking(): ...",
        "current_threat = 1",
        "level = 'stop'",
        "def f():\n    weight = 1",
    ],
)
def test_a_name_that_refuses_nothing_is_left_alone(text: str) -> None:
    assert [] == refused_names([Source(path="a.py", text=text)])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("risk_level", ["risk", "level"]),
        ("RiskLevel", ["risk", "level"]),
        ("RISK_LEVEL2", ["risk", "level"]),
        ("ICEScore", ["ice", "score"]),
    ],
)
def test_a_name_is_split_into_its_words(name: str, words: list[str]) -> None:
    assert words == words_of(name)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("from a import b", "missing"),
        ("from a import b\n__all__ = []", "not listed"),
        ("def b(): ...\n__all__ = ()", "not listed"),
        ("B = 1\n__all__ = []", "not listed"),
        ("__all__ = ['b']", "not defined"),
        ("from a import b\n__all__ = ['b', 'b']", "twice"),
        ("from a import b, c\n__all__ = ['c', 'b']", "not sorted"),
        ("from a import b, C\n__all__ = ['b', 'C']", "not sorted"),
    ],
)
def test_a_faulty_surface_is_found(text: str, fault: str) -> None:
    found = surface_faults(Source(path="a.py", text=text))

    assert any(fault in words for words in found)


def test_a_whole_surface_is_left_alone() -> None:
    text = "from a import B, NOW, Ca, c\nfrom a import d as _d\n__all__ = ['NOW', 'B', 'Ca', 'c']"

    assert [] == surface_faults(Source(path="a.py", text=text))
