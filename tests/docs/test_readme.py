"""Every command that a document shows prints what the document shows."""

from pathlib import Path

import pytest

from scripts.documents.consoles import ROOT
from scripts.documents.consoles import commands
from scripts.documents.consoles import printed
from scripts.documents.consoles import with_outputs
from scripts.write_docs import hand_written

DOCUMENTS = hand_written()


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name_of)
def test_every_command_of_a_document_prints_what_it_shows(path: Path) -> None:
    text = path.read_text("utf-8")

    assert with_outputs(text) == text


def test_the_readme_answers_about_six_questions() -> None:
    assert 6 <= len(list(commands((ROOT / "README.md").read_text("utf-8"))))


def test_a_stale_output_is_noticed() -> None:
    text = "```console\n$ discretion policy show x\nanything\n```\n"

    assert with_outputs(text) != text


def test_the_tools_after_a_command_are_run() -> None:
    assert "1\n" == printed("discretion policy list | head -n 1 | wc -l | tr -d ' '")


def test_what_a_command_wrote_can_be_looked_at_in_the_same_document_alone() -> None:
    text = (
        "```console\n$ discretion governing --from 2021-11-29 --to 2021-12-01 --svg made.svg\n```\n"
        "```console\n$ head -c 4 made.svg\n```\n"
    )

    assert with_outputs(text).endswith("$ head -c 4 made.svg\n<svg\n```\n")
    assert not (ROOT / "made.svg").exists()


def test_another_program_is_not_run() -> None:
    with pytest.raises(ValueError, match="runs `rm`"):
        printed("rm -r docs")
