"""Gates: what keeps a request from being filed on a day, and what counsel overrode on record."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from enum import Enum

from discretion.assess.assess import NO_OUTWARD
from discretion.assess.assess import NO_POLICY
from discretion.assess.assessment import AssessedCase
from discretion.assess.assessment import Gate
from discretion.assess.unguided import guides
from discretion.dates import day_of
from discretion.dates import long_date
from discretion.entries import NO
from discretion.entries import YES
from discretion.facts.casefile import CaseFile
from discretion.frozen import dataclass
from discretion.law.standing import Standing
from discretion.law.standing import standings
from discretion.request.checklist import Checklist
from discretion.request.checklist import ConsentRow
from discretion.rules.library import Library
from discretion.truth import Truth
from discretion.truth import disjunction

STOP = "stop"
"""The effect of a gate of a matter type that stops everything."""
NOT_SO = "The file says that this does not stand in the way."
Override = Table[str, str]


class GateState(Enum):
    """How a gate stands: it lets the request pass, stops it, was overridden, or tells something."""

    PASSES = "passes"
    STOPS = "stops"
    OVERRIDDEN = "overridden"
    TELLS = "tells"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestGate:
    """A gate as it stands: what it says, what to do where it stops, and counsel's override."""

    gate: str
    state: GateState
    says: str
    remedy: str = ""
    override: Override | None = None


def guiding_standings(assessed: AssessedCase, library: Library) -> dict[str, Standing]:
    """Return how each instrument stood that guides such a decision, without those that did not."""
    decision = assessed.question.decision
    return {
        name: standing
        for name, standing in standings(assessed.governing).items()
        if standing.governs is not Truth.FALSE and guides(library.pack(name), decision, standing)
    }


def gates_of(
    assessed: AssessedCase, library: Library, checklist: Checklist, asks: tuple[str, ...] = ()
) -> tuple[RequestGate, ...]:
    """Return every gate before a request, read on the day of which the case was assessed.

    Args:
        assessed: the case on the day of its filing.
        library: the policies.
        checklist: whose override counts, and what only the person can agree to.
        asks: everything that the request asks for; empty for the decision of the case alone.

    """
    signed = assessed.case.overrides
    overrides = {
        row["gate"]: row
        for row in signed
        if row["role"] in checklist.counsel and _is_signed(row, assessed)
    }
    wanted = asks or (assessed.question.decision,)
    found = [_of_matter(gate, overrides) for gate in assessed.threshold]
    found.append(_of_policy(assessed, library, overrides))
    found.extend(_of_consent(row, assessed, wanted) for row in checklist.consents)
    used = {gate.gate for gate in found if gate.state is GateState.OVERRIDDEN}
    found.extend(_unused(overrides, used))
    found.extend(_of_others(row) for row in signed if row["role"] not in checklist.counsel)
    found.extend(_of_later(row) for row in signed if not _is_signed(row, assessed))
    return tuple(found)


def _is_signed(row: Override, assessed: AssessedCase) -> bool:
    """Tell whether an override was signed by the day of the filing; one without a day was not."""
    on = day_of(row["on"])
    return on is not None and on <= assessed.question.on


def _of_matter(gate: Gate, overrides: Table[str, Override]) -> RequestGate:
    is_met = gate.state is Truth.TRUE
    if gate.state is Truth.FALSE:
        return RequestGate(gate=gate.gate, state=GateState.PASSES, says=NOT_SO)
    if gate.effect == NO_OUTWARD:
        remedy = "Record the fact in the file" if not is_met else "Send nothing"
        return _stopping(gate.gate, gate.says, f"{remedy}, or", overrides)
    if gate.effect == STOP and is_met:
        remedy = "Have it resolved by the officials responsible; nobody can override this."
        return RequestGate(gate=gate.gate, state=GateState.STOPS, says=gate.says, remedy=remedy)
    return RequestGate(gate=gate.gate, state=GateState.TELLS, says=gate.says)


def _of_policy(
    assessed: AssessedCase, library: Library, overrides: Table[str, Override]
) -> RequestGate:
    stood = guiding_standings(assessed, library)
    state = disjunction(standing.governs for standing in stood.values())
    day = long_date(assessed.question.on)
    if state is Truth.TRUE:
        certain = [name for name, each in stood.items() if each.governs is Truth.TRUE]
        titles = ", ".join(library.instruments[name].title for name in certain)
        says = f"On {day} such a decision is governed by: {titles}."
        return RequestGate(gate=NO_POLICY, state=GateState.PASSES, says=says)
    says = f"No policy that guides such a decision is in force on {day}."
    if state is Truth.UNKNOWN:
        says = f"It is not certain that any policy guides such a decision on {day}."
    return _stopping(NO_POLICY, says, "Send nothing that cites a policy, or", overrides)


def _stopping(gate: str, says: str, remedy: str, overrides: Table[str, Override]) -> RequestGate:
    """Return a gate that stops, unless counsel's override of it is on the record."""
    override = overrides.get(gate)
    if override is not None:
        return RequestGate(gate=gate, state=GateState.OVERRIDDEN, says=says, override=override)
    counsel = f"{remedy} have counsel record an override with its reason (`gate: {gate}`)."
    return RequestGate(gate=gate, state=GateState.STOPS, says=says, remedy=counsel)


def _of_consent(row: ConsentRow, assessed: AssessedCase, wanted: tuple[str, ...]) -> RequestGate:
    """Return how the person's own answer shapes the request."""
    answers = answers_of(row.kind, assessed.case, assessed.question.on)
    bears = not row.decisions.isdisjoint(wanted)
    if answers and answers <= YES:
        return RequestGate(gate=row.kind, state=GateState.PASSES, says=row.agreed)
    refused = is_refused(row, assessed.case, assessed.question.on)
    says = row.refused if refused else row.open
    remedy = "Ask for something else." if refused else "Ask the person, and record the answer."
    return RequestGate(
        gate=row.kind,
        state=GateState.STOPS if bears else GateState.TELLS,
        says=says,
        remedy=remedy if bears else "",
    )


def is_refused(row: ConsentRow, case: CaseFile, filing_on: date) -> bool:
    """Tell whether the person said no to something, and nothing else on the same day."""
    answers = answers_of(row.kind, case, filing_on)
    return bool(answers) and answers <= NO


def answers_of(kind: str, case: CaseFile, filing_on: date) -> frozenset[str]:
    """Return the person's answers of the latest day up to the filing; several may differ."""
    given = [
        (on, each["answer"])
        for each in case.consents
        if each["kind"] == kind and (on := day_of(each["on"])) and on <= filing_on
    ]
    last = max((on for on, _ in given), default=None)
    return frozenset(answer for on, answer in given if on == last)


def _of_others(row: Override) -> RequestGate:
    """Return that an override does not count, because it is not counsel's."""
    says = f"An override is signed by a `{row['role']}`, and does not count: only counsel's does."
    return RequestGate(gate=row["gate"], state=GateState.TELLS, says=says, override=row)


def _of_later(row: Override) -> RequestGate:
    """Return that an override does not count, because it was signed after the filing."""
    says = f"An override is signed on {row['on']}, after the filing, and does not count yet."
    return RequestGate(gate=row["gate"], state=GateState.TELLS, says=says, override=row)


def _unused(overrides: Table[str, Override], used: set[str]) -> Iterator[RequestGate]:
    for gate, row in overrides.items():
        if gate not in used:
            says = "Counsel recorded an override, and this gate does not stand before this request."
            yield RequestGate(gate=gate, state=GateState.NOT_NEEDED, says=says, override=row)
