"""What every completion says, by trying them all: a truth table for every condition.

Further records of an open list are tried beside the completions, in every number and kind.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations
from itertools import combinations_with_replacement
from itertools import product
from typing import TypeAlias

from discretion.analysis.subjects import Subject
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.condition import walk
from discretion.truth import Truth
from tests.exactness.policy import Policy
from tests.exactness.trying.completions import Completions
from tests.exactness.trying.completions import Key
from tests.exactness.trying.completions import is_inapplicable
from tests.exactness.trying.completions import plain_values
from tests.exactness.trying.completions import used_in
from tests.exactness.trying.plain import Plain
from tests.exactness.trying.plain import holds

OUTCOME = "outcome"
MATTER: Key = ("", 0, "")

Mask: TypeAlias = tuple[int, int]
"""In which completions something holds, and in which it fails."""
Kind: TypeAlias = tuple[tuple[Mask, ...], bool]
"""A further record: what each condition on records makes of it, and whether the file records it."""
Further: TypeAlias = tuple[tuple[str, tuple[int, ...]], ...]
"""Further records of each open list, by their kinds."""
Quantifier: TypeAlias = Exists | ForAll | Count


@dataclass(frozen=True, slots=True)
class Answers:
    """What a finding can come to, and which missing facts can change it alone."""

    reached: frozenset[str]
    deciding: frozenset[str]


class Oracle:
    """All completions of one view, with as many further records as the conditions can tell."""

    def __init__(self, policy: Policy, view: View, more: int = 0) -> None:
        """Take a policy and a view, and how many further records to try beyond those needed."""
        self.policy = policy
        self.view = view
        self.completions = Completions(policy, view)
        self.every = self.completions.every
        nodes = (node for condition in policy.conditions for node in walk(condition))
        self.quantifiers = [
            node for node in dict.fromkeys(nodes) if isinstance(node, Exists | ForAll | Count)
        ]
        self.steady: dict[tuple[int, Key], Mask] = {}
        self.passing: dict[tuple[int, Key], Mask] = {}
        listed = dict.fromkeys(node.items for node in self.quantifiers)
        self.wheres = {items: self._wheres(items) for items in listed}
        self.kinds = {
            items: self._kinds(items)
            for items in listed
            if view.complete.get(items) is not Truth.TRUE
        }
        self.further = {items: tuple(self._numbers(items, more)) for items in self.kinds}

    def answers(self) -> dict[str, Answers]:
        """Return what each rule, and the outcome, comes to over all completions."""
        tables: dict[str, dict[Further, dict[str, int]]] = {}
        for chosen in product(*self.further.values()):
            further = tuple(zip(self.further, chosen, strict=True))
            self.passing.clear()
            for name, table in self._tables(further):
                tables.setdefault(name, {})[further] = table
        return {name: self._answers(table) for name, table in tables.items()}

    def allows(self, decided: Mapping[Subject, Values]) -> bool:
        """Tell whether some completion has these values; a text or moment may be one not tried."""
        mask = self.completions.possible
        for subject, values in decided.items():
            digit = self.completions.digits.get((subject.items, subject.record, subject.field))
            if subject.record >= 0 and digit is None:
                return False
            if digit is not None and values.single in digit.values:
                mask &= digit.masks[digit.values.index(values.single)]
            elif digit is not None and not isinstance(digit.values[0], str | datetime):
                return False
        return bool(mask)

    def _tables(self, further: Further) -> Iterator[tuple[str, dict[str, int]]]:
        """Yield in which completions each finding, and the outcome, comes to what."""
        left = self.every
        outcome = dict.fromkeys([token for token, _ in self.policy.outcomes], 0)
        outcome.setdefault(self.policy.when_open, 0)
        for token, condition in self.policy.outcomes:
            true, _ = self._truth(condition, MATTER, further)
            outcome[token] |= left & true
            left &= ~true
        outcome[self.policy.when_open] |= left
        yield OUTCOME, outcome
        for rule, condition in self.policy.reading.rules.items():
            true, false = self._truth(condition, MATTER, further)
            yield rule, {"true": true, "false": false, "unknown": self.every & ~true & ~false}

    def _answers(self, table: dict[Further, dict[str, int]]) -> Answers:
        completions = self.completions
        here = completions.possible & completions.absent()
        on_file = [
            results
            for further, results in table.items()
            if all(self._is_on_file(items, added) for items, added in further)
        ]
        reached = {token for results in on_file for token, mask in results.items() if mask & here}
        deciding = set()
        for key, digit in completions.digits.items():
            freed = None if digit.absent is None else key
            world = completions.possible & completions.absent(freed)
            for results in on_file:
                if _differ(digit.along(mask & world) for mask in results.values()):
                    deciding.add(digit.name)
                    break
        for items in self.further:
            if self._list_decides(items, table, here):
                deciding.add(f"{items}.complete")
        return Answers(frozenset(reached), frozenset(deciding))

    def _list_decides(self, items: str, table: dict[Further, dict[str, int]], here: int) -> bool:
        """Tell whether further records of one list alone can make a difference."""
        groups: dict[Further, dict[str, int]] = {}
        for further, results in table.items():
            others = tuple((name, added) for name, added in further if name != items)
            if all(self._is_on_file(name, added) for name, added in others):
                group = groups.setdefault(others, {})
                for token, mask in results.items():
                    group[token] = group.get(token, 0) | mask & here
        return any(_differ(group.values()) for group in groups.values())

    # ------------------------------------------------------------------ further records

    def _wheres(self, items: str) -> tuple[Condition, ...]:
        nodes = [node for node in self.quantifiers if node.items == items]
        return tuple(dict.fromkeys(node.where for node in nodes if node.where is not None))

    def _kinds(self, items: str) -> tuple[Kind, ...]:
        """Return every kind of further record that the conditions on records tell apart."""
        fields = self.policy.dictionary.facts[items].fields
        used = {field for where, field in used_in(self.policy) if where == items}
        names = [name for name in fields if name in used]
        orders = [order[1:] for order in self.policy.orders if order[0] == items]
        found: dict[Kind, None] = {}
        for row in product(*(plain_values(fields[name].domain(self.view.day)) for name in names)):
            record = dict(zip(names, row, strict=True))
            if any(record[later] < record[earlier] for later, earlier in orders):  # type: ignore[operator]  # days
                continue
            for name, value in record.items():
                self.completions.fixed[items, -1, name] = value
            self.passing.clear()
            made = [self._truth(where, (items, -1, ""), ()) for where in self.wheres[items]]
            recorded = self.view.is_record and any(
                fields[name].absent not in ("", value) for name, value in record.items()
            )
            found[tuple(made), recorded] = None
        return tuple(found)

    def _numbers(self, items: str, more: int) -> Iterator[tuple[int, ...]]:
        """Yield every choice of further records, up to the number that can matter."""
        most = more + sum(_needed(node) for node in self.quantifiers if node.items == items)
        least = int(self.view.complete.get(items) is Truth.FALSE)
        for number in range(least, max(least, most) + 1):
            yield from combinations_with_replacement(range(len(self.kinds[items])), number)

    def _is_on_file(self, items: str, added: tuple[int, ...]) -> bool:
        """Tell whether further records are of the world, and not what a file could still record."""
        absent = self.policy.dictionary.facts[items].absent
        if absent and self.view.is_record and items not in self.view.complete:
            return not added
        return not any(self.kinds[items][kind][1] for kind in added)

    # ------------------------------------------------------------------ truth tables

    def _truth(self, condition: Condition, at: Key, further: Further) -> Mask:
        memo = self.steady if at[1] > 0 else self.passing
        key = (id(condition), at)
        found = memo.get(key)
        if found is None:
            found = memo[key] = self._found(condition, at, further)
        return found

    def _found(self, condition: Condition, at: Key, further: Further) -> Mask:
        match condition:
            case And(parts=parts):
                return self._all(self._truth(part, at, further) for part in parts)
            case Or(parts=parts):
                return self._any(self._truth(part, at, further) for part in parts)
            case Not(part=part):
                return _opposite(self._truth(part, at, further))
            case Exists():
                return self._any(self._of_records(condition, further))
            case ForAll():
                return self._all(self._of_records(condition, further))
            case Count():
                return self._count(condition, further)
            case RuleMet(rule=rule):
                return self._truth(self.policy.reading.rules[rule], MATTER, further)
            case Judged(judgment=judgment):
                return self._judged(judgment, further)
            case Settled(judgment=judgment):
                return self._always(holds=judgment in self.view.settled)
            case Holds(term=Fact(name=name)) if name in self.policy.reading.derivable:
                return self._derivable(condition, name, further)
            case _:
                return self._atom(condition, at)

    def _always(self, *, holds: bool) -> Mask:
        return (self.every, 0) if holds else (0, self.every)

    def _all(self, masks: Iterable[Mask]) -> Mask:
        true, false = self.every, 0
        for each_true, each_false in masks:
            true &= each_true
            false |= each_false
        return true, false

    def _any(self, masks: Iterable[Mask]) -> Mask:
        return _opposite(self._all(_opposite(mask) for mask in masks))

    def _judged(self, judgment: str, further: Further) -> Mask:
        met = self.view.settled.get(judgment)
        if met is not None:
            return self._always(holds=met)
        rests_on = self.policy.reading.judgments[judgment]
        return (0, 0) if rests_on is None else (0, self._truth(rests_on, MATTER, further)[1])

    def _derivable(self, condition: Holds, name: str, further: Further) -> Mask:
        """Return a fact as said; where nobody says it, as it follows, else as it would be said."""
        true, false = self._atom(condition, MATTER)
        if name in self.view.known:
            return true, false
        source = self.policy.reading.derivable[name]
        if source.no_when is not None:
            no, _ = self._truth(source.no_when, MATTER, further)
            true, false = true & ~no, false | no
        if source.yes_when is not None:
            yes, _ = self._truth(source.yes_when, MATTER, further)
            true, false = true | yes, false & ~yes
        return true, false

    def _of_records(self, node: Quantifier, further: Further) -> Iterator[Mask]:
        kinds = dict(further).get(node.items, ())
        if node.where is None:
            rows = self.view.records.get(node.items, ())
            yield from [self._always(holds=True)] * (len(rows) + len(kinds))
            return
        for number, _ in enumerate(self.view.records.get(node.items, ()), start=1):
            yield self._truth(node.where, (node.items, number, ""), further)
        place = self.wheres[node.items].index(node.where)
        for kind in kinds:
            yield self.kinds[node.items][kind][0][place]

    def _count(self, node: Count, further: Further) -> Mask:
        records = list(self._of_records(node, further))
        least = self._at_least(records, node.number)
        more = self._at_least(records, node.number + 1)
        exactly = self._all((least, _opposite(more)))
        found = {">=": least, ">": more, "<": _opposite(least), "<=": _opposite(more)}
        return found.get(node.operator, exactly if node.operator == "==" else _opposite(exactly))

    def _at_least(self, records: list[Mask], number: int) -> Mask:
        return self._any(self._all(chosen) for chosen in combinations(records, max(number, 0)))

    def _atom(self, condition: Condition, at: Key) -> Mask:
        keys = [
            _key(leaf, at)
            for term in terms_of(condition)
            for leaf in leaf_terms(term)
            if isinstance(leaf, Fact | Field)
        ]
        if any(is_inapplicable(key, self.view) for key in keys):
            return 0, 0

        def test(found: Mapping[Key, Plain]) -> bool:
            return holds(condition, lambda leaf: found[_key(leaf, at)])

        mask = self.completions.where(list(dict.fromkeys(keys)), test)
        return mask, self.every & ~mask


def _key(leaf: Fact | Field, at: Key) -> Key:
    return ("", 0, leaf.name) if isinstance(leaf, Fact) else (at[0], at[1], leaf.name)


def _opposite(mask: Mask) -> Mask:
    return mask[1], mask[0]


def _differ(masks: Iterable[int]) -> bool:
    """Tell whether two masks hold in one completion."""
    seen = 0
    for mask in masks:
        if seen & mask:
            return True
        seen |= mask
    return False


def _needed(node: Quantifier) -> int:
    if not isinstance(node, Count):
        return 1
    return max(node.number if node.operator in {">=", "<"} else node.number + 1, 0)
