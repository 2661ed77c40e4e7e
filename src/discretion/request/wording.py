"""What is said of a checked request, in the same words wherever it is told."""

from discretion.dates import long_date
from discretion.request.dates.deadlines import Deadline
from discretion.request.disclosure import Way
from discretion.request.factors import Lack
from discretion.request.gates import GateState
from discretion.request.gates import RequestGate
from discretion.request.grounds import Saying

OPEN = "No day yet"
"""What stands in the place of a day that nobody can count."""
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


def deadline_in_words(each: Deadline) -> str:
    """Return a deadline as one paragraph."""
    due = long_date(each.due) if each.due else OPEN
    past = " (past)" if each.is_past else ""
    before = f" The last business day before it is {long_date(each.before)}." if each.before else ""
    about = f" {each.subject.rstrip('.')}." if each.subject else ""
    counted = each.counted[:1].upper() + each.counted[1:].rstrip(".")
    return f"{due}{past}: {each.title}.{about} {counted}.{before} Source: {each.source}."
