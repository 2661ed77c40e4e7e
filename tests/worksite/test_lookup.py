"""Candidates are rows in the order of their days, and never a finding."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.errors import UnknownNameError
from discretion.frozen import replace
from discretion.truth import Truth
from discretion.worksite import DisputesAsked
from discretion.worksite import DisputeTable
from discretion.worksite import KnownDisputes
from discretion.worksite import OnTheDay
from discretion.worksite import look_up_disputes
from discretion.worksite import read_guide
from discretion.worksite import read_name
from discretion.worksite import read_place_asked
from discretion.worksite.disputes.lookup import day_beside
from discretion.worksite.disputes.rows import DisputeRow

GUIDE = read_guide()
DAY = date(2019, 4, 1)
ROW = DisputeRow(
    file="made-up.csv",
    number_in_file=1,
    layout=GUIDE.layouts[0],
    employer="Made-Up Foods Inc.",
    number="1",
    city="Springfield",
    state="IL",
    began=date(2019, 3, 4),
    ended=date(2019, 4, 12),
    days=(),
)
DAYS = st.none() | st.dates(date(2018, 1, 1), date(2020, 1, 1))
ROWS = st.builds(
    lambda number, employer, began, ended, state: replace(
        ROW, number_in_file=number, employer=employer, began=began, ended=ended, state=state
    ),
    st.integers(1, 99),
    st.sampled_from(["Quill Foods", "Foods of Quill", "Quill Trucking", "Other Steel"]),
    DAYS,
    DAYS,
    st.sampled_from(["", "IL", "NY"]),
)


def table_of(*rows: DisputeRow) -> DisputeTable:
    return DisputeTable(
        name=ROW.file, sha256="", layout=GUIDE.layouts[0], rows=tuple(rows), left_out=0
    )


def look_up(
    *rows: DisputeRow, name: str = "", place: str = "", on: date | None = None
) -> KnownDisputes:
    asked = DisputesAsked(
        name=read_name(name, GUIDE.names) if name else None,
        place=read_place_asked(place) if place else None,
        on=on,
    )
    return look_up_disputes(asked, (table_of(*rows),), GUIDE)


@given(st.lists(ROWS, max_size=8))
def test_candidates_are_in_the_order_of_their_days(rows: list[DisputeRow]) -> None:
    """Candidates stand in the order of their days, however well their names match."""
    found = look_up(*rows, name="Quill Foods").candidates
    days = [each.row.began or date.max for each in found]

    assert sorted(days) == days


@given(st.lists(ROWS, max_size=8))
def test_the_inquiry_is_owed_whatever_is_found(rows: list[DisputeRow]) -> None:
    """The inquiry is owed in full whatever a look-up finds, and where it finds nothing."""
    assert GUIDE.inquiry == look_up(*rows, name="Quill Foods").inquiry


@given(ROWS, st.dates(date(2018, 1, 1), date(2020, 1, 1)))
def test_a_day_that_is_not_told_rules_nothing_out(row: DisputeRow, on: date) -> None:
    """Taking a day out of a row never makes it surely lie around a day, and never adds a gap."""
    before = day_beside(row, on)
    for less in (replace(row, began=None), replace(row, ended=None)):
        after = day_beside(less, on)
        assert after.relation is not OnTheDay.WITHIN
        if before.relation in {OnTheDay.WITHIN, OnTheDay.PERHAPS_WITHIN} and not row.is_reversed:
            assert OnTheDay.PERHAPS_WITHIN is after.relation


@given(st.lists(ROWS, max_size=8), st.dates(date(2018, 1, 1), date(2020, 1, 1)))
def test_a_day_takes_no_candidate_of_an_employer_away(rows: list[DisputeRow], on: date) -> None:
    """With an employer, the day asked about takes no row away: a long gap is told, not judged."""
    numbers = [each.row for each in look_up(*rows, name="Quill Foods").candidates]

    assert numbers == [each.row for each in look_up(*rows, name="Quill Foods", on=on).candidates]


@pytest.mark.parametrize(
    ("began", "ended", "relation", "days"),
    [
        (date(2019, 4, 1), date(2019, 4, 1), OnTheDay.WITHIN, None),
        (date(2019, 3, 1), date(2019, 3, 31), OnTheDay.ENDED_BEFORE, 1),
        (date(2019, 4, 3), None, OnTheDay.BEGAN_AFTER, 2),
        (date(2019, 3, 1), None, OnTheDay.PERHAPS_WITHIN, None),
        (None, date(2019, 5, 1), OnTheDay.PERHAPS_WITHIN, None),
        (None, date(2019, 3, 31), OnTheDay.ENDED_BEFORE, 1),
        (None, None, OnTheDay.PERHAPS_WITHIN, None),
        (date(2019, 5, 1), date(2019, 3, 1), OnTheDay.PERHAPS_WITHIN, None),
    ],
)
def test_how_a_row_lies_to_a_day(
    began: date | None, ended: date | None, relation: OnTheDay, days: int | None
) -> None:
    found = day_beside(replace(ROW, began=began, ended=ended), DAY)

    assert (relation, days) == (found.relation, found.days)


@pytest.mark.parametrize(
    ("place", "city", "state", "inside"),
    [
        ("US", "Springfield", "IL", Truth.TRUE),
        ("US-IL", "Springfield", "IL", Truth.TRUE),
        ("US-NY", "Springfield", "IL", None),
        ("N.D. Ill.", "Springfield", "IL", Truth.UNKNOWN),
        ("US-IL", "Springfield", "", Truth.UNKNOWN),
        ("US-IL", "Springfield", "QQ", Truth.UNKNOWN),
        ("springfield, il", "Springfield", "IL", Truth.TRUE),
        ("Springfield, US-IL", "SPRINGFIELD & PEORIA", "IL", Truth.TRUE),
        ("Springfield, IL", "Peoria", "IL", None),
        ("Springfield, IL", "Springfield", "NY", None),
        ("Springfield, IL", "", "IL", Truth.UNKNOWN),
    ],
)
def test_a_row_elsewhere_is_no_candidate_and_one_without_a_place_is(
    place: str, city: str, state: str, inside: Truth | None
) -> None:
    row = replace(ROW, city=city, state=state)
    found = look_up(row, name="Made-Up Foods", place=place).candidates

    assert ([] if inside is None else [inside]) == [each.in_place for each in found]


def test_without_an_employer_only_rows_around_the_day_are_candidates() -> None:
    open_ended = replace(ROW, number_in_file=2, ended=None)
    over = replace(ROW, number_in_file=3, ended=date(2019, 3, 5))
    found = look_up(over, open_ended, ROW, place="US-IL", on=DAY).candidates

    assert [1, 2] == [each.row.number_in_file for each in found]
    assert [None, None] == [each.match for each in found]


@pytest.mark.parametrize("place", ["Springfield", "Springfield, QQ", ", IL", "US-QQ"])
def test_a_place_that_nobody_knows_is_refused(place: str) -> None:
    with pytest.raises(UnknownNameError, match="is not a known place"):
        read_place_asked(place)
