"""The worked example of a case file is read without a problem and holds what the guide shows."""

import re
from pathlib import Path

from discretion import CaseFile
from discretion import Problem
from discretion import Truth
from discretion import read_case_file
from discretion import read_library
from scripts.documents.consoles import ROOT
from tests.cli.console import run

GUIDE = ROOT / "docs/how-to-write-a-case-file.md"


def example() -> str:
    found = re.search(
        r"^## A worked example$.*?^```yaml\n(.*?)^```",
        GUIDE.read_text("utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    assert found is not None
    return found[1]


def read(folder: Path) -> tuple[CaseFile, tuple[Problem, ...]]:
    path = folder / "worked-example.yaml"
    path.write_text(example(), "utf-8")
    case, problems = read_case_file(path, read_library().words)
    assert case is not None
    return case, problems


def test_the_worked_example_has_no_problem(tmp_path: Path) -> None:
    _, problems = read(tmp_path)

    assert () == problems


def test_the_worked_example_shows_each_form(tmp_path: Path) -> None:
    case, _ = read(tmp_path)

    assert 2 == len(case.facts["bs_entry_manner"].claims)
    assert "client_unsure" == case.facts["mit_condition_requiring_care"].reason
    assert Truth.UNKNOWN is case.lists["offences"].complete
    assert Truth.TRUE is case.lists["entries"].complete
    assert "argued" == case.judgments["current_threat"].state
    assert case.evidence
    assert case.overrides
    assert case.consents


def test_the_worked_example_can_be_assessed(tmp_path: Path) -> None:
    path = tmp_path / "worked-example.yaml"
    path.write_text(example(), "utf-8")

    assert 0 == run("assess", str(path)).code


def test_every_example_file_is_read_without_a_problem() -> None:
    words = read_library().words

    for path in sorted((ROOT / "examples").glob("*.yaml")):
        if path.read_text("utf-8").startswith(("case:", "#")):
            _, problems = read_case_file(path, words)
            assert () == problems
