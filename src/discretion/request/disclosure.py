"""Disclosure: which facts and papers may go out, which need a second confirmation, which stay."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from enum import Enum
from types import MappingProxyType

from discretion.facts.casefile import Account
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import RecordList
from discretion.facts.view import SHOWN_OUTSIDE
from discretion.frozen import dataclass
from discretion.frozen import replace

PROTECTED = "protected"
"""The disclosure of what the law protects. Source: 8 USC 1367."""


class Way(Enum):
    """What may become of a fact or a paper."""

    GOES_OUT = "may_go_out"
    SECOND = "second_confirmation"
    STAYS = "stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class FactWay:
    """A fact, a list or a field of a record of it, and what may become of it.

    `name` is the fact's, `offences[1].weapon` for a field that differs from its list. `papers` are
    those on which a claim of it rests, `papers_out` those of them that may go out.
    """

    name: str
    fact: str
    way: Way
    papers: tuple[str, ...]
    papers_out: tuple[str, ...]


def way_of(disclosure: str) -> Way:
    """Return what may become of something by what the file says of its disclosure."""
    if disclosure in SHOWN_OUTSIDE:
        return Way.GOES_OUT
    return Way.SECOND if disclosure == PROTECTED else Way.STAYS


def ways_of_facts(case: CaseFile) -> tuple[FactWay, ...]:
    """Return every fact that a file says something of, with what may become of it."""
    return tuple(_ways(case))


def _ways(case: CaseFile) -> Iterator[FactWay]:
    def found(name: str, fact: str, way: Way, accounts: Iterable[Account]) -> FactWay:
        named = (paper for each in accounts for claim in each.claims for paper in claim.evidence)
        papers = tuple(name for name in dict.fromkeys(named) if name in case.evidence)
        out = tuple(
            name for name in papers if way_of(case.evidence[name].disclosure) is Way.GOES_OUT
        )
        return FactWay(name=name, fact=fact, way=way, papers=papers, papers_out=out)

    for name, account in case.facts.items():
        if account.claims:
            yield found(name, name, way_of(account.disclosure), (account,))
    for name, listed in case.lists.items():
        if not listed.records:
            continue
        way = way_of(listed.disclosure)
        yield found(name, name, way, (a for record in listed.records for a in record.values()))
        for number, record in enumerate(listed.records, start=1):
            for key, account in record.items():
                own = way_of(account.disclosure)
                if way is Way.GOES_OUT and own is not way and account.claims:
                    yield found(f"{name}[{number}].{key}", name, own, (account,))


def shown_alone(case: CaseFile) -> CaseFile:
    """Return the case with nothing but what may go out.

    What officials and counsel wrote about open terms has no disclosure of its own, and never does.
    """
    return replace(
        case,
        judgments=MappingProxyType({}),
        facts=_shown(case.facts),
        lists=MappingProxyType(
            {
                name: _shown_list(listed)
                for name, listed in case.lists.items()
                if way_of(listed.disclosure) is Way.GOES_OUT
            }
        ),
    )


def _shown(accounts: Table[str, Account]) -> Table[str, Account]:
    return MappingProxyType(
        {
            name: account
            for name, account in accounts.items()
            if way_of(account.disclosure) is Way.GOES_OUT
        }
    )


def _shown_list(listed: RecordList) -> RecordList:
    return replace(listed, records=tuple(_shown(record) for record in listed.records))
