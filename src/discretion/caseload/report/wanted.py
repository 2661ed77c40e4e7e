"""What is asked of a report: by what the rows are grouped, which count, and how few are hidden."""

from discretion.caseload.report.counting.conditions import EVERY
from discretion.caseload.report.counting.counter import PERIODS
from discretion.caseload.report.hiding import CMS_LIMIT
from discretion.caseload.report.hiding import LEAST_LIMIT
from discretion.caseload.report.hiding import NO_LIMIT
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.source import Run
from discretion.errors import DiscretionError
from discretion.errors import UnknownNameError
from discretion.frozen import dataclass


class LimitTooLowError(DiscretionError):
    """A limit under which a hidden count could be told from its being hidden."""

    def __init__(self, limit: int) -> None:
        """Name the limit and what may be asked for instead."""
        super().__init__(
            f"a limit of {limit} hides nothing: give one of {LEAST_LIMIT} or more, or ask for a "
            "private report that hides nothing"
        )
        self.limit = limit


def check_limit(limit: int | None) -> None:
    """Check that a limit hides something, where one is asked for.

    Raises:
        LimitTooLowError: it would hide nothing.

    """
    if limit is not None and limit < LEAST_LIMIT:
        raise LimitTooLowError(limit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a report is to hold.

    `by` names what rows are grouped by, each in tables of its own: `place`, or a column that the
    mapping keeps for it. `period` is `year`, `quarter` or `month`, empty for no table over time.
    There is one period in a report, as months would give away what is hidden in a year.
    `limit` is the largest count that is hidden; None hides nothing, for a private report alone.
    `every_row` counts every row under every policy; otherwise a policy's rows are those of the
    days, places and components that it governed.
    """

    by: tuple[str, ...] = ()
    period: str = "year"
    limit: int | None = CMS_LIMIT
    every_row: bool = False

    @property
    def hidden_up_to(self) -> int:
        """The largest count that is hidden, 0 where none is."""
        return NO_LIMIT if self.limit is None else self.limit

    @property
    def groupings(self) -> tuple[str, ...]:
        """All that rows are grouped by, each once."""
        return tuple(dict.fromkeys((*((self.period,) if self.period else ()), *self.by)))

    def where(self, policy: PolicyRun) -> str:
        """Return in SQL which rows count under a policy."""
        return EVERY if self.every_row else f"r.governs_{policy.number}"


def check_wanted(wanted: Wanted, run: Run) -> None:
    """Check that what is asked for can be made from a run.

    Raises:
        LimitTooLowError: the limit would hide nothing.
        UnknownNameError: there is no such period, or nothing of that name to group rows by.

    """
    check_limit(wanted.limit)
    if wanted.period and wanted.period not in PERIODS:
        kind = "period"
        raise UnknownNameError(kind, wanted.period, PERIODS)
    for name in wanted.by:
        if name in PERIODS or name not in run.groups:
            kind = "group of this table's rows"
            raise UnknownNameError(kind, name, run.groups)
