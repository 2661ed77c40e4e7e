"""Statements: what a file says and may be said outside, a sentence for each fact.

Candour: a fact is told only where everything that the file holds, what stays inside as well, leaves
it what it is said to be. Of the rest a document is silent.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date

from discretion.documents.content.sentence import Sentence
from discretion.documents.request.saying.candour import Candour
from discretion.documents.request.saying.candour import says_none
from discretion.documents.request.told.request_told import RequestTold
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import union
from discretion.facts.view import SHOWN_OUTSIDE
from discretion.facts.view import View
from discretion.rules.condition import facts_in
from discretion.rules.english import show_values
from discretion.truth import Truth

AGENCY = "agency"
CONFLICTING = "conflicting"
"""The reason of a fact that is open because the file says one thing and another follows."""
SAYS = {"yes": True, "no": False}


class Statements:
    """Says the facts of one request that may go out. It holds no word of any other."""

    def __init__(self, told: RequestTold) -> None:
        """Take the request; everything else is read from it."""
        self.told = told
        self.candour = Candour(told)
        self.case = told.checked.case
        self.day = told.checked.filing_on
        self.view: View = told.checked.assessed.assessments[0].view
        self.facts = told.library.dictionary.facts

    def of(self, name: str) -> tuple[Sentence, ...]:
        """Return the sentences of a fact or of a list, none where it may not be told."""
        if name in self.case.lists:
            return tuple(self._list(name, self.case.lists[name]))
        account = self.case.facts.get(name)
        found = None if account is None else self._fact(name, account)
        return () if found is None else (found,)

    def value(self, name: str) -> str:
        """Return what a fact is in words alone, empty where it may not be told as a fact.

        What the agency alone says is none: those words would have to stand with it.
        """
        account = self.case.facts.get(name)
        if account is None or self._fact(name, account) is None:
            return ""
        if _is_agency_alone(self._claims(account)):
            return ""
        return show_values(self._values(account), self.facts[name])

    def clause(self, name: str) -> str:
        """Return what a fact says as a clause, what it is called where it is no yes or no."""
        fact, account = self.facts[name], self.case.facts.get(name)
        if fact.kind is Kind.YES_NO and account is not None:
            return self._clause(name, self._values(account))
        return self.told.outline.items.get(name) or fact.items or fact.phrase

    def is_denial(self, name: str) -> bool:
        """Tell whether a fact says that there is nothing of a kind."""
        account = self.case.facts.get(name)
        return (
            account is not None
            and bool(account.claims)
            and says_none(self.facts[name], self._values(account))
        )

    def silent(self) -> Iterator[str]:
        """Yield facts that may go out and are not told, as what stays inside leaves them open."""
        for name, account in self.case.facts.items():
            may_go_out = account.disclosure in SHOWN_OUTSIDE and bool(self._claims(account))
            if may_go_out and not self._is_candid(name, self._values(account)):
                yield name

    def _fact(self, name: str, account: Account) -> Sentence | None:
        claims = self._claims(account)
        if account.disclosure not in SHOWN_OUTSIDE or not claims:
            return None
        values = self._values(account)
        if not self._is_candid(name, values) or self._is_over(name, values):
            return None
        says = self._clause(name, values)
        return self._sentence(says, claims, (name,)) if says else None

    def _is_candid(self, name: str, values: Values) -> bool:
        """Tell whether a fact is what it is said to be on everything that the file holds.

        What says that there is nothing of a kind is not, while something of the kind stays inside.
        """
        is_open = self.view.reasons.get(name) == CONFLICTING
        is_denial = says_none(self.facts[name], values) and self.candour.is_kept((name,))
        return not is_open and not is_denial and self.view.known.get(name) == values

    def _is_over(self, name: str, values: Values) -> bool:
        """Tell whether a fact is the next hearing, and its day lies before the filing."""
        is_hearing = name == self.told.checked.checklist.hearing
        last = values.high if isinstance(values, Spans) else None
        return is_hearing and isinstance(last, date) and last < self.day

    def _clause(self, name: str, values: Values) -> str:
        said = clause(self.facts[name], values)
        is_yes = isinstance(values, Choices) and values.single == "yes"
        return self.told.outline.clauses.get(name, said) if is_yes else said

    def _list(self, name: str, listed: RecordList) -> Iterator[Sentence]:
        if listed.disclosure not in SHOWN_OUTSIDE:
            return
        fact = self.facts[name]
        told = [
            each
            for number, record in enumerate(listed.records, start=1)
            if (each := self._record(fact, number, record)) is not None
        ]
        yield from told
        is_kept = self._is_denied(name) or self.candour.is_kept((name,))
        if not listed.records and listed.complete is Truth.TRUE and not is_kept:
            yield Sentence(text=f"There are no {fact.items}.", facts=(name,))

    def _is_denied(self, name: str) -> bool:
        """Tell whether anything else that the file holds speaks against an empty list."""
        return any(
            self.view.reasons.get(fact) == CONFLICTING
            for fact, source in self.told.library.derivations.derivable.items()
            for when in (source.yes_when, source.no_when)
            if when is not None and name in facts_in(when)
        )

    def _record(self, fact: FactType, number: int, record: Table[str, Account]) -> Sentence | None:
        """Return one record of a list with nothing but its fields that may go out."""
        shown = {
            key: account
            for key, account in record.items()
            if account.disclosure in SHOWN_OUTSIDE and self._agreed(account)
        }
        parts = [_part(fact.fields[key], self._values(each)) for key, each in shown.items()]
        claims = [claim for each in shown.values() for claim in self._claims(each)]
        if not any(parts):
            return None
        names = tuple(f"{fact.name}[{number}].{key}" for key in shown)
        item = self.told.outline.items.get(fact.name, fact.item)
        return self._sentence(f"{item}: {'; '.join(filter(None, parts))}", claims, names)

    def _sentence(self, says: str, claims: Iterable[Claim], facts: tuple[str, ...]) -> Sentence:
        listed = tuple(claims)
        lead = "the agency says that " if _is_agency_alone(listed) else ""
        named = dict.fromkeys(paper for claim in listed for paper in claim.evidence)
        papers = tuple(name for name in named if name in self.told.tabs)
        marks = ", ".join(self.told.tabs[name].name for name in papers)
        tail = f" ({marks})" if marks else ""
        return Sentence(text=f"{capital(lead + says)}{tail}.", facts=facts, papers=papers)

    def _claims(self, account: Account) -> tuple[Claim, ...]:
        """Return the claims that were made by the day of the filing."""
        return tuple(each for each in account.claims if _is_made(each, self.day))

    def _agreed(self, account: Account) -> bool:
        """Tell whether something is claimed, and nobody claims anything else."""
        claims = self._claims(account)
        return bool(claims) and all(each.values == claims[0].values for each in claims)

    def _values(self, account: Account) -> Values:
        return union(claim.values for claim in self._claims(account))


def _is_agency_alone(claims: Iterable[Claim]) -> bool:
    return {claim.by for claim in claims} == {AGENCY}


def _is_made(claim: Claim, day: date) -> bool:
    return claim.on is None or claim.on <= day


def clause(fact: FactType, values: Values) -> str:
    """Return what a fact says as a clause, empty where its values leave nothing to be said."""
    if fact.kind is Kind.YES_NO:
        is_so = SAYS.get(values.single or "") if isinstance(values, Choices) else None
        return "" if is_so is None else fact.phrase if is_so else fact.denied
    shown = show_values(values, fact)
    phrase = fact.phrase if fact.phrase.startswith(("the ", "what ")) else f"the {fact.phrase}"
    return f"{phrase} is {_quoted(shown, fact)}"


def _part(fact: FactType, values: Values) -> str:
    """Return what a field of a record says, in as few words as that takes."""
    if fact.kind is Kind.YES_NO:
        return clause(fact, values)
    return f"{fact.phrase}, {_quoted(show_values(values, fact), fact)}"


def _quoted(shown: str, fact: FactType) -> str:
    return f"“{shown}”" if fact.kind is Kind.TEXT else shown


def capital(text: str) -> str:
    """Return a text that begins a sentence."""
    return text[:1].upper() + text[1:]
