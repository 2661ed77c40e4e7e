"""What every completion says, by trying them all: truth tables kept as whole numbers.

Every missing fact is a digit, so that a completion is a number, and bit i of a mask belongs to
completion i. Further records of an open list are tried beside that, in every number and kind.
Nothing here is shared with the analysis or with an engine.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from itertools import combinations
from itertools import combinations_with_replacement
from itertools import product

from discretion.facts.dictionary import FactType
from discretion.facts.values import Choices
from discretion.facts.values import Spans
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
from tests.exactness.plain import Plain
from tests.exactness.plain import holds
from tests.exactness.policy import Policy

OUTCOME = "outcome"
TEXTS = tuple("".join(letters) for size in range(4) for letters in product("ab", repeat=size))
"""Every text that can be told apart by beginnings and words of two letters, and more."""
QUARTER = timedelta(minutes=15)
"""Hours tell no two moments apart that quarters do not."""

Key = tuple[str, int, str]
Mask = tuple[int, int]
"""In which completions something holds, and in which it fails."""
Kind = tuple[tuple[Mask, ...], bool]
"""A further record: what each condition on records makes of it, and whether the file records it."""
Test = Callable[[Mapping[Key, Plain]], bool]
Further = tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Digit:
    """One missing fact with every value it may have; `absent` is where nobody recorded it."""

    name: str
    values: tuple[Plain, ...]
    stride: int
    absent: int | None
    masks: tuple[int, ...]


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
        self.fixed: dict[Key, Plain] = {}
        self.digits: dict[Key, Digit] = {}
        self.size = 1
        self.quantifiers = tuple(
            dict.fromkeys(
                node
                for condition in policy.conditions
                for node in walk(condition)
                if isinstance(node, Exists | ForAll | Count)
            )
        )
        self._lay_out()
        self.every = (1 << self.size) - 1
        self.steady: dict[tuple[int, Key], Mask] = {}
        self.passing: dict[tuple[int, Key], Mask] = {}
        self.possible = self._possible()
        self.kinds = {items: self._kinds(items) for items in self._open_lists()}
        self.further = {items: tuple(self._numbers(items, more)) for items in self.kinds}

    # ------------------------------------------------------------------ what is missing

    def _lay_out(self) -> None:
        missing = []
        for key, (values, absent) in values_of(self.policy, self.view).items():
            if len(values) == 1:
                self.fixed[key] = values[0]
            else:
                missing.append((key, values, absent, self.size))
                self.size *= len(values)
        for key, values, absent, stride in missing:
            count = len(values)
            masks = tuple(_mask(index, stride, count, self.size) for index in range(count))
            self.digits[key] = Digit(_name(key), values, stride, absent, masks)

    def _possible(self) -> int:
        """Return the completions that keep the date orders, as far as the file can keep them."""
        possible = self.every
        scopes = {key[:2] for key in self.digits}
        for scope in scopes:
            orders = [
                ((*scope, later), (*scope, earlier))
                for items, later, earlier in self.policy.orders
                if items == scope[0]
            ]
            for group in _groups(orders, self.digits):
                kept = self.every
                for later, earlier in orders:
                    if {later, earlier} & group:
                        kept &= self._in_order(later, earlier)
                if kept:
                    possible &= kept
        return possible

    def _in_order(self, later: Key, earlier: Key) -> int:
        if _is_inapplicable(later, self.view) or _is_inapplicable(earlier, self.view):
            return self.every
        keys = [key for key in (later, earlier) if key in self.digits]

        def ordered(found: Mapping[Key, Plain]) -> bool:
            return found[later] >= found[earlier]  # type: ignore[operator]  # two days

        return self._where(keys, ordered)

    def _where(self, keys: list[Key], test: Test) -> int:
        """Return the completions in which a test of some digits holds."""
        found: dict[Key, Plain] = dict(self.fixed)
        if not keys:
            return self.every if test(found) else 0
        first, rest = self.digits[keys[0]], keys[1:]
        mask = 0
        if not rest:
            for value, each in zip(first.values, first.masks, strict=True):
                found[keys[0]] = value
                if test(found):
                    mask |= each
            return mask
        rows = [zip(self.digits[key].values, self.digits[key].masks, strict=True) for key in rest]
        listed = list(product(*rows))
        patterns: dict[tuple[bool, ...], int] = {}
        for value, each in zip(first.values, first.masks, strict=True):
            found[keys[0]] = value
            pattern = []
            for row in listed:
                found.update(zip(rest, (value for value, _ in row), strict=True))
                pattern.append(test(found))
            key = tuple(pattern)
            inner = patterns.get(key)
            if inner is None:
                inner = 0
                for row, good in zip(listed, pattern, strict=True):
                    if good:
                        both = self.every
                        for _, other in row:
                            both &= other
                        inner |= both
                patterns[key] = inner
            mask |= each & inner
        return mask

    # ------------------------------------------------------------------ further records

    def _open_lists(self) -> Iterator[str]:
        for items in dict.fromkeys(node.items for node in self.quantifiers):
            known = self.view.complete.get(items)
            if known is not Truth.TRUE:
                yield items

    def _is_unrecorded(self, items: str) -> bool:
        fact = self.policy.dictionary.facts[items]
        return bool(fact.absent) and items not in self.view.complete

    def _kinds(self, items: str) -> tuple[Kind, ...]:
        """Return every kind of further record that the conditions on records tell apart."""
        fields = self.policy.dictionary.facts[items].fields
        used = {place[1] for place in _used(self.policy) if place[0] == items}
        names = [name for name in fields if name in used]
        wheres = self._wheres(items)
        found: dict[Kind, None] = {}
        for row in product(*(_plain_values(fields[name].domain(self.view.day)) for name in names)):
            record = dict(zip(names, row, strict=True))
            orders = [order[1:] for order in self.policy.orders if order[0] == items]
            if any(record[later] < record[earlier] for later, earlier in orders):  # type: ignore[operator]  # days
                continue
            recorded = any(fields[name].absent not in ("", value) for name, value in record.items())
            for name, value in record.items():
                self.fixed[items, -1, name] = value
            self.passing.clear()
            made = tuple(self._truth(where, (items, -1, ""), ()) for where in wheres)
            found[made, recorded] = None
        return tuple(found)

    def _wheres(self, items: str) -> tuple[Condition, ...]:
        return tuple(
            dict.fromkeys(
                node.where
                for node in self.quantifiers
                if node.items == items and node.where is not None
            )
        )

    def _numbers(self, items: str, more: int) -> Iterator[tuple[int, ...]]:
        """Yield every choice of further records, up to the number that can matter."""
        most = more + sum(_needed(node) for node in self.quantifiers if node.items == items)
        least = int(self.view.complete.get(items) is Truth.FALSE)
        for number in range(least, max(least, most) + 1):
            yield from combinations_with_replacement(range(len(self.kinds[items])), number)

    def _is_as_on_file(self, items: str, added: tuple[int, ...]) -> bool:
        """Tell whether further records are of the world, and not what a file could still record."""
        if self._is_unrecorded(items):
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
                return self._truth(part, at, further)[::-1]
            case Exists():
                return self._any(self._of_records(condition, further))
            case ForAll():
                return self._all(self._of_records(condition, further))
            case Count():
                return self._count(condition, further)
            case RuleMet(rule=rule):
                return self._truth(self.policy.reading.rules[rule], ("", 0, ""), further)
            case Judged(judgment=judgment):
                return self._judged(judgment, further)
            case Settled(judgment=judgment):
                return self._always(judgment in self.view.settled)
            case Holds(term=Fact(name=name)) if name not in self.view.known and (
                name in self.policy.reading.derivable
            ):
                return self._derived(condition, name, further)
            case _:
                return self._atom(condition, at)

    def _always(self, holds: bool) -> Mask:  # noqa: FBT001  # the one thing it is told
        return (self.every, 0) if holds else (0, self.every)

    def _all(self, masks: Iterable[Mask]) -> Mask:
        true, false = self.every, 0
        for each_true, each_false in masks:
            true &= each_true
            false |= each_false
        return true, false

    def _any(self, masks: Iterable[Mask]) -> Mask:
        true, false = 0, self.every
        for each_true, each_false in masks:
            true |= each_true
            false &= each_false
        return true, false

    def _judged(self, judgment: str, further: Further) -> Mask:
        met = self.view.settled.get(judgment)
        if met is not None:
            return self._always(met)
        rests_on = self.policy.reading.judgments[judgment]
        if rests_on is None:
            return 0, 0
        return 0, self._truth(rests_on, ("", 0, ""), further)[1]

    def _derived(self, condition: Condition, name: str, further: Further) -> Mask:
        source = self.policy.reading.derivable[name]
        matter = ("", 0, "")
        found = self._atom(condition, matter)
        if source.no_when is not None:
            no = self._truth(source.no_when, matter, further)
            found = self._all((found, (no[1], no[0])))
        if source.yes_when is not None:
            found = self._any((found, self._truth(source.yes_when, matter, further)))
        return found

    def _of_records(self, node: Exists | ForAll | Count, further: Further) -> Iterator[Mask]:
        for number, _ in enumerate(self.view.records.get(node.items, ()), start=1):
            if node.where is None:
                yield self.every, 0
            else:
                yield self._truth(node.where, (node.items, number, ""), further)
        for kind in dict(further).get(node.items, ()):
            if node.where is None:
                yield self.every, 0
            else:
                wheres = self._wheres(node.items)
                yield self.kinds[node.items][kind][0][wheres.index(node.where)]

    def _count(self, node: Count, further: Further) -> Mask:
        records = list(self._of_records(node, further))
        least = self._at_least(records, node.number)
        more = self._at_least(records, node.number + 1)
        exactly = self._all((least, more[::-1]))
        found = {">=": least, ">": more, "<": least[::-1], "<=": more[::-1], "==": exactly}
        return found.get(node.operator, exactly[::-1])

    def _at_least(self, records: list[Mask], number: int) -> Mask:
        if number <= 0:
            return self._always(True)  # noqa: FBT003  # see there
        return self._any(self._all(chosen) for chosen in combinations(records, number))

    def _atom(self, condition: Condition, at: Key) -> Mask:
        keys: dict[Key, None] = {}
        for term in terms_of(condition):
            for leaf in leaf_terms(term):
                if isinstance(leaf, Fact):
                    keys["", 0, leaf.name] = None
                elif isinstance(leaf, Field):
                    keys[at[0], at[1], leaf.name] = None
        if any(_is_inapplicable(key, self.view) for key in keys):
            return 0, 0

        def test(found: Mapping[Key, Plain]) -> bool:
            return holds(condition, lambda leaf: found[_key(leaf, at)])

        mask = self._where([key for key in keys if key in self.digits], test)
        return mask, self.every & ~mask

    # ------------------------------------------------------------------ answers

    def answers(self) -> dict[str, Answers]:
        """Return what each rule, and the outcome, comes to over all completions."""
        tables: dict[str, dict[Further, dict[str, int]]] = {}
        lists = list(self.further)
        for chosen in product(*(self.further[items] for items in lists)):
            further = tuple(zip(lists, chosen, strict=True))
            self.passing.clear()
            for name, table in self._tables(further):
                tables.setdefault(name, {})[further] = table
        return {name: self._answers(table) for name, table in tables.items()}

    def _tables(self, further: Further) -> Iterator[tuple[str, dict[str, int]]]:
        left = self.every
        outcome = dict.fromkeys([token for token, _ in self.policy.outcomes], 0)
        outcome.setdefault(self.policy.when_open, 0)
        for token, condition in self.policy.outcomes:
            true, _ = self._truth(condition, ("", 0, ""), further)
            outcome[token] |= left & true
            left &= ~true
        outcome[self.policy.when_open] |= left
        yield OUTCOME, outcome
        for rule, condition in self.policy.reading.rules.items():
            true, false = self._truth(condition, ("", 0, ""), further)
            unknown = self.every & ~true & ~false
            yield rule, {"true": true, "false": false, "unknown": unknown}

    def _answers(self, table: dict[Further, dict[str, int]]) -> Answers:
        here = self.possible & self._absent()
        on_file = {
            further: results
            for further, results in table.items()
            if all(self._is_as_on_file(items, added) for items, added in further)
        }
        reached = {
            token for results in on_file.values() for token, mask in results.items() if mask & here
        }
        deciding = set()
        for key, digit in self.digits.items():
            world = here if digit.absent is None else self.possible & self._absent(key)
            for results in on_file.values():
                if _differ(_along(digit, mask & world) for mask in results.values()):
                    deciding.add(digit.name)
                    break
        for items in self.further:
            if self._list_decides(items, table, here):
                deciding.add(f"{items}.complete")
        return Answers(frozenset(reached), frozenset(deciding))

    def _list_decides(self, items: str, table: dict[Further, dict[str, int]], here: int) -> bool:
        groups: dict[Further, dict[str, int]] = {}
        for further, results in table.items():
            others = tuple((name, added) for name, added in further if name != items)
            if all(self._is_as_on_file(name, added) for name, added in others):
                group = groups.setdefault(others, {})
                for token, mask in results.items():
                    group[token] = group.get(token, 0) | mask & here
        return any(_differ(group.values()) for group in groups.values())

    def _absent(self, freed: Key | None = None) -> int:
        """Return the completions in which nobody records anything but one freed fact."""
        mask = self.every
        for key, digit in self.digits.items():
            if digit.absent is not None and key != freed:
                mask &= digit.masks[digit.absent]
        return mask


def values_of(policy: Policy, view: View) -> dict[Key, tuple[tuple[Plain, ...], int | None]]:
    """Return the values of all that conditions read, and which of them stands for its absence."""
    used = set(_used(policy))
    found: dict[Key, tuple[tuple[Plain, ...], int | None]] = {}
    for items, fact in policy.dictionary.facts.items():
        rows = enumerate(view.records.get(items, ()), start=1)
        if not fact.fields and ("", items) in used and not _is_inapplicable(("", 0, items), view):
            found["", 0, items] = _left(fact, view.known.get(items), view)
        for number, row in rows:
            for name, field in fact.fields.items():
                key = (items, number, name)
                if (items, name) in used and not _is_inapplicable(key, view):
                    found[key] = _left(field, row.get(name), view)
    return found


def _left(fact: FactType, known: Values | None, view: View) -> tuple[tuple[Plain, ...], int | None]:
    if known is not None:
        return _plain_values(known), None
    values = _plain_values(fact.domain(view.day))
    return values, values.index(fact.absent) if fact.absent else None


def _is_inapplicable(key: Key, view: View) -> bool:
    if not key[0] and key[2] in view.known:
        return False
    return _name(key) in view.inapplicable


def _used(policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield what some condition reads, and every date that an order may bound."""
    for condition in policy.conditions:
        yield from _reads(condition, "")
    for items, later, earlier in policy.orders:
        yield items, later
        yield items, earlier


def _key(leaf: Fact | Field, at: Key) -> Key:
    return ("", 0, leaf.name) if isinstance(leaf, Fact) else (at[0], at[1], leaf.name)


def _name(key: Key) -> str:
    items, number, field = key
    return f"{items}[{number}].{field}" if items else field


def _mask(index: int, stride: int, count: int, size: int) -> int:
    block = ((1 << stride) - 1) << (index * stride)
    return block * (((1 << size) - 1) // ((1 << (stride * count)) - 1))


def _along(digit: Digit, mask: int) -> int:
    """Return the completions, that digit apart, in some of which the mask holds."""
    found = 0
    for index, each in enumerate(digit.masks):
        found |= (mask & each) >> (index * digit.stride)
    return found


def _differ(masks: Iterable[int]) -> bool:
    seen = 0
    for mask in masks:
        if seen & mask:
            return True
        seen |= mask
    return False


def _needed(node: Exists | ForAll | Count) -> int:
    if not isinstance(node, Count):
        return 1
    return max(node.number if node.operator in {">=", "<"} else node.number + 1, 0)


def _reads(condition: Condition, items: str) -> Iterator[tuple[str, str]]:
    for term in terms_of(condition):
        for leaf in leaf_terms(term):
            if isinstance(leaf, Fact):
                yield "", leaf.name
            elif isinstance(leaf, Field):
                yield items, leaf.name
    match condition:
        case And(parts=parts) | Or(parts=parts):
            for part in parts:
                yield from _reads(part, items)
        case Not(part=part):
            yield from _reads(part, items)
        case Exists() | ForAll() | Count():
            if condition.where is not None:
                yield from _reads(condition.where, condition.items)


def _groups(orders: list[tuple[Key, Key]], digits: Mapping[Key, Digit]) -> list[set[Key]]:
    """Return the open dates that orders between open dates hang together."""
    groups: list[set[Key]] = [{key} for order in orders for key in order if key in digits]
    for later, earlier in orders:
        if later in digits and earlier in digits:
            joined = [group for group in groups if group & {later, earlier}]
            groups = [group for group in groups if group not in joined]
            groups.append(set().union(*joined))
    return groups


def _plain_values(values: Values) -> tuple[Plain, ...]:
    match values:
        case Choices(words=None):
            return TEXTS
        case Choices(words=words):
            return tuple(sorted(words or ()))
        case Spans(spans=spans):
            return tuple(point for low, high in spans for point in _points(low, high))


def _points(low: Plain, high: Plain) -> Iterator[Plain]:
    if isinstance(low, datetime) and isinstance(high, datetime):
        for number in range((high - low) // QUARTER + 1):
            yield low + QUARTER * number
    elif isinstance(low, date) and isinstance(high, date):
        for number in range((high - low).days + 1):
            yield low + timedelta(days=number)
    elif isinstance(low, int) and isinstance(high, int):
        yield from range(low, high + 1)
