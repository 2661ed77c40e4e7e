"""What deadlines are gathered from: the file, the office, the policies and what is given."""

from datetime import date
from pathlib import Path

import pytest

from discretion import replace
from discretion.records.deadlines import Bound
from discretion.records.deadlines import Deadline
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import Running
from discretion.request.deadlines import Besides
from discretion.request.deadlines import StateWithoutSendingError
from discretion.request.deadlines import deadlines_of
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import assessor
from tests.request.made import check
from tests.request.made import office

SENT = date(2022, 2, 1)
SOON = date(2022, 2, 3)
LATER = date(2026, 11, 24)
HEARING = "  next_hearing_on: {}\n"


def rows(  # noqa: PLR0913 - a case and what is asked of it
    folder: Path,
    facts: str = "",
    *,
    below: str = "",
    sent: date | None = SENT,
    today: date = SOON,
    kind: str = "dismissal",
    besides: Besides | None = None,
    named: bool = True,
) -> dict[str, list[Deadline]]:
    text = f"{FILED}facts:\n{KNOWN}{facts}{below}"
    checked = check(folder, text, kind=kind, at=office() if named else None)
    found: dict[str, list[Deadline]] = {}
    library = assessor().library
    for row in deadlines_of(checked, sent, today, library, besides=besides or Besides()):
        found.setdefault(row.kind, []).append(row)
    return found


def test_a_hearing_and_the_lead_time_of_an_office(tmp_path: Path) -> None:
    found = rows(tmp_path, HEARING.format("2022-03-10"), sent=None)

    assert [date(2022, 3, 10)] == [row.due for row in found["hearing"]]
    assert [date(2022, 2, 24)] == [row.due for row in found["before_hearing"]]
    assert "made up for examples" in found["before_hearing"][0].source


def test_a_hearing_between_two_days_gives_both(tmp_path: Path) -> None:
    found = rows(tmp_path, HEARING.format("2022-03-10..2022-03-20"), sent=None)

    for name, days in (("hearing", (10, 20)), ("before_hearing", (-4, 6))):
        expected = [date.fromordinal(date(2022, 2, 28).toordinal() + day) for day in days]
        assert expected == [row.due for row in found[name]]
        assert [Bound.EARLIEST, Bound.LATEST] == [row.bound for row in found[name]]


@pytest.mark.parametrize("facts", ["", HEARING.format("unknown")])
def test_a_hearing_that_nobody_recorded_is_told(tmp_path: Path, facts: str) -> None:
    found = rows(tmp_path, facts, sent=None)

    for name in ("hearing", "before_hearing"):
        (row,) = found[name]
        assert (None, Running.UNKNOWN) == (row.due, row.running)
        assert "Record the day of the hearing" in row.remedy


def test_a_hearing_that_was_set_anew_after_the_filing_counts(tmp_path: Path) -> None:
    facts = "  next_hearing_on: {claims: [{value: 2022-05-05, by: court, on: 2022-02-02}]}\n"

    assert [date(2022, 5, 5)] == [row.due for row in rows(tmp_path, facts)["hearing"]]


def test_follow_ups_come_once_and_twice_as_long_after_the_sending(tmp_path: Path) -> None:
    found = rows(tmp_path)

    assert [date(2022, 3, 3)] == [row.due for row in found["follow_up_1"]]
    assert [date(2022, 4, 2)] == [row.due for row in found["follow_up_2"]]
    assert "practice" == found["follow_up_2"][0].basis


def test_before_it_is_sent_and_once_it_is_answered_nothing_is_followed_up(tmp_path: Path) -> None:
    granted = Besides(state=RequestState.GRANTED)
    for found in (rows(tmp_path, sent=None), rows(tmp_path, besides=granted)):
        assert {Running.NOT_RUNNING} == {
            found[name][0].running for name in ("follow_up_1", "follow_up_2", "escalation")
        }


def test_after_a_first_follow_up_the_second_runs_alone(tmp_path: Path) -> None:
    found = rows(tmp_path, besides=Besides(state=RequestState.FOLLOW_UP_1))

    assert Running.NOT_RUNNING is found["follow_up_1"][0].running
    assert date(2022, 4, 2) == found["follow_up_2"][0].due


def test_whom_to_turn_to_is_told_without_a_day(tmp_path: Path) -> None:
    (row,) = rows(tmp_path)["escalation"]

    assert (None, "the chief counsel", Running.NO_DAY) == (row.due, row.about, row.running)


def test_without_an_office_nothing_of_one_is_counted(tmp_path: Path) -> None:
    found = rows(tmp_path, named=False)

    for name in ("follow_up_1", "follow_up_2", "escalation"):
        assert Running.UNKNOWN is found[name][0].running


def test_a_profile_without_a_source_counts_nothing(tmp_path: Path) -> None:
    checked = check(tmp_path, f"{FILED}facts:\n{KNOWN}", at=replace(office(), source=""))
    found = deadlines_of(checked, SENT, SOON, assessor().library)

    assert {None} == {row.due for row in found if row.kind in {"follow_up_1", "follow_up_2"}}


def test_a_motion_and_a_removal_are_told_where_they_are_given(tmp_path: Path) -> None:
    given = Besides(motion_on=date(2022, 2, 3), removal_on=date(2022, 2, 20))
    found, bare = rows(tmp_path, besides=given), rows(tmp_path)

    assert [date(2022, 2, 13)] == [row.due for row in found["motion_reply"]]
    assert [date(2022, 2, 11)] == [row.last_business_day for row in found["motion_reply"]]
    assert [date(2022, 2, 20)] == [row.due for row in found["removal"]]
    assert Running.UNKNOWN is bare["motion_reply"][0].running is bare["removal"][0].running


PASSPORT = "evidence:\n  - {{id: pass, kind: passport, title: Passport{}}}\n"


def test_papers_expire_and_a_passport_covers_a_stay(tmp_path: Path) -> None:
    below = PASSPORT.format(", expires_on: 2022-08-31")
    stay, other = rows(tmp_path, below=below, kind="stay"), rows(tmp_path, below=below)

    assert [date(2022, 8, 31)] == [row.due for row in stay["paper_expiry"]]
    assert [date(2022, 2, 28)] == [row.due for row in stay["passport_for_stay"]]
    assert "I-246" in stay["passport_for_stay"][0].source
    assert "passport_for_stay" not in other


def test_a_passport_of_which_nobody_says_when_it_expires_is_told(tmp_path: Path) -> None:
    found = rows(tmp_path, below=PASSPORT.format(""), kind="stay")

    assert [None] == [row.due for row in found["passport_for_stay"]]
    assert "Passport" == found["passport_for_stay"][0].about


def test_changes_of_policy_since_the_filing_are_told_with_their_authority(tmp_path: Path) -> None:
    changes = rows(tmp_path, today=LATER, kind="arrest")["policy_change"]
    told = {(row.due, row.about.partition(" (")[0]): row for row in changes}
    title = "Guidelines for the Enforcement of Civil Immigration Law"

    vacated = told[date(2022, 6, 25), title]
    assert "did not govern; vacated" in vacated.about
    assert "not known on 1 February 2022" in vacated.about
    assert vacated.source.startswith("Texas v. United States")
    assert (date(2025, 1, 20), title) in told
    assert "policy_change" not in rows(tmp_path, kind="arrest")


def test_a_change_that_was_known_at_the_filing_says_so(tmp_path: Path) -> None:
    text = f"filing_date: 2022-04-10\nfacts:\n{KNOWN}"
    checked = check(tmp_path, text, kind="dismissal")
    office_case = replace(checked.assessed.question, component="ICE-OPLA")
    moved = replace(checked, assessed=replace(checked.assessed, question=office_case))
    found = deadlines_of(moved, None, date(2022, 4, 11), assessor().library)
    told = [row for row in found if row.kind == "policy_change"]

    assert {date(2022, 4, 25)} == {row.due for row in told}
    assert all("This was known on 10 April 2022" in row.about for row in told)
    assert {Running.AHEAD} == {row.running for row in told}


@pytest.mark.parametrize(("state", "sent"), [(RequestState.SENT, None), (RequestState.DRAFT, SENT)])
def test_a_state_goes_with_the_day_of_sending(
    tmp_path: Path, state: RequestState, sent: date | None
) -> None:
    with pytest.raises(StateWithoutSendingError, match=f"`{state.value}`"):
        rows(tmp_path, sent=sent, besides=Besides(state=state))
