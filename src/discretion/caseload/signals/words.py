"""What a signal says, in sentences: for a page, a terminal and the head of a starting file."""

from collections.abc import Iterator

from discretion.caseload.report.hiding import is_small
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Hidden
from discretion.caseload.signals.shown import ShownSignal
from discretion.caseload.signals.shown import ShownSignals
from discretion.caseload.signals.shown import counted_rows
from discretion.caseload.signals.signal import View
from discretion.dates import long_date

NO_FINDING = (
    "A signal is no finding. It says that a table records more arrests on one day than on any "
    "other day at the same place, and nothing of why. It is a prompt to look for the operation, "
    "and to screen it."
)
NO_THRESHOLD = (
    "No number here is a threshold. The policy on worksites sets none, and whether an operation is "
    "a mass operation is for a responsible person to find and sign."
)
NO_LIST = "Counts alone: no row, and nobody, is listed. A human decides."
NOT_SAID = "not said"


def title_of(shown: ShownSignal) -> str:
    """Return where and when a signal is."""
    signal = shown.signal
    place = signal.place or f"{signal.view.value} {NOT_SAID}"
    return f"{place}, {long_date(signal.day)}"


def sentences_of(shown: ShownSignal, found: ShownSignals) -> Iterator[str]:
    """Yield what a signal says: its count, its place's other days, its methods, its limits.

    Args:
        shown: the signal.
        found: the signals of which it is one.

    """
    signal, limit = shown.signal, found.limit
    yield f"{_arrests(signal.rows)}, {_above(shown)}."
    yield _others(shown, limit)
    if found.found.has_methods:
        yield _methods(shown)
        coded = _number(shown.coded_worksite, limit, beside=True)
        yield f"Coded as worksite, which was no condition: {coded}."
        apart = _number(shown.set_apart, limit)
        yield f"On that day at that place, with a method that does not count: {apart}."
    yield from _spread(shown)
    for mark in found.found.methods.names:
        if signal.place and mark.is_in(signal.place):
            yield mark.says
    if not signal.place:
        yield (
            f"The rows name no {signal.view.value}, so that these need not be of one place; they "
            "are compared with the other days of rows that name none."
        )


def notes_on(shown: ShownSignals) -> Iterator[str]:
    """Yield what has to be known of a list of signals: what counts, and what is not in it."""
    found = shown.found
    if found.first and found.last:
        yield (
            f"The table runs from {long_date(found.first)} to {long_date(found.last)}; a place is "
            "compared with no day outside it."
        )
    yield from _counted(shown)
    for view, places, tied, unplaced in zip(
        found.views, found.places, found.tied, found.unplaced, strict=True
    ):
        yield (
            f"Places told apart by {view.value}: {places:,}. Of these, places of which several "
            f"days share the largest count, so that none is listed: {tied:,}."
        )
        if unplaced and view is View.LANDMARK:
            yield f"Arrests that count and name no {view.value}: {_number(unplaced, shown.limit)}."
    yield from _left_out(shown)


def _counted(shown: ShownSignals) -> Iterator[str]:
    found = shown.found
    if not found.has_methods:
        yield f"The table says no method, so all {found.rows:,} rows count."
        return
    apart = [kind for kind in found.methods.kinds if not kind.counts]
    yield (
        f"{_share(shown)}, by the choice {found.methods.id}, version {found.methods.version}. "
        f"Arrests do not count that are "
        f"{'; '.join(kind.says for kind in apart)}. Others sort these codes otherwise."
    )
    if found.unsorted:
        yield f"Codes that the choice does not know, which count: {', '.join(found.unsorted)}."


def _share(shown: ShownSignals) -> str:
    """Return how many rows count, unless a few could be told from it."""
    number = counted_rows(shown)
    return f"Of {shown.found.rows:,} rows {'some' if number is HIDDEN else f'{number:,}'} count"


def _left_out(shown: ShownSignals) -> Iterator[str]:
    if shown.hidden:
        yield (
            f"Not shown, as a count from 1 to {shown.limit} is hidden: further places with a "
            f"fullest day: {shown.hidden:,}. That hides people, and is no size of an operation."
        )
    if shown.too_close:
        yield (
            f"Not shown, as they would give away a count from 1 to {shown.limit} beside a day that "
            f"is shown: {shown.too_close:,}."
        )
    if shown.under:
        yield f"Not shown, with fewer than the {shown.at_least:,} you asked for: {shown.under:,}."
    if shown.further:
        yield f"Further ones, with a smaller distance from the other days: {shown.further:,}."


def _above(shown: ShownSignal) -> str:
    if shown.largest is None:
        return "on the only day of the table on which the place has any"
    least = "at least " if shown.largest is HIDDEN else ""
    return f"{least}{shown.above:,} more than on any other day there"


def _others(shown: ShownSignal, limit: int) -> str:
    others = shown.signal.others
    if shown.largest is None:
        return "There is no other day to compare it with."
    days = "1 other day" if others.number == 1 else f"{others.number:,} other days"
    has = f"The place has an arrest that counts on {days}"
    if shown.largest is HIDDEN:
        each = "it" if others.number == 1 else "each of them"
        return f"{has}, and {limit} or fewer on {each}."
    on = f" ({long_date(shown.next_on)})" if shown.next_on else ""
    median = _number(shown.median, limit)
    return f"{has}: {_number(shown.largest, limit)} on the largest{on}, {median} on the median one."


def _methods(shown: ShownSignal) -> str:
    told = (
        f"{', '.join(code or NOT_SAID for code in codes)}: {number:,}"
        f"{' together' if len(codes) > 1 else ''}"
        for codes, number in shown.methods
    )
    return f"By method: {'; '.join(told)}."


def _spread(shown: ShownSignal) -> Iterator[str]:
    signal = shown.signal
    other = View.OFFICE if signal.view is View.LANDMARK else View.LANDMARK
    if signal.spread > 1:
        also = ", and in part under none" if signal.is_partly_unnamed else ""
        yield f"Recorded under {signal.spread:,} {other.value}s{also}."
    elif signal.spread and signal.is_partly_unnamed:
        yield f"Recorded in part under one {other.value}, and in part under none."


def _arrests(number: int) -> str:
    return "1 arrest that counts" if number == 1 else f"{number:,} arrests that count"


def _number(number: int | Hidden | None, limit: int, *, beside: bool = False) -> str:
    """Return a count in words; one that is hidden beside a total need not be small itself."""
    if number is HIDDEN or number is None:
        return "hidden" if beside else f"{limit:,} or fewer"
    if is_small(number, limit):
        return f"{limit:,} or fewer"
    return f"{number:,}" if number else "none"
