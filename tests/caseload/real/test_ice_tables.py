"""The eight files of 2016 to 2018 as they came, imported by their headers alone: control totals.

Source: ICE, release 2019-ICFO-53623; the row counts are those of the logs of the University of
Washington Center for Human Rights and of ICE's own reports for the fiscal years.
"""

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.caseload.real.files import counted
from tests.caseload.real.files import facts_of
from tests.caseload.real.files import files_of
from tests.caseload.real.files import real_files
from tests.caseload.real.files import results_of
from tests.caseload.real.files import rows_by_csv
from tests.cli.caseload.made import counts_of

Made = Callable[..., Path]
ROWS = {
    "arrests": (110_104, 143_470, 158_581),
    "removals": (240_255, 226_119, 256_085),
    "encounters": (368_645, 439_903),
}
METHODS = {
    "CAP Local Incarceration": (36_514, 56_887, 65_374),
    "CAP Federal Incarceration": (23_440, 22_011, 22_026),
    "Located": (14_385, 18_825, 19_349),
    "Non-Custodial Arrest": (11_329, 16_659, 17_639),
    "CAP State Incarceration": (10_499, 10_282, 10_897),
    "287(g) Program": (3_149, 7_164, 10_338),
    "ERO Reprocessed Arrest": (3_705, 3_367, 5_732),
    "Probation and Parole": (4_634, 4_582, 3_548),
    "Other efforts": (1_116, 1_726, 1_540),
    "Worksite Enforcement": (10, 17, 93),
}
DISPOSITIONS = {
    "Warrant of Arrest/Notice to Appear": (39_616, 61_011, 69_640),
    "REINSTATEMENT OF DEPORT ORDER I-871": (24_741, 29_431, 30_652),
    "Other": (22_211, 25_736, 28_101),
    "Bag and Baggage": (8_089, 11_606, 13_186),
    "ADMINISTRATIVE DEPORTATION I-851/I-851A": (5_425, 4_474, 4_234),
    "Prosecutorial Discretion": (1_939, 625, 250),
}
NO_OFFICE = (272, 247, 873)
EQUAL = (16_739, 21_345, 23_689)
"""How many arrests of each year are equal to an earlier one in every column."""
CITIZENS = 90
CHARGE = "Final Charge Section"

pytestmark = real_files


def by_file(table: Any, column: str) -> list[Counter[Any]]:  # noqa: ANN401  # a table of Arrow
    """Return how often each value of a column occurs in each file, in the order of the files."""
    names = table["row_file"].cast("string").unique().to_pylist()
    files = table["row_file"].cast("string").to_numpy()
    return [counted(table.filter(files == name)[column]) for name in names]


@pytest.mark.parametrize(
    "name",
    [
        "arrests",
        pytest.param("removals", marks=pytest.mark.slow),
        pytest.param("encounters", marks=pytest.mark.slow),
    ],
)
def test_every_row_of_every_file_is_kept(imported: Made, name: str) -> None:
    report = json.loads((imported(name) / "output/data-report.json").read_text("utf-8"))
    kept = [(each["rows"], each["rows_kept"]) for each in report["sheets"]]
    rejects = (imported(name) / "output/rejects.csv").read_text("utf-8").splitlines()

    assert [(rows, rows) for rows in ROWS[name]] == kept
    assert sum(ROWS[name]) == report["rows"] == facts_of(imported(name), "row_number").num_rows
    assert ["file,sheet,row,reason"] == rejects
    assert [{}] * len(kept) == [each["unmapped_values"] for each in report["sheets"]]
    assert [[]] * len(kept) == [each["unmapped_columns"] for each in report["sheets"]]


def test_the_methods_the_dispositions_and_the_offices_of_the_arrests(imported: Made) -> None:
    columns = ("row_file", "group_method", "group_disposition", "group_office")
    table = facts_of(imported("arrests"), *columns)
    methods, dispositions, offices = (by_file(table, column) for column in columns[1:])

    for expected, found in ((METHODS, methods), (DISPOSITIONS, dispositions)):
        for word, counts in expected.items():
            assert counts == tuple(each[word] for each in found), word
    assert NO_OFFICE == tuple(each[None] for each in offices)


@pytest.mark.slow
def test_rows_that_are_equal_in_every_column_are_all_kept(imported: Made) -> None:
    numbers = by_file(facts_of(imported("arrests"), "row_file", "row_number"), "row_number")
    again = []
    for path in files_of("arrests"):
        rows = rows_by_csv(path)
        next(rows)
        seen = Counter(map(tuple, rows))
        again.append(seen.total() - len(seen))

    assert EQUAL == tuple(again)
    assert ROWS["arrests"] == tuple(len(each) for each in numbers)
    assert {1} == {times for each in numbers for times in each.values()}


@pytest.mark.slow
def test_the_charges_of_the_removals(imported: Made) -> None:
    table = facts_of(imported("removals"), "row_file", "charges", "crim_aggravated_felony")
    listed = [record["section"] for row in table["charges"].to_pylist() if row for record in row]
    expected: Counter[str] = Counter()
    for path in files_of("removals"):
        rows = rows_by_csv(path)
        place = [" ".join(name.split()) for name in next(rows)].index(CHARGE)
        expected.update(" ".join(row[place].split()) for row in rows)
    missing = expected.pop("", 0) + expected.pop("--", 0) + expected.pop("NA", 0)

    assert Counter(listed) == expected
    assert sum(ROWS["removals"]) == expected.total() + missing
    assert {"212a7AiI", "212a6Ai", "212a9Aii", "212a9CiII"} == {
        section for section, _ in expected.most_common(4)
    }


@pytest.fixture(scope="module")
def arrests(ran: Made) -> Path:
    return ran("arrests")


def test_a_citizen_is_stopped_counted_and_in_no_result(imported: Made, arrests: Path) -> None:
    counts = counts_of(arrests)
    table = facts_of(imported("arrests"), "row_file", "row_number", "group_disposition")
    citizens = table.filter(
        table["group_disposition"].cast("string").to_numpy() == "Foreign Born USC"
    )
    results = results_of(arrests)
    given = set(zip(*_addresses(results), strict=True))

    assert CITIZENS == counts["flags"]["stopped_for_a_claim_to_citizenship"]
    assert CITIZENS == counts["left_out"]["stopped for a claim to United States citizenship"]
    assert CITIZENS == citizens.num_rows
    assert sum(ROWS["arrests"]) - CITIZENS == results.num_rows == len(given)
    assert given.isdisjoint(zip(*_addresses(citizens), strict=True))
    assert "90 of them stopped for a claim to United States citizenship" in " ".join(
        (arrests / "said.txt").read_text("utf-8").split()
    )


def _addresses(table: Any) -> tuple[list[Any], list[Any]]:  # noqa: ANN401  # a table of Arrow
    return table["row_file"].cast("string").to_pylist(), table["row_number"].to_pylist()


def test_nearly_every_row_is_told_to_be_undetermined(arrests: Path) -> None:
    said = " ".join((arrests / "said.txt").read_text("utf-8").split())
    policies = counts_of(arrests)["policies"]
    governed = [each for each in policies if each["rows"]]

    assert sum(ROWS["arrests"]) - CITIZENS >= max(each["rows"] for each in governed)
    for policy in governed:
        share = 100 * policy["undetermined"] / policy["rows"]
        told = f"undetermined: {policy['undetermined']:,} of {policy['rows']:,} ({share:.1f} %)"

        assert share > 95
        assert told in said


def test_no_category_is_known_of_96_rows_in_100_under_the_priorities_of_2014(ran: Made) -> None:
    """Only the dispositions that name an aggravated felony say something of a category."""
    arrests = ran("arrests", "--policy", "dhs-2014-11-20-priorities")
    (policy,) = counts_of(arrests)["policies"]
    rows = sum(ROWS["arrests"]) - CITIZENS
    felonies = sum(DISPOSITIONS["ADMINISTRATIVE DEPORTATION I-851/I-851A"])

    assert {"true": felonies, "false": 0, "unknown": rows - felonies} == policy["any_category"]
    assert (
        "Whether any category is met at all is unknown in 397,932 of 412,065 rows (96.6 %)"
        in " ".join((arrests / "said.txt").read_text("utf-8").split())
    )
