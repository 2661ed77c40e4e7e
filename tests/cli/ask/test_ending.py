"""How an interview ends: calmly at any question, with a true word on what could still matter."""

import io
import json
import os
from pathlib import Path

import pytest

from discretion import read_case_file
from discretion import read_library
from discretion.interview import Interviewer
from discretion.interview import Standing
from tests.cli.ask.typed import EXAMPLE
from tests.cli.ask.typed import HEAD
from tests.cli.ask.typed import Interrupted
from tests.cli.ask.typed import Keyboard
from tests.cli.ask.typed import interview

Patch = pytest.MonkeyPatch
Capture = pytest.CaptureFixture[str]
NOTHING = "Nothing that is missing could change the outcome any more"
LABEL, DAY, TYPE, PLACE = "A label for the case", "On which day", "What was decided", "Where?"


def flat(capsys: Capture) -> str:
    """Return what was shown, without line breaks."""
    shown = capsys.readouterr()
    return " ".join((shown.out + shown.err).split())


@pytest.mark.parametrize("keyboard", [io.StringIO, Interrupted])
@pytest.mark.parametrize("cut", range(len(HEAD) + 1))
def test_the_head_of_a_case_may_be_left_at_any_question(
    cut: int, keyboard: Keyboard, tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """Ctrl-D and Ctrl-C end the head calmly, and what was not answered is asked on resuming."""
    path = tmp_path / "demo.yaml"
    code = interview(path, HEAD[:cut], monkeypatch, keyboard=keyboard)
    first = flat(capsys)
    interview(path, [*HEAD[cut:], "s"], monkeypatch)
    second = flat(capsys)
    case, problems = read_case_file(path, read_library().words)

    assert code == 0
    assert "Stopped. Every answer is kept" in first
    assert (LABEL in second, DAY in second, TYPE in second) == (cut < 1, cut < 2, cut < 3)
    assert not problems
    assert case is not None
    assert case.name == "demo"
    assert case.decision.type == "arrest"
    assert str(case.decision.place) == "US-WA"
    assert not path.with_name("demo.yaml.journal").exists()


def test_what_was_left_unsaid_of_the_head_is_not_asked_again(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """A part of the head that was left empty stays so when the interview goes on."""
    path = tmp_path / "demo.yaml"
    interview(path, ["demo", "2021-12-15", "", "ICE-ERO"], monkeypatch)
    capsys.readouterr()
    interview(path, ["US-WA", "s"], monkeypatch)
    shown = flat(capsys)

    assert TYPE not in shown
    assert PLACE in shown


@pytest.mark.parametrize("keyboard", [io.StringIO, Interrupted])
def test_the_name_of_the_file_may_be_left_unsaid(
    keyboard: Keyboard, monkeypatch: Patch, capsys: Capture
) -> None:
    """Who ends the input at the name of the file has begun nothing, and is told so."""
    code = interview(None, [""], monkeypatch, "--json", keyboard=keyboard)
    shown = capsys.readouterr()
    answer = json.loads(shown.out)

    assert code == 0
    assert "Please type a name" in shown.err
    assert "Nothing was asked" in shown.err
    assert (answer["case"], answer["asked"]) == ("", 0)


@pytest.mark.parametrize(
    ("label", "told"),
    [("x" * 3000, "longer than 200 characters"), ("\x1b[2J\x07", "cannot be shown")],
)
def test_a_label_is_read_as_any_reply(
    label: str, told: str, tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """A label that is no short text is asked for again, with what to do."""
    path = tmp_path / "demo.yaml"
    interview(path, [label, *HEAD, "s"], monkeypatch)

    assert told in flat(capsys)
    assert path.read_text("utf-8").startswith("case: demo\n")


@pytest.mark.parametrize("keyboard", [io.StringIO, Interrupted])
def test_the_answer_as_data_is_the_session_as_it_stands(
    keyboard: Keyboard, tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """After the end of the input, the answer as data holds what was answered."""
    path = tmp_path / "demo.yaml"
    interview(path, [*HEAD, "n", "1", "1"], monkeypatch, "--json", keyboard=keyboard)
    answer = json.loads(capsys.readouterr().out)
    interview(path, ["s"], monkeypatch)

    assert answer["asked"] == 3
    assert answer["case"] == path.read_text("utf-8")


def test_a_part_of_the_head_that_cannot_be_is_asked_again(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """A day, a type or a place that cannot be is refused with what to do, and asked again."""
    path = tmp_path / "demo.yaml"
    lines = ["demo", "", "2021-02-30", "2021-12-15", "arest", "arrest", "", "US-ZZ", "US-WA", "s"]
    interview(path, lines, monkeypatch)
    shown = flat(capsys)

    assert "no_decision_date" in shown
    assert "`2021-02-30` is not a day" in shown
    assert "unknown_decision" in shown
    assert "unknown_place" in shown
    assert "decision: {date: 2021-12-15, type: arrest, place: US-WA}" in path.read_text("utf-8")


def test_the_answer_as_data_tells_the_head_so_far(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """After the end of the input in the head, the answer as data holds the head so far."""
    interview(tmp_path / "demo.yaml", HEAD[:3], monkeypatch, "--json")
    answer = json.loads(capsys.readouterr().out)

    assert answer["case"] == "case: demo\ndecision: {date: 2021-12-15, type: arrest}\n"


def test_a_file_whose_folder_does_not_exist_is_refused_before_anything_is_asked(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """A case file that cannot be written is refused with what to do, and nothing is asked."""
    code = interview(tmp_path / "nowhere" / "x.yaml", HEAD, monkeypatch)
    shown = flat(capsys)

    assert code == 3
    assert "x.yaml: error: the file cannot be written: its folder does not exist" in shown
    assert LABEL not in shown


@pytest.mark.parametrize("name", ["/", "x" * 300])
def test_a_name_that_no_file_can_have_is_refused(
    name: str, tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """A name that is a folder's, or that the disk does not take, is refused."""
    code = interview(tmp_path / name, HEAD, monkeypatch)

    assert code == 3
    assert "error: the file cannot be" in flat(capsys)


def test_a_disk_that_takes_no_answer_is_told(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """An answer that the disk does not take is told as a problem of the file."""
    path = tmp_path / "demo.yaml"
    path.write_bytes(EXAMPLE.read_bytes())

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code = interview(path, ["2", "s"], monkeypatch)

    assert code == 3
    assert "the file cannot be written: no space left on device" in flat(capsys)
    assert path.read_bytes() == EXAMPLE.read_bytes()


def test_who_is_sure_of_nothing_is_not_told_that_nothing_matters(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """After `not sure` to everything, what could change the outcome is told, each question once."""
    path = tmp_path / "demo.yaml"
    interview(path, [*HEAD, *(["u"] * 100)], monkeypatch)
    shown = capsys.readouterr().out
    before, _, after = shown.partition("This is a good place to stop")

    assert f"{NOTHING}." not in " ".join(shown.split())
    assert "except what you were not sure of or preferred not" in " ".join(before.split())
    assert "When, where and how did the person enter" in before
    assert "could change the outcome]" not in after


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        (Standing(), f"{NOTHING}."),
        (
            Standing(passed=frozenset("a")),
            f"{NOTHING}, except what you were not sure of or preferred",
        ),
        (
            Standing(unasked=frozenset("a")),
            "What still could: what only a record or its author can tell (1).",
        ),
        (
            Standing(passed=frozenset("a"), partly=frozenset("bc")),
            "not to record (1); what accounts conflict on or only partly tell (2).",
        ),
    ],
)
def test_the_place_to_stop_says_what_could_still_change_the_outcome(
    standing: Standing, told: str, tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """That nothing could change the outcome is said only where nothing could."""
    path = tmp_path / "demo.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    monkeypatch.setattr(Interviewer, "standing", lambda *_: standing)
    interview(path, [], monkeypatch)
    shown = flat(capsys)

    assert told in shown
    assert ("No question that is left" in shown) == (NOTHING not in shown)


def test_a_conflict_that_stays_is_asked_about_once(
    tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    """A fact on which accounts still conflict after an answer is told, and not asked again."""
    path = tmp_path / "demo.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    interview(path, ["2", *(["p"] * 80)], monkeypatch)
    shown = flat(capsys)

    assert shown.count("How did the person last enter?") == 1
    assert "what accounts conflict on or only partly tell (1)" in shown


@pytest.mark.parametrize("text", ["name,date\nA,B\n", "- a\n- b\n"])
def test_a_file_that_is_no_case_is_told_as_such_and_left_alone(
    text: str, tmp_path: Path, monkeypatch: Patch, capsys: Capture
) -> None:
    path = tmp_path / "people.csv"
    path.write_text(text, "utf-8")

    assert 3 == interview(path, [], monkeypatch)
    assert "a case file is written as keys and values" in flat(capsys)
    assert text == path.read_text("utf-8")
