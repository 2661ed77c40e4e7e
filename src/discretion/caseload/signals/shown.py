"""Signals as they may leave the folder of an import: in order, without what a limit hides.

Nothing is listed of a day with so few arrests that it may not be shown. That hides people, and is
no size of an operation. The order tells nothing of a hidden count: a count that is hidden is taken
for the largest that it could be.
"""

from collections.abc import Iterable
from datetime import date

from discretion.caseload.report.hiding import blocks_of
from discretion.caseload.report.hiding import is_small
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Hidden
from discretion.caseload.signals.signal import Found
from discretion.caseload.signals.signal import Signal
from discretion.caseload.signals.signal import View
from discretion.frozen import dataclass

Shown = int | Hidden


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSignal:
    """One signal, with every count in it that may be shown.

    `above` is by how many arrests at the least it exceeds the place's largest other day. `largest`
    and `median` are None where there is no other day. `methods` are codes with what they count
    together: a hidden count stands with others, and none of them alone. `next_on` is told only
    where the count of that day is.
    """

    signal: Signal
    above: int
    largest: Shown | None
    median: Shown | None
    next_on: date | None
    methods: tuple[tuple[tuple[str, ...], int], ...]
    coded_worksite: Shown
    set_apart: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSignals:
    """The signals that are shown, and how many are not, by reason.

    `hidden` have too few arrests to be shown. `too_close` are days of an office that differ by few
    from a day of a landmark that is shown. `under` have fewer than whoever asked wants to see, and
    `further` come after the last that they want to see.
    """

    found: Found
    signals: tuple[ShownSignal, ...]
    limit: int
    at_least: int
    hidden: int
    too_close: int
    under: int
    further: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What whoever reads a list of signals wants to see of it.

    `most` is how many signals at most. `at_least` is how many arrests a day must have, a choice of
    whoever asks, 0 for none. `view` is by what places are told apart, None for all that there is.
    """

    most: int
    at_least: int = 0
    view: View | None = None


def show_signals(found: Found, limit: int, asked: Asked) -> ShownSignals:
    """Return the signals of a table in their order, as they may be shown.

    The order is by how many arrests a day exceeds the largest other day of its place, then by how
    many it has, then by day and name.

    Args:
        found: the signals.
        limit: the largest count that is hidden; 0 hides none, for a private list.
        asked: how many, and which.

    """
    seen = [each for each in found.signals if asked.view in (None, each.view)]
    large = [each for each in seen if each.rows > limit]
    apart = [each for each in large if not _is_close(each, found.signals, limit)]
    wanted = [each for each in apart if each.rows >= asked.at_least]
    ordered = sorted(wanted, key=lambda each: _place(each, limit))
    return ShownSignals(
        found=found,
        signals=tuple(_shown(each, limit) for each in ordered[: asked.most]),
        limit=limit,
        at_least=asked.at_least,
        hidden=len(seen) - len(large),
        too_close=len(large) - len(apart),
        under=len(apart) - len(wanted),
        further=max(len(wanted) - asked.most, 0),
    )


def counted_rows(shown: ShownSignals) -> Shown:
    """Return how many rows count, if neither the others nor those on no shown day are few."""
    counted, limit = shown.found.counted, shown.limit
    listed = [
        sum(each.signal.rows for each in shown.signals if each.signal.view is view)
        for view in shown.found.views
    ]
    left = (counted, shown.found.rows - counted, *(counted - number for number in listed))
    return HIDDEN if any(is_small(each, limit) for each in left) else counted


def _place(each: Signal, limit: int) -> tuple[int, int, date, str, str]:
    return -each.above(limit), -each.rows, each.day, each.place, each.view.value


def _is_close(signal: Signal, every: Iterable[Signal], limit: int) -> bool:
    """Tell whether an office's day would give away a few arrests beside a landmark's day.

    The landmark's day counts whether or not this list shows it, as another list may.
    """
    return signal.view is View.OFFICE and any(
        each.view is View.LANDMARK
        and each.day == signal.day
        and each.rows > limit
        and is_small(abs(signal.rows - each.rows), limit)
        for each in every
    )


def _shown(signal: Signal, limit: int) -> ShownSignal:
    others = signal.others
    largest, median = _hide(others.largest, limit), _hide(others.median, limit)
    blocks = blocks_of([number for _, number in signal.methods], limit)
    methods = tuple(
        (
            tuple(signal.methods[place][0] for place in block),
            sum(signal.methods[place][1] for place in block),
        )
        for block in blocks
    )
    return ShownSignal(
        signal=signal,
        above=signal.above(limit),
        largest=largest,
        median=median,
        next_on=None if largest is HIDDEN else others.next_on,
        methods=methods,
        coded_worksite=_coded(signal, limit),
        set_apart=HIDDEN if is_small(signal.set_apart, limit) else signal.set_apart,
    )


def _hide(number: int | None, limit: int) -> Shown | None:
    return HIDDEN if number is not None and is_small(number, limit) else number


def _coded(signal: Signal, limit: int) -> Shown:
    """Return how many rows are coded worksite, if neither these nor the rest are few."""
    coded = signal.coded_worksite
    rest = signal.rows - coded
    return HIDDEN if is_small(coded, limit) or is_small(rest, limit) else coded
