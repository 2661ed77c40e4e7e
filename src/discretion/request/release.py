"""Release: what the law protects goes out after two acts, the person's consent and a name."""

from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from discretion.entries import YES
from discretion.errors import Problem
from discretion.facts.casefile import Account
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import Evidence
from discretion.facts.casefile import RecordList
from discretion.frozen import replace
from discretion.request.disclosure import PROTECTED
from discretion.request.gates import answers_of

SHOWN = "may_disclose"
"""The disclosure of what was released."""
Disclosed = TypeVar("Disclosed", Account, RecordList, Evidence)
"""What a file says the disclosure of."""
CONSENT = "disclosure"
"""The kind of consent that says that the person agreed to it."""


def released(
    case: CaseFile, names: Collection[str], filing_on: date
) -> tuple[CaseFile, tuple[Problem, ...]]:
    """Return a case in which protected facts, lists and papers may go out, by their names.

    Each has to be named, and the person's consent to disclosure has to be on record: neither does
    alone. What is not protected is not changed by naming it.

    Args:
        case: a person's case.
        names: facts, lists and papers that somebody confirmed a second time.
        filing_on: the day of the filing; a later consent does not count.

    """
    problems = tuple(_problems(case, names, filing_on))
    if problems or not names:
        return case, problems
    confirmed = frozenset(names)

    def shown(table: Table[str, Disclosed]) -> Table[str, Disclosed]:
        return MappingProxyType(
            {
                name: replace(each, disclosure=SHOWN) if name in confirmed else each
                for name, each in table.items()
            }
        )

    return (
        replace(
            case, facts=shown(case.facts), lists=shown(case.lists), evidence=shown(case.evidence)
        ),
        (),
    )


def _problems(case: CaseFile, names: Collection[str], filing_on: date) -> Iterator[Problem]:
    known: dict[str, Account | RecordList | Evidence]
    known = {**case.facts, **case.lists, **case.evidence}
    for name in names:
        found = known.get(name)
        if found is None:
            yield _refused(name, "the file says nothing of it", "name what the file names")
        elif found.disclosure != PROTECTED:
            says = f"its disclosure is `{found.disclosure}` and not `{PROTECTED}`"
            yield _refused(name, says, "leave it out: nothing has to be confirmed")
    answers = answers_of(CONSENT, case, filing_on)
    if names and not (answers and answers <= YES):
        yield Problem(
            code="no_consent_to_disclosure",
            message="what is protected cannot be confirmed: the person's consent is not on record",
            help="ask the person, and record `kind: disclosure` under `consents:`",
        )


def _refused(name: str, why: str, remedy: str) -> Problem:
    return Problem(
        code="cannot_confirm", message=f"`{name}` cannot be confirmed: {why}", help=remedy
    )
