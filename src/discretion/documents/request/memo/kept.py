"""The memo on what stays inside: each fact and paper of which the request is silent."""

from collections.abc import Iterator

from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.saying.statements import capital
from discretion.documents.request.saying.statements import clause
from discretion.documents.request.told.request_told import RequestTold
from discretion.facts.casefile import Account
from discretion.facts.dictionary import FactType
from discretion.facts.values import union
from discretion.request import FactWay
from discretion.request import Way
from discretion.request.wording import DISCLOSURES
from discretion.request.wording import SILENT
from discretion.rules.english import show_values


def kept(told: RequestTold) -> Iterator[Block]:
    """Yield everything that stays inside, and what is protected and was not confirmed."""
    yield Heading(text="What stays inside")
    yield Paragraph(sentences=plain(SILENT))
    for way in (Way.STAYS, Way.SECOND):
        items = [
            (Sentence(text=said_of(each, told), facts=(each.name,), papers=each.papers),)
            for each in told.checked.facts
            if each.way is way
        ]
        items.extend(
            (Sentence(text=f"Paper: {paper.title or paper.name}.", papers=(paper.name,)),)
            for each in told.checked.exhibits
            for paper in (each.paper,)
            if each.way is way
        )
        if items:
            yield Heading(text=DISCLOSURES[way], level=2)
            yield Listing(items=tuple(items))


def said_of(each: FactWay, told: RequestTold) -> str:
    """Return what the file says of a fact, of a list, or of a field of one of its records."""
    fact = told.library.dictionary.facts[each.fact]
    case = told.checked.case
    record, _, name = each.name.partition(".")
    if name:
        number = int(record[len(each.fact) :].strip("[]"))
        account = case.lists[each.fact].records[number - 1][name]
        return f"{capital(fact.item)} {number}: {_said(fact.fields[name], account)}."
    if each.fact in case.facts:
        return f"{capital(_said(fact, case.facts[each.fact]))}."
    rows = [
        f"{number}. {'; '.join(_said(fact.fields[key], one) for key, one in row.items())}"
        for number, row in enumerate(case.lists[each.fact].records, start=1)
    ]
    return f"{capital(fact.items)}: {' '.join(rows)}."


def _said(fact: FactType, account: Account) -> str:
    """Return what is said of a fact, each claim with who makes it where they differ."""
    if not account.claims:
        return f"{fact.phrase}: not known"
    values = union(claim.values for claim in account.claims)
    if all(claim.values == values for claim in account.claims):
        return clause(fact, values) or f"{fact.phrase}: {show_values(values, fact)}"
    each = (
        f"{show_values(claim.values, fact)} ({claim.by or 'nobody named'})"
        for claim in account.claims
    )
    return f"{fact.phrase}: contested, {' or '.join(each)}"
