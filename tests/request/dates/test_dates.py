"""What is due around a request: each day with its source, and a calendar that names nobody."""

import re
from datetime import date
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from discretion import CaseFile
from discretion import has_errors
from discretion import replace
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import Evidence
from discretion.facts.values import Spans
from discretion.request import DatesAsked
from discretion.request import Deadline
from discretion.request import RequestAsked
from discretion.request import calendar_of
from discretion.request import check_request
from discretion.request import deadlines_of
from discretion.request import read_deadline_kinds
from tests.documents.request.test_canaries import Planted
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import TODAY
from tests.request.made import assessor
from tests.request.made import check
from tests.request.made import checklist
from tests.request.made import office
from tests.request.test_saying import disclosed_at_random

KINDS = read_deadline_kinds()
HEARING = f"{FILED}facts:\n{KNOWN}  next_hearing_on: 2022-03-21\n"


def dates(
    tmp_path: Path, text: str, *, sent_on: date | None = None, kind: str = "dismissal"
) -> dict[str, list[Deadline]]:
    """Return what is due around a made-up request to an office, by kind."""
    checked = check(tmp_path, text, kind=kind, at=office())
    asked = DatesAsked(today=TODAY, kinds=KINDS, sent_on=sent_on)
    found: dict[str, list[Deadline]] = {}
    for each in deadlines_of(checked, asked, assessor().library):
        found.setdefault(each.kind, []).append(each)
    return found


def days(found: dict[str, list[Deadline]], kind: str) -> list[date | None]:
    return [each.due for each in found.get(kind, [])]


def test_the_kinds_have_no_mistake_and_each_has_a_source() -> None:
    """No kind of deadline is known whose source nobody tells."""
    assert not has_errors(KINDS.problems)
    assert all(each.source for each in KINDS.kinds.values())


def test_the_lead_time_is_counted_back_from_the_hearing(tmp_path: Path) -> None:
    found = dates(tmp_path, HEARING)

    assert [date(2022, 3, 21)] == days(found, "hearing")
    assert [date(2022, 3, 21) - timedelta(days=14)] == days(found, "before_hearing")
    assert "made up for examples" in found["before_hearing"][0].source


def test_a_hearing_between_two_days_is_counted_from_the_earlier_one(tmp_path: Path) -> None:
    found = dates(tmp_path, HEARING.replace("2022-03-21", "2022-03-21..2022-03-25"))

    assert [date(2022, 3, 21), date(2022, 3, 25)] == days(found, "hearing")
    assert [date(2022, 3, 7)] == days(found, "before_hearing")


def test_what_nobody_recorded_is_told_and_never_passed_over(tmp_path: Path) -> None:
    found = dates(tmp_path, f"{FILED}facts:\n{KNOWN}")

    for kind in ("hearing", "before_hearing", "follow_up", "second_follow_up"):
        assert [None] == days(found, kind)
        assert KINDS.kinds[kind].open == found[kind][0].counted


def test_follow_ups_run_from_the_day_of_sending_and_not_before(tmp_path: Path) -> None:
    sent = date(2022, 2, 1)
    found = dates(tmp_path, HEARING, sent_on=sent)

    assert [sent + timedelta(days=30)] == days(found, "follow_up")
    assert [sent + timedelta(days=60)] == days(found, "second_follow_up")
    assert "the chief counsel" in found["second_follow_up"][0].subject


def test_a_day_on_which_offices_are_closed_has_the_business_day_before_it(tmp_path: Path) -> None:
    # 21 February 2022 was Washington's Birthday, and the two days before it a weekend.
    found = dates(tmp_path, HEARING, sent_on=date(2022, 1, 22))

    assert (date(2022, 2, 21), date(2022, 2, 18)) == (
        found["follow_up"][0].due,
        found["follow_up"][0].before,
    )
    assert all(each.before is None for each in found["policy_change"])


def test_a_policy_that_changed_since_the_filing_is_told_with_its_authority(tmp_path: Path) -> None:
    found = dates(tmp_path, HEARING)["policy_change"]
    vacated = [each for each in found if each.subject.endswith("it is vacated")]

    assert [date(2022, 6, 25)] == [each.due for each in vacated]
    assert "Texas v. United States" in vacated[0].source
    assert all(each.due and date(2022, 2, 1) < each.due <= TODAY for each in found)


def test_nothing_that_was_not_yet_known_is_told(tmp_path: Path) -> None:
    checked = check(tmp_path, HEARING, kind="dismissal", at=office())
    asked = DatesAsked(today=date(2022, 2, 2), kinds=KINDS)
    found = deadlines_of(checked, asked, assessor().library)

    assert [] == [each for each in found if each.kind == "policy_change"]


def test_a_duty_of_the_policy_has_the_day_that_the_policy_sets(tmp_path: Path) -> None:
    found = dates(tmp_path, HEARING)

    # Ninety days from 29 November 2021, when the Guidelines took effect (Guidelines VI and V.B).
    assert date(2021, 11, 29) + timedelta(days=90) in days(found, "duty")


def test_a_passport_is_to_outlast_a_stay_by_six_months(tmp_path: Path) -> None:
    paper = "evidence:\n  - {id: p, kind: passport, title: A passport, expires_on: 2022-08-31}\n"
    found = dates(tmp_path, HEARING + paper, kind="stay")

    assert [date(2022, 8, 31)] == days(found, "paper_expires")
    assert [date(2022, 2, 28)] == days(found, "passport_for_stay")
    assert [] == days(dates(tmp_path, HEARING + paper), "passport_for_stay")


@pytest.mark.parametrize("seed", range(40))
def test_every_deadline_has_a_source_and_says_how_it_was_counted(seed: int) -> None:
    """Every deadline of any request has a source, and says how it was counted or what lacks."""
    for each in deadlines(disclosed_at_random(seed), seed):
        assert each.source
        assert each.counted


def deadlines(case: CaseFile, seed: int) -> tuple[Deadline, ...]:
    """Return what is due around a request at random, sent on a day at random."""
    random = Random(seed)
    hearing = case.decision.day + timedelta(days=random.randrange(400))
    known = Claim(values=Spans(((hearing, hearing),)))
    facts = {**case.facts, "next_hearing_on": Account(claims=(known,))}
    at = replace(office(), min_days_before_hearing=random.randrange(1, 60))
    asked = RequestAsked(today=TODAY, checklist=checklist(), office=at)
    checked = check_request(replace(case, facts=facts), asked, assessor())
    sent = case.decision.day + timedelta(days=random.randrange(60))
    found = DatesAsked(today=TODAY, kinds=KINDS, sent_on=sent)
    return deadlines_of(checked, found, assessor().library)


@pytest.mark.parametrize("part", range(4))
def test_a_calendar_names_nobody(part: int) -> None:
    """No word of a case stands in its calendar: marks are planted everywhere and looked for."""
    for seed in range(part * 25, part * 25 + 25):
        planted = Planted(seed)
        case = planted.case(disclosed_at_random(seed))
        papers = {
            name: replace(each, title=planted.word(), expires_on=date(2023, 5, 1))
            for name, each in case.evidence.items()
        }
        text = calendar_of(deadlines(replace(case, evidence=papers), seed), TODAY)

        assert "A paper expires" in text
        assert [] == [mark for mark in planted.marks if mark in text.replace("\r\n ", "")]


LINE = re.compile(r"[A-Z-]+(;[A-Z-]+=[A-Z]+)*:[^\x00-\x08\x0a-\x1f\x7f]*")
"""A line of a calendar, once it is unfolded. Source: RFC 5545, 3.1."""


@pytest.mark.parametrize("seed", range(10))
def test_a_calendar_is_one_that_programs_read(seed: int) -> None:
    """A calendar keeps RFC 5545: its lines, their length, and one event for each day."""
    found = deadlines(disclosed_at_random(seed), seed)
    text = calendar_of(found, TODAY)
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    uids = [line for line in lines if line.startswith("UID:")]

    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert all(LINE.fullmatch(line) for line in lines)
    assert ("BEGIN:VCALENDAR", "END:VCALENDAR") == (lines[0], lines[-1])
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(uids) == len(set(uids))
    assert len(uids) == sum(each.due is not None for each in found)


def test_a_long_line_of_a_calendar_is_folded_between_letters(tmp_path: Path) -> None:
    long = replace(dates(tmp_path, HEARING)["hearing"][0], title="é, " * 60)
    text = calendar_of((long,), TODAY)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "SUMMARY:" + "é\\, " * 60 in text.replace("\r\n ", "")


def test_papers_without_a_last_day_are_due_never() -> None:
    case = replace(disclosed_at_random(1), evidence={"p": Evidence(name="p", kind="lease")})

    assert "paper_expires" not in {each.kind for each in deadlines(case, 1)}
