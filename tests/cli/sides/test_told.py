"""Side by side for a reader: what governed, what is the same, why not, and how wide."""

from pathlib import Path

import pytest

from discretion.cli.text.sides.words import KINDS
from discretion.cli.text.sides.words import TOPICS
from discretion.cli.text.sides.words import WIDTH
from discretion.cli.text.sides.words import letter
from discretion.rules.rule import KINDS as RULE_KINDS
from discretion.rules.rule import TOPICS as RULE_TOPICS
from tests.cli.console import EXAMPLE
from tests.cli.console import write_case
from tests.cli.sides.several import EVERY
from tests.cli.sides.several import GUIDELINES
from tests.cli.sides.several import INTERIM
from tests.cli.sides.several import VISITOR
from tests.cli.sides.several import data
from tests.cli.sides.several import section
from tests.cli.sides.several import several


@pytest.mark.parametrize("path", [EXAMPLE, VISITOR])
@pytest.mark.parametrize("count", [2, 3, 4, 5, len(EVERY)])
def test_what_stands_side_by_side_fits_eighty_columns(path: str, count: int) -> None:
    lines = section(several(path, *EVERY[-count:])).splitlines()

    assert [] == [line for line in lines if len(line) > WIDTH]
    assert [] == [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("word", ["stricter", "looser", "better", "worse", "stronger", "rank"])
def test_no_instrument_is_said_to_be_more_than_another(word: str) -> None:
    assert word not in section(several(EXAMPLE, *EVERY)).lower()


def test_what_governed_and_what_did_not_is_said() -> None:
    text = " ".join(section(several(VISITOR, INTERIM, GUIDELINES)).split())

    assert "18 February 2021. It did not govern this decision and is no authority for it" in text
    assert "30 September 2021. It governed this decision." in text


def test_another_reading_is_named_where_it_comes_to_another_outcome(tmp_path: Path) -> None:
    text = (
        Path(VISITOR)
        .read_text("utf-8")
        .replace("entries: {complete: yes", "entries: {complete: no")
    )
    (tmp_path / "case.yaml").write_text(text, "utf-8")
    path = str(tmp_path / "case.yaml")

    assert "B, read otherwise (any entry)" in section(several(path, INTERIM, GUIDELINES))
    assert "read otherwise" not in section(several(VISITOR, INTERIM, GUIDELINES))
    rows = data(several(path, INTERIM, GUIDELINES, words=("--json",)))["instruments"]
    assert ["any_entry"] == [each["interpretation"] for each in rows[1]["otherwise"]]


def test_why_names_the_facts_and_both_citations() -> None:
    text = " ".join(section(several(VISITOR, INTERIM, GUIDELINES)).split())
    why = text.partition("Why they differ")[2].partition("Why it is open")[0]

    assert "(the ICE interim guidance, border security (2) [reported])" in why
    assert "the person was in the United States before 1 November 2020 [on file: no]" in why
    assert "(the Guidelines, II.C(b))" in why
    assert "[on file: inspection and admission]" in why


def test_a_missing_fact_is_named_as_what_keeps_a_finding_open() -> None:
    why = section(several(EXAMPLE, INTERIM, GUIDELINES)).partition("Why it is open")[2]

    assert "the file shows a serious mental illness [not known]" in why
    assert "- no official has settled it" in why


def test_every_topic_and_every_kind_of_rule_has_words() -> None:
    assert set(RULE_TOPICS) == TOPICS.keys()
    assert set(RULE_KINDS) == KINDS.keys()


def test_instruments_have_letters_however_many_they_are() -> None:
    letters = [letter(number) for number in range(100)]

    assert ["A", "B", "Z", "AA", "BB"] == [letters[at] for at in (0, 1, 25, 26, 27)]
    assert len(letters) == len(set(letters))


def test_instruments_without_rules_have_no_topic_no_missing_fact_and_no_duty() -> None:
    text = section(several(VISITOR, "eo-13993", "eo-14148"))

    assert "There is no topic on which two of them say anything of this case." in text
    assert "Nothing that is missing could change a finding under any of them." in text
    assert "Duties side by side" not in text


def test_a_settled_judgment_is_why_and_names_who_settled_it(tmp_path: Path) -> None:
    settled = "state: settled, by: B. Official, role: official, on: 2021-12-15, reasons: Stated."
    path = write_case(
        tmp_path,
        "facts: {crim_gang_intentional_participation: yes, crim_gang_conduct_age: 17}\n"
        f"judgments:\n  threat_to_public_safety: {{answer: met, {settled}}}\n"
        f"  current_threat: {{answer: not_met, {settled}}}\n",
    )
    text = " ".join(section(several(path, INTERIM, GUIDELINES)).split())
    why = text.partition("Why they differ")[2].partition("Why it is open")[0]

    assert "pose a threat to public safety?” [settled by B. Official as met]" in why
    assert "pose a current threat to public safety?” [settled by B. Official as not met]" in why
    assert "at least 16 [on file: 17]" in why


@pytest.mark.parametrize(("count", "told"), [(2, True), (3, True), (4, False)])
def test_few_records_are_told_one_by_one_and_many_by_their_list(
    count: int, *, told: bool, tmp_path: Path
) -> None:
    records = ", ".join(["{relation: child}"] * count)
    path = write_case(tmp_path, f"facts: {{family: {{complete: no, records: [{records}]}}}}\n")
    text = " ".join(section(several(path, "opla-2021-05-27-trasvina", GUIDELINES)).split())

    assert f"[{count} family members on file, not all]" in text
    assert told is (f"- family member {count}: the person takes care of them [not known]" in text)


def test_a_decision_outside_the_scope_is_said_to_be_so() -> None:
    said = several(EXAMPLE, INTERIM, GUIDELINES, "eo-13993", words=("--decision", "custody"))
    text = " ".join(section(said).split())

    assert "A decision to keep a person in custody is outside its scope." in text
    assert "(EO 13993), 20 January 2021. By itself it decides nothing about a person." in text
