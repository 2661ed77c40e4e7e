"""Every condition, measure and term of a pack or a dictionary, each with where it stands."""

from collections.abc import Iterator

from discretion.frozen import dataclass
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.condition import Condition
from discretion.rules.library import Library
from discretion.rules.measure import Measure
from discretion.rules.packs.places import FactPlaces
from discretion.rules.packs.places import Places
from discretion.rules.packs.places import Site
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails
from discretion.rules.sentences.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A condition where it stands.

    `held` is a condition that holds wherever this one is read, None for none: a rule's own test
    for its measure, a fact's guard for what it follows from.
    """

    condition: Condition
    site: Site
    held: Condition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedMeasure:
    """A measure, or a day that a rule sets, where it stands, with the test of its rule."""

    measure: Measure
    site: Site
    held: Condition | None
    is_due: bool = False


def rule_conditions(rule: Rule, places: Places) -> Iterator[Placed]:
    """Yield the conditions of one rule: its test, its readings and its discharge."""
    site = places.rule(rule.id)
    if rule.when is not None:
        yield Placed(condition=rule.when, site=site.under("when"))
    written = {row.text("name"): row for row in site.under("interpretations").items()}
    for reading in rule.interpretations:
        at = written.get(reading.name, site)
        yield Placed(condition=reading.when, site=at.under("when"))
    if rule.duty is not None and rule.duty.discharged_when is not None:
        yield Placed(condition=rule.duty.discharged_when, site=site.under("discharged_when"))


def rule_measures(rule: Rule, places: Places) -> Iterator[PlacedMeasure]:
    """Yield what one rule shows, when it falls due and until when it runs."""
    site = places.rule(rule.id)
    if rule.measure is not None:
        yield PlacedMeasure(measure=rule.measure, site=site.under("measure"), held=rule.when)
    if rule.duty is not None and rule.duty.due is not None:
        yield PlacedMeasure(
            measure=rule.duty.due, site=site.under("due"), held=rule.when, is_due=True
        )
    if rule.runs_until is not None:
        yield PlacedMeasure(
            measure=rule.runs_until, site=site.under("runs_until"), held=rule.when, is_due=True
        )


def pack_conditions(pack: Pack, places: Places) -> Iterator[Placed]:
    """Yield every condition of a pack."""
    for rule in pack.rules.values():
        yield from rule_conditions(rule, places)
    for judgment in pack.judgments.values():
        if judgment.rests_on is not None:
            site = places.row("judgments", "id", judgment.id).under("rests_on")
            yield Placed(condition=judgment.rests_on, site=site)
    for outcome in pack.outcomes:
        site = places.row("outcomes", "token", outcome.token).under("when")
        yield Placed(condition=outcome.when, site=site)
    for sentence in pack.sentences:
        yield from sentence_conditions(sentence, places.row("sentences", "id", sentence.id))
    for consequence in pack.consequences:
        site = places.row("consequences", "token", consequence.token).under("when")
        yield Placed(condition=consequence.when, site=site)
    for assumptions in pack.assumption_sets.values():
        yield from closing_conditions(
            assumptions, places.row("assumption_sets", "id", assumptions.id)
        )


def sentence_conditions(sentence: Sentence, site: Site) -> Iterator[Placed]:
    """Yield the conditions of one sentence that a pack, or its matter type, claims."""
    match sentence.claim:
        case Never(when=when, unless=unless):
            yield Placed(condition=when, site=site.under("when"))
            if unless is not None:
                yield Placed(condition=unless, site=site.under("unless"))
        case Prevails(when=when):
            yield Placed(condition=when, site=site.under("when"))
        case Alone():
            pass


def placed_closings(assumptions: AssumptionSet, site: Site) -> Iterator[tuple[Closing, Site]]:
    """Yield each closing of an assumption set with where it stands."""
    return zip(assumptions.closings, site.under("sets").items(), strict=False)


def closing_conditions(assumptions: AssumptionSet, site: Site) -> Iterator[Placed]:
    """Yield the conditions under which an assumption set closes something."""
    for closing, row in placed_closings(assumptions, site):
        if closing.when is not None:
            yield Placed(condition=closing.when, site=row.under("when"))


def pack_measures(pack: Pack, places: Places) -> Iterator[PlacedMeasure]:
    """Yield every measure and due date of a pack."""
    for rule in pack.rules.values():
        yield from rule_measures(rule, places)


def dictionary_conditions(library: Library, places: FactPlaces) -> Iterator[Placed]:
    """Yield the guards of facts and what facts follow from; fields have guards of their own."""
    for name, fact in library.dictionary.facts.items():
        guard = library.derivations.guards.get(name)
        if guard is not None:
            yield Placed(condition=guard, site=places.fact(fact).under("applies_when"))
        source = library.derivations.derivable.get(name)
        if source is None:
            continue
        site = places.fact(fact).under("derived")
        if source.yes_when is not None:
            yield Placed(condition=source.yes_when, site=site.under("yes_when"), held=guard)
        if source.no_when is not None:
            yield Placed(condition=source.no_when, site=site.under("no_when"), held=guard)


def field_guards(library: Library, places: FactPlaces) -> Iterator[tuple[str, Placed]]:
    """Yield the guards of fields with the list they belong to."""
    for name, fact in library.dictionary.facts.items():
        for field in fact.fields.values():
            guard = library.derivations.guards.get(f"{name}.{field.name}")
            if guard is not None:
                site = places.fact(fact).under("fields").under(field.name)
                yield name, Placed(condition=guard, site=site.under("applies_when"))


def gate_conditions(library: Library, places: FactPlaces) -> Iterator[Placed]:
    """Yield the conditions of every matter type: of its gates, and of its sentences."""
    for matter in library.words.matters.values():
        claimed = places.module(matter.file).under("sentences").items()
        sites = {row.text("id"): row for row in claimed}
        for sentence in library.sentences.get(matter.name, ()):
            yield from sentence_conditions(sentence, sites[sentence.id])
        rows = places.module(matter.file).under("threshold").items()
        for condition, row in zip(library.gates[matter.name], rows, strict=False):
            yield Placed(condition=condition, site=row.under("when"))
