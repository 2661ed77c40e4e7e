"""Topics side by side: what each instrument says of one subject in one matter, and whether alike.

Rules of one topic, kind and side are taken together as their `or`, for each instrument. The side
counts because a factor for the person and one against never say the same.
"""

from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.ruleset import reported_rules
from discretion.engines.reference import Derivation
from discretion.frozen import dataclass
from discretion.rules.condition import And
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.rule import KINDS
from discretion.rules.rule import TOPICS
from discretion.rules.rule import Rule
from discretion.truth import Truth
from discretion.truth import disjunction

NEVER_PAIRED = "none"
"""The topic of rules that answer to no rule of another instrument."""
SAME, DIFFERENT, OPEN = "same", "different", "open"
ONLY_IN_ONE, NOT_STATED = "only_in_one", "not_stated"
DUTY_TRUTHS = {
    "owed": Truth.TRUE,
    "owed_unless_shown": Truth.TRUE,
    "not_owed": Truth.FALSE,
    "discharged": Truth.FALSE,
    "unknown": Truth.UNKNOWN,
}
"""What the state of a duty says: that it is owed, that it is not, or neither yet."""

Key = tuple[str, str, str]
"""A topic, a kind of rule and, for a factor, its side: the rules that answer to each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one instrument says of one topic in this matter.

    `has_rule` tells whether it has any rule there. `truth` is the `or` of its findings, and None
    where it has no rule or where nothing of it may be stated.
    """

    has_rule: bool
    truth: Truth | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicBeside:
    """One topic under every instrument, in their order, and how what they say relates.

    INVARIANT relation by truths: `relation` is `same` where every instrument that has a rule says
    one definite thing, or all test the very same; `different` where two say opposite things;
    `open` where neither is so yet; `only_in_one` where one alone has a rule; `not_stated` where
    something may not be stated.
    """

    topic: str
    kind: str
    side: str
    said: tuple[Said, ...]
    relation: str


def topics_beside(assessments: Sequence[Assessment], decision: str) -> tuple[TopicBeside, ...]:
    """Return every topic on which something is said, by kind, then by topic and side.

    Args:
        assessments: one of each instrument.
        decision: the decision type, empty where it was not said.

    """
    held = [
        frozenset(key_of(rule) for rule in rules_of(each, decision) if is_paired(rule))
        for each in assessments
    ]
    found = []
    for key in sorted(frozenset[Key]().union(*held), key=_place):
        said = tuple(
            _said(each, key, has_rule=key in keys_held)
            for each, keys_held in zip(assessments, held, strict=True)
        )
        if any(each.truth is not None for each in said):
            topic, kind, side = key
            relation = relation_of(said)
            found.append(
                TopicBeside(topic=topic, kind=kind, side=side, said=said, relation=relation)
            )
    return tuple(found)


def unpaired_rules(each: Assessment, decision: str) -> int:
    """Return how many rules of an instrument answer to none of another, whatever it says."""
    return sum(not is_paired(rule) for rule in rules_of(each, decision))


def key_of(rule: Rule) -> Key:
    """Return what decides which rules answer to this one."""
    return rule.topic, rule.kind, rule.side


def _place(key: Key) -> tuple[int, int, str]:
    topic, kind, side = key
    return KINDS.index(kind), TOPICS.index(topic), side


def is_paired(rule: Rule) -> bool:
    """Tell whether rules of other instruments could answer to this one."""
    return rule.topic != NEVER_PAIRED


def relation_of(said: Iterable[Said]) -> str:
    """Return how what several instruments say of one topic relates."""
    having = [each for each in said if each.has_rule]
    truths = [each.truth for each in having]
    if len(having) == 1:
        return ONLY_IN_ONE
    if None in truths:
        return NOT_STATED
    if Truth.TRUE in truths and Truth.FALSE in truths:
        return DIFFERENT
    if len(set(truths)) == 1 and (Truth.UNKNOWN not in truths or _test_the_same(having)):
        return SAME
    return OPEN


def rules_of(each: Assessment, decision: str) -> Iterator[Rule]:
    """Yield the rules that an assessment reports on, whether or not it may show its findings."""
    yield from () if each.ruleset is None else reported_rules(each.ruleset, decision)


def _said(each: Assessment, key: Key, *, has_rule: bool) -> Said:
    found = tuple(finding for finding in each.findings if key_of(finding.rule) == key)
    states = {duty.rule: DUTY_TRUTHS[duty.state] for duty in each.duties}
    truths = [states.get(finding.rule.id, finding.truth) for finding in found]
    return Said(
        has_rule=has_rule,
        truth=disjunction(truths) if found else None,
        findings=found,
    )


def _test_the_same(said: Iterable[Said]) -> bool:
    """Tell whether instruments rest on the very same tests, so that no fact can part them."""
    tests = [frozenset(tested(each.derivation) for each in one.findings) for one in said]
    return all(each == tests[0] for each in tests)


def tested(derivation: Derivation) -> Hashable:
    """Return what a derivation tests, whatever the rules that it goes through are called."""
    condition = derivation.condition
    inner = tuple(tested(part) for part in derivation.children)
    if isinstance(condition, RuleMet):
        return inner[0]
    if isinstance(condition, And | Or | Not):
        return type(condition).__name__, inner
    if isinstance(condition, Judged):
        return condition.judgment, inner
    return condition
