"""Reading what an instrument is and what befell it, from the keys of its file."""

from datetime import date
from types import MappingProxyType

from discretion.dates import day_of
from discretion.entries import Entries
from discretion.law.event import BETWEEN
from discretion.law.event import CERTAINTIES
from discretion.law.event import CLOCKS
from discretion.law.event import EITHER
from discretion.law.event import STATUSES
from discretion.law.event import StatusEvent
from discretion.law.instrument import LEGAL
from discretion.law.instrument import NOT_READ
from discretion.law.instrument import OTHERS
from discretion.law.instrument import OUTSIDE
from discretion.law.instrument import STANDING_CLOCKS
from discretion.law.instrument import Instrument
from discretion.place import Place
from discretion.place import nearest_places
from discretion.place import read_place

NO_DAY = date(1, 1, 1)
_NONE = frozenset(("", "null", "none"))


def read_instrument(entries: Entries) -> Instrument:
    """Return the instrument that the keys describe, with its problems in their report."""
    scope = entries.entries("scope", "the scope")
    decisions = frozenset(scope.texts("decisions"))
    components = scope.texts("components")
    others = scope.word("others", {word: word for word in OTHERS}, OUTSIDE)
    place = _place(scope)
    scope.finish()
    parts: dict[str, str] = {}
    for row in entries.rows("parts", "a part"):
        parts[row.required("id")] = row.text("title")
        row.finish()
    issued_on = entries.day("issued_on")
    if issued_on is None:
        entries.required("issued_on")
    identifier = entries.required("id")
    title = entries.required("title")
    entries.texts("addressees")
    return Instrument(
        id=identifier,
        title=title,
        short=entries.text("short", title),
        issuer=entries.required("issuer"),
        matter=entries.text("matter", "case"),
        components=entries.texts("components") or components,
        issued_on=issued_on or NO_DAY,
        published_at=entries.text("published_at"),
        reviewed=entries.text("reviewed", "nobody yet"),
        parts=MappingProxyType(parts),
        scope=decisions,
        prevails_over=entries.texts("prevails_over"),
        sources=MappingProxyType(
            {key.text: getattr(value, "text", "") for key, value in entries.pairs("sources")}
        ),
        events=tuple(_event(row) for row in entries.rows("events", "a status event")),
        is_screen=entries.flag("screen"),
        place=place,
        is_read_in_part=others == NOT_READ,
        clock=entries.word("clock", {word: word for word in STANDING_CLOCKS}, LEGAL),
    )


def _event(row: Entries) -> StatusEvent:
    text = row.text("from")
    start, latest = _start(row)
    end = row.day("to")
    known_from = row.day("known_from")
    end_known = row.day("end_known_from")
    event = StatusEvent(
        name=row.required("id"),
        part=_word(row, "part"),
        kind=row.word("kind", {word: word for word in STATUSES}, "unknown"),
        start=start,
        latest_start=latest,
        end=end,
        clock=row.word("clock", {word: word for word in CLOCKS}, "legal"),
        component=_word(row, "component"),
        decisions=frozenset(row.texts("decisions")) - _NONE,
        classes=frozenset(row.texts("class")) - _NONE,
        place=_place(row),
        condition=_word(row, "condition"),
        authority=row.required("authority"),
        source=row.text("source"),
        certainty=row.word("certainty", {word: word for word in CERTAINTIES}, "recalled"),
        known_from=known_from or start,
        end_known_from=end_known or end,
        order=row.text("of"),
        note=row.text("note"),
        is_either=EITHER in text and start != latest,
    )
    for key in ("kind", "certainty"):
        row.required(key)
    row.finish()
    if end is not None and end < start:
        row.report.error(
            "reversed",
            row.node_of("to"),
            f"the event `{event.name}` ends before it begins",
            "swap the days",
        )
    return event


def _word(row: Entries, key: str) -> str:
    text = row.text(key)
    return "" if text in _NONE else text


def _start(row: Entries) -> tuple[date, date]:
    text = row.text("from")
    between = EITHER if EITHER in text else BETWEEN
    first, dots, last = text.partition(between)
    if dots:
        low, high = day_of(first), day_of(last)
        if low is not None and high is not None and low <= high:
            return low, high
        row.report.error(
            "not_a_date",
            row.node_of("from"),
            f"`{text}` is not an interval of days",
            "write the first and the last day it may be, as in 2021-01-01..2021-12-31, or the two "
            "days of which it is one, as in 2011-03-31 or 2011-12-07",
        )
        return NO_DAY, NO_DAY
    day = row.day("from")
    if day is None and not text:
        row.required("from")
    return day or NO_DAY, day or NO_DAY


def _place(row: Entries) -> Place | None:
    text = row.text("place")
    if text in _NONE:
        return None
    place = read_place(text)
    if place is None:
        close = ", ".join(f"`{code}`" for code in nearest_places(text))
        row.report.error(
            "unknown_place",
            row.node_of("place"),
            f"`{text}` is not a known place",
            f"did you mean {close}?" if close else "write US, a state or a federal district",
        )
    return place
