"""`assess` with several policies: one case under all of them, side by side."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from discretion import Assessor
from discretion import Library
from discretion import Request
from discretion import SideBySide
from discretion import Truth
from discretion import outcome_sentence
from discretion import read_case_file
from discretion import read_library
from discretion import replace
from discretion import set_side_by_side
from discretion.cli.text.sides.words import KINDS
from discretion.cli.text.sides.words import TOPICS
from discretion.cli.text.sides.words import WIDTH
from discretion.cli.text.sides.words import letter
from discretion.rules.rule import KINDS as RULE_KINDS
from discretion.rules.rule import TOPICS as RULE_TOPICS
from discretion.rules.rule import AssumptionSet
from discretion.rules.rule import Closing
from tests.cli.console import EXAMPLE
from tests.cli.console import TODAY
from tests.cli.console import Said
from tests.cli.console import run
from tests.cli.console import write_case
from tests.cli.test_outward import CANARY
from tests.cli.test_outward import CASE

GUIDELINES, INTERIM = "dhs-2021-09-30-guidelines", "ice-2021-02-18-interim"
VISITOR = str(Path(EXAMPLE).with_name("visitor-demo.yaml"))
EVERY = tuple(read_library().packs)
BESIDE = ["instruments", "outcome", "topics", "missing", "duties"]
INSTRUMENT = [
    *("instrument", "interpretation", "governs", "speaks", "outcome", "established", "reachable"),
    *("when_open", "says", "otherwise", "never_paired"),
]
TOPIC = ["topic", "kind", "side", "relation", "instruments"]
SAID = ["instrument", "has_rule", "truth", "rules"]
RULE = ["rule", "truth", "citation", "basis", "says", "leaves"]
LEAF = ["says", "known", "truth", "facts", "judgment"]


def several(path: str, *policies: str, words: tuple[str, ...] = ()) -> Said:
    """Run `assess` under several policies."""
    return run("assess", path, *(word for name in policies for word in ("--policy", name)), *words)


def section(said: Said) -> str:
    """Return the text of what stands side by side."""
    found = re.search(r"^Side by side\n=+\n(.*?)^Under: ", said.out, re.MULTILINE | re.DOTALL)

    assert found is not None
    return found[1]


def data(said: Said) -> dict[str, Any]:
    """Return the data of what stands side by side."""
    found: dict[str, Any] = said.answer["side_by_side"]
    return found


@pytest.fixture
def outward_case(tmp_path: Path) -> str:
    """A case that may be shown outside, with counsel's override for what did not govern."""
    head = "case: nobody\ndecision: {type: arrest, date: 2021-12-15, component: ICE-ERO}\n"
    override = (
        "{gate: no_policy_open, by: A. Counsel, role: representative, on: 2026-01-02, reason: x}"
    )
    path = tmp_path / "case.yaml"
    path.write_text(f"{head}overrides: [{override}]\n{CASE}", "utf-8")
    return str(path)


def test_the_data_have_their_keys_in_order() -> None:
    found = data(several(EXAMPLE, GUIDELINES, INTERIM, words=("--json",)))

    assert BESIDE == list(found)
    assert [INSTRUMENT] * 2 == [list(row) for row in found["instruments"]]
    for topic in found["topics"]:
        assert TOPIC == list(topic)
        for said in topic["instruments"]:
            assert SAID == list(said)
            assert [] == [rule for rule in said["rules"] if list(rule) != RULE]
            assert [] == [
                leaf for rule in said["rules"] for leaf in rule["leaves"] if list(leaf) != LEAF
            ]
    assert all(["fact", "question", "could_change"] == list(row) for row in found["missing"])
    assert all(["topic", "instruments"] == list(row) for row in found["duties"])


def test_every_list_has_an_entry_for_each_instrument_in_the_order_asked_for() -> None:
    names = [INTERIM, GUIDELINES, EVERY[0]]
    found = data(several(EXAMPLE, *names, words=("--json",)))

    assert names == [row["instrument"] for row in found["instruments"]]
    for row in [*found["topics"], *found["duties"]]:
        assert names == [each["instrument"] for each in row["instruments"]]
    for row in found["missing"]:
        assert names == [each["instrument"] for each in row["could_change"]]


@pytest.mark.parametrize("policies", [(), (GUIDELINES,), (GUIDELINES, GUIDELINES)])
def test_one_instrument_alone_stands_beside_nothing(policies: tuple[str, ...]) -> None:
    assert data(several(EXAMPLE, *policies, words=("--json",))) is None
    assert "Side by side" not in several(EXAMPLE, *policies).out


def test_an_instrument_that_is_asked_for_twice_is_assessed_once() -> None:
    once, twice = several(EXAMPLE, GUIDELINES), several(EXAMPLE, GUIDELINES, GUIDELINES)
    mixed = several(EXAMPLE, GUIDELINES, INTERIM, GUIDELINES)

    assert once.out == twice.out
    assert several(EXAMPLE, GUIDELINES, INTERIM).out == mixed.out


def test_a_policy_that_nobody_knows_is_refused() -> None:
    said = several(EXAMPLE, GUIDELINES, "memo-of-nobody")

    assert 2 == said.code
    assert "memo-of-nobody" in said.err


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


def test_a_decision_outside_the_scope_is_said_to_be_so() -> None:
    said = several(EXAMPLE, INTERIM, GUIDELINES, "eo-13993", words=("--decision", "custody"))
    text = " ".join(section(said).split())

    assert "A decision to keep a person in custody is outside its scope." in text
    assert "(EO 13993), 20 January 2021. By itself it decides nothing about a person." in text


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


def test_each_account_has_its_own_sides() -> None:
    def entry(*words: str) -> list[object]:
        found = data(several(EXAMPLE, GUIDELINES, INTERIM, words=("--json", *words)))
        row = next(each for each in found["topics"] if each["topic"] == "border_entry")
        return [row["relation"], *(said["truth"] for said in row["instruments"])]

    assert ["different", "true", "false"] == entry("--as", "agency")
    assert ["open", "unknown", "false"] == entry("--as", "client")
    assert ["different", "true", "false"] == entry("--mode", "audit")


def test_outside_nothing_missing_open_or_internal_stands_side_by_side(outward_case: str) -> None:
    outward = ("--audience", "outward")
    said = several(outward_case, INTERIM, GUIDELINES, words=outward)
    answer = several(outward_case, INTERIM, GUIDELINES, words=(*outward, "--json"))
    found = data(answer)

    assert 0 == said.code
    assert [] == found["missing"]
    assert "not_stated" == found["outcome"]
    assert {"only_in_one", "not_stated", "same"} >= {row["relation"] for row in found["topics"]}
    truths = {said["truth"] for row in found["topics"] for said in row["instruments"]}
    assert {"true", None} == truths
    assert [] == [word for word in ("Missing", "Open", "open", "Why") if word in section(said)]
    assert CANARY not in said.out + answer.out
    assert "recalled" not in section(said)


def test_outside_what_is_not_stated_is_never_told_as_absent(outward_case: str) -> None:
    said = several(outward_case, INTERIM, GUIDELINES, words=("--audience", "outward"))
    rows = [line.split("  ") for line in section(said).splitlines() if line.startswith("Family")]

    assert [["Family, mitigating", "not stated", "shown", "not stated"]] == [
        [cell.strip() for cell in row if cell] for row in rows
    ]


def test_outside_without_an_override_what_did_not_govern_is_refused() -> None:
    said = several(VISITOR, INTERIM, GUIDELINES, words=("--audience", "outward"))

    assert 1 == said.code
    assert "did not govern and is no authority for this decision" in said.err


def beside_of(library: Library, *assumptions: str) -> SideBySide:
    """Return the example under two instruments, with open terms closed for a study."""
    case, _ = read_case_file(EXAMPLE, library.words)
    assert case is not None
    request = Request(today=TODAY, instruments=(GUIDELINES, INTERIM), assumptions=assumptions)
    found = set_side_by_side(Assessor(library).assess(case, request))
    assert found is not None
    return found


def test_an_assumption_set_closes_open_terms_under_its_own_instrument_alone() -> None:
    library = read_library()
    closed = AssumptionSet(
        id="studied",
        title="Studied",
        dated=None,
        by="nobody",
        says="Care is needed.",
        closings=(Closing(fact="mit_condition_requiring_care", value="yes", when=None),),
    )
    packs = {
        **library.packs,
        GUIDELINES: replace(library.packs[GUIDELINES], assumption_sets={"studied": closed}),
    }
    studied = replace(library, packs=packs)

    def health(*assumptions: str) -> list[Truth | None]:
        found = beside_of(studied, *assumptions)
        row = next(
            each for each in found.topics if (each.topic, each.side) == ("health", "mitigating")
        )
        return [said.truth for said in row.said]

    assert [Truth.UNKNOWN, Truth.UNKNOWN] == health()
    assert [Truth.TRUE, Truth.UNKNOWN] == health("studied")
    assert ("studied",) == beside_of(studied, "studied").sides[0].assessment.assumptions


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


def test_outside_a_duty_that_is_not_stated_is_never_told_as_not_owed(tmp_path: Path) -> None:
    said = "disclosure: may_disclose"
    path = tmp_path / "case.yaml"
    path.write_text(
        "case: nobody\ndecision: {type: arrest, date: 2021-12-15, component: ICE-ERO}\n"
        "overrides: [{gate: no_policy_open, by: A. Counsel, role: representative, "
        "on: 2026-01-02, reason: x}]\nfacts:\n"
        f"  known_to_government: {{claims: [{{value: yes}}], {said}}}\n"
        f"  offences: {{complete: yes, {said}, records: [{{disposition: convicted}}]}}\n",
        "utf-8",
    )
    policies, outward = ("opla-2022-04-03-doyle", GUIDELINES), ("--audience", "outward")
    found = data(several(str(path), *policies, words=(*outward, "--json")))
    states = {
        row["topic"]: [each["state"] for each in row["instruments"]] for row in found["duties"]
    }

    assert ["not_stated", "owed"] == states["record_review"]
    assert [None, "owed"] == states["duty_plan"]
    assert "Owed under B, not stated whether under A:" in section(
        several(str(path), *policies, words=outward)
    )


def test_where_nothing_governed_and_nothing_was_asked_nothing_stands_side_by_side() -> None:
    library = read_library()
    case, _ = read_case_file(VISITOR, library.words)
    assert case is not None
    decision = replace(case.decision, day=date(1990, 1, 1))
    assessed = Assessor(library).assess(replace(case, decision=decision), Request(today=TODAY))

    assert set_side_by_side(assessed) is None
    assert "" == outcome_sentence(assessed.assessments[0], assessed.assessments[0].outcome)
