"""The facts as one reader may use them: one set of values each, from the claims that count.

What counts depends on the mode (what the decider had, or everything up to filing), on whose
account is read, and on what may be shown outside.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType

from discretion.entries import nothing
from discretion.facts.casefile import Account
from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import Claim
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.values import union
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.frozen import replace
from discretion.truth import TRUE
from discretion.truth import UNKNOWN
from discretion.truth import Truth

MODES = ("audit", "request", "review")
SHOWN_OUTSIDE = frozenset(("may_disclose", "disclosed", "as_its_list"))
ASSUMED = "assumed"
"""The reason of a fact, or of `offences.complete`, that a study closed: nobody says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Which claims count: the mode, the day up to which facts are known, and whose account.

    In audit mode a claim counts when the decider had it by `known_on`; in request and review mode
    when it was made by then. A claim without a date counts in every mode. `party` is empty,
    `agency` or `client`; with `outward` only what may be disclosed is read.
    """

    mode: str
    known_on: date
    party: str = ""
    outward: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The values every fact may still have, in one reading of one case.

    `known` holds only what something is claimed of; everything else has its whole domain, or its
    absent value for a record fact nobody recorded where `is_record` says that this file is the
    decision's own record. `reasons` says why a fact is open, or that it is known by assumption.
    `inapplicable` names the facts, and the fields as `offences[1].level`, that the file calls not
    applicable. `settled` maps a judgment that an official settled, and
    whose facts have not changed since, to whether it is met.
    """

    dictionary: Dictionary
    day: date
    known: Table[str, Values]
    records: Table[str, tuple[Table[str, Values], ...]] = field(default_factory=nothing)
    complete: Table[str, Truth] = field(default_factory=nothing)
    reasons: Table[str, str] = field(default_factory=nothing)
    inapplicable: frozenset[str] = frozenset()
    settled: Table[str, bool] = field(default_factory=nothing)
    is_record: bool = True
    _domains: dict[str, Values] = field(default_factory=dict, compare=False)

    def values(self, name: str) -> Values:
        """Return the values a fact may still have."""
        found = self.known.get(name) or self._domains.get(name)
        if found is None:
            found = self._domains[name] = self._domain(name, self.dictionary.facts[name])
        return found

    def field_values(self, items: str, record: Table[str, Values], name: str) -> Values:
        """Return the values a field of one record of a list may still have."""
        found = record.get(name)
        if found is not None:
            return found
        key = f"{items}.{name}"
        found = self._domains.get(key)
        if found is None:
            fact = self.dictionary.facts[items].fields[name]
            found = self._domains[key] = self._domain(key, fact)
        return found

    def completeness(self, items: str) -> Truth:
        """Return whether the records of a list are all there are."""
        known = self.complete.get(items)
        if known is not None:
            return known
        return TRUE if self.absent(items) else UNKNOWN

    def absent(self, name: str) -> str:
        """Return the value a record fact has while nobody records it, empty for other facts."""
        return self.dictionary.facts[name].absent if self.is_record else ""

    def listed(self, items: str) -> tuple[Table[str, Values], ...]:
        """Return the records of a list that are known."""
        return self.records.get(items, ())

    def with_known(self, more: Table[str, Values], reasons: Table[str, str]) -> "View":
        """Return the view with more facts known."""
        return replace(
            self,
            known=MappingProxyType({**self.known, **more}),
            reasons=MappingProxyType({**self.reasons, **reasons}),
        )

    def with_settled(self, settled: Table[str, bool]) -> "View":
        """Return the view with these judgments settled and no others."""
        return replace(self, settled=MappingProxyType(dict(settled)))

    def _domain(self, name: str, fact: FactType) -> Values:
        key = (name, self.is_record)
        found = self.dictionary.undated.get(key)
        if found is None:
            absent = fact.absent if self.is_record else ""
            found = one_word(absent) if absent else fact.domain(self.day)
            if absent or fact.kind is not Kind.DATE:
                self.dictionary.undated[key] = found
        return found


def view_case(case: CaseFile, dictionary: Dictionary, reading: Reading, date_fact: str) -> View:
    """Return the facts of a case as one reader may use them.

    Args:
        case: the matter.
        dictionary: every fact that can be said.
        reading: which claims count.
        date_fact: the fact that the day of the decision gives.

    """
    facts = _shown(case.facts, reading)
    known, reasons = _taken(facts, case, reading)
    known[date_fact] = one_value(case.decision.day)
    inapplicable = set(_inapplicable(facts))
    records: dict[str, tuple[Table[str, Values], ...]] = {}
    complete: dict[str, Truth] = {}
    for name, listed in case.lists.items():
        if reading.outward and listed.disclosure not in SHOWN_OUTSIDE:
            continue
        rows = counted_records(listed, case, reading)
        for number, row in enumerate(rows, start=1):
            inapplicable.update(_inapplicable(row, f"{name}[{number}]."))
        records[name] = tuple([_taken(row, case, reading)[0] for row in rows])
        is_whole = len(rows) == len(listed.records)
        complete[name] = listed.complete if is_whole else UNKNOWN
    return View(
        dictionary=dictionary,
        day=case.decision.day,
        known=MappingProxyType(known),
        records=MappingProxyType(records),
        complete=MappingProxyType(complete),
        reasons=MappingProxyType(reasons),
        inapplicable=frozenset(inapplicable),
        is_record=case.is_record,
    )


def _shown(accounts: Table[str, Account], reading: Reading) -> Table[str, Account]:
    """Return the accounts that a reading may use: for outside, those that may be disclosed."""
    if not reading.outward:
        return accounts
    return {
        name: account for name, account in accounts.items() if account.disclosure in SHOWN_OUTSIDE
    }


def _inapplicable(accounts: Table[str, Account], prefix: str = "") -> Iterator[str]:
    """Yield what a file calls not applicable, by its full name."""
    return (f"{prefix}{name}" for name, account in accounts.items() if not account.applies)


def counted_records(
    listed: RecordList, case: CaseFile, reading: Reading
) -> tuple[Table[str, Account], ...]:
    """Return the records of a list that count in a reading, each with what it may use of them."""
    return tuple(
        _shown(record, reading) for record in listed.records if _is_known(record, case, reading)
    )


def _is_known(record: Table[str, Account], case: CaseFile, reading: Reading) -> bool:
    """Tell whether a record was there yet: not when everything said in it came later."""
    claims = [claim for account in record.values() for claim in account.claims]
    return not claims or any(_in_time(claim, case, reading) for claim in claims)


def _taken(
    accounts: Table[str, Account], case: CaseFile, reading: Reading
) -> tuple[dict[str, Values], dict[str, str]]:
    """Return what is known of some facts, and why others are not or are known to several values."""
    known: dict[str, Values] = {}
    reasons: dict[str, str] = {}
    for name, account in accounts.items():
        claims = counted(account.claims, case, reading)
        if not claims:
            reasons[name] = account.reason or "not_asked"
            continue
        known[name] = union(claim.values for claim in claims)
        if any(claim.values != claims[0].values for claim in claims):
            reasons[name] = "conflicting"
    return known, reasons


def counted(claims: Iterable[Claim], case: CaseFile, reading: Reading) -> tuple[Claim, ...]:
    """Return the claims that count in a reading."""
    made = tuple(claim for claim in claims if _in_time(claim, case, reading))
    if reading.party:
        own = tuple(claim for claim in made if claim.by == reading.party)
        return own or made
    return made


def _in_time(claim: Claim, case: CaseFile, reading: Reading) -> bool:
    if reading.mode == "audit":
        received = list(_received(claim, case))
        if received:
            return min(received) <= reading.known_on
    return claim.on is None or claim.on <= reading.known_on


def _received(claim: Claim, case: CaseFile) -> Iterator[date]:
    for name in claim.evidence:
        paper = case.evidence.get(name)
        if paper is not None and paper.received_on is not None:
            yield paper.received_on
