"""The bundled study set on made-up rows in a table: what it closes, and what it goes against."""

from collections import Counter
from datetime import date
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import pytest

from discretion.assess.assume import Supposed as OneSupposed
from discretion.assess.assume import assume as assume_one
from discretion.assess.assume import suppose as suppose_one
from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from discretion.caseload.supposing.assuming import Supposed
from discretion.caseload.supposing.assuming import assume
from discretion.caseload.supposing.assuming import suppose
from discretion.caseload.supposing.known import as_known
from discretion.caseload.supposing.premises import Premises
from discretion.engines.reading import Reading as Conditions
from discretion.facts.dictionary import Kind
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.facts.view import view_case
from discretion.frozen import replace
from tests.caseload.real_rows import needs_file
from tests.caseload.study.study import EXPECTED
from tests.caseload.study.study import SET
from tests.caseload.study.study import write_made_up
from tests.caseload.supposing.laid_out import laid_out
from tests.caseload.supposing.laid_out import with_known_on
from tests.caseload.supposing.small import dated_views

if TYPE_CHECKING:
    from discretion.caseload.mapping import Mapping
    from discretion.facts.casefile import Account
    from discretion.facts.casefile import CaseFile
    from discretion.rules.library import Library
    from tests.caseload.real_rows import Share

TEMPLATE = Path(__file__).parents[1] / "made_up_i213.csv"
ROWS = EXPECTED["rows"]
TODAY = date(2026, 11, 24)
DATE_FACT = "decision_date"


@pytest.fixture(scope="module")
def cases(
    tmp_path_factory: pytest.TempPathFactory, seattle: "Mapping", library: "Library"
) -> "list[CaseFile]":
    path = write_made_up(tmp_path_factory.mktemp("rows") / "made_up.csv", TEMPLATE)
    matters = read_matters(path, seattle, library.words, Ledger(path.name))
    return [matter.case for matter in matters]


@pytest.fixture(scope="module")
def views(cases: "list[CaseFile]", library: "Library") -> list[View]:
    reading = Reading(mode="review", known_on=TODAY)
    return [view_case(case, library.dictionary, reading, DATE_FACT) for case in cases]


@pytest.fixture(scope="module")
def table(views: list[View], library: "Library") -> Any:  # noqa: ANN401  # a batch of Arrow
    return laid_out(views, library.dictionary, DATE_FACT)


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


def test_what_the_set_makes_of_each_row_is_what_it_makes_of_its_matter(
    views: list[View], supposed: Supposed, library: "Library", premises: Premises
) -> None:
    expected = one_by_one(views, library, premises)
    found = dated_views(supposed.view, library.dictionary, DATE_FACT)

    assert [said(each.view, library) for each in expected] == [
        said(view, library) for view in found
    ]


def test_what_was_known_at_the_decision_is_what_an_audit_reads(
    cases: "list[CaseFile]",
    table: Any,  # noqa: ANN401  # as above
    library: "Library",
) -> None:
    # Each second form was finished on the day after the arrest that it records.
    late = [case.decision.day + timedelta(days=number % 2) for number, case in enumerate(cases)]
    dated = [_known_on(case, day) for case, day in zip(cases, late, strict=True)]
    audited = [
        view_case(
            case, library.dictionary, Reading(mode="audit", known_on=case.decision.day), DATE_FACT
        )
        for case in dated
    ]
    known = as_known(with_known_on(table, dated), DATE_FACT)
    read = list(dated_views(known.batch, library.dictionary, DATE_FACT))

    assert [said(view, library) for view in audited] == [said(view, library) for view in read]
    assert len(cases) // 2 == known.dropped["birth_date"]
    assert known.dropped["charges"]


@needs_file
def test_what_the_set_makes_of_every_real_row_is_what_it_makes_of_its_matter(
    share: "Share", library: "Library", premises: Premises
) -> None:
    reading = Reading(mode="review", known_on=TODAY)
    views = [
        view_case(matter.case, library.dictionary, reading, DATE_FACT) for matter in share.matters
    ]
    rows = laid_out(views, library.dictionary, DATE_FACT)
    supposed = assume(suppose(rows, premises), (library.assumption_sets[SET],))
    expected = one_by_one(views, library, premises)
    found = dated_views(supposed.view, library.dictionary, DATE_FACT)
    same = all(
        said(each.view, library) == said(view, library)
        for each, view in zip(expected, found, strict=True)
    )
    told = Counter(closed.closing for each in expected for closed in each.closed)
    against = Counter(
        closed.closing for each in expected for closed in each.closed if closed.instead_of_said
    )

    assert same
    assert EXPECTED["real"]["rows"] == rows.num_rows
    assert [(told[each.closing], against[each.closing]) for each in supposed.closed[SET]] == [
        (each.rows, each.instead_of_said) for each in supposed.closed[SET]
    ]


def one_by_one(views: list[View], library: "Library", premises: Premises) -> list[OneSupposed]:
    """Return every matter with what the set closes of it by itself."""
    derivations, conditions = library.derivations, premises.reading
    return [
        assume_one(
            suppose_one(view, derivations, conditions),
            (library.assumption_sets[SET],),
            derivations,
            conditions,
        )
        for view in views
    ]


def said(view: View, library: "Library") -> tuple[object, ...]:
    """Return what a view knows: an empty list and none at all say the same."""
    lists = [name for name, fact in library.dictionary.facts.items() if fact.kind is Kind.LIST]
    return dict(view.known), [(view.listed(name), view.completeness(name)) for name in lists]


def _known_on(case: "CaseFile", day: date) -> "CaseFile":
    """Return a case of which everything was said on one day."""
    facts = {name: _said_on(account, day) for name, account in case.facts.items()}
    lists = {
        name: replace(
            listed,
            records=tuple(
                {field: _said_on(account, day) for field, account in record.items()}
                for record in listed.records
            ),
        )
        for name, listed in case.lists.items()
    }
    return replace(case, facts=facts, lists=lists)


def _said_on(account: "Account", day: date) -> "Account":
    claims = tuple(replace(claim, on=day, evidence=()) for claim in account.claims)
    return replace(account, claims=claims)
