"""Residence: the months that papers cover, and the gaps between them."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from enum import Enum
from itertools import groupby

from discretion.facts.casefile import Evidence
from discretion.frozen import dataclass
from discretion.request.checklist import Checklist
from discretion.request.disclosure import Way
from discretion.request.disclosure import way_of

MONTHS = 12


class Covered(Enum):
    """What shows a month: a paper that may go out, only papers that stay, or none."""

    SHOWN = "shown"
    INSIDE = "inside"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month of a year and what shows it."""

    year: int
    month: int
    covered: Covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Months in a row that no paper shows which may go out, from the first to the last.

    `is_long` tells that it is longer than gaps that are commonly asked about.
    """

    first: Month
    last: Month
    months: int
    is_long: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Residence:
    """Every month from the first entry to the filing, and the gaps longer than one paper's time.

    `from_arrival` tells that the first entry is known; otherwise the first paper begins it.
    """

    months: tuple[Month, ...]
    gaps: tuple[Gap, ...]
    from_arrival: bool


def residence_of(
    papers: Iterable[Evidence], arrival: date | None, day: date, checklist: Checklist
) -> Residence:
    """Return what papers show of the months of a residence.

    Args:
        papers: the papers; those that cover something count.
        arrival: the latest day on which the person first entered, None where nobody knows.
        day: the day of the filing.
        checklist: how long a gap may be.

    """
    covering = [paper for paper in papers if paper.covers]
    shown = {number for paper in covering if _goes_out(paper) for number in _numbers(paper)}
    inside = {number for paper in covering for number in _numbers(paper)}
    first = min((_number(arrival),) if arrival else inside, default=None)
    if first is None:
        return Residence(months=(), gaps=(), from_arrival=False)
    months = tuple(_month(number, shown, inside) for number in range(first, _number(day) + 1))
    return Residence(
        months=months, gaps=tuple(_gaps(months, checklist)), from_arrival=arrival is not None
    )


def _goes_out(paper: Evidence) -> bool:
    return way_of(paper.disclosure) is Way.GOES_OUT


def _number(day: date) -> int:
    return day.year * MONTHS + day.month - 1


def _numbers(paper: Evidence) -> Iterator[int]:
    for period in paper.covers:
        yield from range(_number(period.first), _number(period.last) + 1)


def _month(number: int, shown: set[int], inside: set[int]) -> Month:
    covered = Covered.INSIDE if number in inside else Covered.NOTHING
    year, month = divmod(number, MONTHS)
    return Month(year=year, month=month + 1, covered=Covered.SHOWN if number in shown else covered)


def _gaps(months: Iterable[Month], checklist: Checklist) -> Iterator[Gap]:
    for is_shown, run in groupby(months, key=lambda month: month.covered is Covered.SHOWN):
        found = tuple(run)
        if not is_shown and len(found) > checklist.one_paper_per_months:
            yield Gap(
                first=found[0],
                last=found[-1],
                months=len(found),
                is_long=len(found) > checklist.gap_over_months,
            )
