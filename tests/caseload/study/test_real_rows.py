"""The bundled study set on every real row, where they are present: totals alone.

Every total is of the rows of one file, and none says who is in them. What each total means is
written in the data beside this file.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from discretion.assess.assess import Request
from discretion.assess.assess import question_of
from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from discretion.truth import Truth
from tests.caseload.real_rows import FILE
from tests.caseload.real_rows import Cells
from tests.caseload.real_rows import needs_file
from tests.caseload.real_rows import write_cells
from tests.caseload.study.study import EXPECTED
from tests.caseload.study.study import GUIDELINES
from tests.caseload.study.study import INTERIM
from tests.caseload.study.study import LIMBS
from tests.caseload.study.study import SET
from tests.caseload.study.study import TODAY
from tests.caseload.study.study import Study
from tests.caseload.study.study import Told

if TYPE_CHECKING:
    from discretion.assess.assess import Assessor
    from discretion.caseload.mapping import Mapping
    from discretion.caseload.matters import Matter
    from discretion.rules.library import Library
    from tests.caseload.real_rows import Share

REAL = EXPECTED["real"]
DAY = "2020-11-01"
RESUMED = date(2023, 6, 23), date(2023, 7, 30)
"""The two days on which the vacatur may have ended."""
PROTECTED = ("citizenship_country_descr", "gender_code")

pytestmark = needs_file


@pytest.fixture(scope="module")
def study(assessor: "Assessor") -> Study:
    return Study(assessor)


@pytest.fixture(scope="module")
def told(share: "Share", study: Study) -> list[Told]:
    """Return what every row comes to under the set, in the file's order."""
    return study.all_told(share.matters, is_assumed=True)


def named(expected: dict[str, object], *names: str) -> dict[str, object]:
    return {name: expected[name] for name in names}


def test_what_the_border_limbs_come_to(told: list[Told]) -> None:
    assert REAL["rows"] == len(told)
    assert REAL["guidelines"] == Counter(each.guidelines for each in told)
    assert REAL["interim"] == Counter(each.interim for each in told)


def test_what_the_rows_are_counted_as(told: list[Told]) -> None:
    shares = Counter(each.share for each in told)

    assert named(REAL, *shares) == shares
    assert named(REAL, "border documented", "neither").items() <= shares.items()
    assert REAL["aggravated felony"] == sum("felony" in each.counted for each in told)
    assert REAL["entered on or after the day"] == sum(each.interim == "true" for each in told)
    assert REAL["either of the last two"] == sum(
        each.interim == "true" or "felony" in each.counted for each in told
    )


def test_where_the_two_texts_differ_and_why(told: list[Told]) -> None:
    differ = Counter(each.guidelines for each in told if each.interim == "true")
    del differ["true"]

    assert REAL["differ"] == differ.total()
    assert REAL["differ by policy"] == differ["false"]
    assert REAL["differ for want of facts"] == differ["unknown"]
    assert not any(each.guidelines == "true" for each in told if each.interim != "true")


def test_the_one_row_of_the_day_itself_differs_by_policy(told: list[Told], share: "Share") -> None:
    found = [
        each
        for each, cells in zip(told, share.cells, strict=True)
        if cells["entry_date"].startswith(DAY)
    ]

    assert REAL["on the day itself"] == len(found)
    assert {("false", "true")} == {(each.guidelines, each.interim) for each in found}


def test_one_row_without_an_entry_is_decided_by_its_own_day(
    told: list[Told], share: "Share"
) -> None:
    rows = list(zip(told, share.matters, strict=True))
    undated = [
        each
        for each in rows
        if "bs_last_entry_date" not in each[1].case.facts and each[0].interim == "false"
    ]
    dated = Counter(each.interim for each, _ in rows)
    limbs = Counter(each.guidelines for each, _ in rows)
    for each, _ in undated:
        dated[each.interim] -= 1
        limbs[each.guidelines] -= 1
    early = [matter.case.decision.day.isoformat() < DAY for _, matter in undated]

    assert [True] == early
    for name, counted in (
        ("interim with a day on record", dated),
        ("guidelines with a day or a manner on record", limbs),
    ):
        assert REAL[name] == {truth: counted[truth] for truth in REAL[name]}


@pytest.mark.slow
@pytest.mark.parametrize("instrument", [GUIDELINES, INTERIM])
def test_every_row_assessed_with_the_policy_forced_meets_its_limb_or_not(
    instrument: str, told: list[Told], share: "Share", assessor: "Assessor"
) -> None:
    request = Request(today=TODAY, instruments=(instrument,), assumptions=(SET,), interpretation="")
    assessed: Counter[str] = Counter()
    for matter in share.matters:
        (found,) = assessor.assess(matter.case, request).assessments
        truths = {finding.rule.id: str(finding.truth) for finding in found.findings}
        assert (SET,) == found.assumptions
        assessed[truths[LIMBS[instrument]]] += 1

    name = "guidelines" if instrument == GUIDELINES else "interim"
    assert Counter(getattr(each, name) for each in told) == assessed


def test_without_the_set_no_row_meets_a_limb(share: "Share", study: Study) -> None:
    bare = study.all_told(share.matters, is_assumed=False)

    assert REAL["interim without the set"] == Counter(each.interim for each in bare)
    assert "true" not in {each.guidelines for each in bare}


def test_where_the_set_goes_against_the_file_is_counted(told: list[Told]) -> None:
    instead = Counter(name for each in told for name in each.instead)

    assert {"bs_apprehension_place": REAL["place instead of what the file says"]} == instead


def test_rows_out_of_order_are_flagged_and_kept(told: list[Told], share: "Share") -> None:
    flagged = [
        each
        for each, matter in zip(told, share.matters, strict=True)
        if any("after the day of the decision" in what for what in matter.out_of_order)
    ]

    assert REAL["flagged"] == len(flagged)
    assert REAL["flagged and border documented"] == sum(
        each.guidelines == "true" for each in flagged
    )


def test_a_rule_of_columns_alone_agrees_row_by_row(told: list[Told], share: "Share") -> None:
    # An independent reading of the very columns, without a mapping, a fact or a condition. The one
    # row that it leaves open has no entry date; see the data beside this file.
    differing = [
        (each, by_columns(cells))
        for each, cells in zip(told, share.cells, strict=True)
        if (each.guidelines, each.interim) != by_columns(cells)
    ]

    assert [("false", "false", ("unknown", "unknown"))] == [
        (each.guidelines, each.interim, read) for each, read in differing
    ]


def by_columns(cells: Cells) -> tuple[str, str]:
    """Return both limbs of one row as its columns give them."""
    sections = [
        charge["CHARGE_SECTION_CODE"] or "" for charge in json.loads(cells["admin_charges"] or "[]")
    ]
    entered = cells["entry_date"][:10]
    unlawful = cells["entry_admission_class_descr"] == "Without Inspection" or any(
        section.startswith(("212a6A", "212a9C", "8 USC 1325", "8 USC 1326")) for section in sections
    )
    admitted = not unlawful and bool(sections) and all(s.startswith("237") for s in sections)
    interim = "unknown" if not entered else "true" if entered >= DAY else "false"
    if admitted or (entered and entered <= DAY):
        return "false", interim
    return ("true" if unlawful and entered else "unknown"), interim


def governed(share: "Share", assessor: "Assessor") -> Iterator[str]:
    """Yield what governed each row on its own day, empty where nothing described here did."""
    request = Request(today=TODAY)
    for matter in share.matters:
        lines = assessor.governing(question_of(matter.case, request))
        found = [
            f"{line.instrument} {line.governs}"
            for line in lines
            if not line.part
            and line.governs is not Truth.FALSE
            and assessor.library.pack(line.instrument).rules
        ]
        yield " ".join(dict.fromkeys(found))


def test_each_row_by_what_governed_its_own_day(
    told: list[Told], share: "Share", assessor: "Assessor"
) -> None:
    found: dict[str, Counter[str]] = {}
    for each, name in zip(told, governed(share, assessor), strict=True):
        counts = found.setdefault(name, Counter())
        counts["rows"] += 1
        limb = {GUIDELINES: each.guidelines, INTERIM: each.interim}.get(name.partition(" ")[0])
        if limb is not None:
            counts[limb] += 1

    assert EXPECTED["own_day"] == found


@pytest.mark.parametrize("resumed", RESUMED)
def test_the_days_of_the_guidelines_for_both_ends_of_the_vacatur(
    resumed: date, told: list[Told], share: "Share", assessor: "Assessor"
) -> None:
    counts: Counter[str] = Counter()
    for each, name, matter in zip(told, governed(share, assessor), share.matters, strict=True):
        day = matter.case.decision.day
        disputed = name == f"{GUIDELINES} unknown"
        assert disputed is (RESUMED[0] <= day < RESUMED[1])
        if name == f"{GUIDELINES} true" or (disputed and day >= resumed):
            counts["rows"] += 1
            counts[each.share] += 1

    assert EXPECTED["vacatur"][resumed.isoformat()] == counts


def test_a_blank_record_of_charges_is_open_in_every_year(told: list[Told], share: "Share") -> None:
    years: dict[str, set[bool]] = {}
    for matter, cells in zip(share.matters, share.cells, strict=True):
        if not cells["criminal_charges"]:
            years.setdefault(cells["apprehension_date"][:4], set()).add(
                "offences" in matter.case.lists
            )

    assert {"2022", "2023", "2024", "2025"} <= set(years)
    assert {False} == set().union(*years.values())
    assert not any("offences.complete" in each.closed for each in told)


@pytest.fixture(params=["shuffled", "removed"])
def changed(
    request: pytest.FixtureRequest, share: "Share", seattle: "Mapping", library: "Library"
) -> "list[Matter]":
    """Return the matters of the file with its protected columns in another order, or without."""
    cells = [dict(row) for row in share.cells]
    order = random.Random(2)  # any other order would do
    for name in PROTECTED:
        before = [row.pop(name) for row in cells]
        after = order.sample(before, len(before))
        assert before != after
        if request.param == "shuffled":
            for row, cell in zip(cells, after, strict=True):
                row[name] = cell
    with TemporaryDirectory() as folder:
        path = write_cells(Path(folder) / "changed.csv.gz", cells)
        return list(read_matters(path, seattle, library.words, Ledger(FILE.name)))


def test_citizenship_and_gender_change_nothing_under_the_set(
    changed: "list[Matter]", told: list[Told], study: Study
) -> None:
    same = told == study.all_told(changed, is_assumed=True)

    assert same
