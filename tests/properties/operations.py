"""Random worksite operations in the words of the dictionary: nobody's, the same for one seed."""

from datetime import date
from functools import cache
from random import Random
from types import MappingProxyType

from discretion import CaseFile
from discretion import Decision
from discretion import Screener
from discretion import ScreenRequest
from discretion import replace
from discretion.facts.casefile import Account
from discretion.facts.casefile import Claim
from discretion.facts.casefile import MatterItem
from discretion.facts.casefile import RecordList
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.matter import MatterType
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.truth import Truth
from tests.properties.matters import library

TODAY = date(2026, 11, 28)
DAYS = (date(1990, 6, 1), date(2012, 6, 1), date(2022, 6, 1), date(2023, 6, 1), date(2025, 9, 4))
"""Days on which the law stood in different ways, of two of them the way that has most rules."""
NUMBERS = (0, 1, 2, 24, 25, 200)
ITEM = "op_actions"
HOW_OFTEN = 0.7
"""How often a fact is said."""


@cache
def screener() -> Screener:
    """Return a screener of the bundled policies."""
    return Screener(library())


@cache
def matter_type() -> MatterType:
    """Return the type of the matters that are made."""
    return library().words.matters["operation"]


@cache
def facts() -> tuple[FactType, ...]:
    """Return the facts that may be said of an operation, in the order of their names."""
    kept = matter_type()
    skipped = {kept.date_fact, kept.component_fact, kept.item_fact, kept.items}
    listed = library().dictionary.facts.values()
    return tuple(
        sorted(
            (each for each in listed if each.module in kept.modules and each.name not in skipped),
            key=lambda each: each.name,
        )
    )


def operation(seed: int) -> CaseFile:
    """Return a random operation."""
    random = Random(seed)
    day = random.choice(DAYS)
    agency = random.choice(("ICE", "ICE", "ICE", "CBP"))
    said = {matter_type().component_fact: account(one_word(agency))}
    lists: dict[str, RecordList] = {}
    for fact in facts():
        if random.random() > HOW_OFTEN:
            continue
        if fact.kind is Kind.LIST:
            lists[fact.name] = _records(fact, random)
        elif (value := _value(fact, random)) is not None:
            said[fact.name] = account(value)
    kinds = sorted(library().dictionary.facts[ITEM].fields["kind"].words)
    chosen = [random.choice(kinds) for _ in range(random.choice((1, 1, 2, 3)))]
    items = tuple(_item(kind) for kind in chosen)
    records = tuple(MappingProxyType({"kind": account(one_word(kind))}) for kind in chosen)
    lists[ITEM] = RecordList(records=records, complete=Truth.TRUE)
    return CaseFile(
        matter=matter_type().name,
        name=f"operation {seed}",
        decision=Decision(
            day=day, type=matter_type().decision_type, component=agency, classes=frozenset()
        ),
        facts=MappingProxyType(said),
        lists=MappingProxyType(lists),
        items=items,
    )


def _item(kind: str) -> MatterItem:
    own = MappingProxyType({matter_type().item_fact: account(one_word(kind))})
    return MatterItem(kind=kind, facts=own, lists=MappingProxyType({}), line=1)


def _records(fact: FactType, random: Random) -> RecordList:
    complete = random.choice((Truth.TRUE, Truth.TRUE, Truth.UNKNOWN))
    kind = fact.fields.get("kind")
    if kind is None:
        return RecordList(complete=complete)
    words = sorted(kind.words)
    chosen = random.sample(words, random.randrange(min(len(words), 4) + 1))
    records = tuple(MappingProxyType({"kind": account(one_word(word))}) for word in chosen)
    return RecordList(records=records, complete=complete)


def _value(fact: FactType, random: Random) -> Values | None:
    match fact.kind:
        case Kind.YES_NO | Kind.TOKEN:
            return one_word(random.choice(sorted(fact.words)))
        case Kind.NUMBER:
            return one_value(random.choice(NUMBERS))
        case Kind.TEXT:
            return one_word("a text")
        case _:
            return None


def account(values: Values) -> Account:
    """Return what a file says of a fact in its short form."""
    return Account(claims=(Claim(values=values),))


def without(case: CaseFile, name: str) -> CaseFile:
    """Return an operation of which nobody knows one fact or list any more."""
    known = {key: each for key, each in case.facts.items() if key != name}
    lists = {key: each for key, each in case.lists.items() if key != name}
    return replace(case, facts=MappingProxyType(known), lists=MappingProxyType(lists))


def with_number(case: CaseFile, name: str, number: int) -> CaseFile:
    """Return an operation with another number."""
    known = {**case.facts, name: account(one_value(number))}
    return replace(case, facts=MappingProxyType(known))


def state(case: CaseFile) -> str:
    """Return the state of an operation, by the rules of its own day."""
    return screener().verdict(case, ScreenRequest(today=TODAY)).state
