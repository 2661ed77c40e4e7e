"""The real arrests of 2023 to 2025 in one state, where they are present: totals alone."""

import csv
import gzip
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING
from typing import NamedTuple

import pytest

from discretion.caseload.rows import matches
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from tests.caseload.mappings.shipped import NAMES
from tests.caseload.mappings.shipped import SHARED
from tests.caseload.mappings.shipped import library
from tests.caseload.mappings.shipped import read_table
from tests.caseload.mappings.shipped import shipped

if TYPE_CHECKING:
    from discretion.caseload.ledger import Ledger
    from discretion.caseload.matters import Matter
    from discretion.facts.view import View

FILE = SHARED / "nc-ice-arrests/nc_ice_arrests_2023-09_2025-07.csv.gz"
NAME = "ddp-arrests-2025"
TODAY = date(2026, 11, 24)

pytestmark = [
    pytest.mark.skipif(
        not FILE.is_file(), reason="the real arrests are kept beside the repository, never in it"
    ),
    pytest.mark.usefixtures("_one_line_failures"),
]


class Arrests(NamedTuple):
    """The matters of the real file; its own words never show one."""

    matters: "list[Matter]"
    ledger: "Ledger"

    def __repr__(self) -> str:
        return "the real arrests"

    def __str__(self) -> str:
        return "the real arrests"


@pytest.fixture(scope="module")
def arrests() -> Arrests:
    return Arrests(*read_table(FILE, shipped(NAME)))


def view_of(matter: "Matter", known_on: date, mode: str) -> "View":
    reading = Reading(mode=mode, known_on=known_on)
    return view_case(matter.case, library().dictionary, reading, "decision_date")


def test_the_table_fits_its_own_mapping_and_no_other() -> None:
    assert [NAME] == [each for each in NAMES if matches(FILE, shipped(each))]


def test_every_row_becomes_a_matter_and_only_its_nameless_column_is_new(arrests: Arrests) -> None:
    told = [(problem.code, problem.message) for problem in arrests.ledger.problems()]

    assert 4_595 == len(arrests.matters)
    assert [
        ("column_unmapped", "a column without a name is neither mapped, quarantined nor ignored")
    ] == told


def test_the_columns_say_as_much_as_they_did(arrests: Arrests) -> None:
    facts = Counter(name for each in arrests.matters for name in each.case.facts)
    ends = Counter(
        record["disposition"].claims[0].values.single
        for each in arrests.matters
        for listed in each.case.lists.values()
        for record in listed.records
    )
    places = Counter(str(each.case.decision.place or "") for each in arrests.matters)

    assert {
        "bs_apprehended_on": 4_595,
        "birth_date": 4_595,
        "order_final_date": 3_120,
        "order_stage": 3_120,
        "crim_aggravated_felony": 211,
        "bs_apprehension_place": 2,
    } == facts
    assert {"convicted": 2_549, "pending": 1_088} == ends
    assert {"US-NC": 4_441, "": 154} == places


def test_before_the_change_of_policy_the_columns_say_what_was_counted(arrests: Arrests) -> None:
    early = [each for each in arrests.matters if each.case.decision.day < date(2025, 1, 20)]
    kinds = Counter(each.groups["criminality"] for each in early)
    felonies = sum("crim_aggravated_felony" in each.case.facts for each in early)

    assert 2_300 == len(early)
    assert {
        "1 Convicted Criminal": 1_511,
        "2 Pending Criminal Charges": 303,
        "3 Other Immigration Violator": 486,
    } == kinds
    assert 162 == felonies


def test_no_order_later_than_its_arrest_was_known_at_the_arrest(arrests: Arrests) -> None:
    known: Counter[str] = Counter()
    later = 0
    for each in arrests.matters:
        day = each.case.decision.day
        view = view_of(each, day, "audit")
        found = view.known.get("order_final_date")
        later += found is not None and found.low > day  # type: ignore[union-attr,operator]  # a day
        known.update(name for name in view.known if name != "decision_date")

    assert 0 == later
    assert 1_564 + 120 == known["order_final_date"] == known["order_stage"]
    assert 0 == known["crim_aggravated_felony"]
    assert 4_595 == known["birth_date"] == known["bs_apprehended_on"]


def test_as_recorded_every_order_counts(arrests: Arrests) -> None:
    known = Counter(
        name for each in arrests.matters for name in view_of(each, TODAY, "review").known
    )

    assert 3_120 == known["order_final_date"] == known["order_stage"]
    assert 211 == known["crim_aggravated_felony"]


def test_of_two_ages_either_may_be_right(arrests: Arrests) -> None:
    years: Counter[int] = Counter()
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as handle:
        years.update(int(row["Birth Year"]) for row in csv.DictReader(handle))
    spans = Counter(each.case.facts["birth_date"].claims[0].values for each in arrests.matters)

    assert sorted(years.values()) == sorted(spans.values())
    assert {364, 365} == {(span.high - span.low).days for span in spans}  # type: ignore[union-attr,operator]  # days
