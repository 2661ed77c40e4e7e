"""The real files, imported and run by the commands once for all tests."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.caseload.real.files import files_of
from tests.cli.console import run

Made = Callable[..., Path]


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return what imports the files of a layout, each once, and nothing said by hand."""

    @cache
    def made(name: str) -> Path:
        out = tmp_path_factory.mktemp(name) / "imported"
        said = run("caseload", "import", *map(str, files_of(name)), "--out", str(out))
        assert 0 == said.code
        (out / "said.txt").write_text(said.out + said.err, "utf-8")
        return out

    return made


@pytest.fixture(scope="session")
def ran(imported: Made, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return what runs policies over the files of a layout, each question once."""

    @cache
    def made(name: str, *words: str) -> Path:
        out = tmp_path_factory.mktemp(name) / "run"
        said = run("caseload", "run", str(imported(name)), "--out", str(out), *words)
        assert 0 == said.code
        (out / "said.txt").write_text(said.out + said.err, "utf-8")
        return out

    return made
