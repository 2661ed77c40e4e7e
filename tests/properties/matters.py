"""Random matters in the words of the bundled dictionary: nobody's, and the same for one seed."""

from datetime import date
from datetime import timedelta
from functools import cache
from random import Random

from discretion import Assessment
from discretion import Assessor
from discretion import CaseFile
from discretion import Decision
from discretion import Library
from discretion import Request
from discretion import read_library
from discretion import replace
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.truth import Truth

TODAY = date(2026, 11, 24)
DAYS = (date(2021, 5, 1), date(2021, 12, 15), date(2023, 9, 1))
"""Days on which an instrument described here was in force."""


@cache
def library() -> Library:
    """Return the bundled library, read once."""
    return read_library()


@cache
def assessor() -> Assessor:
    """Return an assessor of the bundled library."""
    return Assessor(library())


def value_for(fact: FactType, random: Random, day: date) -> Values | None:
    """Return a random value of a fact, None for kinds that are not filled in."""
    match fact.kind:
        case Kind.YES_NO | Kind.TOKEN:
            words = sorted(word for word in fact.words if word != fact.absent)
            return one_word(random.choice(words))
        case Kind.DATE:
            return one_value(day - timedelta(days=random.randrange(1, 9000)))
        case Kind.NUMBER:
            return one_value(random.randrange(40))
        case Kind.TEXT:
            return one_word("a text")
        case _:
            return None


def account_of(values: Values) -> Account:
    """Return an account of one claim without a party or a date."""
    return Account(claims=(Claim(values=values),))


def matter(seed: int, known: float = 0.4) -> CaseFile:
    """Return the matter of a seed, each fact known with a probability."""
    random = Random(seed)
    day = random.choice(DAYS)
    facts: dict[str, Account] = {}
    lists: dict[str, RecordList] = {}
    for name, fact in library().dictionary.facts.items():
        if random.random() > known:
            continue
        if fact.kind is Kind.LIST:
            lists[name] = _list(fact, random, day)
            continue
        values = value_for(fact, random, day)
        if values is not None:
            facts[name] = account_of(values)
    return CaseFile(
        matter="case",
        name="nobody",
        decision=Decision(day=day, type="arrest", component="ICE-ERO", classes=frozenset()),
        facts=facts,
        lists=lists,
    )


def _list(fact: FactType, random: Random, day: date) -> RecordList:
    records = []
    for _ in range(random.randrange(3)):
        filled = {
            name: account_of(values)
            for name, field in fact.fields.items()
            if random.random() < 0.6 and (values := value_for(field, random, day)) is not None
        }
        records.append(filled)
    complete = random.choice((Truth.TRUE, Truth.FALSE, Truth.UNKNOWN))
    return RecordList(records=tuple(records), complete=complete)


def with_fact(case: CaseFile, name: str, values: Values | None) -> CaseFile:
    """Return a case with one fact said, or unsaid when None."""
    facts = dict(case.facts)
    facts.pop(name, None)
    if values is not None:
        facts[name] = account_of(values)
    return replace(case, facts=facts)


def assess(case: CaseFile, *instruments: str) -> tuple[Assessment, ...]:
    """Return the assessments of a case, under these instruments or those that governed."""
    request = Request(today=TODAY, instruments=instruments)
    return assessor().assess(case, request).assessments


def words_of(values: Values) -> frozenset[str]:
    """Return the words a nominal value may still be."""
    return values.words or frozenset() if isinstance(values, Choices) else frozenset()


def unsaid_facts(case: CaseFile) -> list[str]:
    """Return the facts that a case says nothing of and that nothing else could give."""
    derivations = library().derivations
    return [
        name
        for name, fact in library().dictionary.facts.items()
        if name not in case.facts
        and fact.kind is not Kind.LIST
        and not fact.absent
        and name not in derivations.derivable
        and name not in derivations.from_records
    ]
