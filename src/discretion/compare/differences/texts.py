"""What two policies say on each topic that is compared: their rules with the text these read."""

from collections.abc import Iterable

from discretion.compare.change.provisions import provision_of
from discretion.compare.differences.difference import OUTCOME
from discretion.compare.differences.difference import Comparison
from discretion.compare.differences.pairs import Group
from discretion.compare.differences.pairs import grouped
from discretion.compare.side import PolicySide
from discretion.frozen import dataclass
from discretion.law.provision import Provision
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Rule


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesRead:
    """Rules of one topic that stand under one provision, None where they stand before the first."""

    provision: Provision | None
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicText:
    """What two policies say on one topic, named as a difference names it.

    `read_a` and `read_b` hold their rules by provision, in the order of the text; `row_a` and
    `row_b` the rows of their outcome tables where an outcome is compared. A policy that has
    neither says nothing of the topic.
    """

    topic: str
    kind: str
    side: str
    read_a: tuple[RulesRead, ...]
    read_b: tuple[RulesRead, ...]
    row_a: OutcomeRow | None
    row_b: OutcomeRow | None


def texts_of(comparison: Comparison) -> tuple[TopicText, ...]:
    """Return what two policies say on everything that was compared, in the order of that."""
    sides = comparison.a, comparison.b
    return tuple(
        TopicText(
            topic=group.topic,
            kind=group.kind,
            side=group.side,
            read_a=_read(sides[0], group.rules[0]),
            read_b=_read(sides[1], group.rules[1]),
            row_a=_row(sides[0], group),
            row_b=_row(sides[1], group),
        )
        for group in grouped(*sides, comparison.decision)
    )


def _read(side: PolicySide, rules: Iterable[Rule]) -> tuple[RulesRead, ...]:
    pack = side.ruleset.pack
    found: dict[int, list[Rule]] = {}
    provisions: dict[int, Provision | None] = {}
    for rule in sorted(rules, key=lambda each: each.line):
        provision = provision_of(pack, rule.line)
        line = 0 if provision is None else provision.line
        provisions[line] = provision
        found.setdefault(line, []).append(rule)
    return tuple(
        RulesRead(provision=provisions[line], rules=tuple(read)) for line, read in found.items()
    )


def _row(side: PolicySide, group: Group) -> OutcomeRow | None:
    if group.kind != OUTCOME:
        return None
    rows = side.ruleset.pack.outcomes
    return next((row for row in rows if row.token == group.topic), None)
