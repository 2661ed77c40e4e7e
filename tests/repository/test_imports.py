"""Imports stand at the top and name what they bring; handlers catch what they know."""

import tomllib

import pytest

from tests.repository.imports import late_imports
from tests.repository.imports import star_imports
from tests.repository.imports import wide_handlers
from tests.repository.tree import CODE
from tests.repository.tree import ROOT
from tests.repository.tree import Source
from tests.repository.tree import python_sources


def test_no_import_hides_where_names_come_from() -> None:
    """No import hides where a name comes from."""
    assert [] == star_imports(python_sources(*CODE))


def test_no_function_imports_a_module_that_is_not_listed_with_its_reason() -> None:
    """No function imports a module when it runs, but those listed with a reason."""
    found = late_imports(python_sources(*CODE))

    assert {} == {module: found[module] for module in found.keys() - listed_modules().keys()}


def test_every_listed_late_import_is_used_and_has_a_reason() -> None:
    listed = listed_modules()

    assert set() == listed.keys() - late_imports(python_sources(*CODE)).keys()
    assert all(reason.strip() for reason in listed.values())


def test_no_handler_catches_everything_below_the_command_line() -> None:
    """No handler below the command line catches what it cannot know."""
    assert [] == wide_handlers(python_sources(*CODE))


def listed_modules() -> dict[str, str]:
    file = ROOT / "tests/repository/late_imports.toml"
    modules: dict[str, str] = tomllib.loads(file.read_text("utf-8"))["modules"]
    return modules


def test_a_star_import_is_found() -> None:
    source = Source(path="a.py", text="import b\nfrom c import *\n")

    assert ["a.py:2: `*` hides where names come from"] == star_imports([source])


@pytest.mark.parametrize(
    ("text", "modules"),
    [
        ("import a\nfrom b import c", set()),
        ("if TYPE_CHECKING:\n    import a", set()),
        ("class C:\n    import a", set()),
        ("def f():\n    import a, b.c", {"a", "b.c"}),
        ("class C:\n    async def f(self):\n        from a.b import c", {"a.b"}),
        ("def f():\n    def g():\n        if x:\n            from . import a", {"."}),
    ],
)
def test_an_import_inside_a_function_is_found(text: str, modules: set[str]) -> None:
    assert modules == late_imports([Source(path="a.py", text=text)]).keys()


@pytest.mark.parametrize(
    "text",
    [
        "try: ...\nexcept: ...",
        "try: ...\nexcept Exception: ...",
        "try: ...\nexcept BaseException as error: ...",
        "try: ...\nexcept (ValueError, Exception): ...",
        "with contextlib.suppress(Exception): ...",
    ],
)
def test_a_wide_handler_is_found(text: str) -> None:
    assert 1 == len(wide_handlers([Source(path="src/discretion/law/a.py", text=text)]))
    assert [] == wide_handlers([Source(path="src/discretion/cli/main.py", text=text)])


def test_a_narrow_handler_is_left_alone() -> None:
    text = "try: ...\nexcept (ValueError, OSError): ...\nwith suppress(KeyError): ..."

    assert [] == wide_handlers([Source(path="a.py", text=text)])
