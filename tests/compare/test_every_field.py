"""Whatever stands in a pack is told when it changes, and marks the meaning unless it is prose.

Each field of every class that a pack is made of gets another of the values that stand in the
bundled packs, so that a field which is added later has to find its place here, too.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from discretion import read_library
from discretion.compare.change import cases
from discretion.compare.change.aspects import changes_of
from discretion.compare.change.pack_change import items_of
from discretion.frozen import fields_of
from discretion.frozen import replace
from discretion.law.citation import Citation
from discretion.law.citation import Quote
from discretion.law.event import StatusEvent
from discretion.law.instrument import Instrument
from discretion.law.provision import Provision
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.packs.changes import meaning
from discretion.rules.packs.changes.meaning import meaning_of
from discretion.rules.rule import Consequence
from discretion.rules.rule import Deliverable
from discretion.rules.rule import Delivery
from discretion.rules.rule import DutyTerms
from discretion.rules.rule import Interpretation
from discretion.rules.rule import JudgmentType
from discretion.rules.rule import Omission
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails
from discretion.rules.sentences.sentence import Sentence
from discretion.rules.sentences.sentence import Unclaimed

CLASSES: tuple[type, ...] = (
    Pack, Instrument, StatusEvent, Provision, Citation, Quote, Rule, Interpretation, DutyTerms,
    Deliverable, Delivery, JudgmentType, OutcomeRow, Consequence, Omission, AssumptionSet, Closing,
    Sentence, Unclaimed, Alone, Never, Prevails,
)  # fmt: skip
FIELDS = tuple(f"{kind.__name__}.{name}" for kind in CLASSES for name in kind.__annotations__)
PLANS = Path(__file__).parent.parent / "records" / "plans"
MOST = 4
"""How many values of a field are tried where more stand in the packs."""
HOLDS = {
    "Pack.provisions", "Pack.rules", "Pack.judgments", "Pack.outcomes", "Pack.assumption_sets",
    "Pack.omissions", "Pack.sentences", "Pack.unclaimed", "Pack.consequences", "Instrument.events",
    "Citation.quotes", "Rule.interpretations", "DutyTerms.deliverables", "DutyTerms.deliveries",
    "AssumptionSet.closings",
}  # fmt: skip
"""What holds several values whose own fields are tried; one without them is tried in its place."""
MADE: dict[str, Any] = {
    "Instrument.reviewed": "a reader", "Citation.reviewed": "a reader",
    "OutcomeRow.unreachable": "no matter", "AssumptionSet.dated": date(2021, 1, 1),
    "AssumptionSet.by": "an office", "Unclaimed.sentence": "another", "Unclaimed.why": "a reason",
    "Unclaimed.citation": Citation(instrument="", short="", pinpoint="IX", basis="read"),
}  # fmt: skip
"""Another value of a field that has one and the same in every pack."""
KEPT = {
    "Pack.folder", "Pack.shown", "Instrument.digest", "Provision.line", "Citation.instrument",
    "Citation.short", "Rule.file", "Rule.line", "JudgmentType.line", "OutcomeRow.line",
    "Consequence.line", "AssumptionSet.file", "AssumptionSet.digest", "Sentence.file",
    "Sentence.line", "Unclaimed.line",
}  # fmt: skip
"""Where something is kept, and what is said of it elsewhere: the name of its instrument."""
PROSE = {
    "Instrument.title", "Instrument.short", "Instrument.issuer", "Instrument.published_at",
    "Instrument.sources", "Instrument.reviewed", "StatusEvent.authority", "StatusEvent.source",
    "StatusEvent.certainty", "StatusEvent.note", "StatusEvent.is_either", "Pack.provisions",
    "Provision.citation", "Provision.part", "Provision.source", "Provision.headings",
    "Provision.text", "Citation.pinpoint", "Citation.basis", "Citation.quotes",
    "Citation.reviewed", "Quote.words", "Quote.source", "Rule.id", "Rule.citation", "Rule.says",
    "Rule.note", "Interpretation.says", "Deliverable.holds", "Delivery.says", "Delivery.source",
    "Delivery.certainty", "JudgmentType.id", "JudgmentType.question", "JudgmentType.citation",
    "JudgmentType.says", "OutcomeRow.says", "OutcomeRow.unreachable", "Consequence.says",
    "Pack.omissions", "Omission.what", "Omission.why", "Omission.cite", "AssumptionSet.id",
    "AssumptionSet.title", "AssumptionSet.dated", "AssumptionSet.by", "AssumptionSet.says",
    "AssumptionSet.source",
}  # fmt: skip
"""Wording, sources and dates of reading, and ids that the keys of the packs repeat: how something
is said and not what it comes to."""
CLAIMS = {
    "Pack.sentences", "Sentence.id", "Sentence.says", "Sentence.claim", "Sentence.citation",
    "Alone.facts", "Alone.kinds", "Never.when", "Never.unless", "Prevails.when",
    "Prevails.outcomes", "Prevails.levels", "Pack.unclaimed", "Unclaimed.sentence",
    "Unclaimed.why", "Unclaimed.citation",
}  # fmt: skip
"""What a pack claims of itself, which says of its rules what they already come to."""
TRIED = tuple(name for name in FIELDS if name not in KEPT)


@dataclass(frozen=True)
class Held:
    """One value of a field, in its pack, and what makes the pack with another one."""

    pack: Pack
    value: Any
    with_another: Callable[[Any], Pack]


@cache
def held() -> dict[str, list[Held]]:
    """Return every value of every field in the bundled packs, of which one has shared sets."""
    library = read_library(extra_packs=(PLANS,))
    found: dict[str, list[Held]] = {name: [] for name in FIELDS}
    for number, bundled in enumerate(library.packs.values()):
        sets = library.assumption_sets if number == 0 else bundled.assumption_sets
        pack = replace(bundled, assumption_sets=sets)
        for name, value, with_another in _fields(pack, lambda changed: changed):
            found[name].append(Held(pack, value, with_another))
    return found


def _fields(
    value: Any,  # noqa: ANN401  # of any class
    whole: Callable[[Any], Pack],
) -> Iterator[tuple[str, Any, Callable[[Any], Pack]]]:
    if isinstance(value, CLASSES):
        for name, each in fields_of(value).items():

            def with_field(new: Any, name: str = name) -> Pack:  # noqa: ANN401  # of any class
                return whole(replace(value, **{name: new}))

            yield f"{type(value).__name__}.{name}", each, with_field
            yield from _fields(each, with_field)
    elif isinstance(value, tuple):
        for at, each in enumerate(value):

            def with_item(new: Any, at: int = at) -> Pack:  # noqa: ANN401  # as above
                return whole((*value[:at], new, *value[at + 1 :]))

            yield from _fields(each, with_item)
    elif isinstance(value, Mapping):
        for key, each in value.items():

            def with_key(new: Any, key: str = key) -> Pack:  # noqa: ANN401  # as above
                return whole(MappingProxyType({**value, key: new}))

            yield from _fields(each, with_key)


def _others(name: str) -> Iterator[tuple[Held, Any]]:
    """Yield some of the values that stand in the packs, each with another that could stand there.

    What is made of classes of a pack itself is left out altogether, since its own fields are tried.
    """
    values = list({repr(each.value): each for each in held()[name]}.values())[:MOST]
    if name in HOLDS:
        full = next(each for each in values if each.value)
        yield full, () if isinstance(full.value, tuple) else MappingProxyType({})
    elif name in MADE:
        yield values[0], MADE[name]
    else:
        for before, after in zip(values, (*values[1:], values[0]), strict=True):
            yield before, after.value


@pytest.fixture(autouse=True)
def no_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read no case files: they are no field of a pack, and are told from the files themselves."""
    for module in (cases, meaning):
        monkeypatch.setattr(module, "rows_of", lambda _pack, _section: [])


@pytest.mark.parametrize("name", TRIED)
def test_another_value_of_any_field_of_a_pack_is_told(name: str) -> None:
    """A field of anything in a pack that has another value is among what changed."""
    assert any(_is_told(before.pack, before.with_another(other)) for before, other in _others(name))


def _is_told(old: Pack, new: Pack) -> bool:
    was, items = items_of(old, new, {}), items_of(new, old, {})
    return any(changes_of(was[section], items[section]) for section in items)


@pytest.mark.parametrize("name", TRIED)
def test_the_meaning_of_a_pack_changes_with_every_field_that_is_not_prose(name: str) -> None:
    """The mark of the meaning moves with every field but titles, wording and sources."""
    changed = any(
        not meaning_of(before.with_another(other)).is_same(meaning_of(before.pack))
        for before, other in _others(name)
    )

    assert (name not in PROSE | CLAIMS) == changed
