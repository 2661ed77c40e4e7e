"""The layout of a published table of disputes: its headers, and which few columns are read."""

from collections.abc import Mapping as Table

from discretion.entries import nothing
from discretion.frozen import dataclass
from discretion.frozen import field


@dataclass(frozen=True, slots=True, kw_only=True)
class DayColumn:
    """A column of days, with what happened on each of them in words."""

    column: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceColumns:
    """Where the place of a row stands: in two columns, or in one as `City, ST`.

    `together` is empty where there are two.
    """

    city: str = ""
    state: str = ""
    together: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeKind:
    """What kind of dispute a row records: a token, and words for it.

    `by_number` gives other words to rows whose number holds some letters.
    """

    token: str
    says: str
    by_number: Table[str, str] = field(default_factory=nothing)

    def words_for(self, number: str) -> str:
        """Return the words for the kind of a row with this number."""
        return next((says for part, says in self.by_number.items() if part in number), self.says)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeLayout:
    """How one publisher lays out its table of disputes. It holds no row.

    A table has this layout where it has all of `headers`. No column is read but those named in
    the other fields, so that no name of a petitioner ever is.
    """

    id: str
    publisher: str
    headers: tuple[str, ...]
    grain: str
    employer: str
    number: str
    place: PlaceColumns
    began: DayColumn
    ended: DayColumn
    between: tuple[DayColumn, ...]
    kind: DisputeKind

    @property
    def text_columns(self) -> tuple[str, ...]:
        """The columns of text that are read."""
        named = (self.employer, self.number, self.place.city, self.place.state, self.place.together)
        return tuple(name for name in named if name)

    @property
    def day_columns(self) -> tuple[DayColumn, ...]:
        """The columns of days that are read, in the order in which their days follow."""
        return (self.began, *self.between, self.ended)
