"""Sentences about a policy are proved from the command line, as text and with fixed keys."""

import shutil
from pathlib import Path

import pytest

from discretion.cli.compare import solver
from tests.bad.mistakes import GOOD
from tests.cli.console import run
from tests.proof.packs import BROKEN
from tests.proof.packs import edited

PACK = "ice-2021-03-05-case-review"
"""The bundled policy that is proved most quickly."""
KEYS = [
    *("not_a_decision", "version", "problems", "instrument", "title", "digest", "seconds"),
    *("sentences", "unclaimed", "silent"),
]
SENTENCE = [
    *("id", "sentence", "status", "counterexample", "bound", "refuted_on_mutant", "mutant"),
    *("parts", "citation", "basis", "left_out"),
]


def broken(name: str, folder: Path) -> str:
    """Return the folder of a pack that breaks a sentence."""
    row = next(each for each in BROKEN if each["sentence"] == name)
    return edited(row["files"], folder)[1].folder


def test_the_answer_has_fixed_keys() -> None:
    """The answer to what is proved of a policy has fixed keys in a fixed order."""
    said = run("prove", PACK, "--json")

    assert 0 == said.code
    assert KEYS == list(said.answer)
    assert all(SENTENCE == list(each) for each in said.answer["sentences"])
    assert {"proved"} == {each["status"] for each in said.answer["sentences"]}
    assert all(each["refuted_on_mutant"] for each in said.answer["sentences"])
    assert said.answer["digest"].startswith("sha256:")


def test_a_proved_sentence_is_told_with_its_bound_and_the_change_that_refutes_it() -> None:
    """The text tells of each proved sentence for how much it is shown, and what refutes it."""
    said = run("prove", PACK)

    assert "7 sentences: 7 proved, 0 refuted, 0 not settled." in said.out
    assert "Refuted, as it must be, once `review_not_requested` is taken out" in said.out
    assert "no matter with at most so many records" in said.out
    assert "none exists" not in said.out


def test_a_refuted_sentence_shows_its_case_and_ends_with_one(tmp_path: Path) -> None:
    """A refuted sentence shows a case file with what is found of it, and the code is 1."""
    said = run("prove", broken("removable_alone", tmp_path))

    assert 1 == said.code
    assert "Refuted: removable_alone" in said.out
    assert "  removable: yes" in said.out
    assert "this holds." in said.out


def test_a_case_before_and_after_stands_in_the_answer(tmp_path: Path) -> None:
    """A sentence about a change is refuted by a case before it and one after it."""
    serves = "mit_military_public_service"
    edits = [
        {
            "file": "text.md",
            "replace": "when: judgment(danger)",
            "by": f"when: judgment(danger) or {serves}",
        },
        {"file": "text.md", "replace": "when: mit_family_impact", "by": f"when: {serves}"},
    ]
    said = run("prove", edited(edits, tmp_path)[1].folder, "--json")
    found = next(
        each for each in said.answer["sentences"] if each["id"] == "mitigating_never_supports"
    )
    before, after = found["counterexample"]["cases"]

    assert ("refuted", {}) == (found["status"], before["facts"])
    assert {serves: "yes"} == after["facts"]
    assert ["before", "after"] == [before["name"], after["name"]]
    assert all(each.endswith("is unknown") for each in before["because"])
    assert all(each.endswith("holds") for each in after["because"])
    assert after["file"].startswith("# made to show")


def test_what_no_matter_does_is_told_without_a_case(tmp_path: Path) -> None:
    """An outcome that no matter reaches is told without a case, and never without the bound."""
    said = run("prove", broken("no_dead_rule", tmp_path))

    assert 1 == said.code
    assert "No matter within the bound does what some matter should." in said.out


def test_a_sentence_that_is_not_settled_says_so_and_ends_with_one() -> None:
    """Where time is too short, the sentence is not settled, and the code is 1."""
    said = run("prove", PACK, "--seconds", "0.000001")

    assert 1 == said.code
    assert "Not settled within 1e-06 s: 0 of" in said.out
    assert "Give it longer with `--seconds`." in said.out


def test_what_is_not_claimed_is_told_with_its_reason(tmp_path: Path) -> None:
    """A sentence that a pack does not claim is told with why, and what it cites."""
    pack = tmp_path / "pack"
    shutil.copytree(GOOD, pack)
    path = pack / "instrument.yaml"
    claim = (
        "unclaimed: [{sentence: outcomes_cover, why: The memo leaves cases open, cite: I, "
        "basis: read}]\nwhen_open:"
    )
    path.write_text(path.read_text("utf-8").replace("when_open:", claim), "utf-8")
    said, data = run("prove", str(pack)), run("prove", str(pack), "--json")

    assert "- outcomes_cover: The memo leaves cases open (the memo, I; read)" in said.out
    assert ["outcomes_cover"] == [each["sentence"] for each in data.answer["unclaimed"]]
    assert "outcomes_cover" not in {each["id"] for each in data.answer["sentences"]}


def test_a_policy_that_nobody_knows_is_a_word_at_fault() -> None:
    """A name that is neither a policy nor a folder is told, with code 2."""
    said = run("prove", "dhs-2021-09-30-guideline")

    assert 2 == said.code
    assert "dhs-2021-09-30-guideline" in said.err


def test_a_pack_with_an_error_is_refused(tmp_path: Path) -> None:
    """Nothing is proved of a pack that has an error; the code is 4."""
    pack = tmp_path / "pack"
    shutil.copytree(GOOD, pack)
    path = pack / "text.md"
    path.write_text(path.read_text("utf-8").replace("mit_family_impact", "mit_family"), "utf-8")
    said = run("prove", str(pack))

    assert 4 == said.code
    assert "unknown_fact" in said.err


def test_without_the_solver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the solver, the command says which extra brings it, with code 2."""
    monkeypatch.setattr(solver, "find_spec", lambda name: None)  # noqa: ARG005  # no library
    said = run("prove", PACK)

    assert 2 == said.code
    assert "proof" in said.err


def test_a_screen_says_under_which_law_its_sentences_are_proved() -> None:
    """What is proved of a screen says that each of its rules counts, as where all governs."""
    said = run("prove", "screen-retaliation")

    assert 0 == said.code
    assert "Every rule of a screen counts here" in said.out


def test_a_text_without_rules_says_that_it_assesses_nothing() -> None:
    """A text of which no rule is read says so before what is proved of it."""
    assert "it holds no rule, so that it assesses nothing." in run("prove", "eo-14148").out
