"""CEL as an oracle: when each node is true and when it is false, worked out in C++."""

from collections.abc import Sequence
from datetime import UTC
from datetime import date
from datetime import datetime
from functools import cache
from typing import Any
from typing import TypeAlias

from cel_expr_python import cel

from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Elapsed
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
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Within
from discretion.truth import Truth
from tests.agreement.engine import Truths
from tests.agreement.engine import truth_of_pair
from tests.agreement.oracles import cel_text
from tests.agreement.oracles.cel_text import Texts
from tests.agreement.places import Place
from tests.agreement.places import applies
from tests.agreement.places import values_of
from tests.exactness.policy import Policy

Part: TypeAlias = dict[str, bool]
FALSE: Part = {"t": False, "f": True}
TRUE: Part = {"t": True, "f": False}
NAMES = ("parts", "complete", "settled", "met", "said", "any", "words", "left", "right")


class Cel:
    """The C++ CEL."""

    name = "CEL (C++)"
    leaves_out: frozenset[str] = frozenset()

    def truths(self, policy: Policy, views: Sequence[View]) -> list[Truths]:
        """Return the truth of every rule of a policy, in each matter."""
        found: list[Truths] = []
        for view in views:
            matter = CelMatter(policy, view)
            rules = policy.reading.rules.items()
            found.append({rule: _truth(matter.part(tree)) for rule, tree in rules})
        return found


class CelMatter:
    """Asks CEL of one matter, node by node."""

    def __init__(self, policy: Policy, view: View) -> None:
        """Take what conditions may refer to, and what is known."""
        self.reading = policy.reading
        self.view = view

    def part(self, node: Condition, at: Place = None) -> Part:
        """Return whether a condition is true, and whether it is false."""
        view = self.view
        match node:
            case And(parts=parts):
                return _asked(cel_text.AND, parts=[self.part(part, at) for part in parts])
            case Or(parts=parts):
                return _asked(cel_text.OR, parts=[self.part(part, at) for part in parts])
            case Not(part=part):
                return _asked(cel_text.NOT, parts=[self.part(part, at)])
            case Exists(items=items, where=where):
                return self._of_records(cel_text.EXISTS, items, where)
            case ForAll(items=items, where=where):
                return self._of_records(cel_text.FOR_ALL, items, where)
            case Count(items=items, where=where, operator=operator, number=number):
                return self._of_records(cel_text.counted(operator, number), items, where)
            case RuleMet(rule=rule):
                return self.part(self.reading.rules[rule])
            case Judged(judgment=judgment):
                rests_on = self.reading.judgments[judgment]
                rested = [] if rests_on is None else [self.part(rests_on)]
                settled, met = judgment in view.settled, view.settled.get(judgment, False)
                return _asked(cel_text.JUDGED, settled=settled, met=met, parts=rested)
            case Settled(judgment=judgment):
                return _asked(cel_text.SETTLED, settled=judgment in view.settled)
            case Holds(term=Fact(name=name)) if name in self.reading.derivable:
                return self._followed(node, name)
            case _:
                return self._atom(node, at)

    def _of_records(self, texts: Texts, items: str, where: Condition | None) -> Part:
        numbers = range(len(self.view.listed(items)))
        parts = [TRUE if where is None else self.part(where, (items, each)) for each in numbers]
        complete = self.view.completeness(items) is Truth.TRUE
        return _asked(texts, parts=parts, complete=complete)

    def _followed(self, node: Holds, name: str) -> Part:
        source = self.reading.derivable[name]
        whens = (source.yes_when, source.no_when)
        sources = [FALSE if when is None else self.part(when) for when in whens]
        parts = [self._atom(node, None), *sources]
        return _asked(cel_text.FOLLOWED, said=name in self.view.known, parts=parts)

    def _atom(self, node: Condition, at: Place) -> Part:
        if not applies(node, self.view, at):
            return {"t": False, "f": False}
        match node:
            case Holds(term=term):
                return self._of_words(cel_text.holds(), term, at)
            case Within(term=term, words=words):
                return self._of_words(cel_text.within(words), term, at)
            case StartsWith(term=term, prefix=prefix):
                return self._of_words(cel_text.starts_with(prefix), term, at)
            case Compare(left=left, operator=operator, right=right):
                return self._compared(left, operator, right, at)
            case Between(term=term, low=low, high=high):
                ends = ((low, term), (term, high))
                parts = [self._compared(a, "<=", b, at) for a, b in ends]
                return _asked(cel_text.AND, parts=parts)
            case _:
                message = f"{node} is no atom"
                raise TypeError(message)

    def _of_words(self, texts: Texts, term: Fact | Field, at: Place) -> Part:
        values = values_of(term, self.view, at)
        words = values.words if isinstance(values, Choices) else None
        return _asked(texts, any=words is None, words=sorted(words or ()))

    def _compared(self, left: Term, operator: str, right: Term, at: Place) -> Part:
        first, second = self._left(left, at), self._left(right, at)
        is_any = not first or not second
        return _asked(cel_text.compared(operator), any=is_any, left=first, right=second)

    def _left(self, term: Term, at: Place) -> list[dict[str, Any]]:
        """Return the stretches of a term as CEL gives them; none where it may be any text."""
        match term:
            case Constant(value=value):
                return [{"low": _end(value), "high": _end(value)}]
            case Shift(term=inner, amount=amount, unit=unit):
                found: list[Any] = _value(
                    cel_text.shifted(amount, unit), left=self._left(inner, at)
                )
                return found
            case Elapsed(start=start, end=end, unit=unit):
                ends = {"left": self._left(start, at), "right": self._left(end, at)}
                nested: list[list[Any]] = _value(cel_text.elapsed(unit), **ends)
                return [each for several in nested for each in several]
            case _:
                return _stretches(values_of(term, self.view, at))


def _stretches(values: Values) -> list[dict[str, Any]]:
    if isinstance(values, Choices):
        return [{"low": word, "high": word} for word in sorted(values.words or ())]
    return [{"low": _end(low), "high": _end(high)} for low, high in values.spans]


def _end(value: str | date | int) -> str | int:
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{value.isoformat()}T00:00:00Z" if isinstance(value, date) else value


def _asked(texts: Texts, **said: Any) -> Part:  # noqa: ANN401  # what CEL takes
    true, false = (_value(text, **said) for text in texts)
    return {"t": true, "f": false}


def _truth(part: Part) -> Truth | None:
    return truth_of_pair((part["t"], part["f"]))


def _value(text: str, **said: Any) -> Any:  # noqa: ANN401  # what CEL takes, and gives
    found = _compiled(text).eval(data=said)
    if found.type() == cel.Type.ERROR:
        message = f"CEL cannot work out `{text}`: {found.value()}"
        raise ValueError(message)
    return found.plain_value()


@cache
def _compiled(text: str) -> Any:  # noqa: ANN401  # a program of CEL
    return _environment().compile(text)


@cache
def _environment() -> Any:  # noqa: ANN401  # an environment of CEL
    return cel.NewEnv(variables=dict.fromkeys(NAMES, cel.Type.DYN))
