"""A misspelt word is answered with the nearest one that is known."""

from pathlib import Path

import pytest

from discretion import UnknownNameError
from tests.cli.console import EXAMPLE
from tests.cli.console import run
from tests.cli.console import write_case


@pytest.mark.parametrize(
    ("option", "word", "nearest"),
    [
        ("--component", "ICE_ERO", "`ICE-ERO`"),
        ("--decision", "arest", "`arrest`"),
        ("--place", "us-wa", "US-WA"),
        ("--place", "SD Tex", "S.D. Tex."),
        ("--class", "1226c", "`1226c1`"),
        ("--policy", "dhs-2021-09-30-guideline", "`dhs-2021-09-30-guidelines`"),
        ("--mode", "audits", "`audit`"),
        ("--as", "clients", "`client`"),
        ("--audience", "outwards", "`outward`"),
    ],
)
def test_the_nearest_word_is_named(option: str, word: str, nearest: str) -> None:
    said = run("assess", EXAMPLE, option, word)

    assert 2 == said.code
    assert f"`{word}`" in said.err
    assert nearest in said.err


def test_a_word_that_is_near_nothing_gets_the_whole_list() -> None:
    said = run("assess", EXAMPLE, "--mode", "xyz")

    assert "one of: audit, request, review" in said.err


def test_a_place_that_is_near_nothing_gets_examples_and_no_list() -> None:
    said = run("governing", "--on", "2021-12-15", "--place", "XX")

    assert "`XX` is not a known place: for example S.D. Tex., US, US-WA\n" in said.err


WRONG = ("--place", "XX", "--component", "YY", "--decision", "ZZ", "--class", "QQ")
CODES = ["unknown_place", "unknown_component", "unknown_decision", "unknown_class"]


@pytest.mark.parametrize("command", [("assess", EXAMPLE), ("governing", "--on", "2021-12-15")])
def test_all_words_that_nobody_knows_are_told_at_once(command: tuple[str, ...]) -> None:
    said = run(*command, *WRONG, "--class", "RR")

    assert 2 == said.code
    assert ["`XX`", "`YY`", "`ZZ`", "`QQ`", "`RR`"] == [
        line.split()[1] for line in said.err.splitlines()
    ]


@pytest.mark.parametrize("command", [("assess", EXAMPLE), ("governing", "--on", "2021-12-15")])
def test_each_word_that_nobody_knows_is_a_problem_of_its_own(command: tuple[str, ...]) -> None:
    said = run(*command, *WRONG, "--json")
    problems = said.answer["problems"]

    assert 2 == said.code
    assert CODES == [problem["code"] for problem in problems]
    assert all(problem["help"] and problem["message"] for problem in problems)


@pytest.mark.parametrize(
    ("option", "code"),
    [
        ("--policy", "unknown_instrument"),
        ("--mode", "unknown_mode"),
        ("--as", "unknown_party"),
        ("--audience", "unknown_audience"),
        ("--assume", "unknown_assumption_set"),
    ],
)
def test_a_word_that_nobody_knows_has_a_code_and_help_in_json(option: str, code: str) -> None:
    (problem,) = run("assess", EXAMPLE, option, "XX", "--json").answer["problems"]

    assert code == problem["code"]
    assert problem["help"]
    assert "`XX`" in problem["message"]


def test_a_policy_and_a_place_that_nobody_knows_are_told_together() -> None:
    said = run("assess", EXAMPLE, "--policy", "none", "--place", "XX")

    assert ["`XX`", "`none`:"] == [
        next(word for word in line.split() if "`" in word) for line in said.err.splitlines()
    ]


def test_a_word_of_a_kind_of_which_there_is_none_says_so() -> None:
    assert "there is none" in str(UnknownNameError("assumption set", "x", ()))


@pytest.mark.parametrize(
    ("facts", "line", "words"),
    [
        ("facts: {bs_entry_maner: paroled}", 3, ["`bs_entry_maner`", "`bs_entry_manner`"]),
        ("facts: {bs_entry_manner: parole}", 3, ["`parole`", "`paroled`"]),
        ("facts: {bs_last_entry_date: 2021-02-30}", 3, ["`2021-02-30`", "a day of the calendar"]),
        ("facts: {removable: maybe}", 3, ["`maybe`", "yes or no"]),
        ("facts: {nationality: X}", 3, ["protected trait", "take it out"]),
        ("offenses: []", 3, ["no key `offenses`"]),
        ("facts: {removable: yes, removable: no}", 3, ["stands twice"]),
    ],
)
def test_a_mistake_in_a_file_names_the_line_the_words_and_the_remedy(
    tmp_path: Path, facts: str, line: int, words: list[str]
) -> None:
    said = run("assess", write_case(tmp_path, f"{facts}\n"))

    assert 3 == said.code
    assert said.err.startswith(f"case.yaml:{line}:")
    assert [] == [word for word in words if word not in said.err]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = "facts:\n  removable: maybe\n  bs_entry_maner: x\n  race: x\nnotes: x\n"

    said = run("assess", write_case(tmp_path, text, ", component: ICE_ERO"))

    assert 5 == said.err.count(": error: ")
    assert "5 problems forbid an answer.\n" in said.err


def test_a_warning_is_told_in_the_assessment_itself_and_once(tmp_path: Path) -> None:
    path = write_case(tmp_path, "facts: {bs_last_entry_date: 2022-05-01}\n")

    said = run("assess", path)
    text = " ".join(said.out.split())

    assert 0 == said.code
    assert "" == said.err
    assert 1 == text.count("[date_out_of_order]")
    assert "case.yaml, line 3: `bs_last_entry_date` lies after the day of the decision" in text
    assert "It is kept as written: check both dates." in text
    assert text.index("Look at the file") < text.index("What governed on")


def test_what_a_warning_asks_ends_as_a_question(tmp_path: Path) -> None:
    facts = "  removable: {claims: [{value: yes, evidence: papr}]}\n"
    path = write_case(tmp_path, f"facts:\n{facts}evidence:\n  - {{id: paper, kind: other}}\n")

    text = " ".join(run("assess", path).out.split())

    assert "[unknown_evidence]. Did you mean `paper`? What governed" in text


def test_a_warning_stays_out_of_an_answer_for_outside(tmp_path: Path) -> None:
    path = write_case(tmp_path, "facts: {bs_last_entry_date: 2022-05-01}\n")

    said = run("assess", path, "--audience", "outward")

    assert "Look at the file" not in said.out
    assert "bs_last_entry_date" not in said.out + said.err


def test_a_file_without_a_warning_has_nothing_to_look_at(tmp_path: Path) -> None:
    path = write_case(tmp_path, "facts: {bs_last_entry_date: 2020-05-01}\n")

    assert "Look at the file" not in run("assess", path).out
