"""Files, functions and folders keep the style guide's limits, or say why not."""

import tomllib
from collections.abc import Mapping

import pytest

from tests.repository.sizes import HARD_LINES
from tests.repository.sizes import LONG_FUNCTION
from tests.repository.sizes import LONGEST_FUNCTION
from tests.repository.sizes import MOST_MODULES
from tests.repository.sizes import full_folders
from tests.repository.sizes import long_files
from tests.repository.sizes import long_functions
from tests.repository.sizes import unlisted
from tests.repository.tree import CODE
from tests.repository.tree import ROOT
from tests.repository.tree import Source
from tests.repository.tree import python_sources


@pytest.fixture(scope="module")
def listed() -> Mapping[str, Mapping[str, str]]:
    tables: dict[str, dict[str, str]] = tomllib.loads(
        (ROOT / "tests/repository/sizes.toml").read_text("utf-8")
    )
    return tables


def test_files_are_short(listed: Mapping[str, Mapping[str, str]]) -> None:
    """Files are short, but those listed with a reason."""
    found = long_files(python_sources(*CODE), HARD_LINES)

    assert [] == unlisted(found, listed["files"])


def test_functions_are_short(listed: Mapping[str, Mapping[str, str]]) -> None:
    """Functions are short, but those listed with a reason."""
    found = long_functions(python_sources(*CODE), LONG_FUNCTION)

    assert [] == unlisted(found, listed["functions"])


def test_no_function_is_very_long() -> None:
    assert {} == long_functions(python_sources(*CODE), LONGEST_FUNCTION)


def test_folders_hold_few_modules(listed: Mapping[str, Mapping[str, str]]) -> None:
    """Folders hold few modules, but those listed with a reason."""
    found = full_folders(python_sources(*CODE), MOST_MODULES)

    assert [] == unlisted(found, listed["folders"])


def lines(count: int) -> str:
    return "    x = 1\n" * count


def test_a_long_file_is_found() -> None:
    sources = [Source(path="a.py", text="x = 1\n" * 4), Source(path="b.py", text="x = 1\n" * 3)]

    assert {"a.py": 4} == long_files(sources, 3)


def test_a_long_function_is_found_wherever_it_stands() -> None:
    text = (
        f"def short():\n{lines(2)}"
        f"def long():\n{lines(3)}"
        "class C:\n  if True:\n    async def method(self):\n      def inner():\n"
        "        a = 1\n        b = 1\n        c = 1\n"
    )

    found = long_functions([Source(path="a.py", text=text)], 3)

    assert {"a.py::long": 4, "a.py::C.method": 5, "a.py::C.method.inner": 4} == found


def test_a_docstring_does_not_make_a_function_long() -> None:
    text = f'def told():\n    """One.\n\n    Two.\n    """\n{lines(2)}'

    assert {} == long_functions([Source(path="a.py", text=text)], 3)


def test_a_full_folder_is_found() -> None:
    names = ["a/__init__.py", "a/one.py", "a/two.py", "a/three.py", "a/b/one.py"]
    sources = [Source(path=name, text="") for name in names]

    assert {"a": 3} == full_folders(sources, 2)
    assert {} == full_folders(sources, 3)


@pytest.mark.parametrize("listing", [{}, {"a.py": " "}])
def test_a_broken_limit_needs_a_reason(listing: dict[str, str]) -> None:
    (fault,) = unlisted({"a.py": 9}, listing)

    assert "a.py has 9" in fault


def test_a_reason_that_nothing_needs_is_found() -> None:
    (fault,) = unlisted({}, {"a.py": "it is a table"})

    assert "take it off the list" in fault
