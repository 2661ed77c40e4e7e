"""What is said of a checked request, in the same words wherever it is told."""

from discretion.request.disclosure import Way
from discretion.request.factors import Lack
from discretion.request.gates import GateState
from discretion.request.gates import RequestGate
from discretion.request.grounds import Saying

GATE_STATES = {
    GateState.STOPS: "Stops",
    GateState.OVERRIDDEN: "Overridden",
    GateState.TELLS: "To know",
    GateState.PASSES: "Passes",
    GateState.NOT_NEEDED: "Override not needed",
}
SAYINGS = {
    Saying.UNTRUE: "Must not be said, because what stays inside says otherwise or leaves it open:",
    Saying.MAY_BE_SAID: "May be said:",
    Saying.INSIDE_FACTS: "Stays inside, because it rests on what stays:",
    Saying.RECALLED: "Stays inside, because nobody here had the text of the provision:",
    Saying.UNCERTAIN: "May not be said to be in force, because that is not certain:",
    Saying.NO_AUTHORITY: "No authority, and nothing but history:",
}
DISCLOSURES = {
    Way.GOES_OUT: "May go out",
    Way.SECOND: "Protected, and goes out after a second confirmation alone",
    Way.STAYS: "Stays inside",
}
LACKS = {
    Lack.STAYS: "what is recorded may not go out as it stands",
    Lack.NO_PAPER: "no paper is named for it",
    Lack.PAPERS_STAY: "none of its papers may go out as it stands",
}
SILENT = (
    "Of what stays inside a request may be silent. No sentence may deny it, and none may say that "
    "there is nothing of the kind."
)


def gate_in_words(gate: RequestGate) -> str:
    """Return a gate with its state, counsel's override, and what to do where it stops."""
    told = f"{GATE_STATES[gate.state]}: {gate.says} [{gate.gate}]"
    if gate.override is not None:
        row = gate.override
        reason = row["reason"].rstrip(".")
        told += f" Override by {row['by']}, {row['role']}, on {row['on']}: {reason}."
    return f"{told} {gate.remedy}".rstrip()
