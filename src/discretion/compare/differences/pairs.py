"""Which rules of two sides answer to each other: by topic, or by id within one instrument."""

from collections.abc import Iterator

from discretion.assess.sides.topics import NEVER_PAIRED
from discretion.assess.sides.topics import key_of
from discretion.compare.differences.difference import OUTCOME
from discretion.compare.side import PolicySide
from discretion.frozen import dataclass
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.rule import KINDS
from discretion.rules.rule import TOPICS
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Rules of both sides that are compared as one: the `or` of those of each.

    A side without any has no condition.
    """

    topic: str
    kind: str
    side: str
    rules: tuple[tuple[Rule, ...], tuple[Rule, ...]]
    conditions: tuple[Condition | None, Condition | None]


def grouped(a: PolicySide, b: PolicySide, decision: str) -> Iterator[Group]:
    """Yield every group of rules, by kind and topic, then the rows of the outcome tables."""
    if a.instrument == b.instrument:
        yield from _by_id(a, b, decision)
    else:
        yield from _by_topic(a, b, decision)
    yield from _outcomes(a, b)


def _by_topic(a: PolicySide, b: PolicySide, decision: str) -> Iterator[Group]:
    paired = [
        [rule for rule in side.rules(decision) if rule.topic != NEVER_PAIRED] for side in (a, b)
    ]
    keys = {key_of(rule) for rules in paired for rule in rules}
    for topic, kind, side in sorted(
        keys, key=lambda key: (KINDS.index(key[1]), TOPICS.index(key[0]), key[2])
    ):
        rules = [
            tuple(each for each in rules if key_of(each) == (topic, kind, side)) for rules in paired
        ]
        yield Group(
            topic=topic,
            kind=kind,
            side=side,
            rules=(rules[0], rules[1]),
            conditions=(_either(rules[0]), _either(rules[1])),
        )


def _either(rules: tuple[Rule, ...]) -> Condition | None:
    tests = tuple(RuleMet(rule.id) for rule in rules)
    if not tests:
        return None
    return tests[0] if len(tests) == 1 else Or(tests)


def _by_id(a: PolicySide, b: PolicySide, decision: str) -> Iterator[Group]:
    held = [{rule.id: rule for rule in side.rules(decision)} for side in (a, b)]
    for identifier in dict.fromkeys((*held[0], *held[1])):
        rules = tuple((each[identifier],) if identifier in each else () for each in held)
        rule = (*rules[0], *rules[1])[0]
        yield Group(
            topic=identifier,
            kind=rule.kind,
            side=rule.side,
            rules=(rules[0], rules[1]),
            conditions=(_either(rules[0]), _either(rules[1])),
        )


def _outcomes(a: PolicySide, b: PolicySide) -> Iterator[Group]:
    tables = [side.ruleset.pack.outcomes for side in (a, b)]
    tokens = dict.fromkeys(row.token for table in tables for row in table)
    for token in tokens:
        yield Group(
            topic=token,
            kind=OUTCOME,
            side="",
            rules=((), ()),
            conditions=(_established(tables[0], token), _established(tables[1], token)),
        )


def _established(table: tuple[OutcomeRow, ...], token: str) -> Condition | None:
    """Return when a row is established: its condition holds and that of no row before it."""
    before: list[Condition] = []
    for row in table:
        if row.token == token:
            return And((*before, row.when)) if before else row.when
        before.append(Not(row.when))
    return None
