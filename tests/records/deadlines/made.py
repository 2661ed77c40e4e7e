"""Made-up kinds, days and offices, and every list of deadlines that can be asked for with them."""

from collections.abc import Mapping
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone

from hypothesis import strategies as st

from discretion import replace
from discretion.records import Counting
from discretion.records import Length
from discretion.records.deadlines import Begin
from discretion.records.deadlines import DeadlineKind
from discretion.records.deadlines import DeadlinesAsked
from discretion.records.deadlines import Direction
from discretion.records.deadlines import OfficeTerm
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import Start

TODAY = date(2022, 2, 3)
KIND = DeadlineKind(
    id="a",
    title="A kind",
    says="A day.",
    start=Start.SENDING,
    direction=Direction.AFTER,
    length=Length(amount=10, counting=Counting.CALENDAR_DAYS),
    office="",
    times=1,
    papers=frozenset(),
    decisions=frozenset(),
    runs_in=frozenset(),
    is_open=True,
    is_event=False,
    basis="practice",
    source="a guide",
    remedy="Record it.",
)


def begin(day: date | None, latest: date | None = None, **others: str | int) -> Begin:
    """Return a day of sending, or one between two."""
    made = Begin(start=Start.SENDING, earliest=day, latest=latest or day)
    return replace(made, **others)


def asked(
    kind: DeadlineKind,
    *begins: Begin,
    state: RequestState = RequestState.SENT,
    today: date = TODAY,
    office: Mapping[str, OfficeTerm] | None = None,
) -> DeadlinesAsked:
    """Return what is asked with one kind."""
    return DeadlinesAsked(
        kinds=(kind,), today=today, state=state, decision="", begins=begins, office=office or {}
    )


DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
MOMENTS = st.builds(
    lambda at, hours: at.replace(tzinfo=timezone(timedelta(hours=hours))),
    st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001 - a zone is put on it
    st.integers(-12, 14),
)
SOURCES = st.sampled_from(("", "a memorandum, II", "a guide"))
LENGTHS = st.builds(
    lambda amount, counting: Length(amount=amount, counting=counting),
    st.integers(0, 400),
    st.sampled_from(Counting),
)


@st.composite
def kinds(draw: st.DrawFn) -> DeadlineKind:
    """Draw a kind, some of them without a source, which no file can hold."""
    return replace(
        KIND,
        id=draw(st.sampled_from(("a", "b"))),
        start=draw(st.sampled_from(Start)),
        direction=draw(st.sampled_from(Direction)),
        length=draw(st.none() | LENGTHS),
        office=draw(st.sampled_from(("", "days", "words", "unsaid"))),
        times=draw(st.integers(1, 2)),
        runs_in=draw(st.frozensets(st.sampled_from(RequestState), max_size=3)),
        is_open=draw(st.booleans()),
        is_event=draw(st.booleans()),
        source=draw(SOURCES),
    )


@st.composite
def begins(draw: st.DrawFn) -> Begin:
    """Draw a day, days between bounds, a day without a bound, or a moment."""
    one, other = sorted((draw(DAYS), draw(DAYS)))
    ends: tuple[date | None, date | None] = draw(
        st.sampled_from(((one, one), (one, other), (one, None), (None, other), (None, None)))
    )
    hours = draw(st.none() | st.integers(1, 100))
    if hours is not None:
        moment = draw(MOMENTS)
        ends = moment, moment
    return Begin(
        start=draw(st.sampled_from(Start)),
        earliest=ends[0],
        latest=ends[1],
        about=draw(st.sampled_from(("", "Passport"))),
        length=draw(st.none() | LENGTHS) if hours is None else None,
        hours=hours,
        source=draw(SOURCES),
    )


@st.composite
def lists(draw: st.DrawFn) -> DeadlinesAsked:
    """Draw everything that deadlines follow from."""
    term = OfficeTerm(days=draw(st.integers(1, 10**12)), words="", source=draw(SOURCES))
    return DeadlinesAsked(
        kinds=tuple(draw(st.lists(kinds(), min_size=1, max_size=4))),
        today=draw(DAYS),
        state=draw(st.sampled_from(RequestState)),
        decision="",
        begins=tuple(draw(st.lists(begins(), max_size=5))),
        office={"days": term, "words": OfficeTerm(days=None, words="the chief", source="a page")},
    )


MADE_AT = datetime(2022, 2, 3, tzinfo=UTC)
