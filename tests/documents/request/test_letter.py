"""The letter: every sentence from a fact and a tab, under what governs on the day of filing."""

from pathlib import Path

import pytest

from discretion.documents.content.blocks import Heading
from discretion.documents.content.document import sentences_of
from discretion.documents.request.letter import letter
from discretion.request import Way
from tests.documents.request.made import OUTLINE
from tests.documents.request.made import SHOWN
from tests.documents.request.made import case_of
from tests.documents.request.made import example
from tests.documents.request.made import lines
from tests.documents.request.made import outward
from tests.documents.request.made import told
from tests.documents.request.made import words
from tests.request.made import FILED
from tests.request.made import OVERRIDE

KNOWN = f"  known_to_government: {{claims: [{{value: yes}}], {SHOWN}}}\n"
HEALTH = f"  mit_condition_requiring_care: {{claims: [{{value: yes, evidence: [p]}}], {SHOWN}}}\n"
PAPER = "evidence:\n  - {id: p, kind: physician_letter, title: A letter, made_on: 2022-01-05}\n"
OPEN_PAPER = PAPER.replace("}", f", {SHOWN}}}")


def said(tmp_path: Path, text: str, *, filed: str = FILED, rest: str = "") -> str:
    return words(letter(told(case_of(tmp_path, f"{filed}facts:\n{KNOWN}{text}{rest}"))))


def test_every_sentence_on_the_person_names_facts_that_go_out_and_nothing_else() -> None:
    """Every fact that a sentence of an outward document rests on is one that may go out."""
    request = told(example("packet-demo"))
    ways = {each.name: each.way for each in request.checked.facts}
    for document in outward(request):
        for sentence in sentences_of(document):
            for name in sentence.facts:
                whole = name.partition("[")[0]

                assert Way.GOES_OUT is ways.get(name, ways[whole]), sentence


FIXED = (
    *("Request for prosecutorial discretion", "An argument for a decision", "15 December 2021"),
    *("Re: ", "On behalf of ", "Nothing in this request concedes", "I can be reached at "),
    *("I will send more evidence", "Signature:", "[name of the representative]", "[organization]"),
)
"""How the sentences of a letter begin that say nothing of the person and nothing of the law."""


def test_every_other_sentence_rests_on_a_fact_a_paper_or_a_provision() -> None:
    """No sentence of a letter but its head, its close and its headings rests on nothing."""
    document = letter(told(example("packet-demo")))
    headings = {block.text for block in document.blocks if isinstance(block, Heading)}
    bare = [
        each.text
        for each in sentences_of(document)
        if not (each.facts or each.papers or each.citations) and each.text not in headings
    ]

    assert [] == [each for each in bare if not each.startswith(FIXED)]


def test_a_fact_is_told_with_its_tab(tmp_path: Path) -> None:
    text = said(tmp_path, HEALTH, rest=OPEN_PAPER)

    assert "condition that needs care or treatment (the Guidelines, II.B mit. 3; Tab G1)." in text


def test_a_paper_that_stays_inside_is_no_tab(tmp_path: Path) -> None:
    text = said(tmp_path, HEALTH, rest=PAPER)

    assert "condition that needs care or treatment (the Guidelines, II.B mit. 3)." in text
    assert "A letter" not in text


def test_a_paper_that_also_shows_what_stays_inside_does_not_go_out(tmp_path: Path) -> None:
    both = f"{HEALTH}  ctx_teaching: {{claims: [{{value: yes, evidence: [p]}}]}}\n"

    assert "Tab" not in said(tmp_path, both, rest=OPEN_PAPER)


def test_a_refused_dismissal_is_named_nowhere_in_what_goes_out() -> None:
    request = told(example("packet-demo"))

    assert ("administrative_closure",) == request.asking.decisions
    for document in outward(request):
        assert "dismiss" not in words(document).lower()
    assert "administrative closure" in words(letter(request))


def test_a_block_of_which_nothing_may_be_said_is_left_out(tmp_path: Path) -> None:
    text = said(tmp_path, "")

    assert {block.title for block in OUTLINE.blocks}.isdisjoint(text.splitlines())


def test_a_fact_that_two_claims_leave_open_is_not_told(tmp_path: Path) -> None:
    text = said(
        tmp_path,
        "  bs_last_entry_date: {claims: [{value: 2019-01-01, by: client}, "
        f"{{value: 2020-12-05, by: agency}}], {SHOWN}}}\n",
    )

    assert "last entry" not in text


def test_no_letter_says_that_there_is_nothing_which_something_inside_shows(tmp_path: Path) -> None:
    empty = f"  offences: {{complete: yes, records: [], {SHOWN}}}\n"
    inside = "  agg_weapon_used_or_threatened: yes\n"

    assert "There are no offences." in said(tmp_path, empty)
    assert "There are no offences." not in said(tmp_path, empty + inside)


def test_a_no_that_an_arrest_inside_denies_is_not_told(tmp_path: Path) -> None:
    said_no = f"  agg_weapon_used_or_threatened: {{claims: [{{value: no}}], {SHOWN}}}\n"
    inside = "  offences: {records: [{weapon: used, disposition: convicted}]}\n"
    sentence = "No firearm or dangerous weapon was used or threatened in any offence."

    assert sentence in said(tmp_path, said_no)
    assert sentence not in said(tmp_path, said_no + inside)


def test_what_only_the_agency_says_is_told_as_what_it_says(tmp_path: Path) -> None:
    text = said(tmp_path, f"  detained: {{claims: [{{value: yes, by: agency}}], {SHOWN}}}\n")

    assert "The agency says that the person is held in immigration custody." in text


def test_no_measure_counts_against_the_person_while_nobody_knows(tmp_path: Path) -> None:
    arrest = (
        f"  offences: {{complete: yes, {SHOWN}, records: [{{arrested_on: 2019-08-02, "
        "disposition: unknown}]}\n"
    )
    text = said(tmp_path, arrest)

    assert "date of the arrest, 2 August 2019" in text
    assert "0 offences" not in text
    assert "none" not in text


def test_a_length_is_told_and_never_called_enough(tmp_path: Path) -> None:
    text = said(tmp_path, f"  first_entry_on: {{claims: [{{value: 2014-03-02}}], {SHOWN}}}\n")

    assert "Length of presence in the United States: 7 completed years" in text
    assert "lengthy" not in text


@pytest.mark.parametrize(
    ("filed", "is_history"), [("filing_date: 2026-01-01\n", True), (FILED, False)]
)
def test_a_policy_that_no_longer_stands_is_history_and_no_authority(
    tmp_path: Path, filed: str, *, is_history: bool
) -> None:
    override = OVERRIDE.format(gate="no_policy_open")
    text = said(tmp_path, HEALTH, filed=filed, rest=override + OPEN_PAPER)

    assert is_history == ("history and not as authority" in text)
    assert is_history == ("discretion that officials have without one" in text)
    assert is_history == ("(the Guidelines, II.B mit. 3" not in text)
    assert "The person has a physical or mental condition" in text or not is_history


def test_nothing_is_conceded() -> None:
    assert "Nothing in this request concedes that the person may be removed." in list(
        lines(letter(told(example("packet-demo"))))
    )


def test_names_that_no_caption_gives_are_left_to_fill_in(tmp_path: Path) -> None:
    text = said(tmp_path, HEALTH)

    assert "Re: [name of the person], [A-number]" in text


def test_each_fact_is_told_once() -> None:
    text = list(lines(letter(told(example("packet-demo")))))
    told_twice = {each for each in text if text.count(each) > 1}

    assert set() == told_twice
