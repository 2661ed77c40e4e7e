"""Mistakes that engines make, each planted in the second definition to show that it is found."""

from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from typing import Any

from discretion.rules.condition import Condition
from discretion.rules.condition import Holds
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from tests.agreement.meanings.walker import NO
from tests.agreement.meanings.walker import OPEN
from tests.agreement.meanings.walker import YES
from tests.agreement.meanings.walker import Pair
from tests.agreement.meanings.walker import Stretch
from tests.agreement.meanings.walker import Walk
from tests.agreement.places import Place


class NotOfUnknownIsTrue(Walk):
    """Not of an unknown is true, as where a filter keeps whatever does not match."""

    def opposite(self, pair: Pair) -> Pair:
        """Return true for everything that is not true."""
        return NO if pair == YES else YES


class UnknownSwallowsFalse(Walk):
    """An unknown beside a false is unknown, as where one null makes all of it null."""

    def both(self, pairs: Iterable[Pair]) -> Pair:
        """Return unknown as soon as one is."""
        found = list(pairs)
        return OPEN if OPEN in found else super().both(found)


class CountForgetsCompleteness(Walk):
    """A list that may go on is counted as if it were whole."""

    def most(self, items: str, pairs: list[Pair]) -> float:  # noqa: ARG002  # the mistake
        """Return how many records on file may satisfy."""
        return sum(not false for _, false in pairs)


class UnknownRecordsAreDropped(Walk):
    """A record that may satisfy is passed over, as where a list is filtered and then counted."""

    def each(self, items: str, where: Condition | None) -> list[Pair]:
        """Return the records of which something is known."""
        return [pair for pair in super().each(items, where) if pair != OPEN]


class UnknownIsNo(Walk):
    """What is unknown of a fact is read as a no."""

    def atom(self, node: Condition, at: Place) -> Pair:
        """Return true or false."""
        pair = super().atom(node, at)
        return NO if pair == OPEN else pair


class InapplicableIsCompared(Walk):
    """What the file calls not applicable is compared as if it were only unknown."""

    def applies(self, node: Condition, at: Place) -> bool:  # noqa: ARG002  # the mistake
        """Tell that everything applies."""
        return True


class IntervalIsItsStart(Walk):
    """An interval of days or numbers is read as its first."""

    def left(self, term: Term, at: Place) -> list[Stretch]:
        """Return the first value of each stretch."""
        return [(low, low) for low, _ in super().left(term, at)]


class MonthsRunOver(Walk):
    """A month that is too short runs over into the next: 31 January and a month is 3 March."""

    def moved(self, value: Any, amount: int, unit: Unit) -> Any:  # noqa: ANN401  # a day or moment
        """Return the day so many days after the first of the month."""
        if unit not in {Unit.MONTHS, Unit.YEARS}:
            return super().moved(value, amount, unit)
        first: date = super().moved(value.replace(day=1), amount, unit)
        return first + timedelta(days=value.day - 1)


class OpenJudgmentIsNotMet(Walk):
    """A judgment that nobody settled is read as not met."""

    def judged(self, judgment: str) -> Pair:
        """Return a judgment as met or not."""
        return YES if self.view.settled.get(judgment) else NO


class NothingFollows(Walk):
    """A fact that follows from others is read only as somebody says it."""

    def followed(self, node: Holds, name: str) -> Pair:  # noqa: ARG002  # the mistake
        """Return what is said."""
        return self.atom(node, None)


MISTAKES: dict[str, type[Walk]] = {
    "not_of_unknown_is_true": NotOfUnknownIsTrue,
    "unknown_swallows_false": UnknownSwallowsFalse,
    "count_forgets_completeness": CountForgetsCompleteness,
    "unknown_records_are_dropped": UnknownRecordsAreDropped,
    "unknown_is_no": UnknownIsNo,
    "inapplicable_is_compared": InapplicableIsCompared,
    "interval_is_its_start": IntervalIsItsStart,
    "months_run_over": MonthsRunOver,
    "open_judgment_is_not_met": OpenJudgmentIsNotMet,
    "nothing_follows": NothingFollows,
}
"""Each mistake by the name of the case that was saved of it."""
