"""What keeps a request from being filed: read on its day, and overridden on the record alone."""

from pathlib import Path

import pytest

from discretion.request import CheckedRequest
from discretion.request import GateState
from tests.request.made import FILED
from tests.request.made import KNOWN
from tests.request.made import OVERRIDE
from tests.request.made import check


def states(checked: CheckedRequest) -> dict[str, GateState]:
    return {gate.gate: gate.state for gate in checked.gates}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("  known_to_government: yes\n", GateState.PASSES),
        ("  known_to_government: no\n", GateState.STOPS),
        ("  removable: yes\n", GateState.STOPS),
    ],
)
def test_a_person_whom_the_government_may_not_know_of_stops_a_request(
    tmp_path: Path, said: str, state: GateState
) -> None:
    checked = check(tmp_path, f"{FILED}facts:\n{said}")

    assert state is states(checked)["unknown_to_government"]
    assert (state is GateState.STOPS) is checked.is_stopped


def test_an_override_is_told_with_its_reason_and_stops_nothing(tmp_path: Path) -> None:
    override = OVERRIDE.format(gate="unknown_to_government")
    checked = check(tmp_path, f"{FILED}facts: {{known_to_government: no}}\n{override}")

    overridden = [gate for gate in checked.gates if gate.state is GateState.OVERRIDDEN]

    assert ["A reason"] == [gate.override["reason"] for gate in overridden if gate.override]
    assert not checked.is_stopped


def test_an_override_of_somebody_who_is_not_counsel_lifts_nothing(tmp_path: Path) -> None:
    override = OVERRIDE.format(gate="unknown_to_government").replace("attorney", "paralegal")
    checked = check(tmp_path, f"{FILED}facts: {{known_to_government: no}}\n{override}")

    found = [gate.state for gate in checked.gates if gate.gate == "unknown_to_government"]

    assert [GateState.STOPS, GateState.TELLS] == found
    assert "`paralegal`" in checked.gates[-1].says


def test_an_override_of_a_gate_that_does_not_stand_is_told_as_not_needed(tmp_path: Path) -> None:
    checked = check(tmp_path, f"{FILED}facts:\n{KNOWN}{OVERRIDE.format(gate='program_closed')}")

    assert GateState.NOT_NEEDED is states(checked)["program_closed"]


def test_gates_are_read_on_the_filing_date_and_never_on_the_day_of_the_decision(
    tmp_path: Path,
) -> None:
    then, now = (check(tmp_path, f"{filed}facts:\n{KNOWN}") for filed in (FILED, ""))

    assert GateState.PASSES is states(then)["no_policy_open"]
    assert GateState.STOPS is states(now)["no_policy_open"]
    assert "24 November 2026" in " ".join(gate.says for gate in now.gates)


def test_what_is_not_certain_to_be_in_force_stops_too(tmp_path: Path) -> None:
    text = f"filing_date: 2022-04-01\nfacts:\n{KNOWN}"
    checked = check(tmp_path, text, kind="execute_removal_order")

    says = {gate.gate: gate.says for gate in checked.gates}

    assert GateState.STOPS is states(checked)["no_policy_open"]
    assert "It is not certain" in says["no_policy_open"]


def test_a_claim_to_citizenship_stops_and_no_override_lifts_it(tmp_path: Path) -> None:
    checked = check(tmp_path, f"{FILED}facts:\n{KNOWN}  claims_us_citizenship: yes\n")

    assert GateState.STOPS is states(checked)["claims_us_citizenship"]


def test_contested_removability_is_told_and_stops_nothing(tmp_path: Path) -> None:
    checked = check(tmp_path, f"{FILED}facts:\n{KNOWN}  removability_contested: yes\n")

    assert GateState.TELLS is states(checked)["removability_contested"]
    assert not checked.is_stopped


def answered(answer: str, on: str, *, kind: str = "dismissal") -> str:
    return f"  - {{kind: {kind}, answer: {answer}, by: the person, on: {on}}}\n"


NO, YES = answered("no", "2022-01-20"), answered("yes", "2022-01-20")


@pytest.mark.parametrize(
    ("rows", "is_agreed"),
    [
        ("  []\n", False),
        (YES, True),
        (NO, False),
        # The last answer counts, and one that came after the filing does not.
        (NO + answered("yes", "2022-01-21"), True),
        (answered("yes", "2022-02-02"), False),
        # Two answers on one day, and a word that is neither, are no answer.
        (NO + YES, False),
        (answered("perhaps", "2022-01-20"), False),
        (answered("yes", "2022-01-20", kind="disclosure"), False),
    ],
)
def test_consent_to_dismissal_shapes_the_request(
    tmp_path: Path, rows: str, *, is_agreed: bool
) -> None:
    text = f"{FILED}facts:\n{KNOWN}consents:\n{rows}"
    asking, otherwise = (
        states(check(tmp_path, text, kind=kind))["dismissal"]
        for kind in ("dismissal", "continuance")
    )

    assert (GateState.PASSES if is_agreed else GateState.STOPS) is asking
    assert (GateState.PASSES if is_agreed else GateState.TELLS) is otherwise
