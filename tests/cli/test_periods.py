"""A period has a clear answer, whatever its days are, and a table that can be read."""

import re
from typing import Any

import pytest

from discretion import read_library
from tests.cli.console import TODAY
from tests.cli.console import run

OPLA = ("--component", "ICE-OPLA")


OF_PERSONS = 12
"""How many instruments speak of persons, whom a question without a decision is about."""


def period(first: str, last: str, *words: str) -> tuple[str, ...]:
    return ("governing", "--from", first, "--to", last, *words)


def rows(*words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = run(*words, "--json").answer["governing"]
    return found


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (period("2022-01-02", "2022-01-01"), "ends before it begins: swap the days"),
        (period("2022-02-30", "2022-03-01"), "`2022-02-30` is not a day of the calendar"),
        (period("2022-01-01", "2022-13-01"), "`2022-13-01` is not a day of the calendar"),
        (period("0000-01-01", "2022-01-01"), "`0000-01-01` is not a day of the calendar"),
        (period("2022-01-01", "10000-01-01"), "`10000-01-01` is not a day of the calendar"),
        (period("2022-01-01", "today"), "`today` is not a day of the calendar: write it as"),
        (("governing", "--to", "2022-01-01"), "one of the arguments --on --from is required"),
        (("governing", "--from", "2026-11-25"), "give its last day with `--to`"),
        (
            ("governing", "--on", "2022-01-01", "--to", "2022-01-02"),
            "`--to` ends a period, and `--on` names one day: give `--from` and `--to`",
        ),
        (
            ("governing", "--on", "2022-01-01", "--from", "2022-01-02"),
            "argument --from: not allowed with argument --on",
        ),
    ],
)
def test_a_period_that_is_none_is_told_with_what_to_do(words: tuple[str, ...], told: str) -> None:
    said = run(*words)

    assert (2, "") == (said.code, said.out)
    assert told in said.err


def test_a_refusal_is_data_where_data_was_asked_for() -> None:
    said = run(*period("2022-01-02", "2022-01-01", "--json"))

    assert 2 == said.code
    assert "swap the days" in said.answer["problems"][0]["message"]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        (period("2022-07-01", "2022-07-01"), "What governed on 1 July 2022"),
        (period("1014-01-01", "2014-01-01"), "What governed from 1 January 1014 to 1 January 2014"),
        (period("0001-01-01", "9999-12-31"), "What governed from 1 January 1 to 31 December 9999"),
        (("governing", "--from", "2026-11-20"), "What governed from 20 November 2026 to 24"),
        (("governing", "--from", "2026-11-24"), "What governed on 24 November 2026"),
    ],
)
def test_a_period_is_named_as_it_was_meant(words: tuple[str, ...], heading: str) -> None:
    said = run(*words)

    assert 0 == said.code
    assert said.out.startswith(heading)


@pytest.mark.parametrize("last", ["1900-01-01", "1986-11-05"])
def test_before_anything_was_issued_nothing_is_said_to_have_governed(last: str) -> None:
    words = period("1900-01-01", last)

    assert "No instrument described here had been issued." in run(*words).out
    assert [] == rows(*words)
    assert "No instrument described here had been issued." in run("governing", "--on", last).out


def test_one_day_as_a_period_says_what_that_day_says() -> None:
    one = run("governing", "--on", "2022-03-25", "--json").answer["governing"]
    found = rows(*period("2022-03-25", "2022-03-25"))

    keys = one[0].keys()
    assert sorted(map(str, one)) == sorted(str({key: row[key] for key in keys}) for row in found)
    assert {("2022-03-25", "2022-03-26")} == {(row["from"], row["to"]) for row in found}


def test_the_last_day_of_the_calendar_has_no_day_after_it() -> None:
    found = rows(*period("9999-12-30", "9999-12-31", *OPLA))

    assert {("9999-12-30", None)} == {(row["from"], row["to"]) for row in found}
    assert (
        "30 December 9999 to 31 December 9999 (ICE-OPLA)"
        in run(*period("9999-12-30", "9999-12-31", *OPLA)).out
    )


def test_days_that_nobody_can_know_of_yet_are_said_to_hold_if_nothing_changes() -> None:
    warning = "What is said of later days holds if nothing changes."
    today = TODAY.isoformat()

    assert warning in " ".join(run(*period("2022-01-01", "2300-01-01")).out.split())
    assert warning not in " ".join(run(*period("2022-01-01", today)).out.split())
    known_early = run(*period("2022-01-01", "2022-12-31", "--known-on", "2022-06-01")).out
    assert warning in " ".join(known_early.split())


def test_the_first_day_of_a_thousand_years_changes_no_later_row() -> None:
    short = rows(*period("1986-11-06", "2026-01-01"))

    assert short == rows(*period("1026-01-01", "2026-01-01"))


def test_a_table_tells_authority_certainty_clocks_and_limits_of_each_row() -> None:
    text = " ".join(run(*period("2021-01-20", "2025-03-01", *OPLA)).out.split())

    assert "disputed in law, announced as vacated, contrary in practice. Authority: " in text
    assert "599 U.S. 670 (2023), No. 22-58 [primary]." in text
    assert "The order reaches: a decision to execute a removal order or to stay a removal" in text


def test_the_rows_of_a_table_count_from_one() -> None:
    text = run(*period("2014-11-20", "2026-11-24")).out
    numbers = [int(found) for found in re.findall(r"^(\d+)\. ", text, re.MULTILINE)]

    assert list(range(1, 1 + len(numbers))) == numbers
    assert len(numbers) > 40


def test_instruments_stand_in_the_order_in_which_they_were_issued() -> None:
    instruments = read_library().instruments.values()
    text = " ".join(
        run(*period("2014-11-20", "2026-11-24")).out.split("What governs today")[0].split()
    )
    told = [each for each in instruments if f"{each.title} --" in text]
    places = [
        text.index(f"{each.title} --") for each in sorted(told, key=lambda each: each.issued_on)
    ]

    assert sorted(places) == places
    assert len(told) == len(set(places)) >= OF_PERSONS


def test_components_that_fared_alike_share_their_rows() -> None:
    text = run(*period("2021-02-01", "2021-03-01")).out

    assert "(ICE, CBP, USCIS)" in text
    assert "(CBP, USCIS)" in text
    assert "(CBP)" not in text


def test_the_question_is_told_with_the_answer() -> None:
    asked = ("--decision", "arrest", "--place", "US-WA", "--class", "none", *OPLA)
    text = " ".join(run(*period("2022-01-01", "2022-02-01", *asked)).out.split())

    assert (
        "Asked of a decision to arrest a person by ICE, Office of the Principal Legal Advisor, in "
        "Washington, about a person of none of the classes that orders tell apart." in text
    )


def test_an_instrument_that_yields_says_to_which_and_keeps_its_limits() -> None:
    text = " ".join(run(*period("2021-10-01", "2021-10-31", "--component", "ICE")).out.split())

    assert "The January 2021 memorandum yields to the ICE interim guidance where both" in text
    assert (
        "a person ordered removed, within 8 USC 1231(a)(1)(A); the January 2021 memorandum "
        "yields to the ICE interim guidance where both reach." in text
    )


def test_an_instrument_that_restraints_divide_is_named_once_where_others_yield_to_it() -> None:
    text = " ".join(run(*period("2021-10-01", "2021-10-31", "--component", "ICE")).out.split())

    assert "yields to the ICE interim guidance where both reach" in text
    assert "the ICE interim guidance and the ICE interim guidance" not in text
