"""Atoms on plain values: words, numbers, days and moments, each known."""

from collections.abc import Callable
from datetime import date
from datetime import datetime
from operator import eq
from operator import ge
from operator import gt
from operator import le
from operator import lt
from operator import ne
from typing import Any
from typing import TypeAlias

from discretion.dates import completed_years
from discretion.dates import plus_days
from discretion.dates import plus_hours
from discretion.dates import plus_months
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within

Plain: TypeAlias = str | int | date | datetime
Look: TypeAlias = Callable[[Fact | Field], Plain]
OPERATORS = {"==": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}


def holds(atom: Condition, look: Look) -> bool:
    """Tell whether an atom holds where every fact has the one value that `look` gives."""
    match atom:
        case Holds(term=term):
            return look(term) == "yes"
        case Compare(left=left, operator=operator, right=right):
            return bool(OPERATORS[operator](_value(left, look), _value(right, look)))
        case Between(term=term, low=low, high=high):
            return bool(_value(low, look) <= _value(term, look) <= _value(high, look))
        case Within(term=term, words=words):
            return look(term) in words
        case StartsWith(term=term, prefix=prefix):
            return str(look(term)).startswith(prefix)
        case _:
            message = f"{atom} is no atom"
            raise TypeError(message)


def _value(term: Term, look: Look) -> Any:  # noqa: ANN401  # a plain value of any kind
    match term:
        case Constant(value=value):
            return value
        case Shift(term=inner, amount=amount, unit=unit):
            value = _value(inner, look)
            match unit:
                case Unit.HOURS:
                    return plus_hours(value, amount)
                case Unit.DAYS:
                    return plus_days(value, amount)
                case Unit.MONTHS:
                    return plus_months(value, amount)
                case Unit.YEARS:
                    return plus_months(value, 12 * amount)
        case Elapsed(start=start, end=end, unit=unit):
            first, last = _value(start, look), _value(end, look)
            return completed_years(first, last) if unit is Unit.YEARS else (last - first).days
        case Fact() | Field():
            return look(term)
