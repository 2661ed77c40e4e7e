"""The bundled mapping of Forms I-213 on every real row, where they are present: totals alone."""

import random
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from discretion.caseload.rows import matches
from discretion.engines.reading import Reading as Conditions
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from discretion.rules.grammar import read_condition
from discretion.truth import Truth
from tests.caseload.real_rows import FILE
from tests.caseload.real_rows import digest_of
from tests.caseload.real_rows import needs_file
from tests.caseload.real_rows import write_cells

if TYPE_CHECKING:
    from discretion.caseload.mapping import Mapping
    from discretion.rules.library import Library
    from tests.caseload.real_rows import Share

TODAY = date(2026, 11, 24)
PROTECTED = ("citizenship_country_descr", "gender_code", "marital_status_descr")
NO_PACK = Conditions(rules={}, judgments={}, derivable={})

pytestmark = needs_file


def test_every_row_of_the_file_becomes_a_matter(share: "Share", seattle: "Mapping") -> None:
    matched = matches(FILE, seattle)
    counted = (share.ledger.rows, len(share.matters), len(share.cells), share.ledger.left_out)

    assert matched
    assert (8763, 8763, 8763, {}) == counted


def test_the_columns_say_as_much_as_they_did(share: "Share") -> None:
    facts: Counter[str] = Counter()
    redacted: Counter[str] = Counter()
    records: Counter[str] = Counter()
    for each in share.matters:
        for name, account in each.case.facts.items():
            facts[name] += bool(account.claims)
            redacted[name] += account.reason == "redacted"
        for name, listed in each.case.lists.items():
            records[name] += len(listed.records)

    assert {
        "birth_date": 8763,
        "removable": 8614,
        "bs_last_entry_date": 5594,
        "bs_entry_manner": 2670,
        "bs_apprehension_place": 2,
    } == +facts
    assert {"mit_condition_requiring_care": 231, "bs_entry_manner": 59} == +redacted
    assert {"charges": 12619, "offences": 2545, "family": 891} == records


def test_entries_after_the_apprehension_are_flagged_and_kept(share: "Share") -> None:
    flagged = {what: len(rows) for what, rows in share.ledger.flags.items()}
    kept = sum(
        "bs_last_entry_date" in each.case.facts for each in share.matters if each.out_of_order
    )

    assert {
        "`bs_last_entry_date` lies after the day of the decision": 7,
        "`bs_last_entry_date` lies before `birth_date`": 5,
    } == flagged
    assert 7 + 5 == kept


def test_what_no_code_covers_is_counted(share: "Share") -> None:
    unmapped = {column: values.total() for column, values in share.ledger.unmapped.items()}
    unreadable = dict(share.ledger.unreadable)

    assert {"entry_admission_class_descr": 67, "apprehension_state": 2} == unmapped
    assert {} == unreadable


def test_blank_charges_never_become_none(share: "Share", library: "Library") -> None:
    reading = Reading(mode="review", known_on=TODAY)
    condition = read_condition("exists(offences)")
    blank, whole, seen = 0, 0, Counter[str]()
    for each, cells in zip(share.matters, share.cells, strict=True):
        listed = each.case.lists.get("offences")
        whole += listed is not None and listed.complete is Truth.TRUE
        if not cells["criminal_charges"]:
            blank += 1
            view = view_case(each.case, library.dictionary, reading, "decision_date")
            engine = ReferenceEngine(view, NO_PACK)
            seen[str(engine.truth(condition))] += 1

    assert 7689 == blank
    assert {"unknown": 7689} == seen
    assert 0 == whole


@pytest.mark.parametrize("change", ["shuffled", "removed"])
def test_protected_columns_change_nothing(
    change: str, share: "Share", seattle: "Mapping", library: "Library"
) -> None:
    cells = [dict(row) for row in share.cells]
    order = random.Random(1)  # any other order would do
    for name in PROTECTED:
        column = [row.pop(name) for row in cells]
        order.shuffle(column)
        if change == "shuffled":
            for row, cell in zip(cells, column, strict=True):
                row[name] = cell
    ledger = Ledger(FILE.name)
    with TemporaryDirectory() as folder:
        path = write_cells(Path(folder) / "changed.csv.gz", cells)
        changed = digest_of(list(read_matters(path, seattle, library.words, ledger)))
    before = digest_of(share.matters)
    problems = [problem.code for problem in ledger.report.problems]

    assert before == changed
    assert [] == problems
