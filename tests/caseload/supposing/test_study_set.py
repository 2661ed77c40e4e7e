"""The bundled study set on made-up rows in a table: what it closes, and what it goes against."""

import csv
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import pytest

from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from discretion.caseload.supposing.assuming import Supposed
from discretion.caseload.supposing.assuming import assume
from discretion.caseload.supposing.assuming import suppose
from discretion.caseload.supposing.known import as_known
from discretion.caseload.supposing.premises import Premises
from discretion.engines.reading import Reading as Conditions
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.facts.view import view_case
from tests.caseload.study.study import EXPECTED
from tests.caseload.study.study import SET
from tests.caseload.study.study import made_up_rows
from tests.caseload.supposing.laid_out import laid_out
from tests.caseload.supposing.laid_out import with_known_on
from tests.caseload.supposing.small import dated_views

if TYPE_CHECKING:
    from discretion.caseload.mapping import Mapping
    from discretion.facts.casefile import CaseFile
    from discretion.rules.library import Library

TEMPLATE = Path(__file__).parents[1] / "made_up_i213.csv"
ROWS = EXPECTED["rows"]
TODAY = date(2026, 11, 24)
DATE_FACT = "decision_date"


@pytest.fixture(scope="module")
def cases(
    tmp_path_factory: pytest.TempPathFactory, seattle: "Mapping", library: "Library"
) -> "list[CaseFile]":
    path = tmp_path_factory.mktemp("rows") / "made_up.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        for number, (titles, cells) in enumerate(made_up_rows(TEMPLATE)):
            if not number:
                handle.write("\n".join(titles) + "\n")
            csv.DictWriter(handle, list(cells), delimiter="|").writerow(cells)
    matters = read_matters(path, seattle, library.words, Ledger(path.name))
    return [matter.case for matter in matters]


@pytest.fixture(scope="module")
def table(cases: "list[CaseFile]", library: "Library") -> Any:  # noqa: ANN401  # a batch of Arrow
    reading = Reading(mode="review", known_on=TODAY)
    views = (view_case(case, library.dictionary, reading, DATE_FACT) for case in cases)
    return with_known_on(laid_out(views, library.dictionary, DATE_FACT), cases)


@pytest.fixture(scope="module")
def premises(library: "Library") -> Premises:
    derivations = library.derivations
    return Premises(
        derivations=derivations,
        dictionary=library.dictionary,
        date_fact=DATE_FACT,
        reading=Conditions(rules={}, judgments={}, derivable=derivations.derivable),
    )


@pytest.fixture(scope="module")
def supposed(table: Any, premises: Premises, library: "Library") -> Supposed:  # noqa: ANN401  # as above
    return assume(suppose(table, premises), (library.assumption_sets[SET],))


def test_each_row_is_closed_in_what_its_matter_is_closed_in(supposed: Supposed) -> None:
    closed = [
        {name for name, rows in supposed.rows_closed.items() if rows[number]}
        for number in range(len(ROWS))
    ]
    expected = {row["row"]: set(row["closes"]) for row in ROWS if "closes" in row}

    assert expected == {
        row["row"]: found for row, found in zip(ROWS, closed, strict=True) if row["row"] in expected
    }


def test_rows_in_which_the_set_goes_against_the_file_are_counted(supposed: Supposed) -> None:
    against = [each.instead_of_said for each in supposed.closed[SET]]
    rows = sum(bool(row.get("instead")) for row in ROWS)

    assert [rows, 0, 0, 0, 0] == against
    assert rows


def test_what_the_file_says_stays_beside_what_is_assumed(
    table: Any,  # noqa: ANN401  # as above
    supposed: Supposed,
) -> None:
    assert table.column("bs_apprehension_place").equals(
        supposed.file.column("bs_apprehension_place")
    )
    assert {"interior"} == set(supposed.view.column("bs_apprehension_place").to_pylist())


def said(view: View) -> tuple[object, ...]:
    return dict(view.known), dict(view.records), dict(view.complete)


def test_what_was_known_at_the_decision_is_what_an_audit_reads(
    cases: "list[CaseFile]",
    table: Any,  # noqa: ANN401  # as above
    library: "Library",
) -> None:
    audited = [
        view_case(
            case,
            library.dictionary,
            Reading(mode="audit", known_on=case.decision.day),
            DATE_FACT,
        )
        for case in cases
    ]
    known = as_known(table, DATE_FACT)
    read = list(dated_views(known.batch, library.dictionary, DATE_FACT))

    assert [dict(view.known) for view in audited] == [dict(view.known) for view in read]
