"""`discretion duties` answers on any day up to today, in text and as data."""

from datetime import date
from typing import Any

import pytest

from tests.cli.console import TODAY
from tests.cli.console import run

GUIDELINES = "dhs-2021-09-30-guidelines"
JANUARY = "dhs-2021-01-20-pekoske"
KEYS = [
    "deliverable_id",
    "owner",
    "clock_start_on",
    "due_on",
    "due_on_next_business_day",
    "status",
    "days_since_due",
    "days_late",
]
"""The keys that are fixed, in their order; what else is told comes after them."""


def rows(*words: str) -> dict[str, dict[str, Any]]:
    found: list[dict[str, Any]] = run("duties", *words, "--json").answer["rows"]
    return {row["deliverable_id"]: row for row in found}


def test_the_answer_is_of_today_where_no_day_is_named() -> None:
    said = run("duties")

    assert (0, "") == (said.code, said.err)
    assert said.out.startswith("Day-count duties as of 24 November 2026\n====")
    assert said.out == run("duties", "--as-of", TODAY.isoformat()).out


def test_keys_stand_in_their_fixed_order() -> None:
    answer = run("duties", "--json").answer

    assert ["not_a_decision", "version", "problems", "rows", "as_of", "today", "governing"] == list(
        answer
    )
    assert answer["not_a_decision"] is True
    assert "2026-11-24" == answer["as_of"]
    assert answer["rows"]
    assert all(KEYS == list(row)[: len(KEYS)] for row in answer["rows"])


@pytest.mark.parametrize(
    ("rule", "instrument", "expected"),
    [
        ("pek.review", JANUARY, ("2021-01-20", "2021-04-30", "2021-04-30", "2021-06-11")),
        ("pek.pause", JANUARY, ("2021-01-22", "2021-05-01", None, None)),
        ("gl.v.training", GUIDELINES, ("2021-09-30", "2021-11-29", "2021-11-29", "2021-12-29")),
        ("gl.v.review90", GUIDELINES, ("2021-11-29", "2022-02-27", "2022-02-28", "2022-04-08")),
    ],
)
def test_the_days_of_the_policies_are_on_every_reading(
    rule: str, instrument: str, expected: tuple[str | None, ...]
) -> None:
    row = rows()[rule]

    assert instrument == row["instrument"]
    assert expected == tuple(
        row[key]
        for key in ("clock_start_on", "due_on", "due_on_next_business_day", "due_on_business_days")
    )


SIXTY_DAYS = (
    "d60.ice.inventory",
    "d60.uscis.inventory",
    "d60.cbp.inventory",
    "d60.ice.fear_plan",
    "d60.uscis.fear_plan",
    "d60.cbp.fear_plan",
    "d60.uscis.everify",
)
"""What was owed within sixty days of a Tuesday, which end on a Saturday."""


@pytest.mark.parametrize("deliverable", SIXTY_DAYS)
def test_plans_due_on_a_saturday_are_shown_on_every_reading(deliverable: str) -> None:
    row = rows("--as-of", "2022-01-01")[deliverable]

    assert {
        "clock_start_on": "2021-10-12",
        "due_on": "2021-12-11",
        "due_on_next_business_day": "2021-12-13",
        "due_on_business_days": "2022-01-10",
        "due_on_weekdays": "2022-01-04",
        "status": "overdue_no_public_record",
        "days_since_due": 21,
        "days_late": None,
    } == {key: row[key] for key in row if key.startswith(("clock_s", "due_", "status", "days_"))}
    assert deliverable.split(".")[1].upper() == row["owner"]


def test_the_sixty_day_plans_are_all_that_have_that_day() -> None:
    found = rows("--as-of", "2022-01-01").values()

    assert set(SIXTY_DAYS) == {
        row["deliverable_id"] for row in found if row["due_on"] == "2021-12-11"
    }


@pytest.mark.parametrize(
    ("deliverable", "as_of", "status", "evidence"),
    [
        ("d60.uscis.fear_plan", "2021-11-18", "not_due", 0),
        ("d60.uscis.fear_plan", "2021-11-19", "not_due", 1),
        ("d60.uscis.fear_plan", "2023-01-12", "overdue_no_public_record", 1),
        ("d60.uscis.fear_plan", "2023-01-13", "partly_visible", 2),
        ("d60.ice.fear_plan", "2023-01-13", "partly_visible", 2),
        ("d60.cbp.fear_plan", "2023-01-13", "overdue_no_public_record", 1),
    ],
)
def test_what_came_later_is_not_told_of_an_earlier_day(
    deliverable: str, as_of: str, status: str, evidence: int
) -> None:
    row = rows("--as-of", as_of)[deliverable]

    assert (status, evidence) == (row["status"], len(row["evidence"]))
    assert row["days_late"] is None


@pytest.mark.parametrize("rule", ["dale.term.two", "dale.term.four"])
def test_a_term_of_a_grant_runs_for_each_matter_by_itself(rule: str) -> None:
    row = rows()[rule]

    assert ("term", "per_matter", None) == (row["kind"], row["status"], row["due_on"])
    assert row["clock"].endswith(" years after the day of the decision")


@pytest.mark.parametrize(
    ("rule", "as_of", "status", "since"),
    [
        ("pek.review", "2021-04-30", "not_due", 0),
        ("pek.review", "2021-05-01", "overdue_no_public_record", 1),
        ("pek.pause", "2021-05-01", "running", 0),
        ("pek.pause", "2021-05-02", "run_out", 1),
        ("gl.v.training", "2021-11-28", "not_due", -1),
        ("gl.v.training", "2021-11-29", "partly_visible", 0),
        ("gl.v.review90", "2022-02-28", "overdue_no_public_record", 1),
        ("int.pre.exigent", "2022-02-28", "per_matter", None),
    ],
)
def test_a_past_day_is_answered_as_it_could_have_been(
    rule: str, as_of: str, status: str, since: int | None
) -> None:
    row = rows("--as-of", as_of)[rule]

    assert (status, since, None) == (row["status"], row["days_since_due"], row["days_late"])


def test_a_duty_that_each_matter_starts_has_no_day_and_says_when_it_starts() -> None:
    row = rows()["int.pre.exigent"]

    assert "24 hours after the time of the action taken before approval" == row["clock"]
    assert row["clock_start_on"] is None
    assert row["due_on"] is None


def test_an_instrument_that_was_not_issued_is_left_out() -> None:
    assert "gl.v.training" not in rows("--as-of", "2021-09-29")
    assert "gl.v.training" in rows("--as-of", "2021-09-30")


def test_what_governed_is_told_of_the_instruments_that_have_rows() -> None:
    answer = run("duties", "--as-of", "2022-01-01", "--json").answer

    assert {row["instrument"] for row in answer["rows"]} == {
        line["instrument"] for line in answer["governing"]
    }
    assert {line["instrument"] for line in answer["governing"]} == {
        line["instrument"] for line in answer["today"]["governing"]
    }


def test_a_past_day_is_told_with_what_holds_today() -> None:
    today = "Today, 24 November 2026: rescinded, in law and in practice"

    assert today in " ".join(run("duties", "--as-of", "2021-02-01").out.split())
    assert "Today, " not in run("duties").out


def test_before_the_first_instrument_there_is_none_to_tell_of() -> None:
    said = run("duties", "--as-of", "1999-01-01")

    assert 0 == said.code
    assert "No instrument described here that sets a day had been issued by then." in said.out


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2021-02-30", "`2021-02-30` is not a day of the calendar: write it as 2021-09-30"),
        ("soon", "`soon` is not a day of the calendar"),
        ("2021", "`2021` is not a day of the calendar"),
        (
            "2026-11-25",
            (
                "`--as-of` names 2026-11-25, and nobody knows today, 2026-11-24, what the public "
                "record will show: give a day up to today, or leave it out for today"
            ),
        ),
        ("9999-12-31", "`--as-of` names 9999-12-31, and nobody knows today"),
    ],
)
def test_a_day_that_nobody_can_answer_about_is_refused(day: str, told: str) -> None:
    said = run("duties", "--as-of", day)

    assert (2, "") == (said.code, said.out)
    assert told in said.err


def test_a_refusal_is_data_where_data_was_asked_for() -> None:
    said = run("duties", "--as-of", "2100-01-01", "--json")

    assert 2 == said.code
    assert ["refused"] == [problem["code"] for problem in said.answer["problems"]]


def test_an_answer_on_an_early_day_of_the_clock_needs_no_other_day() -> None:
    assert 0 == run("duties", "--as-of", "2021-10-12", today=date(2021, 10, 12)).code


def test_a_policy_tells_until_when_a_rule_runs() -> None:
    shown = run("policy", "show", JANUARY)
    told = {rule["rule"]: rule for rule in run("policy", "show", JANUARY, "--json").answer["rules"]}

    assert "    Runs out: 100 days after 22 January 2021.\n" in shown.out
    assert "100 days after 22 January 2021" == told["pek.pause"]["runs_until"]
    assert told["pek.review"]["runs_until"] is None
