"""A command that answers in JSON loads nothing that the answer does not need."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.console import EXAMPLE

UNNEEDED = (
    "dataclasses",
    "difflib",
    "discretion.answers.beside",
    "discretion.assess.wording.leaves",
    "discretion.assess.sides",
    "discretion.cli.governing_command",
    "discretion.cli.policy_command",
    "discretion.cli.compare",
    "discretion.cli.operation",
    "discretion.cli.policy_diff",
    "discretion.cli.protection",
    "discretion.cli.prove",
    "discretion.cli.screening",
    "discretion.cli.several",
    "discretion.cli.text.assessed",
    "discretion.rules.grammar",
    "discretion.rules.packs",
    "hashlib",
    "inspect",
    "pathlib",
    "textwrap",
    "yaml",
)
"""Modules that take long to load, or that only other commands need."""
PROGRAM = """
import sys
from discretion.cli import main
from discretion.rules.compiled import entry as compiled
compiled.SETTLED_NS = -(10**18)
main(sys.argv[1:3] + ["--json"])
print(*(name for name in sys.argv[3:] if name in sys.modules), file=sys.stderr)
"""


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return (sys.executable, "-I", "-c", PROGRAM, "assess", EXAMPLE, *UNNEEDED)


def run(command: tuple[str, ...]) -> tuple[str, list[str]]:
    told = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # our own
    return told.stdout, told.stderr.split()


def test_a_warm_assessment_loads_nothing_that_it_does_not_need(command: tuple[str, ...]) -> None:
    run(command)
    _, loaded = run(command)

    assert [] == loaded


def test_the_first_assessment_answers_as_every_other(command: tuple[str, ...]) -> None:
    (first, loaded), (second, _) = run(command), run(command)

    assert "discretion.rules.grammar" in loaded
    assert first == second


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("assess", EXAMPLE, "--json"), 0),
        (("assess", "no-such-file.yaml", "--json"), 3),
        (("policy", "show", "no-such-policy", "--json"), 2),
    ],
)
def test_the_program_writes_its_whole_answer_and_ends_with_its_code(
    words: tuple[str, ...], code: int
) -> None:
    ended = subprocess.run(  # noqa: S603  # our own
        (sys.executable, "-m", "discretion", *words), check=False, capture_output=True, text=True
    )

    assert code == ended.returncode
    assert "not_a_decision" in json.loads(ended.stdout)
