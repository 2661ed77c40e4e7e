"""What is known of a fact: the set of values it may still have.

Nominal kinds (yes-no, token, text) keep the choices left; ordered kinds (date, moment, number)
keep the spans left, inclusive, with None for no bound. A comparison is true when it holds for
every value left, false when for none, else unknown.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from datetime import date
from datetime import datetime
from typing import Any
from typing import TypeAlias

from discretion.frozen import dataclass
from discretion.truth import FALSE
from discretion.truth import TRUE
from discretion.truth import UNKNOWN
from discretion.truth import Truth

Ordered: TypeAlias = date | datetime | int
Span: TypeAlias = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Choices:
    """The words a nominal fact may still have; None when it may be any text at all."""

    words: frozenset[str] | None

    @property
    def single(self) -> str | None:
        """The word, when only one is left."""
        if self.words is not None and len(self.words) == 1:
            return next(iter(self.words))
        return None


@dataclass(frozen=True, slots=True)
class Spans:
    """The values an ordered fact may still have.

    INVARIANT spans sorted: the spans are disjoint, sorted and not empty.
    """

    spans: tuple[Span, ...]

    @property
    def low(self) -> Ordered | None:
        """The least value left, None when there is no bound."""
        return self.spans[0][0]  # type: ignore[no-any-return]  # ends of a span are Ordered

    @property
    def high(self) -> Ordered | None:
        """The greatest value left, None when there is no bound."""
        return self.spans[-1][1]  # type: ignore[no-any-return]  # ends of a span are Ordered

    @property
    def single(self) -> Ordered | None:
        """The value, when only one is left."""
        low = self.low
        return low if low is not None and low == self.high else None


Values: TypeAlias = Choices | Spans


def one_word(word: str) -> Choices:
    """Return the set of one word."""
    return Choices(frozenset((word,)))


def one_value(value: Ordered) -> Spans:
    """Return the set of one ordered value."""
    return Spans(((value, value),))


def union(several: Iterable[Values]) -> Values:
    """Return every value that any of the sets leaves; the sets are of one kind."""
    found = list(several)
    if isinstance(found[0], Choices):
        words = [values.words for values in found if isinstance(values, Choices)]
        if any(choice is None for choice in words):
            return Choices(None)
        return Choices(frozenset().union(*(choice for choice in words if choice is not None)))
    return joined(span for values in found if isinstance(values, Spans) for span in values.spans)


def joined(spans: Iterable[Span]) -> Spans:
    """Return spans in order, with those that overlap made one."""
    known = list(spans)
    if len(known) == 1:
        return Spans((known[0],))
    ordered = sorted(known, key=lambda span: (span[0] is not None, span[0]))
    done: list[Span] = [ordered[0]]
    for low, high in ordered[1:]:
        last_low, last_high = done[-1]
        if last_high is None or (low is not None and low > last_high):
            if last_high is None:
                break
            done.append((low, high))
        elif high is None or high > last_high:
            done[-1] = (last_low, high)
    return Spans(tuple(done))


def common(one: Values, other: Values) -> Values | None:
    """Return the values that both sets leave, None when there are none; they are of one kind."""
    if isinstance(one, Choices):
        words = other.words if isinstance(other, Choices) else None
        if one.words is None or words is None:
            return other if one.words is None else one
        return Choices(one.words & words) if one.words & words else None
    spans = [
        (_later(a_low, b_low), _earlier(a_high, b_high))
        for a_low, a_high in one.spans
        for b_low, b_high in (other.spans if isinstance(other, Spans) else ())
    ]
    kept = tuple(span for span in spans if None in span or span[0] <= span[1])  # type: ignore[operator]  # one kind
    return Spans(kept) if kept else None


def compare(left: Values, operator: str, right: Values) -> Truth:
    """Return whether a comparison holds for every pair of values left, for none, or for some.

    Args:
        left: what the one side may be.
        right: what the other may be, of the same kind; the two vary independently.
        operator: `==`, `!=`, `<`, `<=`, `>` or `>=` (order only for ordered kinds).

    """
    if isinstance(left, Choices):
        return _equal_words(left, operator, right.words if isinstance(right, Choices) else None)
    if not isinstance(right, Spans):
        message = "an ordered value is compared with a word"
        raise TypeError(message)
    return _ORDERED[operator](left, right)


def is_word(left: Values, word: str) -> Truth:
    """Return whether a nominal value is one word."""
    known = left.words if isinstance(left, Choices) else None
    if known is None:
        return UNKNOWN
    if word not in known:
        return FALSE
    return TRUE if len(known) == 1 else UNKNOWN


def within(left: Values, words: Collection[str]) -> Truth:
    """Return whether a nominal value is among the words."""
    known = left.words if isinstance(left, Choices) else None
    if known is None:
        return UNKNOWN
    among = sum([word in words for word in known])
    if among == len(known):
        return TRUE
    return UNKNOWN if among else FALSE


def starts_with(left: Values, prefix: str) -> Truth:
    """Return whether a text begins with the prefix."""
    known = left.words if isinstance(left, Choices) else None
    if known is None:
        return UNKNOWN
    begun = sum(word.startswith(prefix) for word in known)
    if begun == len(known):
        return TRUE
    return UNKNOWN if begun else FALSE


def _equal_words(left: Choices, operator: str, words: frozenset[str] | None) -> Truth:
    if words is None or left.words is None:
        return UNKNOWN
    if not left.words & words:
        equal = FALSE
    elif len(left.words) == 1 and left.words == words:
        equal = TRUE
    else:
        return UNKNOWN
    if operator == "==":
        return equal
    return FALSE if equal is TRUE else TRUE


def _below(left: Spans, right: Spans) -> Truth:
    least, most = left.high, right.low
    if least is not None and most is not None and least < most:  # type: ignore[operator]  # one kind
        return TRUE
    least, most = left.low, right.high
    if least is not None and most is not None and least >= most:  # type: ignore[operator]  # one kind
        return FALSE
    return UNKNOWN


def _at_least(left: Spans, right: Spans) -> Truth:
    return _opposite(_below(left, right))


def _equal(left: Spans, right: Spans) -> Truth:
    value = left.single
    if value is not None and value == right.single:
        return TRUE
    return UNKNOWN if _meet(left, right) else FALSE


def _meet(left: Spans, right: Spans) -> bool:
    return any(
        (a_high is None or b_low is None or b_low <= a_high)
        and (b_high is None or a_low is None or a_low <= b_high)
        for a_low, a_high in left.spans
        for b_low, b_high in right.spans
    )


def _later(one: Ordered | None, other: Ordered | None) -> Ordered | None:
    """Return the later of two lower ends, of which None is no bound."""
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


def _earlier(one: Ordered | None, other: Ordered | None) -> Ordered | None:
    """Return the earlier of two upper ends, of which None is no bound."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


def _opposite(truth: Truth) -> Truth:
    if truth is UNKNOWN:
        return truth
    return FALSE if truth is TRUE else TRUE


_ORDERED: dict[str, Callable[[Spans, Spans], Truth]] = {
    "<": _below,
    "<=": lambda left, right: _at_least(right, left),
    ">": lambda left, right: _below(right, left),
    ">=": _at_least,
    "==": _equal,
    "!=": lambda left, right: _opposite(_equal(left, right)),
}
