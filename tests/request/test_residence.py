"""The months that papers show: what goes out, what stays, and the gaps."""

from datetime import date

import pytest

from discretion.facts.casefile import Evidence
from discretion.facts.casefile import Period
from discretion.request import Covered
from discretion.request import Residence
from discretion.request.papers.residence import residence_of
from tests.request.made import checklist

DAY = date(2016, 6, 15)
SIGNS = {Covered.SHOWN: "#", Covered.INSIDE: "o", Covered.NOTHING: "-"}


def paper(first: str, last: str, disclosure: str = "may_disclose") -> Evidence:
    period = Period(first=date.fromisoformat(first), last=date.fromisoformat(last))
    return Evidence(name="a", kind="lease", covers=(period,), disclosure=disclosure)


def read(*papers: Evidence, arrival: date | None = None) -> Residence:
    return residence_of(papers, arrival, DAY, checklist())


def bar(found: Residence) -> str:
    return "".join(SIGNS[month.covered] for month in found.months)


def test_a_month_is_shown_by_any_day_of_it() -> None:
    found = read(paper("2016-01-31", "2016-02-01"), arrival=date(2015, 12, 31))

    assert "-##----" == bar(found)
    assert (2015, 12) == (found.months[0].year, found.months[0].month)
    assert found.from_arrival


def test_a_paper_that_stays_shows_a_month_inside_alone() -> None:
    papers = (paper("2016-01-01", "2016-04-30", "internal"), paper("2016-04-01", "2016-05-01"))

    assert "ooo##-" == bar(read(*papers))


def test_without_a_first_entry_the_first_paper_begins() -> None:
    found = read(paper("2016-05-01", "2016-05-31"))

    assert "#-" == bar(found)
    assert not found.from_arrival


def test_without_a_paper_and_a_first_entry_nothing_is_told() -> None:
    assert () == read().months
    assert () == read(Evidence(name="a", kind="lease")).months


@pytest.mark.parametrize(
    ("months", "gaps"),
    [(6, []), (7, [(7, False)]), (12, [(12, False)]), (13, [(13, True)])],
)
def test_a_gap_is_told_after_six_months_and_is_long_after_twelve(
    months: int, gaps: list[tuple[int, bool]]
) -> None:
    month = 2016 * 12 + 4 - months
    last = date(month // 12, month % 12 + 1, 1).isoformat()
    found = read(paper("2014-01-01", last), paper("2016-06-01", "2016-06-30"))

    assert gaps == [(gap.months, gap.is_long) for gap in found.gaps]


def test_a_paper_that_stays_closes_no_gap() -> None:
    found = read(paper("2015-01-01", "2016-06-30", "protected"), arrival=date(2015, 1, 1))

    assert [18] == [gap.months for gap in found.gaps]
