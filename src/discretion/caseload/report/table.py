"""A table of a report as a value: what it counts, its columns, its rows and its notes."""

from enum import Enum

from discretion.frozen import dataclass


class Hidden(Enum):
    """What stands in a cell that is not shown, whatever was in it."""

    HIDDEN = "hidden"


HIDDEN = Hidden.HIDDEN


class Kind(Enum):
    """What the cells of a column are."""

    WORDS = "words"
    COUNT = "count"
    SHARE = "share"


Cell = str | int | float | Hidden | None
"""What stands in a cell: None where there is nothing to be said, as a share of no rows."""
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its name in files, its heading on pages, and what its cells are."""

    name: str
    heading: str
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """One table of counts, already fit to be shown.

    `id` names its files. `unit` says what is counted, `definition` what each number means.
    `exclusions` say which rows are not in it, `notes` what else is to be known. `figure` names the
    columns of counts that a picture shows beside each other, none where there is no picture.

    INVARIANT as wide: every row has one cell for each column.
    """

    id: str
    title: str
    unit: str
    definition: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    exclusions: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    figure: tuple[str, ...] = ()

    def place(self, name: str) -> int:
        """Return where a column stands, counted from 0."""
        return next(place for place, each in enumerate(self.columns) if each.name == name)


def words(name: str, heading: str) -> Column:
    """Return a column of words."""
    return Column(name=name, heading=heading, kind=Kind.WORDS)


def count(name: str, heading: str) -> Column:
    """Return a column of counts."""
    return Column(name=name, heading=heading, kind=Kind.COUNT)


def share(name: str, heading: str) -> Column:
    """Return a column of shares, from 0 to 1."""
    return Column(name=name, heading=heading, kind=Kind.SHARE)
