"""`discretion compare` from the command line: what it says, what it writes, what it refuses."""

from pathlib import Path

import pytest

from discretion.cli.compare.solver import require_solver
from discretion.errors import MissingExtraError
from tests.cli.console import run
from tests.repository.tree import ROOT

INTERIM, FINAL = "ice-2021-02-18-interim", "dhs-2021-09-30-guidelines"
MADE_UP = str(ROOT / "tests/caseload/made_up_i213.csv")
KEYS = [
    "topic", "rule_a", "rule_b", "relation", "witness", "because_a", "because_b", "citations",
    "kind", "side", "met_in", "alike", "is_all", "note",
]  # fmt: skip


def test_the_answer_has_its_keys() -> None:
    said = run("compare", INTERIM, FINAL, "--ways", "1", "--seconds", "60", "--json")
    answer = said.answer

    assert 0 == said.code
    assert ["not_a_decision", "version", "problems", "today", "a", "b", "on"] == list(answer)[:7]
    assert "2021-11-29" == answer["on"]
    assert all(KEYS == list(each) for each in answer["differences"])
    assert answer["bound"]
    witnessed = [each for each in answer["differences"] if each["witness"] is not None]
    assert all(each["because_a"] or each["because_b"] for each in witnessed)
    assert all(each["relation"] != "same" for each in witnessed)


def test_the_text_tells_the_lawful_entrant_and_both_citations() -> None:
    said = run("compare", INTERIM, FINAL, "--seconds", "60")

    assert 0 == said.code
    assert "inspection and admission" in said.out.lower()
    assert "the ICE interim guidance, border security (2)" in said.out
    assert "the Guidelines, II.C(b)" in said.out
    assert "It did not govern on 29 November 2021" in said.out


def test_each_case_is_written_as_a_file_that_is_assessed(tmp_path: Path) -> None:
    folder = tmp_path / "cases"
    said = run("compare", INTERIM, FINAL, "--ways", "1", "--seconds", "60", "--write", str(folder))
    files = sorted(folder.iterdir())

    assert 0 == said.code
    assert f"{len(files)} case files written" in said.out
    assessed = run("assess", str(files[0]), "--policy", INTERIM, "--policy", FINAL)
    assert assessed.code in {0, 1}
    again = run("compare", INTERIM, FINAL, "--write", str(folder), "--ways", "1")
    assert 2 == again.code
    assert "it is there already" in again.err


def test_rows_of_a_table_are_counted_unknown_apart() -> None:
    words = ("compare", INTERIM, FINAL, "--ways", "1", "--seconds", "60", "--table", MADE_UP)
    said, answer = run(*words), run(*words, "--json").answer

    assert "unknown is never counted as no" in said.out
    for each in answer["impact"]["impacts"]:
        for counts in (each["a_alone"], each["b_alone"]):
            assert answer["impact"]["matters"] == sum(counts.values())


def test_the_pack_of_a_folder_is_compared(tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "instrument.yaml").write_text("id: broken\n", "utf-8")
    words = ("compare", "--ways", "1", "--seconds", "60")
    before, after = (str(ROOT / f"examples/two-versions/{each}") for each in ("before", "after"))
    said = run(*words, before, after, "--json")

    assert 0 == said.code
    assert {"same"} < {each["relation"] for each in said.answer["differences"]}
    assert 4 == run(*words, str(broken), after).code


def test_two_days_are_compared() -> None:
    words = ("compare", "--on", "2021-06-01", "--on", "2022-01-15", "--component", "CBP")
    answer = run(*words, "--decision", "arrest", "--ways", "1", "--seconds", "60", "--json").answer
    text = run(*words, "--decision", "arrest", "--ways", "1", "--seconds", "60").out

    assert ["dhs-2021-01-20-pekoske"] == answer["went"]
    assert [FINAL] == answer["came"]
    assert 1 == len(answer["comparisons"])
    assert "On 15 January 2022 alone" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "name two policies"),
        ((INTERIM,), "name two policies"),
        (("--on", "2021-06-01"), "name two policies"),
        ((INTERIM, FINAL, "--on", "2021-06-01", "--on", "2022-01-15"), "given twice"),
        (("--on", "2021-06-01", "--on", "2022-01-15", "--write", "a"), "needs two policies"),
        (("--on", "2021-06-01", "--on", "2022-01-15", "--table", "a"), "needs two policies"),
        ((INTERIM, FINAL, "--mapping", "a"), "needs a table"),
        ((INTERIM, "dhs-2021"), "dhs-2021"),
        ((INTERIM, f"{FINAL}@any_entri"), "any_entry"),
        ((INTERIM, f"{FINAL}+latest"), "latest"),
        ((INTERIM, FINAL, "--seconds", "0"), "no number of seconds"),
        ((INTERIM, FINAL, "--seconds", "1e9"), "no number of seconds"),
        ((INTERIM, FINAL, "--seconds", "many"), "no number of seconds"),
        ((INTERIM, FINAL, "--ways", "0"), "not a number from 1 on"),
        ((INTERIM, "screen-operation"), "cannot be compared"),
    ],
)
def test_words_that_make_no_comparison_are_refused(words: tuple[str, ...], told: str) -> None:
    said = run("compare", *words)

    assert 2 == said.code
    assert told in said.err


def test_a_table_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "rows.csv"
    table.write_text("a,b\n1,2\n", "utf-8")
    words = ("compare", INTERIM, FINAL, "--ways", "1", "--seconds", "60", "--table")
    unmapped = run(*words, str(table))
    mapping = run(*words, str(table), "--mapping", str(tmp_path / "none.yaml"))

    assert 2 == unmapped.code
    assert "no mapping fits the headers of `rows.csv`" in unmapped.err
    assert 3 == mapping.code


def test_cases_go_into_no_file_and_no_folder_that_refuses_them(tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("", "utf-8")
    words = ("compare", INTERIM, FINAL, "--ways", "1", "--seconds", "60", "--write")
    said, below = run(*words, str(taken)), run(*words, str(taken / "below"))

    assert (2, 2) == (said.code, below.code)
    assert "name a folder that is not" in said.err
    assert "cannot be written" in below.err


def test_without_a_solver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("discretion.cli.compare.solver.find_spec", lambda _: None)

    with pytest.raises(MissingExtraError, match=r"discretion\[proof\]"):
        require_solver("comparing two policies")
    assert 2 == run("compare", INTERIM, FINAL).code


def test_a_screen_is_said_to_have_no_authority_and_a_text_without_rules_to_assess_nothing() -> None:
    screen = run("compare", "screen-retaliation", "screen-retaliation").out
    bare = run("compare", "eo-14148", "eo-13993").out

    assert 2 == screen.count("It is a screen of ours and has no authority of its own")
    assert "It did not govern" not in screen
    assert 2 == " ".join(bare.split()).count("it holds no rule, so that it assesses nothing.")
