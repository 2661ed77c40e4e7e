"""What a gate keeps inside goes out only on an override that counsel signed."""

from pathlib import Path

import pytest

from tests.cli.console import EXAMPLE
from tests.cli.console import run
from tests.cli.console import write_case

UNKNOWN = "facts: {known_to_government: no}\n"
OUT = ("--audience", "outward")


def override(gate: str, *, without: str = "") -> str:
    keys = {
        "gate": gate,
        "by": "A. Counsel",
        "role": "attorney",
        "on": "2022-01-05",
        "reason": "The client asks for it.",
    }
    written = ", ".join(f"{key}: {value}" for key, value in keys.items() if key != without)
    return f"overrides: [{{{written}}}]\n"


def test_a_person_unknown_to_the_government_gets_no_outward_document(tmp_path: Path) -> None:
    said = run("assess", write_case(tmp_path, UNKNOWN), *OUT)

    assert 1 == said.code
    assert "" == said.out
    assert "gate: unknown_to_government" in said.err


def test_a_person_of_whom_nobody_recorded_it_gets_none_either(tmp_path: Path) -> None:
    said = run("assess", write_case(tmp_path, "facts: {removable: yes}\n"), *OUT)

    assert (1, "") == (said.code, said.out)
    assert "Nobody has recorded whether the government knows of the person, and the" in said.err


def test_inside_the_same_case_is_assessed(tmp_path: Path) -> None:
    assert 0 == run("assess", write_case(tmp_path, UNKNOWN)).code


def test_counsel_may_override_the_gate_on_the_record(tmp_path: Path) -> None:
    path = write_case(tmp_path, UNKNOWN + override("unknown_to_government"))

    assert 0 == run("assess", path, *OUT).code


def test_the_override_of_one_gate_opens_no_other(tmp_path: Path) -> None:
    path = write_case(tmp_path, UNKNOWN + override("no_policy_open"))

    assert 1 == run("assess", path, *OUT).code


@pytest.mark.parametrize("key", ["by", "role", "on", "reason"])
def test_an_override_without_signer_day_or_reason_is_refused(tmp_path: Path, key: str) -> None:
    path = write_case(tmp_path, UNKNOWN + override("unknown_to_government", without=key))

    said = run("assess", path, *OUT)

    assert 3 == said.code
    assert f"`{key}`" in said.err


def test_an_override_of_an_unknown_gate_is_refused(tmp_path: Path) -> None:
    path = write_case(tmp_path, UNKNOWN + override("unknown_to_goverment"))

    assert "did you mean `unknown_to_government`?" in run("assess", path, *OUT).err


def test_where_nothing_governed_nothing_goes_out() -> None:
    said = run("assess", EXAMPLE, "--on", "1990-01-01", *OUT)

    assert 1 == said.code
    assert "gate: no_policy_open" in said.err


def test_an_instrument_that_did_not_govern_is_no_authority() -> None:
    said = run("assess", EXAMPLE, "--policy", "ice-2021-02-18-interim", *OUT)

    assert 1 == said.code
    assert "did not govern and is no authority" in said.err


def test_inside_it_may_be_studied_and_says_so() -> None:
    said = run("assess", EXAMPLE, "--policy", "ice-2021-02-18-interim")

    text = " ".join(said.out.split())

    assert 0 == said.code
    assert "this instrument did not govern the decision, and is no authority for it" in text


def test_a_refusal_as_json_tells_the_gate(tmp_path: Path) -> None:
    said = run("assess", write_case(tmp_path, UNKNOWN), *OUT, "--json")

    assert 1 == said.code
    assert "unknown_to_government" in said.answer["problems"][0]["message"]
