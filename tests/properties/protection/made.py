"""Random requests for protection in the dictionary's words: nobody's, the same for one seed."""

from datetime import date
from datetime import timedelta
from functools import cache
from random import Random
from types import MappingProxyType

from discretion import CaseFile
from discretion import Decision
from discretion import ScreenRequest
from discretion.facts.casefile import Account
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.matter import MatterType
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.truth import Truth
from tests.properties.matters import library
from tests.properties.operations import TODAY
from tests.properties.operations import account
from tests.properties.operations import screener

DAYS = (date(2022, 6, 1), date(2024, 3, 1), date(2024, 9, 1), date(2024, 10, 1), date(2025, 3, 1))
"""Days on which the process had not begun, was open in either term, and was closed."""
MODULE = "protection"
HOW_OFTEN = 0.8
"""How often a fact is said."""
WHOLE = 0.7
"""How often a list of papers is whole, so that some requests come to no stop and lack nothing."""
LIKELY = {
    "risk_screen_done": "done",
    "worker_consent": "given",
    "worker_in_scope": "yes",
    "in_proceedings_or_order": "no",
    "program_id": "dale_2024_four_year",
    "prior_grant": "yes",
}
SPANS = {
    "work_began_on": (-700, -400),
    "work_ended_on": (-400, -30),
    "soi_scope_period_from": (-700, -400),
    "soi_scope_period_to": (-30, 30),
}
"""How many days from the filing these days mostly lie, so that most work is within its period."""
"""What is more often said than anything else, so that many requests come past the blocks."""


@cache
def matter_type() -> MatterType:
    """Return the type of the matters that are made."""
    return library().words.matters["protection"]


@cache
def facts() -> tuple[FactType, ...]:
    """Return the facts that may be said of a request, in the order of their names."""
    listed = library().dictionary.facts.values()
    own = matter_type().date_fact
    return tuple(
        sorted(
            (each for each in listed if each.module == MODULE and each.name != own),
            key=lambda each: each.name,
        )
    )


def protection_request(seed: int) -> CaseFile:
    """Return a random request for protection."""
    random = Random(seed)
    day = random.choice(DAYS)
    said: dict[str, Account] = {}
    lists: dict[str, RecordList] = {}
    for fact in facts():
        if random.random() > HOW_OFTEN:
            continue
        if fact.kind is Kind.LIST:
            lists[fact.name] = _records(fact, random)
        else:
            said[fact.name] = account(_value(fact, random, day))
    return CaseFile(
        matter=matter_type().name,
        name=f"request {seed}",
        decision=Decision(day=day, type=matter_type().decision_type, classes=frozenset()),
        facts=MappingProxyType(said),
        lists=MappingProxyType(lists),
    )


def _records(fact: FactType, random: Random) -> RecordList:
    name, field = next(iter(fact.fields.items()))
    words = sorted(field.words) or ["a text"]
    whole = random.random() < WHOLE
    chosen = words if whole else random.sample(words, random.randrange(len(words) + 1))
    records = tuple(MappingProxyType({name: account(one_word(word))}) for word in chosen)
    return RecordList(records=records, complete=random.choice((Truth.TRUE, Truth.UNKNOWN)))


def _value(fact: FactType, random: Random, day: date) -> Values:
    likely = LIKELY.get(fact.name)
    if likely is not None and random.random() < WHOLE:
        return one_word(likely)
    match fact.kind:
        case Kind.YES_NO | Kind.TOKEN:
            return one_word(random.choice(sorted(fact.words)))
        case Kind.NUMBER:
            return one_value(random.choice((2, 4)))
        case Kind.DATE:
            return one_value(day + timedelta(days=_days(fact, random)))
        case _:
            return one_word("a text")


def _days(fact: FactType, random: Random) -> int:
    near = SPANS.get(fact.name)
    if near is not None and random.random() < WHOLE:
        return random.choice(near)
    return random.choice((-700, -400, -30, 30, 400))


def state(case: CaseFile) -> str:
    """Return the state of a request, by the rules of its own day."""
    return screener().verdict(case, ScreenRequest(today=TODAY)).state
