"""Tabs: which papers go with a request, in their order, and the mark of each."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.facts.casefile import Evidence
from discretion.frozen import dataclass
from discretion.request import CheckedRequest
from discretion.request import Exhibit
from discretion.request import Way

LEFT_OUT = frozenset(("shows_what_stays", "policy_attached"))
"""What is remarked of a paper that may go out and does not: it shows what stays, or is unwanted."""
IN_RECORD = "in_record"
"""What is remarked of a paper that the record holds, and of which no second copy is sent."""
UNSORTED = "N"
"""The letter of what the checklist knows no section for; the sections are A to M."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """A paper that goes with a request, or that the record holds already.

    `mark` is `C1`, empty for a paper that is not attached. `is_in_record` tells that the record of
    the proceedings holds it.
    """

    mark: str
    letter: str
    title: str
    paper: Evidence
    facts: tuple[str, ...]
    is_in_record: bool

    @property
    def name(self) -> str:
        """What a sentence calls it: `Tab C1`, or its title where it is in the record."""
        return f"Tab {self.mark}" if self.mark else f"{_called(self.paper)}, in the record"


def tabs_of(checked: CheckedRequest) -> Table[str, Tab]:
    """Return every paper that may be named outside, by its id, in the order of the sections.

    What the record holds already is named and not attached. A paper that also shows what stays
    inside is neither, and no copy of a policy is for an office that wants none.
    """
    named = [
        each
        for each in checked.exhibits
        if each.way is Way.GOES_OUT and not LEFT_OUT.intersection(codes_of(each))
    ]
    taken = {each.paper.tab.upper() for each in named if each.paper.tab}
    found = list(_marked(named, taken))
    found.sort(key=lambda tab: (tab.letter, not tab.mark, _order(tab.mark)))
    return MappingProxyType({tab.paper.name: tab for tab in found})


def _marked(named: list[Exhibit], taken: set[str]) -> Iterator[Tab]:
    for each in named:
        paper, section = each.paper, each.section
        letter = section.id if section else UNSORTED
        in_record = IN_RECORD in codes_of(each)
        mark = "" if in_record else paper.tab.upper() or _next(letter, taken)
        taken.add(mark)
        yield Tab(
            mark=mark,
            letter=letter,
            title=_called(paper),
            paper=paper,
            facts=each.facts,
            is_in_record=in_record,
        )


def papers_left_out(checked: CheckedRequest) -> tuple[str, ...]:
    """Return the titles of papers that may go out and do not."""
    return tuple(
        _called(each.paper)
        for each in checked.exhibits
        if each.way is Way.GOES_OUT and LEFT_OUT.intersection(codes_of(each))
    )


def codes_of(exhibit: Exhibit) -> frozenset[str]:
    """Return the codes of what is remarked of a paper."""
    return frozenset(each.code for each in exhibit.remarks)


def _next(letter: str, taken: set[str]) -> str:
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return f"{letter}{number}"


def _order(mark: str) -> tuple[int, str]:
    digits = "".join(filter(str.isdigit, mark[1:]))
    return (int(digits) if digits else 0, mark)


def _called(paper: Evidence) -> str:
    return paper.title or paper.kind.replace("_", " ") or paper.name
