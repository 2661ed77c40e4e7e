"""The real operations in both modes, and the golden tests of the worksite line, as data."""

import pytest

from discretion.rules.cases import read_cases
from tests.screens.screening import Row
from tests.screens.screening import answered
from tests.screens.screening import library
from tests.screens.screening import read_rows

OPERATIONS = read_rows("operations.yaml")
GOLDEN = read_rows("golden.yaml")
RETALIATION = read_rows("retaliation.yaml")
PROTECTION = read_rows("protection.yaml")
ALL = [
    *(pytest.param(row, id=f"{row['file']} {row['mode']}") for row in OPERATIONS),
    *(pytest.param(row, id=row["test"]) for row in (*GOLDEN, *PROTECTION)),
    *(
        pytest.param(row, id=row.get("test") or f"{row['file']} {row.get('known_on', '')}")
        for row in RETALIATION
    ),
]


def told(answer: Row, key: str) -> object:
    """Return what an answer says of one thing that a case may expect, in the form of a case."""
    match key:
        case "actions":
            return {row["action"]: row["state"] for row in answer["actions"]}
        case "interpretations":
            return {row["interpretation"]: row["state"] for row in answer["interpretations"]}
        case "findings":
            return {
                row["rule"]: {
                    kind: other["truth"]
                    for other in answer["findings"]
                    if other["rule"] == row["rule"]
                    for kind in other["actions"]
                }
                for row in answer["findings"]
            }
        case "measures":
            return {row["rule"]: row["measure"] for row in answer["findings"]}
        case "missing":
            return [row["fact"] for row in answer["missing"]]
        case "problems":
            return [row["code"] for row in answer["problems"]]
        case "owed":
            return answer["individual_assessments_owed"]
        case _:
            return answer[key]


def held_in(expected: object, actual: object) -> bool:
    """Tell whether everything that is expected is there; more may be."""
    if isinstance(expected, dict) and isinstance(actual, dict):
        return all(key in actual and held_in(each, actual[key]) for key, each in expected.items())
    if isinstance(expected, list) and isinstance(actual, list) and expected:
        return all(each in actual for each in expected)
    return expected == actual


@pytest.mark.parametrize("row", ALL)
def test_a_matter_comes_to_what_is_expected(row: Row) -> None:
    answer = answered(row)
    found = {key: told(answer, key) for key in row["expect"]}

    assert held_in(row["expect"], found), found


def test_every_state_of_an_operation_is_reached() -> None:
    answers = [answered(row) for row in (*OPERATIONS, *GOLDEN, *read_rows("states.yaml"))]
    reached = {answer["state"] for answer in answers if answer["matter"] == "operation"}
    table = {row.token for row in library().pack("screen-operation").outcomes}

    assert table == reached


def test_every_state_of_a_matter_of_retaliation_is_reached() -> None:
    pack = library().pack("screen-retaliation")
    reached = {answered(row)["state"] for row in RETALIATION}
    shown = {
        case.expect.established
        for case in read_cases(library(), pack)[0].cases
        if case.expect.established
    }

    assert {*(row.token for row in pack.outcomes), pack.when_open} == reached | shown


def test_every_state_of_a_request_for_protection_is_reached() -> None:
    pack = library().pack("screen-protection")
    reached = {answered(row)["state"] for row in PROTECTION}
    shown = {
        case.expect.established
        for case in read_cases(library(), pack)[0].cases
        if case.expect.established
    }

    assert {*(row.token for row in pack.outcomes), pack.when_open} == reached | shown


def test_each_real_operation_is_screened_in_both_modes() -> None:
    modes: dict[str, set[str]] = {}
    for row in OPERATIONS:
        modes.setdefault(row["file"], set()).add(row["mode"])

    assert 15 == len(modes)
    assert all(each == {"as_of_actual", "counterfactual"} for each in modes.values())
