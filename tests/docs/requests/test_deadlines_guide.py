"""The page on deadlines tells every kind, every state and every key, and what it prints is so."""

from pathlib import Path

from discretion.records.deadlines import Bound
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import Running
from discretion.records.deadlines import moves_from
from discretion.request.deadlines import read_deadline_kinds
from scripts.documents.consoles import ROOT
from scripts.documents.consoles import commands
from scripts.documents.consoles import with_outputs
from tests.cli.console import run
from tests.cli.request.test_deadlines import COUNTED
from tests.cli.request.test_deadlines import KEYS
from tests.cli.request.test_deadlines import ROWS

GUIDE = (ROOT / "docs/deadlines.md").read_text("utf-8")


def test_what_the_page_prints_is_what_the_command_prints() -> None:
    assert 2 == len(list(commands(GUIDE)))
    assert GUIDE == with_outputs(GUIDE)


def test_the_entry_that_the_page_shows_is_one_of_the_example(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    example = str(ROOT / "examples/deadlines-demo.yaml")
    run("request", "deadlines", example, "--ics", str(path), "--series", "blue")
    shown = GUIDE.partition("```ics\n")[2].partition("```")[0]

    assert shown.startswith("BEGIN:VEVENT")
    assert shown in path.read_bytes().decode().replace("\r\n", "\n")


def test_every_kind_is_told_in_its_order() -> None:
    ids = [kind.id for kind in read_deadline_kinds().kinds]
    told = [line.split("`")[1] for line in GUIDE.splitlines() if line.startswith("| `")]

    assert ids == told[: len(ids)]


def test_every_word_of_the_answer_is_told() -> None:
    words = [*KEYS, *(key for keys in ROWS.values() for key in keys), *COUNTED]
    words.extend(each.value for kind in (Bound, Running) for each in kind)

    assert [] == [word for word in words if f"`{word}`" not in GUIDE]


def test_every_state_is_told() -> None:
    chart = GUIDE.partition("```text\n")[2].partition("```")[0]
    words = set(chart.split())

    assert {state.value for state in RequestState} <= words
    assert RequestState.REFILED in moves_from(RequestState.DENIED)
