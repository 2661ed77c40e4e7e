"""Tabs: which papers go with a request, in their order, and the mark of each."""

from collections import Counter
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
    named.sort(key=lambda each: (_letter(each), *_order(each.paper.tab)))
    return MappingProxyType({tab.paper.name: tab for tab in _marked(named)})


def _marked(named: list[Exhibit]) -> Iterator[Tab]:
    """Yield each paper with its mark: tabs give the order, and no gap tells what stays inside."""
    count: Counter[str] = Counter()
    for each in named:
        paper, letter = each.paper, _letter(each)
        in_record = IN_RECORD in codes_of(each)
        count[letter] += not in_record
        mark = "" if in_record else f"{letter}{count[letter]}"
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


def _letter(each: Exhibit) -> str:
    return each.section.id if each.section else UNSORTED


def _order(tab: str) -> tuple[bool, int, str]:
    """Return where a tab stands among those of its section: by number, those without one last."""
    digits = "".join(sign for sign in tab if sign in "0123456789")[:9]
    return (not tab, int(digits) if digits else 0, tab)


def _called(paper: Evidence) -> str:
    return paper.title or paper.kind.replace("_", " ") or paper.name
