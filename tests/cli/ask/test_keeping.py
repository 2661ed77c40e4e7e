"""What an interview keeps: claims, papers, comments, refusals, and every answer on disk."""

import json
import stat
from datetime import date
from pathlib import Path

import pytest

from discretion import read_case_file
from discretion import read_library
from discretion.facts.casefile import Account
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import Claim
from discretion.facts.values import one_word
from tests.cli.ask.typed import EXAMPLE
from tests.cli.ask.typed import HEAD
from tests.cli.ask.typed import TODAY
from tests.cli.ask.typed import interview

Patch = pytest.MonkeyPatch


@pytest.fixture(name="garcia")
def _garcia(tmp_path: Path) -> Path:
    path = tmp_path / "garcia.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    path.chmod(0o644)
    return path


def read(path: Path) -> CaseFile:
    """Return the case of a file that has no problem."""
    case, problems = read_case_file(path, read_library().words)

    assert not problems
    assert case is not None
    return case


def manner(path: Path) -> Account:
    """Return what a file says of the manner of the last entry."""
    return read(path).facts["bs_entry_manner"]


def test_an_answer_stands_beside_the_claims_of_others(garcia: Path, monkeypatch: Patch) -> None:
    """An answer is a further claim of the client; other claims, papers and disclosure stay."""
    before = manner(garcia)
    interview(garcia, ["2", "s"], monkeypatch)
    after = manner(garcia)
    mine = Claim(values=one_word("paroled"), by="client", on=TODAY)

    assert (*before.claims, mine) == after.claims
    assert before.disclosure == after.disclosure == "may_disclose"


@pytest.mark.parametrize("reply", ["u", "p"])
def test_passing_a_question_over_takes_no_claim_away(
    reply: str, garcia: Path, monkeypatch: Patch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is not sure, or prefers not to say, takes no claim away, and is not asked again."""
    interview(garcia, [reply, "s"], monkeypatch)
    first = capsys.readouterr().out
    interview(garcia, ["s"], monkeypatch)
    second = capsys.readouterr().out

    assert garcia.read_bytes() == EXAMPLE.read_bytes()
    assert "How did the person last enter?" in first
    assert "How did the person last enter?" not in second


@pytest.mark.parametrize("lines", [["s"], ["w", "?", "s"], ["2", "b", "s"], []])
def test_an_interview_without_an_answer_changes_nothing(
    lines: list[str], garcia: Path, monkeypatch: Patch
) -> None:
    """An interview that comes to no answer leaves the file's bytes and mode as they were."""
    interview(garcia, lines, monkeypatch)

    assert garcia.read_bytes() == EXAMPLE.read_bytes()
    assert stat.S_IMODE(garcia.stat().st_mode) == 0o644


@pytest.mark.parametrize("reply", ["u", "p"])
def test_a_list_passed_over_is_not_asked_for_again(
    reply: str, tmp_path: Path, monkeypatch: Patch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A list, a fact and a field that were passed over are not asked about in a later interview."""
    path = tmp_path / "demo.yaml"
    interview(path, [*HEAD, "yes", reply, reply, reply, reply, "s"], monkeypatch)
    first = _asked(capsys.readouterr().out)
    interview(path, ["s"], monkeypatch)
    second = _asked(capsys.readouterr().out)

    assert len(first) == 6
    assert first[-1:] == second
    assert not path.with_name("demo.yaml.journal").exists()


def _asked(shown: str) -> list[str]:
    return [text.split("\n", 1)[1].split(">")[0] for text in shown.split("\n[")[1:]]


@pytest.mark.parametrize("cut", [1, 2, 9, 30, 200])
def test_a_torn_journal_keeps_the_answers_after_it(
    cut: int, tmp_path: Path, monkeypatch: Patch
) -> None:
    """A journal cut in its last line, or without it, goes on, and answers after it count."""
    path, whole = tmp_path / "demo.yaml", tmp_path / "whole.yaml"
    interview(path, [*HEAD, "n", "1", "1"], monkeypatch)
    journal = tmp_path / "demo.yaml.journal"
    line = journal.read_bytes().splitlines(keepends=True)[-1]
    journal.write_bytes(journal.read_bytes()[: -min(cut, len(line))])
    journal.chmod(0o644)
    again = [] if cut == 1 else ["1"]
    interview(path, [*again, "3"], monkeypatch)

    assert stat.S_IMODE(journal.stat().st_mode) == 0o600

    interview(path, ["s"], monkeypatch)
    interview(whole, [*HEAD, "n", "1", "1", "3", "s"], monkeypatch)

    assert whole.read_bytes() == path.read_bytes()


def test_an_answer_keeps_the_day_on_which_it_was_given(garcia: Path, monkeypatch: Patch) -> None:
    """An answer that is taken from the journal on a later day keeps the day it was given on."""
    interview(garcia, ["2"], monkeypatch)
    journal = garcia.with_name("garcia.yaml.journal")
    step = {**json.loads(journal.read_text("utf-8")), "on": "2026-11-03"}
    journal.write_text(f"{json.dumps(step)}\n", "utf-8")
    interview(garcia, ["s"], monkeypatch)

    assert manner(garcia).claims[-1].on == date(2026, 11, 3)


def test_a_list_keeps_who_may_see_it(tmp_path: Path, monkeypatch: Patch) -> None:
    """A list of a file that is written again keeps its disclosure and its records."""
    path = tmp_path / "demo.yaml"
    head = "decision: {date: 2021-12-15, component: ICE-ERO}"
    said = "{disclosure: protected, records: [{convicted_on: 2010-02-11}]}"
    path.write_text(f"case: demo\n{head}\nfacts:\n  offences: {said}\n", "utf-8")
    interview(path, ["u", "u", "s"], monkeypatch)
    listed = read(path).lists["offences"]

    assert "client_unsure" in path.read_text("utf-8")
    assert listed.disclosure == "protected"
    assert listed.records[0]["convicted_on"].claims


def test_a_list_without_records_is_written_once(tmp_path: Path, monkeypatch: Patch) -> None:
    """A list that stood in the file without records is added to, and not written a second time."""
    path = tmp_path / "demo.yaml"
    head = "decision: {date: 2021-12-15, component: ICE-ERO}"
    path.write_text(f"case: demo\n{head}\nfacts:\n  offences: {{complete: unknown}}\n", "utf-8")
    interview(path, ["no", "yes", "s"], monkeypatch)

    assert len(read(path).lists["offences"].records) == 1


def test_a_choice_is_answered_by_number_or_by_word(
    tmp_path: Path, monkeypatch: Patch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A choice is said by the number of a word or the word, and by no other sign."""
    path = tmp_path / "demo.yaml"
    interview(path, [*HEAD, "n", "²", "0", "99", "x", "none", "1", "s"], monkeypatch)
    facts = read(path).facts

    assert capsys.readouterr().out.count("Please answer with a number") == 4
    assert facts["ns_engaged_or_suspected_terrorism"].claims[0].values == one_word("none")
    assert facts["ns_engaged_or_suspected_espionage"].claims[0].values == one_word("none")


@pytest.mark.parametrize(
    "line", ["[]", "{}", '{"name": "nothing.of.this", "said": "yes"}', '{"name": "x"', "\x00"]
)
def test_a_line_of_the_journal_that_says_nothing_is_passed_by(
    line: str, garcia: Path, monkeypatch: Patch
) -> None:
    """A line of the journal that is no step, or of nothing that is asked, hides no other step."""
    interview(garcia, ["2"], monkeypatch)
    journal = garcia.with_name("garcia.yaml.journal")
    journal.write_text(f"{line}\n{journal.read_text('utf-8')}", "utf-8")
    interview(garcia, ["s"], monkeypatch)

    assert len(manner(garcia).claims) == 3
