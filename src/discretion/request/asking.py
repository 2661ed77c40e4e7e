"""What a request asks for: decisions in their order, shaped by what the person agreed to."""

from collections.abc import Iterable
from datetime import date

from discretion.facts.casefile import CaseFile
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.request.checklist import Checklist
from discretion.request.gates import is_refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The decisions that a request asks for, the first one before all others.

    `left_out` are those that were to be asked for and that the person did not agree to; nothing
    that goes out may name them.
    """

    decisions: tuple[str, ...]
    left_out: tuple[str, ...]


def asking_of(
    case: CaseFile, named: Iterable[str], checklist: Checklist, filing_on: date
) -> Asking:
    """Return what a request asks for.

    What the person refused on record is left out, and what the checklist names in its place stands
    there instead. What nobody asked the person about stays, and its gate stops the request.

    Args:
        case: a person's case.
        named: types of decision in the order of preference; none is the file's own.
        checklist: what only the person can agree to.
        filing_on: the day of the filing.

    """
    wanted = tuple(named) or tuple(filter(None, (case.decision.type,)))
    refused = [row for row in checklist.consents if is_refused(row, case, filing_on)]
    found: list[str] = []
    for decision in wanted:
        rows = [row for row in refused if decision in row.decisions]
        found.extend(each for row in rows for each in row.instead)
        if not rows:
            found.append(decision)
    out = frozenset(decision for row in refused for decision in row.decisions)
    return Asking(
        decisions=tuple(dict.fromkeys(each for each in found if each not in out)),
        left_out=tuple(each for each in wanted if each in out),
    )


def asked_for(case: CaseFile, asking: Asking) -> CaseFile:
    """Return the case with the first decision that is asked for as what is to be decided."""
    first = next(iter(asking.decisions), case.decision.type)
    return replace(case, decision=replace(case.decision, type=first))
