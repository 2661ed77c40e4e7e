"""The plan of a run: which packs in which interpretation, what is assumed, what counts as known."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator

from discretion.analysis.reach import facts_reached
from discretion.caseload.mapping import MATTER
from discretion.caseload.mapping import date_fact_of
from discretion.caseload.running.asked import EVERY
from discretion.caseload.running.asked import Asked
from discretion.caseload.running.asked import check_asked
from discretion.caseload.running.asked import check_use
from discretion.caseload.running.asked import words_of
from discretion.caseload.running.shares import Shares
from discretion.caseload.running.shares import shares_of
from discretion.engines.interpretations import Interpreted
from discretion.engines.interpretations import interpretations
from discretion.engines.reading import Reading
from discretion.entries import nothing
from discretion.facts.dictionary import Kind
from discretion.frozen import dataclass
from discretion.rules.assumption import WHOLE
from discretion.rules.assumption import AssumptionSet
from discretion.rules.condition import Condition
from discretion.rules.library import Library
from discretion.rules.rule import CATEGORY
from discretion.rules.rule import Pack

STOP = "stop"
"""The effect of a gate that stops everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One pack in one interpretation, as a run asks it.

    `rules` are those that test something and speak to a decision of the table, in the pack's
    order; `facts` those of which a missing one could decide something, and the lists of which
    what may still come could, as `offences.complete`. `own_sets` are the assumption sets of the
    pack that were chosen. `is_limited` tells that some rule may not be asked of every row: it does
    not speak to every decision of the table, or its part may have had no effect on some day.
    """

    pack: Pack
    interpretation: str
    reading: Reading
    rules: tuple[str, ...]
    facts: tuple[str, ...]
    own_sets: tuple[AssumptionSet, ...]
    is_limited: bool = False

    @property
    def categories(self) -> tuple[str, ...]:
        """The rules that are asked and are categories, in the pack's order."""
        return tuple(rule for rule in self.rules if self.pack.rules[rule].kind == CATEGORY)

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes in the order of the table, and last what stands where none is met."""
        return (*(row.token for row in self.pack.outcomes), self.pack.when_open)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a run asks of every row.

    `own_day` tells that a policy is asked of those rows whose decision it governed, by its own
    day; otherwise of all. `stops` are conditions under which a row is stopped and asked nothing.
    `conditions` is what conditions outside a pack may refer to. `shares` are the named ways in
    which rows count under one of the policies, None where the mapping has none.
    """

    library: Library
    policies: tuple[Policy, ...]
    assumptions: tuple[str, ...]
    shared_sets: tuple[AssumptionSet, ...]
    known_at: str
    own_day: bool
    stops: tuple[Condition, ...]
    conditions: Reading
    shares: Shares | None = None

    @property
    def shared_by(self) -> int | None:
        """The place of the policy under which rows count in shares, None where there is none."""
        if self.shares is None:
            return None
        names = [policy.pack.instrument.id for policy in self.policies]
        return names.index(self.shares.policy) if self.shares.policy in names else None

    @property
    def date_fact(self) -> str:
        """The fact that the day of a decision gives."""
        return date_fact_of(self.library.words)


def make_plan(
    library: Library,
    asked: Asked,
    governing: Collection[str],
    decisions: Collection[str],
    mapping: str = "",
) -> Plan:
    """Return the plan of a run.

    Args:
        library: the policies.
        asked: what somebody asks.
        governing: the instruments that may have governed some decision of the table.
        decisions: the types of the decisions of the table, empty where some are not said.
        mapping: the mapping that the table was read through, empty for none.

    Raises:
        FilesRefusedError: the shares of the mapping have an error.
        UnknownInstrumentError: no pack describes an instrument that is asked for.
        UnknownNameError: no assumption set, interpretation or choice of knowledge is called so,
            or none of the policies that are asked has it, or the rows of a table cannot be asked
            of a policy.

    """
    check_asked(library, asked)
    named = dict.fromkeys(asked.instruments)
    names = tuple(named or (name for name in library.packs if name in governing))
    assumptions = tuple(dict.fromkeys(asked.assumptions))
    policies = tuple(
        policy
        for name in names
        for policy in _policies(library, library.pack(name), asked, decisions)
    )
    own = {each.id for policy in policies for each in policy.own_sets}
    check_use(library, asked, {policy.pack.instrument.id for policy in policies}, own)
    return Plan(
        library=library,
        policies=policies,
        assumptions=assumptions,
        shared_sets=tuple(
            library.assumption_sets[name] for name in assumptions if name in library.assumption_sets
        ),
        known_at=asked.known_at,
        own_day=not asked.instruments,
        stops=tuple(
            condition
            for gate, condition in zip(
                library.words.matters[MATTER].gates, library.gates[MATTER], strict=True
            )
            if gate.effect == STOP
        ),
        conditions=Reading(
            rules=nothing(), judgments=nothing(), derivable=library.derivations.derivable
        ),
        shares=shares_of(mapping, library) if mapping else None,
    )


def _policies(
    library: Library, pack: Pack, asked: Asked, decisions: Collection[str]
) -> Iterator[Policy]:
    made = interpretations(pack, library.derivations.derivable)
    for each in _chosen(made, asked.interpretation):
        rules = tuple(
            rule
            for rule in each.reading.rules
            if any(pack.rules[rule].speaks_to(decision) for decision in decisions)
        )
        yield Policy(
            pack=pack,
            interpretation=each.name,
            reading=each.reading,
            rules=rules,
            facts=tuple(_facts(library, each.reading, rules)),
            own_sets=tuple(
                pack.assumption_sets[name]
                for name in asked.assumptions
                if name in pack.assumption_sets and name not in library.assumption_sets
            ),
            is_limited=_is_limited(pack, rules, asked, decisions),
        )


def _is_limited(pack: Pack, rules: Iterable[str], asked: Asked, decisions: Collection[str]) -> bool:
    """Tell whether some rule of a pack may not be asked of every row of a table."""
    if not asked.instruments and any(event.part for event in pack.instrument.events):
        return True
    return not all(pack.rules[rule].speaks_to(word) for rule in rules for word in decisions)


def _chosen(made: tuple[Interpreted, ...], interpretation: str) -> tuple[Interpreted, ...]:
    """Return the interpretations that are asked for: every one, the one so named, the default."""
    if interpretation == EVERY:
        return made
    named = (each for each in made if interpretation in words_of(each))
    return (next(named, made[0]),)


def _facts(library: Library, reading: Reading, rules: Iterable[str]) -> Iterator[str]:
    """Yield the facts that could decide a rule; of a list that it is complete, or not yet."""
    date_fact = date_fact_of(library.words)
    for name in facts_reached([reading.rules[rule] for rule in rules], reading):
        if name == date_fact:
            continue
        is_list = library.dictionary.facts[name].kind is Kind.LIST
        yield name + WHOLE if is_list else name
