"""The interview: it asks only what can matter, loses nothing, and never nags."""

import stat
from datetime import date
from pathlib import Path

import pytest

from discretion import has_errors
from discretion import read_case_file
from discretion import read_library
from tests.cli.ask.typed import EXAMPLE
from tests.cli.ask.typed import HEAD
from tests.cli.ask.typed import interview

ANSWERS = ["n", "1", "1", "3", "u", "p", "b", "p", "no", "s"]


def test_an_interview_comes_to_a_case_file_without_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An interview comes to a case file that reads without a problem."""
    path = tmp_path / "demo.yaml"
    code = interview(path, [*HEAD, *ANSWERS], monkeypatch)
    case, problems = read_case_file(path, read_library().words)

    assert code == 0
    assert not problems
    assert case is not None
    assert case.decision.day == date(2021, 12, 15)
    assert "Written to demo.yaml" in capsys.readouterr().out


def test_only_its_owner_may_read_what_an_interview_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only its owner may read the case file and the journal of an interview."""
    path = tmp_path / "demo.yaml"
    interview(path, [*HEAD, "n", "1"], monkeypatch)

    for written in tmp_path.iterdir():
        assert stat.S_IMODE(written.stat().st_mode) == 0o600


@pytest.mark.parametrize("cut", range(len(ANSWERS)))
def test_an_interruption_at_any_answer_loses_nothing(
    cut: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interview that is interrupted after any answer goes on where it stood."""
    whole, broken = tmp_path / "whole.yaml", tmp_path / "broken.yaml"
    interview(whole, [*HEAD, *ANSWERS], monkeypatch)
    interview(broken, [*HEAD, *ANSWERS[:cut]], monkeypatch)
    interview(broken, ANSWERS[cut:], monkeypatch)

    assert whole.read_text("utf-8") == broken.read_text("utf-8")


def test_a_journal_cut_in_the_middle_of_a_line_is_read_as_far_as_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A journal whose last line was cut short keeps every answer before it."""
    path = tmp_path / "demo.yaml"
    interview(path, [*HEAD, "n", "1", "1"], monkeypatch)
    journal = tmp_path / "demo.yaml.journal"
    journal.write_bytes(journal.read_bytes()[:-9])
    capsys.readouterr()
    interview(path, ["s"], monkeypatch)

    assert "Going on after 2 answers" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        ("2021-02-30", "is no value of"),
        ("maybe", "is no value of"),
        ("x" * 5000, "longer than 200 characters"),
        ("\x1b[2J\x07", "characters that cannot be shown"),
        ("", "Nothing was typed"),
        ("2030-01-01", "lies after the day of the decision"),
    ],
)
def test_a_reply_that_says_nothing_is_answered_with_what_to_do(
    reply: str,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A reply that is no value of the fact is answered with what to do, and asked again."""
    path = tmp_path / "demo.yaml"
    path.write_text(
        "case: demo\ndecision: {date: 2021-12-15, component: ICE-ERO}\nfacts:\n"
        "  bs_apprehension_place: interior\n  bs_entry_manner: unlawful\n"
        "  claims_us_citizenship: no\n  ns_engaged_or_suspected_terrorism: none\n"
        "  ns_engaged_or_suspected_espionage: none\n  offences: none\n"
        "  crim_other_conduct_alleged: no\n  ns_other_danger: no\n"
        "  bs_other_compelling_facts: no\n  proc_basis_conviction_only: no\n"
        "  proc_basis_database_only: no\n",
        "utf-8",
    )
    interview(path, [reply, "s"], monkeypatch)
    shown = capsys.readouterr()

    assert "When did the person last enter" in shown.out
    assert told in " ".join((shown.out + shown.err).split())


def test_what_a_person_prefers_not_to_record_is_never_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A question that was passed over is not asked again in the same interview."""
    path = tmp_path / "demo.yaml"
    interview(path, [*HEAD, *(["p"] * 60), "s"], monkeypatch)
    shown = capsys.readouterr().out
    questions = [
        text.split("\n", 1)[1] for text in shown.split("\n[")[1:] if "could change" in text
    ]

    assert len(questions) == len(set(questions))


def test_a_file_that_is_no_case_file_is_refused_and_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be read as a case is refused, and not a byte of it changes."""
    path = tmp_path / "demo.yaml"
    path.write_text("case: demo\ndecision: {date: 2021-02-30}\n", "utf-8")
    code = interview(path, ["s"], monkeypatch)

    assert code == 3
    assert "2021-02-30" in capsys.readouterr().err
    assert path.read_text("utf-8") == "case: demo\ndecision: {date: 2021-02-30}\n"


def test_an_existing_case_keeps_everything_it_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interview about an existing case keeps its claims, papers, judgments and records."""
    path = tmp_path / "demo.yaml"
    path.write_bytes(EXAMPLE.read_bytes())
    words = read_library().words
    before, _ = read_case_file(EXAMPLE, words)
    interview(path, ["u", "yes", "s"], monkeypatch)
    after, problems = read_case_file(path, words)

    assert not has_errors(problems)
    assert before is not None
    assert after is not None
    assert before.judgments == after.judgments
    assert before.evidence == after.evidence
    assert {name: account.claims for name, account in before.facts.items()} == {
        name: account.claims for name, account in after.facts.items()
    }
    assert len(before.lists["offences"].records) == len(after.lists["offences"].records)
    assert len(after.lists["entries"].records) == 1
