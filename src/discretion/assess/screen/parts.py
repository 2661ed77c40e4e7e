"""The parts of a matter as matters of their own, with the numbers that count over all of them."""

from collections.abc import Iterator
from types import MappingProxyType

from discretion.facts.casefile import CaseFile
from discretion.facts.casefile import MatterItem
from discretion.facts.dictionary import LARGEST_NUMBER
from discretion.facts.dictionary import Dictionary
from discretion.facts.matter import MatterType
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import common
from discretion.facts.values import union
from discretion.facts.view import Reading
from discretion.facts.view import View
from discretion.facts.view import view_case
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.truth import Truth

FURTHER = "further"
"""The name of a part that the file does not list, where it does not say that it lists them all."""
CONFLICTING = "conflicting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a matter: its kind, what is said of it, and the facts as one reader may use them.

    `kind` is empty where the file does not say it, and the name of the matter type where a matter
    has no parts.
    """

    kind: str
    case: CaseFile
    view: View


def parts_of_matter(
    case: CaseFile, matter: MatterType, dictionary: Dictionary, reading: Reading
) -> tuple[Part, ...]:
    """Return every part of a matter, the matter itself where its type has no parts."""
    if not matter.items:
        view = view_case(case, dictionary, reading, matter.date_fact)
        return (Part(kind=matter.name, case=case, view=view),)
    alone = [
        Part(
            kind=item.kind,
            case=own,
            view=view_case(own, dictionary, reading, matter.date_fact),
        )
        for item, own in _items(case, matter)
    ]
    whole = view_case(case, dictionary, reading, matter.date_fact)
    totals = dict(_totals(whole, alone, case.items, matter))
    reasons = {name: CONFLICTING for name, (_, differ) in totals.items() if differ}
    values = {name: found for name, (found, _) in totals.items()}
    return tuple(replace(part, view=part.view.with_known(values, reasons)) for part in alone)


def _items(case: CaseFile, matter: MatterType) -> Iterator[tuple[MatterItem, CaseFile]]:
    """Yield each part with the file as it stands for that part."""
    items = case.items
    if case.lists[matter.items].complete is not Truth.TRUE:
        nothing = MappingProxyType[str, object]({})
        items = (*items, MatterItem(kind=FURTHER, facts=nothing, lists=nothing, line=0))  # type: ignore[arg-type]  # empty
    for item in items:
        facts = MappingProxyType({**case.facts, **item.facts})
        lists = MappingProxyType({**case.lists, **item.lists})
        yield item, replace(case, facts=facts, lists=lists)


def _totals(
    whole: View, alone: list[Part], items: tuple[MatterItem, ...], matter: MatterType
) -> Iterator[tuple[str, tuple[Values, bool]]]:
    """Yield each number that counts over all parts: their sum, and what is said of the whole.

    A part that the file does not list may add any number. Where both are said, what both allow is
    left; where they cannot both be so, each is.
    """
    for name in matter.totals:
        said = [name in item.facts and bool(item.facts[name].claims) for item in items]
        if not any(said):
            continue
        said += [False] * (len(alone) - len(items))
        anything = whole.dictionary.facts[name].domain(whole.day)
        counts = [
            part.view.values(name) if is_said else anything
            for part, is_said in zip(alone, said, strict=True)
        ]
        summed = _sum([count for count in counts if isinstance(count, Spans)])
        stated = whole.known.get(name)
        agreed = summed if stated is None else common(stated, summed)
        if agreed is not None:
            yield name, (agreed, False)
        elif stated is not None:
            yield name, (union((stated, summed)), True)


def _sum(counts: list[Spans]) -> Spans:
    low = sum(count.low for count in counts if isinstance(count.low, int))
    high = sum(count.high for count in counts if isinstance(count.high, int))
    return Spans(((min(low, LARGEST_NUMBER), min(high, LARGEST_NUMBER)),))
