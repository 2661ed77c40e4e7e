"""Records that a row makes of several columns, groups, and since when each thing is known."""

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from discretion.truth import Truth
from tests.caseload.mappings.shipped import known_from
from tests.caseload.mappings.shipped import said
from tests.caseload.tables import mapping_of

if TYPE_CHECKING:
    from discretion.caseload.mapping import Mapping
    from discretion.caseload.matters import Matter
    from discretion.facts.casefile import CaseFile
    from discretion.rules.library import Library

TEXT = (Path(__file__).parent / "several.yaml").read_text("utf-8")
DAY = "2022-03-01"


def mapping_from(library: "Library", text: str = TEXT) -> "Mapping":
    mapping, problems = mapping_of(text, library)
    assert mapping is not None, problems
    assert not problems
    return mapping


def matter(
    folder: Path, library: "Library", text: str = TEXT, **cells: str
) -> "tuple[Matter, Ledger]":
    mapping = mapping_from(library, text)
    path = folder / "several.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, mapping.origin.headers, restval="")
        writer.writeheader()
        writer.writerow({"Day": DAY, **cells})
    ledger = Ledger(path.name)
    (found,) = read_matters(path, mapping, library.words, ledger)
    return found, ledger


def record(case: "CaseFile") -> dict[str, str]:
    (only,) = case.lists["offences"].records
    return said(dict(only))


def test_several_columns_of_a_row_make_one_record(tmp_path: Path, library: "Library") -> None:
    found, ledger = matter(
        tmp_path,
        library,
        Kind="crime",
        Charge="theft",
        Convicted="2015-01-02",
        Days="5",
        Months="0",
        Years="1",
    )

    assert {
        "charge": "theft",
        "convicted_on": "2015-01-02",
        "disposition": "convicted|pending",
        "sentence_imposed_days": "370..371",
    } == record(found.case)
    assert Truth.UNKNOWN is found.case.lists["offences"].complete
    assert () == ledger.problems()


@pytest.mark.parametrize(
    "cells",
    [
        {"Charge": "theft"},
        {"Convicted": "2015-01-02"},
        {"Charge": "GONE", "Convicted": "2015-01-02"},
    ],
)
def test_one_filled_column_is_enough_for_a_record(
    cells: dict[str, str], tmp_path: Path, library: "Library"
) -> None:
    found, _ = matter(tmp_path, library, Kind="crime", **cells)

    assert 1 == len(found.case.lists["offences"].records)


@pytest.mark.parametrize(
    "cells",
    [
        {},
        {"Days": "5", "Months": "1", "Years": "2"},
        {"Charge": "NA"},
        {"Charge": "GONE", "Convicted": "(b)(6)"},
        {"Convicted": "soon"},
    ],
)
def test_where_none_of_them_is_filled_the_row_says_nothing_of_the_list(
    cells: dict[str, str], tmp_path: Path, library: "Library"
) -> None:
    found, _ = matter(tmp_path, library, Kind="crime", **cells)

    assert "offences" not in found.case.lists


@pytest.mark.parametrize(("kind", "records"), [("crime", 1), ("none", 0), ("", 0), ("NA", 0)])
def test_a_condition_over_the_row_keeps_its_record_or_not(
    kind: str, records: int, tmp_path: Path, library: "Library"
) -> None:
    found, _ = matter(tmp_path, library, Kind=kind, Charge="theft")

    assert records == len(found.case.lists["offences"].records)
    assert Truth.UNKNOWN is found.case.lists["offences"].complete


def test_what_was_taken_out_of_a_column_is_redacted_in_its_field(
    tmp_path: Path, library: "Library"
) -> None:
    found, _ = matter(
        tmp_path, library, Kind="crime", Charge="GONE", Convicted="2015-01-02", Years="(b)(7)(E) "
    )
    (only,) = found.case.lists["offences"].records

    assert {"charge": "redacted", "sentence_imposed_days": "redacted"} == {
        name: account.reason for name, account in only.items() if account.reason
    }


@pytest.mark.parametrize(
    ("born", "said_of"),
    [
        ("1990", "1990-01-01..1990-12-31"),
        ("2022", "2022-01-01..2022-12-31"),
        ("0", None),
        ("", None),
        ("NA", None),
        ("999", None),
        ("2100", None),
        ("1990.0", None),
        ("ninety", None),
    ],
)
def test_a_year_of_birth_leaves_its_days(
    born: str, said_of: str | None, tmp_path: Path, library: "Library"
) -> None:
    found, ledger = matter(tmp_path, library, Born=born)
    unreadable = born not in ("1990", "2022", "0", "", "NA")

    assert said_of == said(dict(found.case.facts)).get("birth_date")
    assert ({"Born": 1} if unreadable else {}) == dict(ledger.unreadable)


def test_a_birth_after_the_decision_is_flagged_and_kept(tmp_path: Path, library: "Library") -> None:
    found, ledger = matter(tmp_path, library, Born="2023")

    assert ("`birth_date` lies after the day of the decision",) == found.out_of_order
    assert "birth_date" in found.case.facts
    assert ["out_of_order"] == [problem.code for problem in ledger.problems()]


@pytest.mark.parametrize(
    ("cells", "known"),
    [
        ({"Ordered": "2019-01-01", "Convicted": "2018-01-01"}, date(2019, 1, 1)),
        ({"Convicted": "2018-01-01"}, date(2018, 1, 1)),
        ({"Ordered": "(b)(6)", "Convicted": "2018-01-01"}, date(2018, 1, 1)),
        ({"Ordered": "2023-01-01"}, date(2023, 1, 1)),
        ({}, date(2022, 6, 30)),
        ({"Day": "2022-06-29"}, date(2022, 6, 30)),
        ({"Day": "2022-06-30"}, date(2022, 7, 1)),
        ({"Day": "2024-12-31"}, date(2025, 1, 1)),
    ],
)
def test_a_fact_is_known_from_the_first_day_that_is_said_else_from_the_drawing_of_the_table(
    cells: dict[str, str], known: date, tmp_path: Path, library: "Library"
) -> None:
    found, _ = matter(tmp_path, library, Order="Y", **cells)

    assert known == known_from(found.case.facts["detained"])


def test_what_a_table_shows_as_of_its_drawing_was_not_known_at_any_decision_in_it(
    tmp_path: Path, library: "Library"
) -> None:
    for day in ("1999-12-31", "2022-06-30", "2030-02-28"):
        found, _ = matter(tmp_path, library, Day=day, Class="open")
        known = known_from(found.case.facts["in_proceedings"])

        assert isinstance(known, date)
        assert known > found.case.decision.day


def test_a_day_of_its_own_that_is_blank_leaves_a_fact_undated(
    tmp_path: Path, library: "Library"
) -> None:
    found, _ = matter(tmp_path, library, Kind="crime", Charge="theft")
    (only,) = found.case.lists["offences"].records

    assert {""} == {known_from(account) for account in only.values()}


@pytest.mark.parametrize(
    ("cells", "groups"),
    [
        ({"Method": "  by   car ", "Class": "open"}, {"method": "by car", "category": "open"}),
        ({"Method": "NA", "Class": ""}, {}),
        ({"Method": "(B)(7)(E) ", "Class": "other"}, {"category": "other"}),
    ],
)
def test_groups_stand_beside_the_case_and_hold_words_alone(
    cells: dict[str, str], groups: dict[str, str], tmp_path: Path, library: "Library"
) -> None:
    found, _ = matter(tmp_path, library, **cells)

    assert groups == found.groups


def test_a_column_that_is_a_group_alone_changes_no_case(tmp_path: Path, library: "Library") -> None:
    one, _ = matter(tmp_path, library, Method="by car")
    other, _ = matter(tmp_path, library, Method="on foot")

    assert one.case == other.case
    assert one.groups != other.groups


def test_no_group_is_among_the_columns_that_are_read_unless_a_fact_is_read_of_it(
    library: "Library",
) -> None:
    mapping = mapping_from(library)

    assert "Method" not in mapping.columns
    assert "Class" in mapping.columns
    assert {"method", "category"} == mapping.groups.keys()


def test_a_mapping_says_what_it_was_tried_on(library: "Library") -> None:
    mapping = mapping_from(library)
    silent = mapping_from(
        library, TEXT.replace("status: made up\n", "").replace("reviewed: nobody yet\n", "")
    )

    assert ("made up", "nobody yet") == (mapping.status, mapping.reviewed)
    assert ("", "") == (silent.status, silent.reviewed)
