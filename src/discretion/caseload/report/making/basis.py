"""What the tables of one report rest on: the rows that count, and how many they are."""

from discretion.caseload.report.counting.conditions import Tested
from discretion.caseload.report.counting.counter import Counter
from discretion.caseload.report.counting.counter import Truths
from discretion.caseload.report.hiding import is_small
from discretion.caseload.report.making.lines import Shown
from discretion.caseload.report.making.lines import shown_line
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.source import Run
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.wanted import Wanted
from discretion.caseload.report.words import Words
from discretion.frozen import dataclass

Three = tuple[int, int, int]
NOWHERE = Truths(0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """What a report is made with: the run, the words, what is wanted, and who counts."""

    run: Run
    words: Words
    wanted: Wanted
    counter: Counter

    @property
    def limit(self) -> int:
        """The largest count that is hidden, 0 where none is."""
        return self.wanted.hidden_up_to

    def rows_of(self, policy: PolicyRun) -> int:
        """Return how many rows count under a policy."""
        found = self.counter.sums((), self.wanted.where(policy))
        return found[""][0] if found else 0

    def is_told(self, policy: PolicyRun) -> bool:
        """Tell whether enough rows count under a policy for anything to be said of it."""
        rows = self.rows_of(policy)
        return rows > 0 and not is_small(rows, self.limit)

    def which_rows(self, policy: PolicyRun) -> str:
        """Return which rows count under a policy, in words."""
        if self.wanted.every_row:
            return "every row, whether or not the policy governed it"
        return f"every row that {self.words.title(policy)} governed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How many rows were assessed, and how many of them each policy governed, as may be shown.

    `rows` and `read` are hidden where a few rows would follow from them.
    """

    rows: Shown
    read: Shown
    left_out: tuple[tuple[str, Shown], ...]
    governed: tuple[tuple[Shown, ...], ...]


def extent_of(basis: Basis) -> Extent:
    """Return how many rows there are, without what may not be shown."""
    asked = [_governed(policy) for policy in basis.run.policies]
    counted = basis.counter.truths(asked).get("", (NOWHERE,) * len(asked))
    found = [each.answers for each in counted]
    limit, rows = basis.limit, basis.run.rows
    is_open = basis.wanted.every_row or not any(
        is_small(each, limit) for line in found for each in line
    )
    shown = HIDDEN if is_small(rows, limit) or not is_open else rows
    left_out = tuple(
        (reason, HIDDEN if is_small(each, limit) else each)
        for reason, each in basis.run.left_out.items()
    )
    all_shown = shown is not HIDDEN and all(each is not HIDDEN for _, each in left_out)
    return Extent(
        rows=shown,
        read=rows + sum(basis.run.left_out.values()) if all_shown else HIDDEN,
        left_out=left_out,
        governed=tuple(_shown(line, limit, is_open=is_open) for line in found),
    )


def _governed(policy: PolicyRun) -> Tested:
    governs = f"r.governs_{policy.number}"
    return Tested(true=f"coalesce({governs}, false)", false=f"coalesce(NOT {governs}, false)")


def _shown(line: Three, limit: int, *, is_open: bool) -> tuple[Shown, ...]:
    """Return how many rows a policy governed, did not govern, and may have governed.

    Where a few rows would follow, only those that it governed are told, as all its tables do.
    """
    if is_open:
        return shown_line(line, limit)
    return HIDDEN if is_small(line[0], limit) else line[0], HIDDEN, HIDDEN
