"""The bundled mapping of Forms I-213, on made-up rows: what each column says and does not."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from discretion.caseload.rows import matches
from discretion.facts.values import Choices
from discretion.facts.values import one_word
from discretion.truth import Truth

if TYPE_CHECKING:
    from discretion.caseload.mapping import Mapping
    from discretion.caseload.matters import Matter
    from discretion.facts.casefile import CaseFile
    from discretion.facts.values import Values
    from discretion.rules.library import Library

MADE_UP = Path(__file__).parent / "made_up_i213.csv"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return Ledger(MADE_UP.name)


@pytest.fixture(scope="module")
def made(seattle: "Mapping", library: "Library", ledger: Ledger) -> "dict[int, Matter]":
    """Return the matter of each made-up row, by its number."""
    found = read_matters(MADE_UP, seattle, library.words, ledger)
    return {matter.address.row: matter for matter in found}


def fact(case: "CaseFile", name: str) -> "Values | None":
    account = case.facts.get(name)
    return account.claims[0].values if account is not None and account.claims else None


def field(case: "CaseFile", items: str, name: str) -> list[str | None]:
    found = []
    for record in case.lists[items].records:
        account = record.get(name)
        values = account.claims[0].values if account is not None and account.claims else None
        found.append(str(values.single) if values is not None else None)
    return found


def test_the_mapping_matches_the_layout(seattle: "Mapping") -> None:
    assert matches(MADE_UP, seattle)


def test_every_row_with_a_day_is_a_matter(made: "dict[int, Matter]", ledger: Ledger) -> None:
    assert 15 == ledger.rows
    assert {12} == set(range(1, 16)) - made.keys()


@pytest.mark.parametrize(
    ("row", "manner", "why"),
    [
        (1, one_word("unlawful"), "without inspection is itself a manner of entry"),
        (2, None, "a charge of presence without admission is no record of an entry"),
        (4, None, "a class of visitor is a category, from which admission would be concluded"),
        (8, None, "it is redacted"),
        (9, None, "it is blank"),
        (13, None, "no code covers it"),
    ],
)
def test_the_manner_of_entry_is_what_the_class_itself_records(
    row: int, manner: "Values | None", why: str, made: "dict[int, Matter]"
) -> None:
    assert manner == fact(made[row].case, "bs_entry_manner"), why


@pytest.mark.parametrize(
    ("row", "place"),
    [
        (1, None),
        (6, one_word("border")),
        (7, Choices(frozenset(("border", "poe")))),
        (13, None),
    ],
)
def test_the_method_of_arrest_says_where_only_at_the_border(
    row: int, place: "Values | None", made: "dict[int, Matter]"
) -> None:
    assert place == fact(made[row].case, "bs_apprehension_place")


def test_charges_stay_charges(made: "dict[int, Matter]") -> None:
    case = made[4].case

    assert ["237a1B", "237a2Aiii"] == field(case, "charges", "section")
    assert "crim_aggravated_felony" not in case.facts
    assert Truth.UNKNOWN is case.lists["charges"].complete
    assert ["8 USC 1326(b)(1)"] == field(made[15].case, "charges", "section")


@pytest.mark.parametrize(("row", "removable"), [(1, "yes"), (4, "yes"), (9, None), (15, None)])
def test_a_charged_ground_is_the_government_saying_that_the_person_may_be_removed(
    row: int, removable: str | None, made: "dict[int, Matter]"
) -> None:
    values = fact(made[row].case, "removable")

    assert removable == (values.single if values is not None else None)


def test_the_state_of_a_charge_is_its_disposition(made: "dict[int, Matter]") -> None:
    case = made[4].case

    assert ["convicted", "pending", "dismissed", "vacated", None] == field(
        case, "offences", "disposition"
    )
    assert [[], []] == [
        [value for value in field(case, "offences", name) if value]
        for name in ("offence_on", "convicted_on")
    ]
    assert Truth.UNKNOWN is case.lists["offences"].complete


def test_no_blank_record_of_charges_is_a_clean_one(made: "dict[int, Matter]") -> None:
    with_charges = [number for number, matter in made.items() if "offences" in matter.case.lists]

    assert [4] == with_charges


def test_only_citizens_are_taken_to_be_family_in_the_country(made: "dict[int, Matter]") -> None:
    assert ["child"] == field(made[1].case, "family", "relation")
    assert ["spouse"] == field(made[3].case, "family", "relation")
    assert ["citizen"] == field(made[3].case, "family", "status")
    assert Truth.UNKNOWN is made[1].case.lists["family"].complete
    assert "family" not in made[2].case.lists


@pytest.mark.parametrize(("row", "reason"), [(1, None), (2, None), (8, "redacted"), (9, None)])
def test_no_answer_about_health_is_a_yes_or_a_no(
    row: int, reason: str | None, made: "dict[int, Matter]"
) -> None:
    account = made[row].case.facts.get("mit_condition_requiring_care")

    assert reason == (None if account is None else account.reason)
    assert account is None or () == account.claims


def test_equal_rows_are_two_matters(made: "dict[int, Matter]") -> None:
    assert made[10].case.lists == made[11].case.lists
    assert made[10].address != made[11].address


def test_dates_that_cannot_be_right_are_flagged_and_kept(
    made: "dict[int, Matter]", ledger: Ledger
) -> None:
    assert [[5], [14]] == list(ledger.flags.values())
    assert "bs_last_entry_date" in made[5].case.facts


def test_what_is_protected_is_never_read(seattle: "Mapping") -> None:
    protected = {"citizenship_country_descr", "gender_code", "marital_status_descr"}

    assert protected == set(seattle.quarantine)
    assert protected.isdisjoint(seattle.columns)


def test_what_was_decided_is_never_read(seattle: "Mapping") -> None:
    assert "processing_disposition_descr" not in seattle.columns
    assert "processing_disposition_descr" == seattle.groups["disposition"].name


def test_the_form_is_never_later_than_the_arrest_it_records(made: "dict[int, Matter]") -> None:
    claims = [
        claim
        for matter in made.values()
        for account in matter.case.facts.values()
        for claim in account.claims
    ]

    assert claims
    assert {None} == {claim.on for claim in claims}


def test_the_groups_of_a_row_stand_beside_its_case(made: "dict[int, Matter]") -> None:
    assert {
        "method": "Crewman/Stowaway",
        "office": "Made-up office",
        "landmark": "MADE UP",
        "disposition": "Other",
        "county": "Made-up County",
        "state": "WA",
    } == made[7].groups
    assert "state" not in made[8].groups, "a blank cell is in no group"


def test_everything_met_is_reported_once_and_counted(
    made: "dict[int, Matter]", ledger: Ledger
) -> None:
    assert made
    assert [
        "the decision has no day in 1 row, and no matter is made of them",
        "no code covers 1 cell of `entry_admission_class_descr`: `Traveller Through Time`",
        "no code covers 1 cell of `apprehension_method_descr`: `Telepathy`",
        "no code covers 1 cell of `apprehension_state`: `ZZ`",
        "1 cell of `entry_date` cannot be read as the column's type",
        "`bs_last_entry_date` lies after the day of the decision in 1 row",
        "`bs_last_entry_date` lies before `birth_date` in 1 row",
    ] == [problem.message for problem in ledger.problems()]
