"""Looking an employer or a place up: candidates in the order of their days, and nothing more.

A candidate is a row, never a finding. That there is none shows nothing, for these files hold few
kinds of dispute and are over years ago.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from discretion.dates import calendar_days
from discretion.frozen import dataclass
from discretion.truth import Truth
from discretion.worksite.disputes.guide import Guide
from discretion.worksite.disputes.guide import Inquiry
from discretion.worksite.disputes.matching import AskedName
from discretion.worksite.disputes.matching import NameMatch
from discretion.worksite.disputes.matching import match_name
from discretion.worksite.disputes.names import NameWords
from discretion.worksite.disputes.names import keys_of
from discretion.worksite.disputes.place_asked import PlaceAsked
from discretion.worksite.disputes.place_asked import lies_in
from discretion.worksite.disputes.rows import DisputeRow
from discretion.worksite.disputes.rows import DisputeTable
from discretion.worksite.disputes.shown import ShownName
from discretion.worksite.disputes.shown import show_name


class OnTheDay(Enum):
    """How the days of a row lie to the day asked about."""

    WITHIN = "within"
    PERHAPS_WITHIN = "perhaps_within"
    ENDED_BEFORE = "ended_before"
    BEGAN_AFTER = "began_after"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBeside:
    """How a row lies to a day, and the calendar days between them where it lies beside it."""

    relation: OnTheDay
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputesAsked:
    """What somebody looks up: an employer, or all of a place on a day. `on` may be None."""

    name: AskedName | None
    place: PlaceAsked | None
    on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A row that a person should look at. It is no finding that a dispute is there.

    `match` is None where no employer was asked about; `in_place` is unknown where the row does
    not tell its place, and `beside` None where no day was asked about.
    """

    row: DisputeRow
    employer: ShownName
    match: NameMatch | None
    in_place: Truth
    beside: DayBeside | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDisputes:
    """What a look-up came to: files, candidates in the order of their days, and what is owed.

    INVARIANT no inquiry: `inquiry` is owed whatever the candidates are.
    """

    asked: DisputesAsked
    tables: tuple[DisputeTable, ...]
    candidates: tuple[Candidate, ...]
    inquiry: Inquiry


def look_up_disputes(
    asked: DisputesAsked, tables: tuple[DisputeTable, ...], guide: Guide
) -> KnownDisputes:
    """Return the rows to look at, the earliest first; those without a first day come last.

    With an employer, every row whose name matches is one, whatever its days. Without, every row is
    that may have lain around the day. A row that surely lies elsewhere is never one.

    Args:
        asked: what is looked up.
        tables: the files that were read.
        guide: how names are compared, and what is owed.

    """
    found = [each for table in tables for each in _candidates(asked, table, guide.names)]
    candidates = tuple(sorted(found, key=_place_in_order))
    return KnownDisputes(asked=asked, tables=tables, candidates=candidates, inquiry=guide.inquiry)


def _place_in_order(each: Candidate) -> tuple[bool, date, str, int]:
    row = each.row
    return row.began is None, row.began or date.max, row.file, row.number_in_file


def _candidates(asked: DisputesAsked, table: DisputeTable, words: NameWords) -> Iterator[Candidate]:
    known = asked.name.words if asked.name else ()
    for row in table.rows:
        match = match_name(asked.name, row.employer, words) if asked.name else None
        if asked.name is not None and match is None:
            continue
        in_place = lies_in(row, asked.place, words) if asked.place else Truth.TRUE
        if in_place is Truth.FALSE:
            continue
        beside = day_beside(row, asked.on) if asked.on else None
        if asked.name is None and beside is not None and beside.days is not None:
            continue
        shown = show_name(row.employer, (*known, *keys_of(row.city, words)), words)
        yield Candidate(row=row, employer=shown, match=match, in_place=in_place, beside=beside)


def day_beside(row: DisputeRow, on: date) -> DayBeside:
    """Return how the days of a row lie to a day.

    Where the row does not say when it began or ended, or ends before it begins, no more is said
    than that the day may lie within.
    """
    if row.is_reversed:
        return DayBeside(relation=OnTheDay.PERHAPS_WITHIN, days=None)
    if row.began is not None and on < row.began:
        return DayBeside(relation=OnTheDay.BEGAN_AFTER, days=calendar_days(on, row.began))
    if row.ended is not None and row.ended < on:
        return DayBeside(relation=OnTheDay.ENDED_BEFORE, days=calendar_days(row.ended, on))
    whole = row.began is not None and row.ended is not None
    return DayBeside(relation=OnTheDay.WITHIN if whole else OnTheDay.PERHAPS_WITHIN, days=None)
