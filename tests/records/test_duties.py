"""The rows of day-count duties: of a made memorandum, of every policy, and on every day."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest

from discretion import Assessor
from discretion import DutiesOn
from discretion import Library
from discretion import Question
from discretion import answer_duties
from discretion import read_library
from discretion.cli.duties.text import show_duties
from discretion.dates import plus_days
from discretion.records import DutyRow
from discretion.records import DutyStatus
from discretion.records import list_duties
from discretion.records import readings_of
from discretion.rules.condition import Constant

PLANS = Path(__file__).parent / "plans"
MADE = "made-2021-10-12-plans"
NEW_YEAR, LATER = date(2022, 1, 1), date(2023, 1, 1)
ISSUED, LAST = date(2021, 10, 12), date(2026, 11, 24)
SEEDS = range(100)
Plain = Mapping[str, object]


@cache
def library() -> Library:
    return read_library(extra_packs=(PLANS,))


def rows(as_of: date) -> dict[str, DutyRow]:
    """Return the rows of the made memorandum on a day."""
    return {row.deliverable.id: row for row in list_duties([library().packs[MADE]], as_of)}


def duties(as_of: date) -> DutiesOn:
    assessor = Assessor(library())
    return DutiesOn(
        as_of=as_of,
        today=LAST,
        rows=tuple(rows(as_of).values()),
        lines=assessor.governing(Question(on=as_of, known_on=as_of)),
        now=assessor.governing(Question(on=LAST, known_on=LAST)),
    )


def answer(as_of: date) -> dict[str, Plain]:
    told = answer_duties(duties(as_of), library(), "1")
    return {row["deliverable_id"]: row for row in told["rows"]}


def text(as_of: date) -> str:
    return " ".join(show_duties(duties(as_of), library()).split())


def test_the_made_memorandum_is_read_without_a_problem() -> None:
    assert () == library().problems


def test_sixty_days_that_end_on_a_saturday_are_shown_on_every_reading() -> None:
    row = answer(NEW_YEAR)["plan.silent"]

    assert [
        ("deliverable_id", "plan.silent"),
        ("owner", "ICE"),
        ("clock_start_on", "2021-10-12"),
        ("due_on", "2021-12-11"),
        ("due_on_next_business_day", "2021-12-13"),
        ("status", "overdue_no_public_record"),
        ("days_since_due", 21),
        ("days_late", None),
        ("due_on_business_days", "2022-01-10"),
        ("due_on_weekdays", "2022-01-04"),
        ("kind", "duty"),
        ("instrument", MADE),
        ("rule", "m.plans"),
        ("says", "Plans are due within sixty days."),
        ("holds", "What nobody ever heard of."),
        ("clock", "60 days after 12 October 2021"),
        ("citation", "the made memo, I"),
        ("basis", "read"),
        ("note", None),
        ("evidence", []),
    ] == list(row.items())


@pytest.mark.parametrize(
    ("deliverable", "as_of", "status", "since", "late"),
    [
        ("plan.silent", date(2021, 12, 11), "not_due", 0, None),
        ("plan.silent", date(2021, 12, 12), "overdue_no_public_record", 1, None),
        ("plan.part", date(2021, 12, 19), "overdue_no_public_record", 8, None),
        ("plan.part", date(2021, 12, 20), "partly_visible", 9, None),
        ("plan.late", date(2021, 11, 30), "partly_visible", -11, None),
        ("plan.late", date(2022, 1, 31), "partly_visible", 51, None),
        ("plan.late", date(2022, 2, 1), "delivered", 52, 20),
        ("plan.early", date(2021, 12, 10), "delivered", -1, -1),
        ("plan.on_the_day", LATER, "delivered", 386, 0),
        ("plan.undated", date(2022, 1, 14), "overdue_no_public_record", 34, None),
        ("plan.undated", date(2022, 1, 15), "delivered", 35, None),
        ("plan.sought", LATER, "overdue_no_public_record", 386, None),
        ("m.first", date(2021, 12, 24), "not_due", 0, None),
        ("m.matter", LATER, "per_matter", None, None),
        ("m.pause", date(2022, 1, 19), "running", 0, None),
        ("m.pause", date(2022, 1, 20), "run_out", 1, None),
        ("m.grant", LATER, "per_matter", None, None),
    ],
)
def test_a_row_tells_what_could_be_known_on_its_day(
    deliverable: str, as_of: date, status: str, since: int | None, late: int | None
) -> None:
    row = rows(as_of)[deliverable]

    assert (DutyStatus(status), since, late) == (row.status, row.days_since_due, row.days_late)


@pytest.mark.parametrize(
    ("deliverable", "found"),
    [
        ("m.first", (None, "2021-12-24", "2021-12-27", None, None)),
        ("m.months", ("2021-12-31", "2022-02-28", "2022-02-28", None, None)),
        ("m.twice", ("2021-12-31", "2022-03-30", "2022-03-30", None, None)),
        ("m.before", (None, "2021-12-19", "2021-12-20", None, None)),
        ("m.moment", ("2021-12-24", "2021-12-25", "2021-12-27", None, None)),
        ("m.old", ("1970-01-01", "1970-01-31", None, None, None)),
        ("m.pause", ("2021-10-12", "2022-01-19", None, None, None)),
        ("m.matter", (None, None, None, None, None)),
        ("m.grant", (None, None, None, None, None)),
    ],
)
def test_a_day_is_read_as_its_rule_sets_it(deliverable: str, found: tuple[str | None, ...]) -> None:
    row = answer(LATER)[deliverable]
    keys = (
        "clock_start_on",
        "due_on",
        "due_on_next_business_day",
        "due_on_business_days",
        "due_on_weekdays",
    )

    assert found == tuple(row[key] for key in keys)


def test_a_duty_without_a_day_is_no_row() -> None:
    assert "m.no_day" not in rows(LATER)


def test_a_word_sets_no_day() -> None:
    assert readings_of(Constant("soon")) is None


def test_an_instrument_that_was_not_issued_yet_has_no_row() -> None:
    assert {} == rows(plus_days(ISSUED, -1))
    assert "No instrument described here that sets a day" in text(plus_days(ISSUED, -1))


def test_an_owner_is_that_of_the_duty_where_a_deliverable_names_none() -> None:
    found = rows(LATER)

    assert "ICE and CBP" == found["plan.late"].deliverable.owner
    assert answer(LATER)["m.months"]["owner"] is None


def test_evidence_is_told_from_the_oldest_on_with_its_source() -> None:
    found = rows(LATER)["plan.late"].evidence

    assert [date(2021, 11, 30), date(2021, 12, 31)] == [each.on for each in found]
    assert [
        {
            "shows": "whole",
            "on": None,
            "known_from": "2022-01-15",
            "says": "A page shows all of it.",
            "source": "PAGE",
            "certainty": "primary",
        }
    ] == answer(LATER)["plan.undated"]["evidence"]


@pytest.mark.parametrize(
    "told",
    [
        (
            "1. plan.silent, owed by ICE Asks: Plans are due within sixty days (the made memo, I) "
            "[read]. To hold: What nobody ever heard of. Due: Saturday, 11 December 2021, 60 "
            "calendar days after 12 October 2021. Next business day: Monday, 13 December 2021. "
            "Counted in business days: Monday, 10 January 2022; in weekdays, federal holidays "
            "included: Tuesday, 4 January 2022. Status on 1 January 2023: past its day; no public "
            "record of delivery is known here. Days since its due day: 386. Days late: not known, "
            "as no day of a whole delivery is known."
        ),
        (
            "Evidence: a part of it delivered, on 20 December 2021: A page shows half of it (PAGE) "
            "[reported]."
        ),
        "Days late: 20. Evidence: a part of it delivered, on 30 November 2021",
        "Days late: none; it came 1 day before its day.",
        "Days late: none; it came on its day.",
        "delivered, on a day that is not known: A page shows all of it",
        "Evidence: not to be found then, on 20 January 2022: A request for records",
        "Due: Friday, 24 December 2021. Next business day: Monday, 27 December 2021.",
        "Due: Monday, 28 February 2022, 2 months after 31 December 2021. That is a business day.",
        "Due: Saturday, 31 January 1970, 30 calendar days after 1 January 1970. Status",
        "Due: for each matter by itself, 24 hours after the time of the action",
        (
            "Note: It is a made pause. Last day: Wednesday, 19 January 2022, 100 calendar days "
            "from 12 October 2021 on. Status on 1 January 2023: it has run out by its own terms. "
            "Days since its last day: 347."
        ),
        "Runs out: for each matter by itself, 2 years after the day of the decision.",
        "Status on 1 January 2023, as known then: ",
    ],
)
def test_a_reader_is_told(told: str) -> None:
    assert told in text(LATER)


@pytest.mark.parametrize(
    ("as_of", "told"),
    [
        (date(2021, 12, 1), "Days until its due day: 10."),
        (date(2021, 12, 1), "not past its day; no public record of delivery is known here."),
        (date(2021, 12, 1), "it still runs by its own terms. Days until its last day: 49."),
        (
            date(2021, 11, 1),
            "as known then: in force in law, nothing on record in practice (ICE, CBP",
        ),
    ],
)
def test_a_reader_is_told_before_the_day(as_of: date, told: str) -> None:
    assert told in text(as_of)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_nothing_is_known_never_reads_as_not_delivered(seed: int) -> None:
    """That nothing is known of a delivery never reads as not delivered, and never as late."""
    as_of = plus_days(ISSUED, Random(seed).randrange((LAST - ISSUED).days))
    for row in list_duties(library().packs.values(), as_of):
        if not any(each.shows != "none" for each in row.evidence):
            assert row.status is not DutyStatus.DELIVERED
            assert row.days_late is None
    shown = text(as_of).replace("that does not say that nothing was delivered", "").lower()

    assert "not delivered" not in shown
    assert "was delivered" not in shown
    assert "undelivered" not in shown


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_known_on_a_day_is_still_known_later(seed: int) -> None:
    """What could be known on a day can be known on every later day, and no row is lost."""
    earlier, later = sorted(
        plus_days(ISSUED, Random(f"{seed}{end}").randrange((LAST - ISSUED).days)) for end in "ab"
    )
    packs = library().packs.values()
    then = {row.deliverable.id: row for row in list_duties(packs, earlier)}
    now = {row.deliverable.id: row for row in list_duties(packs, later)}

    assert set(then) <= set(now)
    for name, row in then.items():
        assert set(row.evidence) <= set(now[name].evidence)
        assert row.readings == now[name].readings


@pytest.mark.parametrize("seed", SEEDS)
def test_days_late_are_told_only_where_the_day_of_a_whole_delivery_is_known(seed: int) -> None:
    """Days late are told exactly where the day of a whole delivery is known, and count to it."""
    as_of = plus_days(ISSUED, Random(seed).randrange((LAST - ISSUED).days))
    for row in list_duties(library().packs.values(), as_of):
        days = [each.on for each in row.evidence if each.shows == "whole" and each.on]
        expected = (days[0] - row.readings.due).days if days and row.readings else None

        assert expected == row.days_late


@pytest.mark.parametrize("status", DutyStatus)
def test_every_status_is_reached(status: DutyStatus) -> None:
    found = {row.status for as_of in (ISSUED, NEW_YEAR, LATER) for row in rows(as_of).values()}

    assert status in found
