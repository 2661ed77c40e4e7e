"""Two conditions put to the solver together: one under each side, on one open matter."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date

import z3

from discretion.analysis.reach import Closure
from discretion.analysis.reach import closure_of
from discretion.compare.search.bounds import bounds_of
from discretion.compare.search.bounds import mean_alike
from discretion.compare.search.bounds import read_alike
from discretion.compare.search.turning import tests_in
from discretion.compare.side import PolicySide
from discretion.engines.reading import Reading
from discretion.engines.smt.calendar import Calendar
from discretion.engines.smt.choosing.assumed import assumed
from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.choosing.open_matter import Sayable
from discretion.engines.smt.choosing.open_matter import with_own_part
from discretion.engines.smt.choosing.solving import Search
from discretion.engines.smt.choosing.sound import kept_by_sound_files
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import every
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import parts_of
from discretion.rules.condition import terms_of

MOST_RECORDS = 24
"""How many records of one list are looked at; where rules could count more, nothing is the same."""
Mentioned = Table[str, frozenset[str | int | date]]
"""What conditions compare each fact with, by its name; a field has its list and a dot before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What all questions of one comparison share.

    `day` is the day of the decision, `mentioned` what all conditions compare each fact with, and
    `seconds` how long one question may take.
    """

    sides: tuple[PolicySide, PolicySide]
    day: date
    mentioned: Mentioned
    seconds: float


class Contest:
    """Conditions of two sides on one matter of which the solver chooses what is said."""

    def __init__(
        self,
        setting: Setting,
        asked: tuple[Condition | None, Condition | None],
        *,
        is_alike: bool = True,
    ) -> None:
        """Take the sides with what is asked of each, None of one that has nothing to ask.

        Args:
            setting: the sides, the day, and how long a question may take.
            asked: a condition of each.
            is_alike: whether the only judgment of each side is settled like that of the other,
                where the record asserts what both rest on; where not, each is settled by itself.

        """
        sides = setting.sides
        library = sides[0].library
        self.setting = setting
        self.sides, self.asked = sides, asked
        closures = [_closure(side, condition) for side, condition in zip(sides, asked, strict=True)]
        needed = bounds_of(closures, is_one_meaning=mean_alike(*sides))
        bounds = {items: min(number, MOST_RECORDS) for items, number in needed.items()}
        self.is_cut_short = bounds != needed and not read_alike(sides, asked, closures)
        self.bounds = with_own_part(bounds, sides[0].matter)
        own = _own(*closures) if sides[0].instrument != sides[1].instrument else ()
        self.alike = own if is_alike else ()
        self.matter = OpenMatter(_sayable(setting, self.bounds), setting.day)
        self.tests = tuple(
            test
            for side, condition in zip(sides, asked, strict=True)
            if condition is not None
            for test in tests_in(condition, side.ruleset.reading)
        )
        calendar = Calendar()
        self.engines = tuple(_engine(self.matter, side, calendar) for side in sides)
        self.pairs = tuple(
            None if condition is None else engine.pair(condition)
            for engine, condition in zip(self.engines, asked, strict=True)
        )
        guards = library.derivations.guards
        kept = kept_by_sound_files(self.matter, self.engines, guards)
        self.search = Search(kept, setting.seconds)
        for pair in self.alike:
            self.search.keep(self._settled_alike(pair))

    def _settled_alike(self, pair: tuple[str, str]) -> Formula:
        """Return that two judgments are settled alike or not at all, where both can be settled.

        Where the record asserts what one of them rests on and not what the other does, the facts
        part the two, and neither says anything of the other.
        """
        rests_on = [
            engine.reading.judgments[judgment]
            for engine, judgment in zip(self.engines, pair, strict=True)
        ]
        both = every(
            engine.pair(condition).is_true
            for engine, condition in zip(self.engines, rests_on, strict=True)
            if condition is not None
        )
        here, there = (self.matter.settled(judgment) for judgment in pair)
        return z3.Implies(both, every(a == b for a, b in zip(here, there, strict=True)))

    def pair(self, index: int) -> Pair:
        """Return the pair of what is asked of A (0) or B (1).

        Raises:
            ValueError: nothing is asked of it.

        """
        pair = self.pairs[index]
        if pair is None:
            message = "nothing is asked of this side"
            raise ValueError(message)
        return pair


def _sayable(setting: Setting, bounds: Table[str, int]) -> Sayable:
    """Return what can be said in a question, with lists of at most so many records."""
    side = setting.sides[0]
    texts = {
        name: frozenset(value for value in values if isinstance(value, str))
        for name, values in setting.mentioned.items()
    }
    return Sayable(side.library.dictionary, side.matter, bounds, texts)


def _engine(matter: OpenMatter, side: PolicySide, calendar: Calendar) -> SmtEngine:
    plain = Reading(rules={}, judgments={}, derivable=side.ruleset.reading.derivable)
    supposed = assumed(matter, side.assumptions, plain, calendar, side.library.dictionary)
    return SmtEngine(supposed, side.ruleset.reading, calendar)


def _closure(side: PolicySide, asked: Condition | None) -> Closure:
    """Return all that a condition leads to, with the guards of the facts it comes to."""
    reading, guards = side.ruleset.reading, side.library.derivations.guards
    closings = (each.when for one in side.assumptions for each in one.closings)
    start = [each for each in (asked, *closings) if each is not None]
    while True:
        found = closure_of(start, reading)
        more = [
            guards[name] for name in found.facts if name in guards and guards[name] not in start
        ]
        if not more:
            return found
        start.extend(more)


def _own(a: Closure, b: Closure) -> tuple[tuple[str, str], ...]:
    """Return the one judgment that each side has to itself, where each has one: the same question.

    Two instruments ask in their own words. What the facts alone make different shows only where
    both questions are answered alike, and answers say so.
    """
    own_a = [name for name in a.judgments if name not in b.judgments]
    own_b = [name for name in b.judgments if name not in a.judgments]
    return ((own_a[0], own_b[0]),) if len(own_a) == len(own_b) == 1 else ()


def mentioned_in(sides: Iterable[PolicySide]) -> Mentioned:
    """Return what every condition of some sides compares each fact with."""
    found: dict[str, set[str | int | date]] = {}
    for condition, items in (pair for side in sides for pair in _conditions(side)):
        for name, value in _mentions(condition, items):
            found.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}


def _conditions(side: PolicySide) -> Iterator[tuple[Condition, str]]:
    reading, derivations = side.ruleset.reading, side.library.derivations
    sources = (
        when
        for source in derivations.derivable.values()
        for when in (source.yes_when, source.no_when)
    )
    closings = (each.when for one in side.assumptions for each in one.closings)
    for condition in (
        *reading.rules.values(),
        *reading.judgments.values(),
        *(row.when for row in side.ruleset.pack.outcomes),
        *sources,
        *closings,
        *derivations.guards.values(),
    ):
        if condition is not None:
            yield from _within(condition, "")


def _within(condition: Condition, items: str) -> Iterator[tuple[Condition, str]]:
    """Yield a condition and all inside it, with the list whose records each is read of."""
    yield condition, items
    inner = condition.items if isinstance(condition, Exists | ForAll | Count) else items
    for part in parts_of(condition):
        yield from _within(part, inner)


def _mentions(condition: Condition, items: str) -> Iterator[tuple[str, str | int | date]]:
    terms = terms_of(condition)
    leaves = [leaf for term in terms for leaf in leaf_terms(term)]
    values = [leaf.value for leaf in leaves if isinstance(leaf, Constant)]
    match condition:
        case Within(words=words):
            values.extend(words)
        case StartsWith(prefix=prefix):
            values.extend((prefix, f"{prefix}…"))
        case _:
            pass
    for leaf in leaves:
        if not isinstance(leaf, Constant):
            name = f"{items}.{leaf.name}" if isinstance(leaf, Field) else leaf.name
            yield from ((name, value) for value in values)
