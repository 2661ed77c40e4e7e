"""Dated duties of policies: from the policy's own day, or from what the case tells."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from discretion import replace
from discretion.records import Counting
from discretion.records import Length
from discretion.records.deadlines import Begin
from discretion.records.deadlines import Deadline
from discretion.records.deadlines import Running
from discretion.request import CheckedRequest
from discretion.request.deadlines import deadlines_of
from discretion.request.deadlines.duties import duty_begins
from discretion.rules.condition import Fact
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import assessor
from tests.request.made import check

SOON = date(2022, 2, 3)
LATER = date(2026, 11, 24)
ACTED = "filing_date: 2021-04-01\nfacts:\n  known_to_government: yes\n  proc_exigent_action: yes\n"
AT = "  proc_exigent_action_at: {}\n"
WITHIN = "24 hours"


def duties(checked: CheckedRequest, today: date = SOON) -> list[Deadline]:
    found = deadlines_of(checked, None, today, assessor().library)
    return [row for row in found if row.kind == "policy_duty"]


def acted(folder: Path, at: str = "") -> CheckedRequest:
    return check(folder, f"{ACTED}{AT.format(at) if at else ''}", kind="arrest")


def within_hours(folder: Path, at: str = "") -> Deadline:
    (row,) = (each for each in duties(acted(folder, at)) if WITHIN in each.about)
    return row


def test_a_duty_within_hours_counts_from_its_moment(tmp_path: Path) -> None:
    row = within_hours(tmp_path, "2021-03-13T13:00-05:00")

    assert "2021-03-14 13:00:00-05:00" == str(row.due)
    assert row.count is not None
    assert (24, "hours") == (row.count.amount, row.count.unit)
    assert row.in_business_days is None


def test_a_duty_whose_moment_nobody_recorded_is_told(tmp_path: Path) -> None:
    row = within_hours(tmp_path)

    assert (None, Running.UNKNOWN) == (row.due, row.running)
    assert "when that began" in row.remedy


def begins_with(checked: CheckedRequest, due: Term) -> Iterator[Begin]:
    """Yield what the duty within hours would count from if it were due so."""
    for policy in checked.policies:
        assert policy.ruleset is not None
        pack = policy.ruleset.pack
        for name, rule in pack.rules.items():
            if WITHIN in rule.says and rule.duty is not None and rule.duty.due is not None:
                changed = replace(rule, duty=replace(rule.duty, due=due))
                other = replace(policy.ruleset, pack=replace(pack, rules={name: changed}))
                yield from duty_begins((replace(policy, ruleset=other),), SOON, is_history=False)


@pytest.mark.parametrize(
    ("due", "length"),
    [
        (Fact("decision_date"), None),
        (
            Shift(Fact("decision_date"), 10, Unit.DAYS),
            Length(amount=10, counting=Counting.CALENDAR_DAYS),
        ),
        (
            Shift(Fact("decision_date"), 2, Unit.MONTHS),
            Length(amount=2, counting=Counting.MONTHS),
        ),
    ],
)
def test_a_duty_of_days_or_months_counts_from_a_fact(
    tmp_path: Path, due: Term, length: Length | None
) -> None:
    (begin,) = begins_with(acted(tmp_path), due)

    assert (date(2021, 4, 1), length, None) == (begin.earliest, begin.length, begin.hours)
    assert begin.earliest == begin.latest


@pytest.mark.parametrize(
    "due",
    [
        Shift(Fact("decision_date"), -10, Unit.DAYS),
        Shift(Shift(Fact("decision_date"), 1, Unit.DAYS), 1, Unit.DAYS),
    ],
)
def test_a_day_that_is_counted_otherwise_is_told_as_unknown(tmp_path: Path, due: Term) -> None:
    (begin,) = begins_with(acted(tmp_path), due)

    assert (None, None) == (begin.earliest, begin.latest)


def test_duties_of_a_policy_are_counted_from_its_own_day(tmp_path: Path) -> None:
    found = duties(check(tmp_path, f"{FILED}facts:\n{KNOWN}"))

    assert {date(2021, 11, 29), date(2022, 2, 27)} == {row.due for row in found}
    assert all("no duty of the person" in row.says for row in found)
    assert not any("history" in row.about for row in found)


def test_duties_of_a_policy_that_is_history_say_so(tmp_path: Path) -> None:
    checked = check(tmp_path, f"filing_date: 2026-11-20\nfacts:\n{KNOWN}")
    found = duties(checked, LATER)

    assert checked.is_history
    assert found
    assert all(row.about.endswith("this is history.") for row in found)
