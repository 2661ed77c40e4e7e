"""What counts on the day up to which facts are known, and what a file says of later days."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date

from discretion.dates import day_of
from discretion.errors import Problem
from discretion.facts.casefile import Account
from discretion.facts.casefile import CaseFile
from discretion.facts.dictionary import OVERRIDES
from discretion.facts.dictionary import Dictionary
from discretion.facts.matter import MatterType
from discretion.facts.values import Spans


def later_than_known(case: CaseFile, matter: MatterType, known_on: date) -> tuple[Problem, ...]:
    """Return a problem for each day in a file that lies after the day up to which facts count.

    Args:
        case: the matter.
        matter: its type; the day of the matter itself may lie ahead where it is planned.
        known_on: the day up to which facts count.

    """
    return tuple(dict.fromkeys(_later(case, matter, known_on)))


def counted_overrides(
    case: CaseFile, matter: MatterType, dictionary: Dictionary, known_on: date
) -> tuple[Table[str, str], ...]:
    """Return the overrides of a file that count: of a gate that a fact reads, by whom, and when.

    Args:
        case: the matter.
        matter: its type, which limits the facts.
        dictionary: says in which roles an override of which gate is signed.
        known_on: the day up to which facts count.

    """
    roles = {
        fact.signed_entry.kind: fact.signed_entry.roles
        for fact in dictionary.facts.values()
        if fact.signed_entry is not None
        and fact.signed_entry.list == OVERRIDES
        and (not matter.modules or fact.module in matter.modules)
    }
    return tuple(
        row
        for row in case.overrides
        if row["gate"] in roles
        and (not roles[row["gate"]] or row["role"] in roles[row["gate"]])
        and (on := day_of(row["on"])) is not None
        and on <= known_on
    )


def _later(case: CaseFile, matter: MatterType, known_on: date) -> Iterator[Problem]:
    own = matter.date_fact
    tables: list[tuple[str, Table[str, Account]]] = [("", case.facts)]
    tables.extend(("", item.facts) for item in case.items)
    tables.extend(
        (f"{name}.", record) for name, listed in case.lists.items() for record in listed.records
    )
    for prefix, accounts in tables:
        for name, account in accounts.items():
            if not prefix and name == own and matter.may_lie_ahead:
                continue
            yield from _told(f"{prefix}{name}", account, known_on)


def _told(name: str, account: Account, known_on: date) -> Iterator[Problem]:
    for claim in account.claims:
        values = claim.values
        low = values.low if isinstance(values, Spans) else None
        if isinstance(low, date) and low > known_on:
            what = f"`{name}` lies on {low.isoformat()}"
        elif claim.on is not None and claim.on > known_on:
            what = f"`{name}` was said on {claim.on.isoformat()}"
        else:
            continue
        yield Problem(
            code="later_than_known",
            message=f"{what}, after the day up to which facts are known, {known_on.isoformat()}",
            help="check the day, or name a later one with --known-on",
            line=account.line,
            severity="warning",
        )
