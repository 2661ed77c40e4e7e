"""A tree and a matter of which engines differ, made as small as they can be while they differ."""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeVar

from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Judged
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import facts_in
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.rules.derived import Derivable
from discretion.truth import Truth
from tests.agreement.engine import Difference
from tests.agreement.engine import Engine
from tests.agreement.engine import closure
from tests.agreement.reducing.smaller import smaller_conditions
from tests.agreement.reducing.smaller import smaller_views
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """One tree of a policy, tried on one matter."""

    policy: Policy
    view: View
    rule: str

    @property
    def tree(self) -> Condition:
        """The tree that is tried."""
        return self.policy.reading.rules[self.rule]

    @property
    def expected(self) -> Truth:
        """What the reference says."""
        return ReferenceEngine(self.view, self.policy.reading).rule(self.rule).truth

    def with_reading(self, reading: Reading) -> "Trial":
        """Return the trial with other conditions."""
        return replace(self, policy=replace(self.policy, reading=reading))

    def with_view(self, view: View) -> "Trial":
        """Return the trial of another matter."""
        return replace(self, view=view)


Differs = Callable[[Trial], bool]
Value = TypeVar("Value")


def differs_from(engine: Engine) -> Differs:
    """Return the test whether an engine differs from the reference in a trial."""

    def differs(trial: Trial) -> bool:
        (truths,) = engine.truths(trial.policy, [trial.view])
        return truths[trial.rule] is not trial.expected

    return differs


def smallest(difference: Difference, differs: Differs) -> Trial:
    """Return a trial that differs, of which nothing smaller by one step differs."""
    trial = Trial(policy=difference.policy, view=difference.view, rule=difference.rule)
    while True:
        found = next((each for each in smaller(trial) if differs(each)), None)
        if found is None:
            return trial
        trial = found


def smaller(trial: Trial) -> Iterator[Trial]:
    """Yield trials one step smaller: without what is not read, then in parts, then in facts."""
    if (needed := pruned(trial)) != trial:
        yield needed
    reading = trial.policy.reading
    for changed in _smaller_readings(reading):
        yield trial.with_reading(changed)
    for view in smaller_views(trial.view):
        yield trial.with_view(view)


def pruned(trial: Trial) -> Trial:
    """Return a trial with nothing in it that its tree does not lead to."""
    reading, view = trial.policy.reading, trial.view
    trees = closure(trial.tree, reading)
    nodes = [node for tree in trees for node in walk(tree)]
    rules = {trial.rule, *(node.rule for node in nodes if isinstance(node, RuleMet))}
    judged = {node.judgment for node in nodes if isinstance(node, Judged)}
    judgments = {node.judgment for node in nodes if isinstance(node, Judged | Settled)}
    facts = {DATE_FACT, *(name for tree in trees for name in facts_in(tree))}
    dictionary = Dictionary(facts=dict(_read_facts(trial.policy.dictionary, facts, trees)))
    policy = replace(
        trial.policy,
        dictionary=dictionary,
        reading=Reading(
            rules=_kept(reading.rules, rules),
            judgments={
                name: reading.judgments[name] if name in judged else None
                for name in sorted(judgments)
            },
            derivable=_kept(reading.derivable, facts),
        ),
    )
    records = {
        name: tuple(_kept(row, dictionary.facts[name].fields.keys()) for row in rows)
        for name, rows in _kept(view.records, facts).items()
    }
    view = replace(
        view,
        dictionary=dictionary,
        known=_kept(view.known, facts),
        records=records,
        complete=_kept(view.complete, facts),
        settled=_kept(view.settled, judgments),
        inapplicable=frozenset(
            name for name in view.inapplicable if name.partition("[")[0] in facts
        ),
        _domains={},
    )
    return replace(trial, policy=policy, view=view)


def _read_facts(
    dictionary: Dictionary, facts: set[str], trees: tuple[Condition, ...]
) -> Iterator[tuple[str, FactType]]:
    """Yield the facts that are read, with the fields that are, and without guard or order."""
    for name, each in dictionary.facts.items():
        if name in facts:
            read = {field for tree in trees for field in _fields_read(tree, name)}
            fields = {
                field: replace(kind, not_before="")
                for field, kind in each.fields.items()
                if field in read
            }
            yield name, replace(each, fields=fields, guard="", not_before="")


def _fields_read(tree: Condition, items: str) -> Iterator[str]:
    for node in walk(tree):
        if isinstance(node, Exists | ForAll | Count) and node.items == items and node.where:
            for inner in walk(node.where):
                for term in terms_of(inner):
                    yield from (each.name for each in leaf_terms(term) if isinstance(each, Field))


def _kept(table: Table[str, Value], names: Collection[str]) -> dict[str, Value]:
    return {name: value for name, value in table.items() if name in names}


def _smaller_readings(reading: Reading) -> Iterator[Reading]:
    """Yield readings of which one condition is smaller."""
    for rule, tree in reading.rules.items():
        for each in (*_spelt_out(tree, reading), *smaller_conditions(tree)):
            yield replace(reading, rules={**reading.rules, rule: each})
    for name, source in reading.derivable.items():
        fewer = {other: each for other, each in reading.derivable.items() if other != name}
        yield replace(reading, derivable=fewer)
        for less in _smaller_sources(source):
            yield replace(reading, derivable={**reading.derivable, name: less})
    for judgment, rests_on in reading.judgments.items():
        if rests_on is not None:
            for smaller_rest in (None, *smaller_conditions(rests_on)):
                judgments = {**reading.judgments, judgment: smaller_rest}
                yield replace(reading, judgments=judgments)


def _smaller_sources(source: Derivable) -> Iterator[Derivable]:
    if source.yes_when is not None:
        for each in (None, *smaller_conditions(source.yes_when)):
            yield replace(source, yes_when=each)
    if source.no_when is not None:
        for each in (None, *smaller_conditions(source.no_when)):
            yield replace(source, no_when=each)


def _spelt_out(tree: Condition, reading: Reading) -> Iterator[Condition]:
    """Yield the rule that a tree is no more than a reference to."""
    if isinstance(tree, RuleMet):
        yield reading.rules[tree.rule]
