"""What a condition can depend on: the facts, lists and judgments it reaches, however far."""

from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias

from discretion.analysis.subjects import AtomIndex
from discretion.engines.reading import Reading
from discretion.frozen import dataclass
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import ForAll
from discretion.rules.condition import Judged
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk

Needs: TypeAlias = tuple[tuple[str, int], ...]
"""How many further records of each list can matter to a finding."""
DAY, RECORD = "", "record"
"""The names under which codes keep the day of the decision, which bounds some dates, and whether
the file is the decision's own record."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reach:
    """The facts and lists, and the judgments, that some conditions depend on.

    Facts that an atom or a date order ties to one of them are among them, because they bound it.
    `dated` tells whether the day of the decision can bear on them. Two reaches are the same only
    where they are one.
    """

    facts: tuple[str, ...]
    judgments: tuple[str, ...]
    needs: Needs
    dated: bool

    def known(self, codes: Table[str, int], settled: Table[str, bool]) -> Hashable:
        """Return what a view knows of all this: equal for two views that cannot differ on it."""
        return (
            codes[RECORD],
            codes[DAY] if self.dated else None,
            *[codes.get(name) for name in self.facts],
            *[settled.get(name) for name in self.judgments],
        )


class Closure:
    """All that conditions lead to: facts and lists, rules, judgments, conditions on lists."""

    def __init__(self) -> None:
        """Begin with nothing reached."""
        self.facts: dict[str, None] = {}
        self.rules: dict[str, Condition] = {}
        self.judgments: dict[str, None] = {}
        self.quantifiers: dict[Condition, tuple[str, int]] = {}
        self.ordered = False
        """Whether any comparison is one of order, as every comparison of days is."""

    def needs(self) -> Needs:
        """Return how many further records of each list could matter.

        One for each exists or all, and as many as each count can tell apart: so many show every
        combination of what further records can make of them.
        """
        totals: dict[str, int] = {}
        for items, number in self.quantifiers.values():
            totals[items] = totals.get(items, 0) + number
        return tuple(sorted(totals.items()))


def closure_of(conditions: Iterable[Condition], reading: Reading) -> Closure:
    """Return all that some conditions lead to, however far."""
    found = Closure()
    _collect(conditions, reading, found)
    return found


def facts_reached(conditions: Iterable[Condition], reading: Reading) -> tuple[str, ...]:
    """Return the facts and lists that some conditions lead to."""
    return tuple(closure_of(conditions, reading).facts)


def _collect(conditions: Iterable[Condition], reading: Reading, found: Closure) -> None:
    waiting = list(conditions)
    for condition in waiting:
        for node in walk(condition):
            match node:
                case RuleMet(rule=rule):
                    if rule not in found.rules:
                        found.rules[rule] = reading.rules[rule]
                        waiting.append(reading.rules[rule])
                case Judged(judgment=judgment) | Settled(judgment=judgment):
                    if judgment not in found.judgments:
                        found.judgments[judgment] = None
                        rests_on = reading.judgments[judgment]
                        waiting.extend(() if rests_on is None else (rests_on,))
                case Exists(items=items) | ForAll(items=items):
                    found.facts[items] = None
                    found.quantifiers[node] = (items, 1)
                case Count(items=items):
                    found.facts[items] = None
                    apart = node.number + (node.operator not in {">=", "<"})
                    found.quantifiers[node] = (items, max(apart, 0))
                case _:
                    waiting.extend(_follow(node, reading, found))


def _follow(node: Condition, reading: Reading, found: Closure) -> Iterator[Condition]:
    """Note the facts that an atom reads; yield what those of them follow from, once."""
    if isinstance(node, Compare | Between) and not _is_of_words(node):
        found.ordered = True
    for term in terms_of(node):
        for leaf in leaf_terms(term):
            if isinstance(leaf, Fact) and leaf.name not in found.facts:
                found.facts[leaf.name] = None
                source = reading.derivable.get(leaf.name)
                if source is not None:
                    yield from (one for one in (source.yes_when, source.no_when) if one is not None)


def _is_of_words(node: Compare | Between) -> bool:
    """Tell whether a comparison is with a word, as none of days or numbers is."""
    return (
        isinstance(node, Compare)
        and isinstance(node.right, Constant)
        and isinstance(node.right.value, str)
    )


def with_tied(facts: Iterable[str], index: AtomIndex) -> tuple[str, ...]:
    """Return facts with all that atoms or date orders tie to them, however far."""
    neighbours: dict[str, set[str]] = {}
    for later, earlier in index.orders.get("", ()):
        neighbours.setdefault(later, set()).add(earlier)
        neighbours.setdefault(earlier, set()).add(later)
    found = dict.fromkeys(facts)
    waiting = list(found)
    for name in waiting:
        tied = {other for _, other in index.joint.get(("", name), ())}
        for other in sorted(tied | neighbours.get(name, set())):
            if other not in found:
                found[other] = None
                waiting.append(other)
    return tuple(waiting)
