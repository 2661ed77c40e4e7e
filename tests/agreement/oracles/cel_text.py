"""The texts of CEL: what each node of a tree says of its parts, and each term of its own.

CEL reads no text that is deep, so every node has a text of its own. Parts are maps of two yeses or
noes, whether a part is true (`t`) and whether it is false (`f`); stretches of values are maps of
their two ends. A day or moment is a text that CEL reads as a timestamp.
"""

import json
from typing import TypeAlias

from discretion.rules.condition import Unit

Texts: TypeAlias = tuple[str, str]
"""When a node is true, and when it is false."""
AND: Texts = ("parts.all(p, p.t)", "parts.exists(p, p.f)")
OR: Texts = ("parts.exists(p, p.t)", "parts.all(p, p.f)")
NOT: Texts = ("parts[0].f", "parts[0].t")
EXISTS: Texts = ("parts.exists(p, p.t)", "complete && parts.all(p, p.f)")
FOR_ALL: Texts = ("complete && parts.all(p, p.t)", "parts.exists(p, p.f)")
SETTLED: Texts = ("settled", "!settled")
JUDGED: Texts = ("settled && met", "settled ? !met : parts.exists(p, p.f)")
FOLLOWED: Texts = (
    "said ? parts[0].t : parts[1].t || (parts[2].f && parts[0].t)",
    "said ? parts[0].f : parts[1].f && (parts[2].t || parts[0].f)",
)
"""As said, then when it follows that yes, then when it follows that no."""
_LEAST, _MOST = "parts.filter(p, p.t).size()", "parts.filter(p, !p.f).size()"
_EVERY = "left.all(a, right.all(b, {}))"
_COMPARED = {
    "<": ("a.high < b.low", "a.low >= b.high"),
    "<=": ("a.high <= b.low", "a.low > b.high"),
    "==": ("a.low == b.high && a.high == b.low", "a.high < b.low || b.high < a.low"),
}
_SWAPPED = {">": "<=", ">=": "<", "!=": "=="}
_HOURS = {Unit.HOURS: 1, Unit.DAYS: 24}
_MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}


def compared(operator: str) -> Texts:
    """Return when all stretches of two terms compare so, and when none do."""
    if operator in _SWAPPED:
        true, false = compared(_SWAPPED[operator])
        return false, true
    true, false = (_EVERY.format(each) for each in _COMPARED[operator])
    return f"!any && {true}", f"!any && {false}"


def holds() -> Texts:
    """Return when a fact is yes."""
    return _words("w == 'yes'")


def within(words: tuple[str, ...]) -> Texts:
    """Return when a word is one of some."""
    return _words(f"w in {json.dumps(words)}")


def starts_with(prefix: str) -> Texts:
    """Return when a text begins so."""
    return _words(f"w.startsWith({json.dumps(prefix)})")


def _words(test: str) -> Texts:
    return f"!any && words.all(w, {test})", f"!any && words.all(w, !({test}))"


def counted(operator: str, number: int) -> Texts:
    """Return when a number of records compares so: it lies between the least and the most."""
    match operator:
        case ">=":
            return f"{_LEAST} >= {number}", f"complete && {_MOST} < {number}"
        case ">":
            return counted(">=", number + 1)
        case "==":
            equal = f"complete && {_LEAST} == {number} && {_MOST} == {number}"
            return equal, f"{_LEAST} > {number} || (complete && {_MOST} < {number})"
        case _:
            opposite = {"<": ">=", "<=": ">", "!=": "=="}[operator]
            true, false = counted(opposite, number)
            return false, true


def shifted(amount: int, unit: Unit) -> str:
    """Return the stretches of a term so much later."""
    low, high = (_moved(f"timestamp(a.{end})", amount, unit) for end in ("low", "high"))
    return f"left.map(a, {{'low': string({low}), 'high': string({high})}})"


def _moved(moment: str, amount: int, unit: Unit) -> str:
    """Return a day or moment so much later, or the last day of a month that is too short."""
    if unit in _HOURS:
        return f"{moment} + duration('{amount * _HOURS[unit]}h')"
    months = f"{moment}.getFullYear() * 12 + {moment}.getMonth() + ({amount * _MONTHS[unit]})"
    size = f"({_first_of('(m + 1)')} - {_first_of('m')}).getHours() / 24"
    day = f"[{size}].map(s, {moment}.getDate() < s ? {moment}.getDate() : s)[0]"
    later = f"{_first_of('m')} + duration(string(({day} - 1) * 24) + 'h')"
    return f"[{months}].map(m, {later})[0]"


def _first_of(month: str) -> str:
    """Return the first day of a month that is counted from the year 0."""
    number = f"({month} % 12 < 9 ? '-0' : '-') + string({month} % 12 + 1)"
    return f"timestamp(string({month} / 12) + {number} + '-01T00:00:00Z')"


def elapsed(unit: Unit) -> str:
    """Return the stretches of time between those of two days, by the stretch they begin in."""
    least = _length("timestamp(a.high)", "timestamp(b.low)", unit)
    most = _length("timestamp(a.low)", "timestamp(b.high)", unit)
    return f"left.map(a, right.map(b, {{'low': {least}, 'high': {most}}}))"


def _length(start: str, end: str, unit: Unit) -> str:
    if unit is Unit.DAYS:
        return f"({end} - {start}).getHours() / 24"
    first, last = (f"{day}.getMonth() * 100 + {day}.getDate()" for day in (start, end))
    return f"{end}.getFullYear() - {start}.getFullYear() - ({last} < {first} ? 1 : 0)"
