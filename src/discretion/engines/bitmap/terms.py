"""The least and the greatest that terms may be, and comparisons of them."""

from discretion.engines.bitmap.calendar import elapsed
from discretion.engines.bitmap.calendar import number_of
from discretion.engines.bitmap.calendar import shifted
from discretion.engines.bitmap.columns import Bounds
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import negation
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import Term


def bounds_of(term: Term, frame: Frame) -> Bounds:
    """Return the least and the greatest that a term may be in each row."""
    match term:
        case Fact() | Field():
            return frame.bounds(term)
        case Constant(value=str()):
            message = f"the word `{term.value}` has no order"
            raise TypeError(message)
        case Constant(value=int(number)):
            return Bounds(low=number, high=number)
        case Constant():
            day = number_of(term.value)  # type: ignore[arg-type]  # moments are never read here
            return Bounds(low=day, high=day)
        case _:
            found = frame.terms.get(term)
            if found is None:
                found = frame.terms[term] = _worked_out(term, frame)
            return found


def _worked_out(term: Shift | Elapsed, frame: Frame) -> Bounds:
    if isinstance(term, Shift):
        inner = bounds_of(term.term, frame)
        low = shifted(inner.low, term.amount, term.unit)
        if inner.high is inner.low:
            return Bounds(low=low, high=low)
        return Bounds(low=low, high=shifted(inner.high, term.amount, term.unit))
    start, end = bounds_of(term.start, frame), bounds_of(term.end, frame)
    low = elapsed(start.high, end.low, term.unit)
    if start.high is start.low and end.high is end.low:
        return Bounds(low=low, high=low)
    return Bounds(low=low, high=elapsed(start.low, end.high, term.unit))


def compared(left: Bounds, operator: str, right: Bounds, frame: Frame) -> Planes:
    """Return where a comparison holds for every pair of values left, and where for none."""
    match operator:
        case "<":
            return _below(left, right, frame)
        case "<=":
            return negation(_below(right, left, frame))
        case ">":
            return _below(right, left, frame)
        case ">=":
            return negation(_below(left, right, frame))
        case "==":
            return _equal(left, right, frame)
        case _:
            return negation(_equal(left, right, frame))


def _below(left: Bounds, right: Bounds, frame: Frame) -> Planes:
    true = frame.plane(left.high < right.low)
    if left.high is left.low and right.high is right.low:
        return Planes(true, frame.every ^ true)
    # Where a range ends before it begins, what is true is not false too.
    return Planes(true, frame.plane(left.low >= right.high) & ~true)


def _equal(left: Bounds, right: Bounds, frame: Frame) -> Planes:
    if left.high is left.low and right.high is right.low:
        true = frame.plane(left.low == right.low)
        return Planes(true, frame.every ^ true)
    apart = frame.plane(right.low > left.high) | frame.plane(left.low > right.high)
    one = frame.plane(left.low == left.high) & frame.plane(right.low == right.high)
    return Planes(one & frame.plane(left.low == right.low), apart)
