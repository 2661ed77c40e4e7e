"""Two versions of a pack are compared from the command line, as text and with fixed keys."""

from pathlib import Path
from typing import Any

import pytest

from discretion.answers.change.changed import SECTIONS
from tests.bad.mistakes import GOOD
from tests.cli.console import Said
from tests.cli.console import run
from tests.compare.edits import PACK
from tests.compare.edits import edited
from tests.compare.edits import named

KEYS = [
    *("not_a_decision", "version", "problems", "old", "new", "meaning"),
    *("instrument", "provisions", "rules", "facts", "judgments", "outcomes"),
    *("consequences", "sentences", "unclaimed", "assumption_sets", "omissions"),
    *("cases", "observed_decisions", "events", "governing"),
]
VERSION = ["instrument", "title", "folder", "digest", "changes", "meaning", "cases"]
MEANING = ["changed", "marked", "tested", "marks_kept", "line"]
DIFFERENCE = ["aspect", "before", "after", "before_in_words", "after_in_words"]
FACT = ["fact", "change", "asks", "read_by"]
STOOD = [
    *("from", "to", "part", "components", "governs", "status", "announced", "practice"),
    *("condition", "says"),
]


def diff(edit: str, folder: Path, *words: str) -> Said:
    """Compare a bundled pack with a copy in which an edit was made."""
    return run("policy", "diff", PACK, str(edited(named(edit), folder)), *words)


def answer(edit: str, folder: Path) -> dict[str, Any]:
    """Return what is said of an edit, as data."""
    said = diff(edit, folder, "--json")

    assert 0 == said.code
    return said.answer


def test_the_keys_of_an_answer_are_fixed(tmp_path: Path) -> None:
    found = answer("the last day of an event, and how sure it is", tmp_path)

    assert KEYS == list(found)
    assert found["not_a_decision"] is True
    assert VERSION == list(found["old"]) == list(found["new"])
    assert MEANING == list(found["meaning"])
    assert STOOD == list(found["governing"]["now"][0])
    assert found["governing"]["now"][0]["governs"] is True
    assert found["governing"]["no_longer"][0]["governs"] is False
    for section, key in SECTIONS.items():
        for each in found[section]:
            assert [key, "change", "differences"] == list(each)
            assert DIFFERENCE == list(each["differences"][0])


def test_a_fact_is_told_with_its_question_and_its_readers(tmp_path: Path) -> None:
    (fact,) = answer("a fact that was not read before", tmp_path)["facts"]

    assert FACT == list(fact)
    assert ["in_proceedings", "added", ["gl.ctx_teaching"]] == [
        fact["fact"],
        fact["change"],
        fact["read_by"],
    ]
    assert fact["asks"].endswith("?")


@pytest.mark.parametrize(
    ("edit", "section", "aspect", "words"),
    [
        ("a condition", "rules", "when", "taught children"),
        ("the readings of a rule", "rules", "reading any_entry", "the record shows an entry"),
        ("the terms of a duty", "rules", "due", "10 days after the day of the decision"),
        ("the terms of a duty", "rules", "discharged_when", "the review of the record"),
        ("the measure and the judgment of a factor", "rules", "shows", "how many"),
        ("the measure and the judgment of a factor", "rules", "judgment", "current threat"),
        ("a judgment", "judgments", "rests_on", "held in immigration custody"),
        ("an outcome that is added, which changes no order", "outcomes", "when", "in immigration"),
    ],
)
def test_a_condition_is_told_in_plain_english_too(
    edit: str, section: str, aspect: str, words: str, tmp_path: Path
) -> None:
    differences = [
        difference
        for each in answer(edit, tmp_path)[section]
        for difference in each["differences"]
        if difference["aspect"] == aspect
    ]

    assert [] != differences
    assert any(words in str(difference["after_in_words"]) for difference in differences)


def test_what_is_gone_is_told_in_plain_english_of_the_old_version_alone(tmp_path: Path) -> None:
    edit = "a rule that is gone, with the only fact that it read"
    removed = [each for each in answer(edit, tmp_path)["rules"] if each["change"] == "removed"]
    (when,) = (each for each in removed[0]["differences"] if each["aspect"] == "when")

    assert "for generations" in when["before_in_words"]
    assert when["after"] is None
    assert when["after_in_words"] is None


def test_what_is_prose_is_not_told_twice(tmp_path: Path) -> None:
    (provision,) = answer("the paraphrase of a provision", tmp_path)["provisions"]
    (text,) = provision["differences"]

    assert text["before_in_words"] is None
    assert text["after_in_words"] is None


def test_a_pack_beside_itself_is_told_as_the_same_folder() -> None:
    said = run("policy", "diff", PACK, PACK)

    assert 0 == said.code
    assert "Both versions hold the same" in said.out
    assert "[same_version]" in said.err


def test_a_copy_that_nobody_touched_is_the_same(tmp_path: Path) -> None:
    folder = edited({"files": []}, tmp_path)
    said = run("policy", "diff", PACK, str(folder))

    assert "" == said.err
    assert "Both versions hold the same" in said.out
    assert "Still to do" not in said.out


def test_files_may_differ_where_no_rule_stands(tmp_path: Path) -> None:
    said = diff("a condition that is laid out otherwise", tmp_path)

    assert "The files differ only in what stands in no provision, rule or case" in said.out
    assert "Still to do" not in said.out


def test_prose_leaves_nothing_to_do(tmp_path: Path) -> None:
    said = diff("the paraphrase of a provision", tmp_path)

    assert "The meaning is the same" in said.out
    assert "Still to do" not in said.out


def test_a_pack_of_another_instrument_is_a_warning_and_is_compared() -> None:
    said = run("policy", "diff", PACK, str(GOOD), "--json")

    assert 0 == said.code
    assert [("other_instrument", "warning")] == [
        (each["code"], each["severity"]) for each in said.answer["problems"]
    ]
    assert "small-2021-memo" == said.answer["new"]["instrument"]
    assert {"added", "removed"} == {each["change"] for each in said.answer["rules"]}


def test_what_is_neither_a_folder_nor_a_pack_ends_with_2() -> None:
    said = run("policy", "diff", PACK, "dhs-2021-09-30-guideline")

    assert 2 == said.code
    assert "did you mean `dhs-2021-09-30-guidelines`?" in said.err

    found = run("policy", "diff", "nowhere/at-all", PACK, "--json")

    assert 2 == found.code
    assert ["unknown_version"] == [each["code"] for each in found.answer["problems"]]
    assert "instrument.yaml" in found.answer["problems"][0]["help"]


def test_a_folder_that_is_no_pack_ends_with_4(tmp_path: Path) -> None:
    said = run("policy", "diff", PACK, str(tmp_path))

    assert 4 == said.code
    assert f"{tmp_path}/instrument.yaml: error: the file cannot be read" in said.err
    assert "1 problem forbids an answer." in said.err


def test_a_pack_with_mistakes_tells_all_of_them_and_ends_with_4(tmp_path: Path) -> None:
    pack = edited(
        {
            "files": [
                {"file": "text.md", "replace": "when: ctx_teaching\n", "by": "when: ctx_teach\n"},
                {"file": "cases.yaml", "every": "claims_us_citizenship: yes", "by": "claims: yes"},
            ]
        },
        tmp_path,
    )
    said = run("policy", "diff", str(pack), PACK, "--json")
    problems = said.answer["problems"]

    assert 4 == said.code
    assert {"unknown_fact"} == {each["code"] for each in problems}
    assert {f"{pack}/text.md", f"{pack}/cases.yaml"} == {each["file"] for each in problems}
    assert all(each["line"] and each["help"] for each in problems)


def test_a_pack_of_a_matter_that_nobody_knows_ends_with_4(tmp_path: Path) -> None:
    change = {"file": "instrument.yaml", "replace": "\nmatter: case\n", "by": "\nmatter: cas\n"}
    said = run("policy", "diff", PACK, str(edited({"files": [change]}, tmp_path)))

    assert 4 == said.code
    assert "[unknown_matter]" in said.err


VERSIONS = Path(__file__).parents[3] / "examples/two-versions"


@pytest.mark.parametrize("command", [("policy", "diff"), ("compare",)])
def test_each_version_is_said_to_have_governed_by_its_own_history(command: tuple[str, ...]) -> None:
    said = run(*command, str(VERSIONS / "before"), str(VERSIONS / "after"), "--json").answer
    found = said.get("compared", said)

    assert (True, True) == (found["a"]["governed"], found["b"]["governed"])
    assert found["a"]["digest"] != found["b"]["digest"]
