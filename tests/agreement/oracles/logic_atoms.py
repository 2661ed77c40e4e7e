"""The rules of a comparison in a logic program: it holds where nothing left speaks against it."""

import json
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import Shift
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from tests.agreement.oracles.logic_facts import number

STEPS = {Unit.HOURS: 60, Unit.DAYS: 1}
MONTHS = {Unit.MONTHS: 1, Unit.YEARS: 12}
COMPARED = {
    "<": (("B >= C",), ("A < D",)),
    "<=": (("B > C",), ("A <= D",)),
    "==": (("A != D", "B != C"), ("B >= C, D >= A",)),
}
"""What speaks against a comparison of stretches A to B and C to D, and what speaks for it."""
SWAPPED = {">": "<=", ">=": "<", "!=": "=="}


class LogicAtom:
    """Writes one comparison, whose places are those of `where`: a matter, or a record of a list."""

    def __init__(self, node: Condition, items: str, where: str, numbers: Iterator[int]) -> None:
        """Take the comparison, the list that its fields are of, and numbers for what it needs."""
        self.node = node
        self.items = items
        self.where = where
        self.numbers = numbers

    def lines(self, made: int) -> Iterator[str]:
        """Yield the rules that make the node hold, and those that deny it."""
        match self.node:
            case Holds(term=term):
                yield from self._words(made, term, ("yes",))
            case Within(term=term, words=words):
                yield from self._words(made, term, words)
            case Compare(
                left=Fact() | Field() as left, operator=sign, right=Constant(value=str(word))
            ):
                yield from self._words(made, left, (word,), denied=sign == "!=")
            case Compare(left=left, operator=operator, right=right):
                yield from self._ordered(made, left, operator, right)
            case Between(term=term, low=low, high=high):
                above, below = next(self.numbers), next(self.numbers)
                yield from self._ordered(above, low, "<=", term)
                yield from self._ordered(below, term, "<=", high)
                yield f"h({made},M,R) :- h({above},M,R), h({below},M,R)."
                yield from (f"-h({made},M,R) :- -h({each},M,R)." for each in (above, below))
            case _:
                message = f"{self.node} is no atom that this program has"
                raise TypeError(message)

    def _place(self, leaf: Fact | Field) -> str:
        if isinstance(leaf, Fact):
            return f'M,0,"{leaf.name}"'
        return f'M,R,"{self.items}.{leaf.name}"'

    def _held(self, made: int, leaves: Iterable[Fact | Field], *, denied: bool) -> Iterator[str]:
        """Yield when a comparison holds: where it applies, and nothing speaks against it."""
        every = (leaf for term in terms_of(self.node) for leaf in leaf_terms(term))
        for leaf in every:
            if not isinstance(leaf, Constant):
                said = f"{self.where}, inapplicable({self._place(leaf)})"
                yield f"inapplicable({made},M,R) :- {said}."
        for leaf in leaves:
            for said in ("against", "for"):
                yield f"{said}({made},M,R) :- {self.where}, any({self._place(leaf)})."
        applies = f"{self.where}, not inapplicable({made},M,R)"
        yield f"{'-' if denied else ''}h({made},M,R) :- {applies}, not against({made},M,R)."
        yield f"{'' if denied else '-'}h({made},M,R) :- {applies}, not for({made},M,R)."

    def _words(
        self, made: int, term: Fact | Field, words: tuple[str, ...], *, denied: bool = False
    ) -> Iterator[str]:
        """Yield what words speak for a comparison with some words, and what against it."""
        yield from self._held(made, (term,), denied=denied)
        yield from (f"among({made},{json.dumps(word)})." for word in words)
        left = f"{self.where}, word({self._place(term)},W)"
        yield f"against({made},M,R) :- {left}, not among({made},W)."
        yield f"for({made},M,R) :- {left}, among({made},W)."

    def _ordered(self, made: int, left: Term, operator: str, right: Term) -> Iterator[str]:
        """Yield what stretches speak for a comparison of two terms, and what against it."""
        denied = operator in SWAPPED
        against, pro = COMPARED[SWAPPED.get(operator, operator)]
        leaves = [leaf for leaf in (left, right) if isinstance(leaf, Fact | Field)]
        yield from self._held(made, leaves, denied=denied)
        first, second = next(self.numbers), next(self.numbers)
        yield from self._term(first, left)
        yield from self._term(second, right)
        both = f"term({first},M,R,A,B), term({second},M,R,C,D)"
        yield from (f"against({made},M,R) :- {both}, {test}." for test in against)
        yield from (f"for({made},M,R) :- {both}, {test}." for test in pro)

    def _term(self, made: int, term: Term) -> Iterator[str]:
        """Yield the stretches of a term."""
        match term:
            case Constant(value=str(word)):
                yield f"term({made},M,R,{json.dumps(word)},{json.dumps(word)}) :- {self.where}."
            case Constant(value=(date() | int()) as value):
                yield f"term({made},M,R,{number(value)},{number(value)}) :- {self.where}."
            case Shift(term=inner, amount=amount, unit=unit):
                yield from self._shifted(made, inner, amount, unit)
            case Elapsed():
                yield from self._elapsed(made, term)
            case Fact() | Field():
                place = self._place(term)
                yield f"term({made},M,R,A,B) :- {self.where}, left({place},A,B)."
                yield f"term({made},M,R,W,W) :- {self.where}, word({place},W)."

    def _shifted(self, made: int, inner: Term, amount: int, unit: Unit) -> Iterator[str]:
        earlier = next(self.numbers)
        yield from self._term(earlier, inner)
        if unit in STEPS:
            step = amount * STEPS[unit]
            yield f"term({made},M,R,A+({step}),B+({step})) :- term({earlier},M,R,A,B)."
            return
        months = amount * MONTHS[unit]
        yield f"moved(A,{months}) :- term({earlier},M,R,A,_)."
        yield f"moved(B,{months}) :- term({earlier},M,R,_,B)."
        moves = f"moved(A,{months},C), moved(B,{months},D)"
        yield f"term({made},M,R,C,D) :- term({earlier},M,R,A,B), {moves}."

    def _elapsed(self, made: int, term: Elapsed) -> Iterator[str]:
        first, second = next(self.numbers), next(self.numbers)
        yield from self._term(first, term.start)
        yield from self._term(second, term.end)
        both = f"term({first},M,R,A,B), term({second},M,R,C,D)"
        if term.unit is Unit.DAYS:
            yield f"term({made},M,R,C-B,D-A) :- {both}."
            return
        yield f"between(B,C) :- {both}."
        yield f"between(A,D) :- {both}."
        yield f"term({made},M,R,E,F) :- {both}, years(B,C,E), years(A,D,F)."
