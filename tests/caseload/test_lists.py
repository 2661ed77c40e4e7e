"""Lists of a matter: every record as written, and never whole because a cell is blank."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from discretion.truth import Truth
from tests.caseload.tables import GOOD
from tests.caseload.tables import mapping_of
from tests.caseload.tables import matters
from tests.caseload.tables import one
from tests.caseload.tables import row
from tests.caseload.tables import said

if TYPE_CHECKING:
    from collections.abc import Mapping as Table
    from pathlib import Path

    from discretion.facts.casefile import RecordList
    from discretion.facts.values import Values
    from discretion.rules.library import Library

CHARGES = '[{"SECTION": "212a6Ai", "COUNT": 1}, {"SECTION": "237a1B"}]'
CRIMES = '[{"KIND": "theft", "END": "guilty", "ON": "2015-01-01"}, {"KIND": "GONE", "END": "odd"}]'
TODAY = date(2026, 11, 24)


def records(listed: "RecordList") -> "list[Table[str, Values]]":
    return [
        {name: said(account) for name, account in record.items() if account.claims}
        for record in listed.records
    ]


def test_a_list_keeps_every_record_as_written(tmp_path: "Path", library: "Library") -> None:
    case = one(tmp_path, library, Charges=CHARGES, Crimes=CRIMES)

    assert [{"section": one_word("212a6Ai")}, {"section": one_word("237a1B")}] == records(
        case.lists["charges"]
    )
    assert [
        {
            "charge": one_word("theft"),
            "disposition": one_word("convicted"),
            "offence_on": one_value(date(2015, 1, 1)),
        },
        {},
    ] == records(case.lists["offences"])
    assert "redacted" == case.lists["offences"].records[1]["charge"].reason


@pytest.mark.parametrize("crimes", ["", "   ", "(b)(6)", "GONE", "not json", '{"KIND": "theft"}'])
def test_a_blank_list_is_unknown_even_where_a_filled_one_would_be_whole(
    crimes: str, tmp_path: "Path", library: "Library"
) -> None:
    case = one(tmp_path, library, Crimes=crimes)
    reading = Reading(mode="review", known_on=TODAY)
    view = view_case(case, library.dictionary, reading, "decision_date")

    assert "offences" not in case.lists
    assert Truth.UNKNOWN is view.completeness("offences")


def test_completeness_is_what_the_mapping_says_of_a_filled_cell(
    tmp_path: "Path", library: "Library"
) -> None:
    case = one(tmp_path, library, Charges=CHARGES, Crimes="[]")

    assert Truth.UNKNOWN is case.lists["charges"].complete
    assert (Truth.TRUE, ()) == (case.lists["offences"].complete, case.lists["offences"].records)


def test_a_filled_cell_gives_a_record_where_its_condition_holds(
    tmp_path: "Path", library: "Library"
) -> None:
    family = one(tmp_path, library, Spouse="citizen").lists["family"]
    other = one(tmp_path, library, Spouse="somebody else").lists["family"]

    assert [{"relation": one_word("spouse"), "status": one_word("citizen")}] == records(family)
    assert [] == records(other)
    assert Truth.UNKNOWN is other.complete
    assert "family" not in one(tmp_path, library, Spouse="").lists


def test_two_columns_can_feed_one_list_which_is_whole_only_if_both_are(
    tmp_path: "Path", library: "Library"
) -> None:
    text = GOOD.replace(
        "  charges: {from: Charges, fields: {section: {from: SECTION}}}",
        "  charges:\n"
        "    - {from: Charges, complete: yes, fields: {section: {from: SECTION}}}\n"
        "    - {from: How, complete: yes, fields: {section: {from: How}}}",
    )
    mapping, problems = mapping_of(text, library)
    assert mapping is not None, problems

    found, _ = matters(
        tmp_path, library, row(Charges=CHARGES), row(Charges=CHARGES, How=""), mapping=mapping
    )
    both, one_blank = (matter.case.lists["charges"] for matter in found)

    assert (3, Truth.TRUE) == (len(both.records), both.complete)
    assert (2, Truth.UNKNOWN) == (len(one_blank.records), one_blank.complete)


def test_an_undecided_record_is_left_out_and_keeps_its_list_open(
    tmp_path: "Path", library: "Library"
) -> None:
    text = GOOD.replace(
        "  charges: {from: Charges,",
        "  charges: {from: Charges, complete: yes, when: it.COUNT > 1,",
    )
    mapping, problems = mapping_of(text, library)
    assert mapping is not None, problems
    charges = '[{"SECTION": "a", "COUNT": 2}, {"SECTION": "b", "COUNT": 1}, {"SECTION": "c"}]'

    (found,), _ = matters(tmp_path, library, row(Charges=charges), mapping=mapping)
    listed = found.case.lists["charges"]

    assert [{"section": one_word("a")}] == records(listed)
    assert Truth.UNKNOWN is listed.complete
