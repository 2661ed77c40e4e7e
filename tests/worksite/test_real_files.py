"""The published files, read where they are present: counts alone, and no row is ever shown."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from discretion.errors import EmployerNameError
from discretion.worksite import DisputesAsked
from discretion.worksite import MatchKind
from discretion.worksite import OnTheDay
from discretion.worksite import look_up_disputes
from discretion.worksite import read_guide
from discretion.worksite import read_name
from discretion.worksite import read_place_asked
from discretion.worksite import read_tables
from discretion.worksite.disputes.matching import match_name
from tests.repository.tree import ROOT

if TYPE_CHECKING:
    from discretion.worksite import DisputeTable

FOLDER = ROOT.parent / "shared/data/labor-disputes"
GUIDE = read_guide()
EVERY = 97
"""Which rows are looked up by their own names: each so many, so that years and publishers mix."""

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(),
    reason="published files are kept beside the repository, never in it, and are not here",
)


@pytest.fixture(scope="module")
def tables() -> "tuple[DisputeTable, ...]":
    return read_tables([FOLDER], GUIDE.layouts)[0]


def count(tables: "tuple[DisputeTable, ...]", name: str) -> int:
    asked = DisputesAsked(name=read_name(name, GUIDE.names), place=None, on=None)
    return len(look_up_disputes(asked, tables, GUIDE).candidates)


def test_every_row_of_the_published_files_is_read(tables: "tuple[DisputeTable, ...]") -> None:
    told = {
        table.layout.id: (len(table.rows), table.left_out, table.first, table.last)
        for table in tables
    }

    assert {
        "fmcs-work-stoppages": (14_317, 0, date(1981, 10, 18), date(2020, 12, 16)),
        "nlrb-elections": (6_927, 0, date(2009, 4, 2), date(2021, 11, 10)),
    } == told


def test_only_days_that_run_backwards_are_told(tables: "tuple[DisputeTable, ...]") -> None:
    _, problems = read_tables([FOLDER], GUIDE.layouts)

    assert ["reversed"] == [problem.code for problem in problems]
    assert 8 == sum(row.is_reversed for table in tables for row in table.rows)


def test_every_election_has_the_words_of_its_kind(tables: "tuple[DisputeTable, ...]") -> None:
    layout = next(table.layout for table in tables if table.layout.kind.by_number)
    rows = [row for table in tables if table.layout is layout for row in table.rows]

    assert len(layout.kind.by_number) == len({layout.kind.words_for(row.number) for row in rows})
    assert 0 == sum(layout.kind.words_for(row.number) == layout.kind.says for row in rows)


def test_a_row_is_found_by_its_own_name(tables: "tuple[DisputeTable, ...]") -> None:
    looked_up = missed = 0
    for table in tables:
        for row in table.rows[::EVERY]:
            try:
                name = read_name(row.employer, GUIDE.names)
            except EmployerNameError:
                continue
            match = match_name(name, row.employer, GUIDE.names)
            looked_up += 1
            missed += match is None or match.kind is not MatchKind.EXACT

    assert looked_up > 200
    assert 0 == missed


@pytest.mark.parametrize(("name", "rows"), [("Kroger", 24), ("Agriprocessors", 0)])
def test_an_employer_has_so_many_rows(
    tables: "tuple[DisputeTable, ...]", name: str, rows: int
) -> None:
    assert rows == count(tables, name)


def test_a_place_on_a_day_has_rows_of_both_files(tables: "tuple[DisputeTable, ...]") -> None:
    asked = DisputesAsked(name=None, place=read_place_asked("US-WA"), on=date(2018, 6, 1))
    found = look_up_disputes(asked, tables, GUIDE).candidates

    assert {table.name for table in tables} == {each.row.file for each in found}
    assert {OnTheDay.WITHIN, OnTheDay.PERHAPS_WITHIN} == {
        each.beside.relation for each in found if each.beside
    }
