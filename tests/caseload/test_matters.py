"""Matters: each row's claims, with their day and paper; unknown stays unknown, nothing is lost."""

from datetime import date
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.dates import completed_years
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from tests.caseload.tables import GOOD
from tests.caseload.tables import mapping_of
from tests.caseload.tables import matters
from tests.caseload.tables import one
from tests.caseload.tables import row
from tests.caseload.tables import said

if TYPE_CHECKING:
    from pathlib import Path

    from discretion.facts.values import Values
    from discretion.rules.library import Library

CHARGES = '[{"SECTION": "212a6Ai", "COUNT": 1}, {"SECTION": "237a1B"}]'
TODAY = date(2026, 11, 24)


def test_a_fact_is_the_agencys_claim_with_its_day_and_its_paper(
    tmp_path: "Path", library: "Library"
) -> None:
    case = one(tmp_path, library)
    (claim,) = case.facts["bs_last_entry_date"].claims

    assert one_value(date(2021, 6, 1)) == claim.values
    assert ("agency", date(2022, 3, 2), ("form",)) == (claim.by, claim.on, claim.evidence)
    assert {"form"} == case.evidence.keys()


def test_the_decision_is_what_the_mapping_says_of_the_row(
    tmp_path: "Path", library: "Library"
) -> None:
    decision = one(tmp_path, library, State="OR").decision

    assert (date(2022, 3, 1), "arrest", "ICE-ERO") == (
        decision.day,
        decision.type,
        decision.component,
    )
    assert "US-OR" == str(decision.place)
    assert decision.classes is None


@pytest.mark.parametrize("state", ["", "abroad", "(b)(6)", "Elsewhere"])
def test_a_place_that_no_code_names_is_not_said(
    state: str, tmp_path: "Path", library: "Library"
) -> None:
    assert one(tmp_path, library, State=state).decision.place is None


@pytest.mark.parametrize(
    ("how", "values", "reason"),
    [
        ("EWI", one_word("unlawful"), ""),
        ("  EWI ", one_word("unlawful"), ""),
        ("in", Choices(frozenset(("paroled", "inspected_and_admitted"))), ""),
        ("", None, None),
        ("nobody said", None, None),
        ("Elsewise", None, None),
        ("ewi", None, None),
        ("GONE", None, "redacted"),
        ("(b)(7)(E) ", None, "redacted"),
    ],
)
def test_a_code_gives_a_token_and_nothing_else_does(
    how: str, values: "Values | None", reason: str | None, tmp_path: "Path", library: "Library"
) -> None:
    account = one(tmp_path, library, How=how).facts.get("bs_entry_manner")

    assert reason == (None if account is None else account.reason)
    assert values == (None if account is None or not account.claims else said(account))


def test_a_value_that_no_code_covers_is_counted_and_never_guessed(
    tmp_path: "Path", library: "Library"
) -> None:
    found, ledger = matters(tmp_path, library, row(How="odd"), row(How="odd"), row(State="Mars"))

    assert 3 == len(found)
    assert [
        ("unmapped_value", "no code covers 2 cells of `How`: `odd`"),
        ("unmapped_value", "no code covers 1 cell of `State`: `Mars`"),
    ] == [(problem.code, problem.message) for problem in ledger.problems()]


def test_a_long_list_of_uncovered_values_is_cut_short(tmp_path: "Path", library: "Library") -> None:
    rows = [row(How=f"odd {number:02} {'x' * 99}") for number in range(25)]

    _, ledger = matters(tmp_path, library, *rows)
    (problem,) = ledger.problems()

    assert problem.message.endswith("and 5 further values")
    assert 20 == problem.message.count("`odd ")
    assert "x" * 60 not in problem.message


@pytest.mark.parametrize(
    ("charges", "truth"),
    [
        (CHARGES, "yes"),
        ('[{"SECTION": "237a1B"}]', None),
        ("[]", None),
        ("", None),
        ("not json", None),
        ('[{"SECTION": "(b)(6)"}]', None),
    ],
)
def test_a_condition_over_a_json_column_is_yes_or_unknown_and_never_no(
    charges: str, truth: str | None, tmp_path: "Path", library: "Library"
) -> None:
    account = one(tmp_path, library, Charges=charges).facts.get("removable")

    assert truth == (None if account is None else said(account).single)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("", ["yes", None, None]),
        ("otherwise: unknown, ", ["yes", None, None]),
        ("otherwise: no, ", ["yes", "no", None]),
    ],
)
def test_a_condition_over_plain_columns_is_a_no_where_the_mapping_says_so_alone(
    key: str, told: list[str | None], tmp_path: "Path", library: "Library"
) -> None:
    text = GOOD.replace(
        "removable: {when: 'exists(Charges, starts_with(it.SECTION, \"212a\"))',",
        f"removable: {{when: Age > 40, {key}",
    )
    mapping, problems = mapping_of(text, library)
    assert mapping is not None, problems

    found, _ = matters(
        tmp_path, library, row(Age="41"), row(Age="40"), row(Age=""), mapping=mapping
    )
    accounts = [matter.case.facts.get("removable") for matter in found]

    assert told == [None if account is None else said(account).single for account in accounts]


def test_a_condition_on_a_redacted_column_is_unknown_for_that_reason(
    tmp_path: "Path", library: "Library"
) -> None:
    account = one(tmp_path, library, Charges="(b)(6), (b)(7)(c)").facts["removable"]

    assert ("redacted", ()) == (account.reason, account.claims)


@pytest.mark.parametrize("day", ["2022-03-01", "2024-02-29", "2023-02-28", "2022-12-31"])
@pytest.mark.parametrize("age", ["0", "3", "30", "81"])
def test_an_age_leaves_exactly_the_birth_dates_of_that_age(
    age: str, day: str, tmp_path: "Path", library: "Library"
) -> None:
    values = said(one(tmp_path, library, Age=age, Arrest_Date=day).facts["birth_date"])
    assert isinstance(values, Spans)
    low, high, decided = values.low, values.high, date.fromisoformat(day)
    assert isinstance(low, date)
    assert isinstance(high, date)

    every = [low + timedelta(days=days) for days in range((high - low).days + 1)]

    assert {int(age)} == {completed_years(born, decided) for born in every}
    assert int(age) != completed_years(low - timedelta(days=1), decided)
    assert int(age) != completed_years(high + timedelta(days=1), decided)


@pytest.mark.parametrize("age", ["", "old", "(b)(6)", "99999"])
def test_no_age_gives_no_birth_date(age: str, tmp_path: "Path", library: "Library") -> None:
    account = one(tmp_path, library, Age=age).facts.get("birth_date")

    assert account is None or not account.claims


def test_rows_that_are_equal_in_every_column_stay_separate(
    tmp_path: "Path", library: "Library"
) -> None:
    found, ledger = matters(tmp_path, library, row(), row(), row())

    assert [1, 2, 3] == [matter.address.row for matter in found]
    assert 3 == ledger.rows


@pytest.mark.parametrize("day", ["", "2021-02-30", "(b)(6)"])
def test_a_row_without_a_decision_day_gives_no_matter_and_is_counted(
    day: str, tmp_path: "Path", library: "Library"
) -> None:
    found, ledger = matters(tmp_path, library, row(), row(Arrest_Date=day))

    assert [1] == [matter.address.row for matter in found]
    assert {"the decision has no day": [2]} == ledger.left_out


def test_dates_out_of_order_are_flagged_and_kept(tmp_path: "Path", library: "Library") -> None:
    late, early = row(Entered="2022-03-02"), row(Entered="1985-01-01")
    same, right = row(Entered="2022-03-01"), row()

    found, ledger = matters(tmp_path, library, late, early, same, right)

    assert {
        "`bs_last_entry_date` lies after the day of the decision": [1],
        "`bs_last_entry_date` lies before `birth_date`": [2],
    } == ledger.flags
    assert [1, 1, 0, 0] == [len(matter.out_of_order) for matter in found]
    assert one_value(date(2022, 3, 2)) == said(found[0].case.facts["bs_last_entry_date"])


def test_a_number_beyond_its_range_is_counted_and_unknown(
    tmp_path: "Path", library: "Library"
) -> None:
    text = GOOD.replace(
        '  birth_date: {from: "completed_years(birth_date, decision_date) == Age"}',
        "  crim_gang_conduct_age: {from: Age}",
    )
    mapping, problems = mapping_of(text, library)
    assert mapping is not None, problems

    found, ledger = matters(tmp_path, library, row(Age="121"), row(Age="16"), mapping=mapping)

    assert [False, True] == ["crim_gang_conduct_age" in matter.case.facts for matter in found]
    assert {"Age": 1} == ledger.unreadable


def test_a_columns_own_words_serve_where_they_are_the_facts(
    tmp_path: "Path", library: "Library"
) -> None:
    text = GOOD.replace(
        "codes: {EWI: unlawful, visa: inspected_and_admitted, in: {one_of: [paroled, "
        "inspected_and_admitted]}, nobody said: unknown}, ",
        "",
    ).replace(
        "place: {from: State, codes: {WA: US-WA, OR: US-OR, abroad: unknown}}",
        "place: {from: State}",
    )
    mapping, problems = mapping_of(text, library)
    assert mapping is not None, problems

    rows = [row(How="paroled", State="US-OR"), row(How="EWI", State="OR")]
    found, ledger = matters(tmp_path, library, *rows, mapping=mapping)
    first, second = (matter.case for matter in found)

    assert one_word("paroled") == said(first.facts["bs_entry_manner"])
    assert "US-OR" == str(first.decision.place)
    assert "bs_entry_manner" not in second.facts
    assert second.decision.place is None
    assert {"How": 1, "State": 1} == {name: c.total() for name, c in ledger.unmapped.items()}


def test_a_legal_conclusion_carries_the_agency_as_its_author(
    tmp_path: "Path", library: "Library"
) -> None:
    mapping, problems = mapping_of(
        GOOD.replace("removable: {when", "crim_aggravated_felony: {when"), library
    )
    assert mapping is not None, problems

    (found,), _ = matters(tmp_path, library, row(Charges=CHARGES), mapping=mapping)
    (claim,) = found.case.facts["crim_aggravated_felony"].claims

    assert "the agency" == claim.author


def test_in_audit_mode_a_fact_written_down_after_the_decision_does_not_count(
    tmp_path: "Path", library: "Library"
) -> None:
    case = one(tmp_path, library)
    reading = Reading(mode="audit", known_on=case.decision.day)

    view = view_case(case, library.dictionary, reading, "decision_date")

    assert "bs_last_entry_date" not in view.known
    assert "bs_entry_manner" in view.known, "a claim without a day counts in every mode"


def test_a_redacted_fact_is_missing_for_that_reason(tmp_path: "Path", library: "Library") -> None:
    case = one(tmp_path, library, How="GONE")

    assessed = Assessor(library).assess(case, Request(today=TODAY))
    reasons = {
        missing.fact: missing.reason
        for assessment in assessed.assessments
        for missing in assessment.missing
    }

    assert "redacted" == reasons["bs_entry_manner"]
    assert "not_asked" == reasons["bs_apprehension_place"]


def test_what_is_protected_changes_nothing(tmp_path: "Path", library: "Library") -> None:
    first, second = row(Gender="M"), row(Gender="F")

    (one_way,), _ = matters(tmp_path, library, first)
    (other_way,), _ = matters(tmp_path, library, second)

    assert one_way == other_way


def test_no_matter_names_anything_but_its_row(tmp_path: "Path", library: "Library") -> None:
    assert "row 1 of made_up.csv" == one(tmp_path, library, Note="Jane Doe").name
    assert "Jane Doe" not in repr(one(tmp_path, library, Note="Jane Doe"))
