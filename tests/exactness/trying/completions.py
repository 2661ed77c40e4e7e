"""All completions of one view, numbered: every missing fact is a digit of the number.

What holds in some completions is a whole number as well, in which bit i belongs to completion i.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from itertools import product
from math import prod
from typing import TypeAlias

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
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from tests.exactness.policy import Policy
from tests.exactness.trying.plain import Plain

Key: TypeAlias = tuple[str, int, str]
"""A fact as ("", 0, name), a field of a record as (list, number, name)."""
Test: TypeAlias = Callable[[Mapping[Key, Plain]], bool]

TEXTS = tuple("".join(letters) for size in range(4) for letters in product("ab", repeat=size))
"""Every text that can be told apart by beginnings and words of two letters, and more."""
MOMENTS = timedelta(minutes=3)
"""Between two quarters of an hour there are moments enough to lie on either side of another."""


@dataclass(frozen=True, slots=True)
class Digit:
    """One missing fact with every value it may have; `absent` is where nobody recorded it."""

    name: str
    values: tuple[Plain, ...]
    stride: int
    absent: int | None
    masks: tuple[int, ...]

    def along(self, mask: int) -> int:
        """Return the completions, this digit apart, in some of which a mask holds."""
        found = 0
        for index, each in enumerate(self.masks):
            found |= (mask & each) >> (index * self.stride)
        return found


class Completions:
    """Every way in which the missing facts of a view can turn out, further records apart."""

    def __init__(self, policy: Policy, view: View) -> None:
        """Take what the conditions read, and what is known of it."""
        self.policy = policy
        self.view = view
        self.fixed: dict[Key, Plain] = {}
        self.digits: dict[Key, Digit] = {}
        self.size = 1
        missing = []
        for key, (values, absent) in values_of(policy, view).items():
            if len(values) == 1:
                self.fixed[key] = values[0]
            else:
                missing.append((key, values, absent, self.size))
                self.size *= len(values)
        for key, values, absent, stride in missing:
            count = len(values)
            masks = tuple(_mask(index, stride, count, self.size) for index in range(count))
            self.digits[key] = Digit(name_of(key), values, stride, absent, masks)
        self.every = (1 << self.size) - 1
        self.possible = self._in_order()

    def where(self, keys: list[Key], test: Test) -> int:
        """Return the completions in which a test of some digits holds."""
        found = dict(self.fixed)
        open_keys = [key for key in keys if key in self.digits]
        if not open_keys:
            return self.every if test(found) else 0
        first, rest = self.digits[open_keys[0]], [self.digits[key] for key in open_keys[1:]]
        rows = [
            (values, _all_of(self.every, masks))
            for values, masks in zip(
                product(*(digit.values for digit in rest)),
                product(*(digit.masks for digit in rest)),
                strict=True,
            )
        ]
        inner: dict[tuple[bool, ...], int] = {}
        mask = 0
        for value, each in zip(first.values, first.masks, strict=True):
            found[open_keys[0]] = value
            pattern = []
            for values, _ in rows:
                found.update(zip(open_keys[1:], values, strict=True))
                pattern.append(test(found))
            signs = tuple(pattern)
            if signs not in inner:
                inner[signs] = _any_of(
                    row for (_, row), sign in zip(rows, signs, strict=True) if sign
                )
            mask |= each & inner[signs]
        return mask

    def absent(self, freed: Key | None = None) -> int:
        """Return the completions in which nobody records anything but one freed fact."""
        mask = self.every
        for key, digit in self.digits.items():
            if digit.absent is not None and key != freed:
                mask &= digit.masks[digit.absent]
        return mask

    def _in_order(self) -> int:
        """Return the completions that keep the date orders, as far as the file can keep them."""
        possible = self.every
        for items, number in {key[:2] for key in self.digits}:
            orders = [
                ((items, number, later), (items, number, earlier))
                for where, later, earlier in self.policy.orders
                if where == items
            ]
            for group in _groups(orders, self.digits):
                touching = [pair for pair in orders if not group.isdisjoint(pair)]
                kept = _all_of(self.every, (self._kept(*pair) for pair in touching))
                if kept:
                    possible &= kept
        return possible

    def _kept(self, later: Key, earlier: Key) -> int:
        if is_inapplicable(later, self.view) or is_inapplicable(earlier, self.view):
            return self.every

        def test(found: Mapping[Key, Plain]) -> bool:
            return found[later] >= found[earlier]  # type: ignore[operator]  # two days

        return self.where([later, earlier], test)


def values_of(policy: Policy, view: View) -> dict[Key, tuple[tuple[Plain, ...], int | None]]:
    """Return the values of all that conditions read, and which of them stands for its absence."""
    used = set(used_in(policy))
    found: dict[Key, tuple[tuple[Plain, ...], int | None]] = {}
    for items, fact in policy.dictionary.facts.items():
        if not fact.fields and ("", items) in used and not is_inapplicable(("", 0, items), view):
            found["", 0, items] = _left(fact, view.known.get(items), view)
        for number, row in enumerate(view.records.get(items, ()), start=1):
            for name, field in fact.fields.items():
                key = (items, number, name)
                if (items, name) in used and not is_inapplicable(key, view):
                    found[key] = _left(field, row.get(name), view)
    return found


def size_of(policy: Policy, view: View) -> int:
    """Return how many completions there are, further records apart."""
    return prod(len(values) for values, _ in values_of(policy, view).values())


def used_in(policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield what some condition reads, and every date that an order may bound."""
    for condition in policy.conditions:
        yield from _reads(condition, "")
    for items, later, earlier in policy.orders:
        yield items, later
        yield items, earlier


def name_of(key: Key) -> str:
    """Return the name under which a fact or field is missing."""
    items, number, field = key
    return f"{items}[{number}].{field}" if items else field


def is_inapplicable(key: Key, view: View) -> bool:
    """Tell whether the file calls a fact or field not applicable, and says nothing else of it."""
    if not key[0] and key[2] in view.known:
        return False
    return name_of(key) in view.inapplicable


def plain_values(values: Values) -> tuple[Plain, ...]:
    """Return every value, one by one."""
    match values:
        case Choices(words=None):
            return TEXTS
        case Choices(words=words):
            return tuple(sorted(words or ()))
        case Spans(spans=spans):
            return tuple(point for low, high in spans for point in _points(low, high))


def _points(low: Plain, high: Plain) -> Iterator[Plain]:
    if isinstance(low, datetime) and isinstance(high, datetime):
        for number in range((high - low) // MOMENTS + 1):
            yield low + MOMENTS * number
    elif isinstance(low, date) and isinstance(high, date):
        for number in range((high - low).days + 1):
            yield low + timedelta(days=number)
    elif isinstance(low, int) and isinstance(high, int):
        yield from range(low, high + 1)


def _left(fact: FactType, known: Values | None, view: View) -> tuple[tuple[Plain, ...], int | None]:
    if known is not None:
        return plain_values(known), None
    values = plain_values(fact.domain(view.day))
    return values, values.index(fact.absent) if fact.absent and view.is_record else None


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
            groups.append(set[Key]().union(*joined))
    return groups


def _mask(index: int, stride: int, count: int, size: int) -> int:
    """Return the completions in which a digit of so many values has one of them."""
    block = ((1 << stride) - 1) << (index * stride)
    return block * (((1 << size) - 1) // ((1 << (stride * count)) - 1))


def _all_of(every: int, masks: Iterable[int]) -> int:
    for mask in masks:
        every &= mask
    return every


def _any_of(masks: Iterable[int]) -> int:
    found = 0
    for mask in masks:
        found |= mask
    return found
