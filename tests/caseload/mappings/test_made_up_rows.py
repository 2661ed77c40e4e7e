"""Made-up rows of every shipped mapping: what each cell says, and nothing that none says."""

from typing import TYPE_CHECKING
from typing import Any

import pytest

from discretion.caseload.columns import ColumnType
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from tests.caseload.mappings.shipped import NAMES
from tests.caseload.mappings.shipped import ROWS
from tests.caseload.mappings.shipped import known_from
from tests.caseload.mappings.shipped import library
from tests.caseload.mappings.shipped import read_table
from tests.caseload.mappings.shipped import said
from tests.caseload.mappings.shipped import shipped
from tests.caseload.mappings.shipped import shown
from tests.caseload.mappings.shipped import write_table

if TYPE_CHECKING:
    from pathlib import Path

    from discretion.caseload.ledger import Ledger
    from discretion.caseload.matters import Matter

Row = dict[str, Any]
IDS = [f"{row['mapping']}: {row['row']}" for row in ROWS]


def made(row: Row, folder: "Path") -> "tuple[Matter, Ledger]":
    mapping = shipped(row["mapping"])
    path = write_table(folder / "made_up.csv", mapping, [row["cells"]])
    (matter,), ledger = read_table(path, mapping)
    return matter, ledger


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_row_says_what_its_cells_say_and_nothing_else(row: Row, tmp_path: "Path") -> None:
    matter, ledger = made(row, tmp_path)
    case = matter.case
    lists = {
        name: [said(dict(each)) for each in listed.records] for name, listed in case.lists.items()
    }

    assert row.get("facts", {}) == said(dict(case.facts))
    assert row.get("lists", {}) == lists
    assert row.get("redacted", []) == [
        name for name, account in case.facts.items() if account.reason == "redacted"
    ]
    assert row.get("groups", dict(matter.groups)) == dict(matter.groups)
    assert () == ledger.problems()


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_a_row_tells_its_decision_and_since_when_its_facts_are_known(
    row: Row, tmp_path: "Path"
) -> None:
    matter, _ = made(row, tmp_path)
    case, decision = matter.case, matter.case.decision
    written = [decision.day, decision.type, str(decision.place or ""), decision.component]
    reading = Reading(mode="audit", known_on=decision.day)
    view = view_case(case, library().dictionary, reading, "decision_date")
    at_the_decision = view.known.keys() - {"decision_date"}

    assert row.get("decision", written) == written
    assert row.get("known", {}) == {
        name: known_from(case.facts[name]) for name in row.get("known", {})
    }
    assert set(row.get("at_the_decision", at_the_decision)) == at_the_decision
    assert row.get("authors", {}) == {
        name: case.facts[name].claims[0].author for name in row.get("authors", {})
    }


def test_a_conviction_after_the_decision_was_not_known_at_it(tmp_path: "Path") -> None:
    row = next(each for each in ROWS if "MSC Conviction Date" in each["cells"])
    cells = {**row["cells"], "MSC Conviction Date": "2025-02-04"}
    matter, _ = made({**row, "cells": cells}, tmp_path)
    day = matter.case.decision.day
    reading = Reading(mode="audit", known_on=day)
    view = view_case(matter.case, library().dictionary, reading, "decision_date")

    assert 1 == len(matter.case.lists["offences"].records)
    assert () == view.records["offences"]


@pytest.mark.parametrize("name", NAMES)
def test_a_blank_row_says_nothing(name: str, tmp_path: "Path") -> None:
    mapping = shipped(name)
    column = mapping.columns[mapping.decision.date]
    day = "1/2/2020" if column.form.value == "mdy" else "2020-01-02"
    path = write_table(tmp_path / "made_up.csv", mapping, [{mapping.decision.date: day}])
    (matter,), ledger = read_table(path, mapping)

    assert {"bs_apprehended_on"} >= matter.case.facts.keys()
    assert {} == matter.case.lists
    assert {} == matter.groups
    assert () == ledger.problems()


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_word_is_counted_and_never_guessed(name: str, tmp_path: "Path") -> None:
    mapping = shipped(name)
    open_words = [
        column.name
        for column in mapping.columns.values()
        if column.type is ColumnType.TEXT and column.name != mapping.decision.date
    ]
    day = {mapping.decision.date: "2020-01-02"}
    words = dict.fromkeys(open_words, "Never Seen")
    bare, _ = read_table(write_table(tmp_path / "a.csv", mapping, [day]), mapping)
    path = write_table(tmp_path / "b.csv", mapping, [day | words])
    (matter,), ledger = read_table(path, mapping)
    records = [
        {key: shown(account.claims[0].values) for key, account in record.items()}
        for listed in matter.case.lists.values()
        for record in listed.records
    ]

    assert bare[0].case.facts.keys() == matter.case.facts.keys()
    assert {"Never Seen"} >= {value for record in records for value in record.values()}
    assert ledger.unmapped
    assert {"unmapped_value"} == {problem.code for problem in ledger.problems()}


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_what_is_quarantined_changes_nothing(row: Row, tmp_path: "Path") -> None:
    mapping = shipped(row["mapping"])
    before, _ = made(row, tmp_path)
    for word in ("", "ATLANTIS", "Another"):
        cells = {**row["cells"], **dict.fromkeys(mapping.quarantine, word)}
        after, _ = made({**row, "cells": cells}, tmp_path)

        assert before == after
