"""What engines are asked, and where one differs from the reference."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Mapping as Table
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field
from typing import Protocol

from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.truth import Truth
from tests.exactness.policy import Policy

Truths = Table[str, Truth | None]
"""The truth of each rule; None where an engine contradicts itself, which agrees with nothing."""
TRUTHS_OF: Table[tuple[bool, bool], Truth | None] = {
    (True, False): Truth.TRUE,
    (False, True): Truth.FALSE,
    (False, False): Truth.UNKNOWN,
    (True, True): None,
}

KINDS = (
    "And", "Or", "Not", "Holds", "Compare", "Compare of two facts", "Between", "Within",
    "StartsWith", "Exists", "ForAll", "Count", "RuleMet", "Judged", "Settled", "Shift in hours",
    "Shift in days", "Shift in months", "Shift in years", "Elapsed in days", "Elapsed in years",
)  # fmt: skip
"""Every kind of node and term, of which an engine may leave some out."""


class Engine(Protocol):
    """An engine that gives truths; what it cannot express it names, and is never asked."""

    @property
    def name(self) -> str:
        """Its name in reports."""

    @property
    def leaves_out(self) -> frozenset[str]:
        """The kinds that it cannot express, of `KINDS`."""

    def truths(self, policy: Policy, views: Sequence[View]) -> Sequence[Truths]:
        """Return the truth of every rule of a policy, in each matter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A tree and a matter of which an engine says something else than the reference."""

    policy: Policy
    view: View
    rule: str
    expected: Truth
    actual: Truth | None


@dataclass(slots=True)
class Tally:
    """What was compared with one engine: how often, on what kinds, and what was left out."""

    compared: int = 0
    left_out: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    truths: Counter[Truth] = field(default_factory=Counter)


def truth_of_pair(pair: tuple[bool, bool]) -> Truth | None:
    """Return the truth that a pair is, None where an engine says true and false at once."""
    return TRUTHS_OF[pair]


def differences(
    engine: Engine, policy: Policy, views: Sequence[View], tally: Tally
) -> Iterator[Difference]:
    """Yield where an engine differs from the reference, and count what was compared.

    Args:
        engine: the engine that is tried.
        policy: trees, as the rules of a policy.
        views: the matters.
        tally: takes what was compared.

    """
    asked = without(policy, engine.leaves_out)
    rules = asked.reading.rules
    tally.left_out += (len(policy.reading.rules) - len(rules)) * len(views)
    kinds = Counter(kind for tree in rules.values() for kind in kinds_under(tree, asked.reading))
    for kind, number in kinds.items():
        tally.kinds[kind] += number * len(views)
    answers = engine.truths(asked, views)
    for view, found in zip(views, answers, strict=True):
        reference = ReferenceEngine(view, asked.reading)
        for rule in rules:
            expected, actual = reference.rule(rule).truth, found[rule]
            tally.compared += 1
            tally.truths[expected] += 1
            if actual is not expected:
                yield Difference(
                    policy=asked, view=view, rule=rule, expected=expected, actual=actual
                )


def without(policy: Policy, kinds: frozenset[str]) -> Policy:
    """Return a policy without the trees that need any of some kinds."""
    if not kinds:
        return policy
    reading = policy.reading
    kept = {
        rule: tree
        for rule, tree in reading.rules.items()
        if kinds.isdisjoint(kinds_under(tree, reading))
    }
    return replace(policy, reading=replace(reading, rules=kept))


def kinds_under(tree: Condition, reading: Reading) -> frozenset[str]:
    """Return the kinds of node and term that a tree needs, whatever it refers to among them."""
    found: set[str] = set()
    for each in closure(tree, reading):
        for node in walk(each):
            found.add(type(node).__name__)
            terms = [part for term in terms_of(node) for part in _terms_in(term)]
            found.update(_kind_of_term(term) for term in terms if isinstance(term, Shift | Elapsed))
            if isinstance(node, Compare) and all(map(_reads, (node.left, node.right))):
                found.add("Compare of two facts")
    return frozenset(found)


def closure(tree: Condition, reading: Reading) -> tuple[Condition, ...]:
    """Return a tree and every condition that its rules, judgments and facts lead to."""
    found: dict[int, Condition] = {}
    waiting: list[Condition | None] = [tree]
    while waiting:
        each = waiting.pop()
        if each is None or id(each) in found:
            continue
        found[id(each)] = each
        for node in walk(each):
            waiting.extend(_led_to(node, reading))
    return tuple(found.values())


def _led_to(node: Condition, reading: Reading) -> tuple[Condition | None, ...]:
    match node:
        case RuleMet(rule=rule):
            return (reading.rules[rule],)
        case Judged(judgment=judgment):
            return (reading.judgments[judgment],)
        case Holds(term=Fact(name=name)) if name in reading.derivable:
            source = reading.derivable[name]
            return (source.yes_when, source.no_when)
        case _:
            return ()


def _terms_in(term: Term) -> Iterator[Term]:
    yield term
    match term:
        case Shift(term=inner):
            yield from _terms_in(inner)
        case Elapsed(start=start, end=end):
            yield from _terms_in(start)
            yield from _terms_in(end)
        case _:
            return


def _reads(term: Term) -> bool:
    return any(isinstance(leaf, Fact | Field) for leaf in leaf_terms(term))


def _kind_of_term(term: Shift | Elapsed) -> str:
    return f"{type(term).__name__} in {term.unit.value}"
