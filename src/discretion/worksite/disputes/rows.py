"""The rows of one published table of disputes, and what kept others from being read."""

from datetime import date

from discretion.frozen import dataclass
from discretion.worksite.disputes.layout import DisputeLayout


@dataclass(frozen=True, slots=True, kw_only=True)
class DayInRow:
    """A day that a row gives, with what happened on it."""

    says: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """One row: an employer, a place, days. No name of a union or of a petitioner is ever here.

    `file` and `number_in_file` say where it stands, from 1 for the first row under the headers.
    `began` and `ended` are None where the row does not say. `state` is the code of two letters and
    empty where the row names none. `is_reversed` tells that the row ends before it begins.
    """

    file: str
    number_in_file: int
    layout: DisputeLayout
    employer: str
    number: str
    city: str
    state: str
    began: date | None
    ended: date | None
    days: tuple[DayInRow, ...]

    @property
    def is_reversed(self) -> bool:
        """Whether the last day comes before the first."""
        return self.began is not None and self.ended is not None and self.ended < self.began


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeTable:
    """One file that was read, with every row of it that names an employer."""

    name: str
    sha256: str
    layout: DisputeLayout
    rows: tuple[DisputeRow, ...]
    left_out: int

    @property
    def first(self) -> date | None:
        """The earliest day on which a dispute in it began; None where no row tells."""
        return min((row.began for row in self.rows if row.began), default=None)

    @property
    def last(self) -> date | None:
        """The latest day on which a dispute in it began; None where no row tells."""
        return max((row.began for row in self.rows if row.began), default=None)

    def reaches(self, day: date) -> bool:
        """Tell whether a day lies from the first to the last on which a dispute in it began."""
        return self.first is not None and self.last is not None and self.first <= day <= self.last
