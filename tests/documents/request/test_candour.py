"""Candour: no sentence denies what stays inside, whatever fact it is that holds it."""

from pathlib import Path

import pytest

from discretion.documents.request.letter import letter
from discretion.documents.request.worksheet import worksheet
from discretion.request import GateState
from tests.documents.request.made import SHOWN
from tests.documents.request.made import case_of
from tests.documents.request.made import memo
from tests.documents.request.made import outward
from tests.documents.request.made import prepared
from tests.documents.request.made import told
from tests.documents.request.made import words
from tests.request.made import FILED
from tests.request.made import OVERRIDE

KNOWN = f"  known_to_government: {{claims: [{{value: yes}}], {SHOWN}}}\n"
EMPTY = f"  offences: {{complete: yes, records: [], {SHOWN}}}\n"


def out(value: str, fact: str) -> str:
    return f"  {fact}: {{claims: [{{value: {value}}}], {SHOWN}}}\n"


def said(tmp_path: Path, facts: str, *, rest: str = "", filed: str = FILED) -> str:
    """Return every word of every document that goes out."""
    request = told(case_of(tmp_path, f"{filed}facts:\n{KNOWN}{facts}{rest}"))
    return "\n".join(map(words, outward(request)))


@pytest.mark.parametrize(
    ("shown", "inside", "sentence"),
    [
        (EMPTY, "crim_incarcerated_release_date: 2019-08-02", "There are no offences."),
        (EMPTY, "crim_chargeable_acts: {answer: yes, by: A. Counsel}", "There are no offences."),
        (EMPTY, "crim_significant_misdemeanor_type: dui", "There are no offences."),
        (EMPTY, "fraud_before_agency: {answer: yes, by: A. Counsel}", "There are no offences."),
        (out("no", "crim_incarcerated"), "crim_custody_days_served: 97", "prison or jail"),
        (out("none", "order_stage"), "order_issued_on: 2019-05-01", "order is"),
        (out("no", "crim_gang_intentional_participation"),
         "crim_gang_element_conviction: {answer: yes, by: A. Counsel}", "organized gang"),
        (out("0", "crim_misdemeanor_count_distinct_incidents"),
         "crim_misdemeanor_conviction: yes", "is 0"),
        (out("2014-03-02", "first_entry_on"), "departed_under_order: yes", "completed years"),
    ],
)  # fmt: skip
def test_a_no_a_none_a_zero_and_a_length_are_silent_while_something_of_the_kind_stays(
    tmp_path: Path, shown: str, inside: str, sentence: str
) -> None:
    """What says that there is nothing is not said while something of its kind stays inside."""
    assert sentence in said(tmp_path, shown), "it is said where nothing stays inside"
    assert sentence not in said(tmp_path, f"{shown}  {inside}\n")


def test_the_memo_lists_what_is_silent(tmp_path: Path) -> None:
    facts = f"{out('no', 'crim_incarcerated')}  crim_custody_days_served: 97\n"
    request = told(case_of(tmp_path, f"{FILED}facts:\n{KNOWN}{facts}"))
    text = words(memo(request))

    assert "Not said, though it may go out" in text


JUDGED = (
    "judgments:\n  agg_serious_prior_record: {answer: met, state: settled, by: An Official, "
    "role: official, component: ICE-OPLA, on: 2022-01-05, reasons: A reason}\n"
)


def test_what_an_official_found_does_not_go_out(tmp_path: Path) -> None:
    record = "  offences: {records: [{disposition: convicted, convicted_on: 2010-01-01}]}\n"

    assert "serious prior" not in said(tmp_path, record, rest=JUDGED)


def test_a_category_that_is_met_is_for_counsel_to_weigh(tmp_path: Path) -> None:
    facts = (
        out("unlawful", "bs_entry_manner")
        + out("2021-01-05", "bs_last_entry_date")
        + out("interior", "bs_apprehension_place")
    )
    text = said(tmp_path, facts)
    request = told(case_of(tmp_path, f"{FILED}facts:\n{KNOWN}{facts}"))

    assert "Met on these facts" not in text
    assert "Not met on these facts" in text
    assert "Met: The elements of a threat to border security" in words(memo(request))


def test_a_category_that_is_not_met_names_the_facts_that_say_so(tmp_path: Path) -> None:
    request = told(
        case_of(tmp_path, f"{FILED}facts:\n{KNOWN}{out('interior', 'bs_apprehension_place')}")
    )
    found = [
        sentence
        for block in letter(request).blocks
        for sentence in getattr(block, "sentences", ())
        if sentence.text.startswith("Not met on these facts")
    ]

    assert found
    assert all("bs_apprehension_place" in each.facts for each in found)


@pytest.mark.parametrize("filed", ["2023-07-01", "2022-06-25", "2022-08-01"])
def test_a_policy_that_may_not_stand_is_neither_cited_nor_said_not_to_be_there(
    tmp_path: Path, filed: str
) -> None:
    facts = out("2014-03-02", "first_entry_on") + out("1988-05-17", "birth_date")
    override = OVERRIDE.format(gate="no_policy_open")
    text = said(tmp_path, facts, rest=override, filed=f"filing_date: {filed}\n")

    assert "(the Guidelines" not in text
    assert "No policy that guides such a decision is in force" not in text
    assert "It is not certain that" in text


def test_a_part_that_stood_otherwise_is_told(tmp_path: Path) -> None:
    # From 29 November 2021 the Guidelines took the place of the priorities that it restates.
    text = said(tmp_path, "")

    part = "Part priorities of the OPLA memorandum of May 2021 stood otherwise: superseded;"
    assert f"{part} authority: Guidelines for the Enforcement" in text


def test_a_no_of_what_would_speak_for_the_person_is_no_reason(tmp_path: Path) -> None:
    text = said(tmp_path, out("no", "mit_rehabilitation") + out("no", "mit_crime_victim"))

    assert "rehabilitation" not in text
    assert "victim" not in text


def test_an_open_arrest_argues_nothing_in_the_worksheet(tmp_path: Path) -> None:
    record = (
        f"  offences: {{{SHOWN}, records: [{{arrested_on: 2019-08-02, disposition: unknown}}]}}\n"
    )
    text = words(worksheet(told(case_of(tmp_path, f"{FILED}facts:\n{KNOWN}{record}"))))

    assert "hurts" not in text
    assert "helps" not in text


def test_an_empty_worksheet_and_index_say_nothing_of_what_stays_inside(tmp_path: Path) -> None:
    text = said(tmp_path, "  ctx_teaching: yes\n")

    assert "go out" not in text
    assert "recorded" not in text


def test_a_hearing_before_the_filing_is_no_next_hearing(tmp_path: Path) -> None:
    assert "19 January 2021" not in said(tmp_path, out("2021-01-19", "next_hearing_on"))


def test_a_gap_of_tabs_tells_nothing(tmp_path: Path) -> None:
    papers = "evidence:\n" + "".join(
        f"  - {{id: p{number}, kind: lease, title: Lease {number}, tab: C{number}, "
        f"made_on: 2020-01-01, disclosure: {disclosure}}}\n"
        for number, disclosure in ((1, "may_disclose"), (2, "internal"), (3, "may_disclose"))
    )
    request = told(case_of(tmp_path, f"{FILED}facts:\n{KNOWN}{papers}"))

    assert ["C1", "C2"] == [tab.mark for tab in request.tabs.values()]


NOT_ASKED = "consents: []\n"


@pytest.mark.parametrize(
    "asks", [("dismissal",), ("administrative_closure", "dismissal"), ("continuance", "dismissal")]
)
def test_a_dismissal_that_nobody_asked_the_person_about_stops_wherever_it_stands(
    tmp_path: Path, asks: tuple[str, ...]
) -> None:
    found = prepared(case_of(tmp_path, f"{FILED}facts:\n{KNOWN}{NOT_ASKED}"), asks=asks)

    assert not found.may_be_made


def test_an_override_that_is_signed_after_the_filing_does_not_count(tmp_path: Path) -> None:
    later = OVERRIDE.format(gate="no_policy_open").replace("2022-01-05", "2031-01-05")
    found = prepared(case_of(tmp_path, f"filing_date: 2026-01-01\nfacts:\n{KNOWN}{later}"))
    assert found.told is not None
    states = {gate.state for gate in found.told.checked.gates if gate.gate == "no_policy_open"}

    assert {GateState.STOPS, GateState.TELLS} == states
    assert not found.may_be_made
