"""The months of a residence as a reader may see them, and what each of them is called."""

from collections.abc import Iterator
from itertools import dropwhile
from itertools import groupby

from discretion.dates import MONTHS
from discretion.documents.charts.looks import Look
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.request import Covered
from discretion.request import Gap
from discretion.request import Month
from discretion.request import Residence

LOOKS = {
    Covered.SHOWN: Look.GOVERNED,
    Covered.INSIDE: Look.OPEN,
    Covered.NOTHING: Look.ENDED,
}
"""How months are drawn: a full bar, a bar of dots, a line."""
INSIDE = {
    Covered.SHOWN: "a paper that may go out",
    Covered.INSIDE: "only papers that stay inside",
    Covered.NOTHING: "no paper",
}
OUTWARD = {Covered.SHOWN: "shown by a paper", Covered.NOTHING: "not shown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Months in a row, of one year, that are covered alike."""

    first: Month
    last: Month

    @property
    def covered(self) -> Covered:
        """What shows the months."""
        return self.first.covered

    @property
    def count(self) -> int:
        """How many months they are."""
        return self.last.month - self.first.month + 1

    @property
    def named(self) -> str:
        """The months by their names, without the year."""
        first, last = (MONTHS[each.month - 1] for each in (self.first, self.last))
        return first if first == last else f"{first} to {last}"


def outward_of(residence: Residence) -> Residence:
    """Return a residence as it may be told outside: nothing of it hangs on what stays inside."""
    told = (
        each if each.covered is Covered.SHOWN else replace(each, covered=Covered.NOTHING)
        for each in residence.months
    )
    months = tuple(dropwhile(lambda each: each.covered is not Covered.SHOWN, told))
    gaps = tuple(gap for gap in residence.gaps if months and _order(gap.first) > _order(months[0]))
    bare = (
        replace(
            gap,
            first=replace(gap.first, covered=Covered.NOTHING),
            last=replace(gap.last, covered=Covered.NOTHING),
        )
        for gap in gaps
    )
    return Residence(months=months, gaps=tuple(bare), from_arrival=False)


def _order(month: Month) -> tuple[int, int]:
    return month.year, month.month


def years_of(residence: Residence) -> Iterator[tuple[int, tuple[Run, ...]]]:
    """Yield every year with its months in runs."""
    for year, months in groupby(residence.months, key=lambda month: month.year):
        runs = []
        for _, group in groupby(months, key=lambda month: month.covered):
            found = tuple(group)
            runs.append(Run(first=found[0], last=found[-1]))
        yield year, tuple(runs)


def gap_in_words(gap: Gap) -> str:
    """Return a gap as a sentence."""
    first, last = (f"{MONTHS[each.month - 1]} {each.year}" for each in (gap.first, gap.last))
    return f"From {first} to {last}: {gap.months} months."
