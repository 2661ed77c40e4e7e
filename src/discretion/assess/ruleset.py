"""A ruleset: one pack in one combination of its interpretations, ready to be asked."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.analysis.groundwork import Groundwork
from discretion.analysis.missing import OUTCOME
from discretion.analysis.reach import Reach
from discretion.analysis.reach import facts_reached
from discretion.analysis.subjects import index_atoms
from discretion.engines.interpretations import NEVER
from discretion.engines.interpretations import Interpreted
from discretion.engines.interpretations import interpretations
from discretion.engines.interpretations import names_of
from discretion.engines.reading import Reading
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.condition import Condition
from discretion.rules.condition import Fact
from discretion.rules.condition import leaf_terms
from discretion.rules.derived import FromRecords
from discretion.rules.library import Library
from discretion.rules.measure import Each
from discretion.rules.measure import Tally
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """One pack, one interpretation of each rule that has several, and what analysis needs.

    `interpretation` names the reading that is not the default, empty for the default of a pack
    with none to choose. `tested` lists the rules that are found true, false or unknown of a
    matter; `informing` maps each judgment to the facts that could inform it, and `from_records` a
    fact to the list it is taken from.
    """

    pack: Pack
    interpretation: str
    says: Table[str, str]
    reading: Reading
    tested: tuple[str, ...]
    informing: Table[str, frozenset[str]]
    from_records: Table[str, FromRecords]
    reach: Table[str, Reach]
    groundwork: Groundwork


def rulesets(library: Library, pack: Pack) -> tuple[Ruleset, ...]:
    """Return a ruleset for every combination of interpretations, the defaults first."""
    made = interpretations(pack, library.derivations.derivable)
    distinct = {id(when): when for each in made for when in each.reading.rules.values()}
    groundwork = _groundwork(library, pack, distinct.values())
    return tuple(_ruleset(library, pack, each, groundwork) for each in made)


def switched(ruleset: Ruleset, governed: frozenset[str]) -> Ruleset:
    """Return a ruleset in which only those rules count that rest on what governed, or on nothing.

    Args:
        ruleset: with every rule.
        governed: the instruments that governed.

    """
    off = frozenset(switched_off(ruleset.pack, governed))
    if not off:
        return ruleset
    rules = ruleset.reading.rules
    conditions = {name: NEVER if name in off else when for name, when in rules.items()}
    reading = replace(ruleset.reading, rules=MappingProxyType(conditions))
    groundwork = ruleset.groundwork
    asked = {
        OUTCOME: tuple(row.when for row in ruleset.pack.outcomes),
        **{name: (when,) for name, when in conditions.items()},
    }
    return replace(
        ruleset,
        reading=reading,
        tested=tuple(name for name in ruleset.tested if name not in off),
        reach=MappingProxyType(
            {name: groundwork.reach(when, reading) for name, when in asked.items()}
        ),
    )


def switched_off(pack: Pack, governed: frozenset[str]) -> Iterator[str]:
    """Yield the rules that rest on instruments of which none governed."""
    for rule in pack.rules.values():
        if rule.rests_on and governed.isdisjoint(rule.rests_on):
            yield rule.id


def reported_rules(ruleset: Ruleset, decision: str) -> Iterator[Rule]:
    """Yield the rules that test something and speak to a decision type, to any when it is empty."""
    for identifier in ruleset.tested:
        rule = ruleset.pack.rules[identifier]
        if rule.speaks_to(decision):
            yield rule


def chosen_readings(made: tuple[Ruleset, ...], interpretation: str | None) -> tuple[Ruleset, ...]:
    """Return the rulesets to assess in.

    Args:
        made: every ruleset of a pack, the default first.
        interpretation: the name of a reading, empty or unknown for the default, None for all.

    """
    if interpretation is None:
        return made
    named = (each for each in made if interpretation in names_of(each.interpretation))
    return (next(named, made[0]),)


def _groundwork(library: Library, pack: Pack, tests: Iterable[Condition]) -> Groundwork:
    """Return what analysis needs of a pack, of its rules in every reading."""
    everything = [*tests, *(row.when for row in pack.outcomes)]
    rests_on = (judgment.rests_on for judgment in pack.judgments.values())
    everything.extend(condition for condition in rests_on if condition is not None)
    everything.extend(library.gates[pack.instrument.matter])
    for source in library.derivations.derivable.values():
        everything.extend(part for part in (source.yes_when, source.no_when) if part is not None)
    matter = library.words.matters[pack.instrument.matter]
    index = index_atoms(everything, library.derivations.orders, matter.date_fact)
    return Groundwork(index=index)


def _ruleset(
    library: Library, pack: Pack, interpreted: Interpreted, groundwork: Groundwork
) -> Ruleset:
    reading = interpreted.reading
    conditions = reading.rules
    asked = {
        OUTCOME: tuple(row.when for row in pack.outcomes),
        **{rule: (condition,) for rule, condition in conditions.items()},
    }
    return Ruleset(
        pack=pack,
        interpretation=interpreted.name,
        says=interpreted.says,
        reading=reading,
        tested=tuple(conditions),
        informing=MappingProxyType(
            {judgment: _informing(judgment, pack, reading) for judgment in pack.judgments}
        ),
        from_records=library.derivations.from_records,
        reach=MappingProxyType(
            {name: groundwork.reach(conditions, reading) for name, conditions in asked.items()}
        ),
        groundwork=groundwork,
    )


def _informing(judgment: str, pack: Pack, reading: Reading) -> frozenset[str]:
    """Return the facts and lists that a judgment could rest on, or whose measure it shows."""
    rests_on = reading.judgments[judgment]
    found = set() if rests_on is None else set(facts_reached((rests_on,), reading))
    for rule in pack.rules.values():
        if rule.judgment != judgment:
            continue
        match rule.measure:
            case Each(items=items) | Tally(items=items):
                found.add(items)
            case None:
                pass
            case term:
                found.update(leaf.name for leaf in leaf_terms(term) if isinstance(leaf, Fact))
    return frozenset(found)
