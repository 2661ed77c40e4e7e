"""Text is laid out to the terminal, within what reads well."""

import os
import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from discretion.cli.screen.columns import columns_of
from tests.cli.console import EXAMPLE
from tests.cli.console import run

BESIDE = ("--policy", "ice-2021-02-18-interim", "--policy", "dhs-2021-09-30-guidelines")
COMMANDS = [
    ("assess", EXAMPLE),
    ("assess", EXAMPLE, *BESIDE),
    ("assess", EXAMPLE, *BESIDE, "--policy", "dhs-2014-11-20-priorities"),
    ("assess", "--help"),
    ("governing", "--from", "2021-01-01", "--to", "2022-12-31"),
    ("policy", "list"),
    ("policy", "show", "dhs-2021-09-30-guidelines"),
]
ALONE = re.compile(r"(- )?\S+|\[--\S+ \S+\]")
SCRIPT = "stty cols {columns}; exec {python} -m discretion policy list"


def too_wide(text: str, columns: int) -> list[str]:
    """Return the lines that are wider, unless one word or one option alone makes them so."""
    return [
        line
        for line in text.splitlines()
        if len(line) > columns and not ALONE.fullmatch(line.strip())
    ]


@pytest.mark.parametrize("words", COMMANDS)
@pytest.mark.parametrize(("columns", "most"), [(40, 40), (60, 60), (80, 80), (120, 88)])
def test_every_line_keeps_to_the_columns(
    words: tuple[str, ...], columns: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = run(*words).out

    assert [] == too_wide(out, most)
    assert max(len(line) for line in out.splitlines()) > most * 3 // 4


@pytest.mark.parametrize(
    ("named", "columns"),
    [
        ("", 88),
        ("0", 88),
        ("wide", 88),
        ("-3", 88),
        ("²", 88),
        ("1", 40),
        ("80", 80),
        ("88", 88),
        ("200", 88),
    ],
)
def test_columns_that_the_environment_names_stay_readable(named: str, columns: int) -> None:
    assert columns == columns_of({"COLUMNS": named}, StringIO())


def test_what_is_no_terminal_has_the_widest_lines(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w", encoding="utf-8") as stream:
        assert 88 == columns_of({}, stream)
    assert 88 == columns_of({}, stream)
    assert 88 == columns_of({}, None)


def test_a_terminal_that_does_not_tell_its_columns_has_the_widest_lines(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: True)

    assert 88 == columns_of({}, stream)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made by the pty of a Unix")
@pytest.mark.parametrize(("columns", "most"), [(60, 60), (80, 80), (120, 88)])
def test_a_terminal_is_asked_for_its_columns(columns: int, most: int) -> None:
    script = SCRIPT.format(columns=columns, python=sys.executable)
    program = f"import pty; pty.spawn(['/bin/sh', '-c', {script!r}])"
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", program],
        check=True,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={name: value for name, value in os.environ.items() if name != "COLUMNS"},
    )
    widest = max(len(line) for line in done.stdout.splitlines())

    assert [] == too_wide(done.stdout, most)
    assert most * 3 // 4 < widest
