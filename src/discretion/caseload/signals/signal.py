"""A signal: one day at one place, with the place's own other days beside it."""

from datetime import date
from enum import Enum

from discretion.caseload.signals.methods import Methods
from discretion.frozen import dataclass


class View(Enum):
    """By what places are told apart."""

    LANDMARK = "landmark"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDays:
    """The other days of a place on which the table records an arrest that counts.

    `largest` and `median` are arrests on one day, None where there is no other day. The median is
    the lower one: at least half of the days have no more. `next_on` is the day of the largest
    count, None where several days share it or there is none.
    """

    number: int
    largest: int | None
    median: int | None
    next_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One day at one place on which the table records more arrests than on any other day there.

    Its unit of observation is the row of the table: one arrest. `place` is empty where the table
    does not say which. `methods` counts the rows by the code of their method, by name, an empty
    one where none is given. `set_apart` counts the rows of that day and place whose method does
    not count. `spread` tells under how many names of the other view the rows stand, and
    `is_partly_unnamed` whether some stand under none.

    INVARIANT exceeds: `rows` is larger than the rows of every other day of the place.
    """

    view: View
    place: str
    day: date
    rows: int
    methods: tuple[tuple[str, int], ...]
    coded_worksite: int
    set_apart: int
    spread: int
    is_partly_unnamed: bool
    others: OtherDays

    def above(self, floor: int) -> int:
        """Return by how many rows the day exceeds its place's largest other one.

        Args:
            floor: what a smaller count of the other day is taken for, so that the order of shown
                signals tells nothing about a count that is hidden; 0 takes each for what it is.

        """
        return self.rows - max(self.others.largest or 0, floor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Every signal of a table, and what the table does not say.

    `rows` counts all rows, `counted` those whose method counts. `unplaced` gives by view the
    counted rows that name no place in it. `places` gives by view how many places there are, and
    `tied` those of them whose largest count several days share, of which none is a signal.
    `unsorted` are the codes that the sorting does not know. `has_methods` tells whether the table
    says methods at all. `component` is the one component that all rows name, empty where they
    name several or none.
    """

    signals: tuple[Signal, ...]
    methods: Methods
    rows: int
    counted: int
    views: tuple[View, ...]
    places: tuple[int, ...]
    tied: tuple[int, ...]
    unplaced: tuple[int, ...]
    unsorted: tuple[str, ...]
    has_methods: bool
    component: str
    first: date | None
    last: date | None
