"""Two conditions put to the solver together: one under each side, on one open matter."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date

from discretion.analysis.reach import Closure
from discretion.analysis.reach import closure_of
from discretion.compare.side import Side
from discretion.engines.reading import Reading
from discretion.engines.smt.calendar import Calendar
from discretion.engines.smt.choosing.assumed import assumed
from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.choosing.solving import Search
from discretion.engines.smt.choosing.sound import kept_by_sound_files
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import Pair
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

Mentioned = Table[str, frozenset[str | int | date]]
"""What conditions compare each fact with, by its name; a field has its list and a dot before."""


class Contest:
    """Conditions of two sides on one matter of which the solver chooses what is said."""

    def __init__(
        self,
        sides: tuple[Side, Side],
        asked: tuple[Condition | None, Condition | None],
        day: date,
        mentioned: Mentioned,
        seconds: float,
    ) -> None:
        """Take the sides with what is asked of each, None of one that has nothing to ask.

        Args:
            sides: A and B.
            asked: a condition of each.
            day: the day of the decision.
            mentioned: what all conditions compare each fact with.
            seconds: how long one question may take.

        """
        library = sides[0].library
        self.sides, self.asked = sides, asked
        closures = [
            _closure(side, condition)
            for side, condition in zip(sides, asked, strict=True)
        ]
        self.bounds = _bounds(closures)
        self.alike = _alike(*closures) if sides[0].instrument != sides[1].instrument else ()
        texts = {
            name: frozenset(value for value in values if isinstance(value, str))
            for name, values in mentioned.items()
        }
        matter_type = library.words.matters[sides[0].ruleset.pack.instrument.matter]
        self.matter = OpenMatter(library.dictionary, matter_type.date_fact, self.bounds, texts, day)
        calendar = Calendar()
        self.engines = tuple(_engine(self.matter, side, calendar) for side in sides)
        self.pairs = tuple(
            None if condition is None else engine.pair(condition)
            for engine, condition in zip(self.engines, asked, strict=True)
        )
        guards = library.derivations.guards
        kept = kept_by_sound_files(self.matter, self.engines, guards)
        self.search = Search(kept, seconds)
        for one, other in self.alike:
            pairs = zip(self.matter.settled(one), self.matter.settled(other), strict=True)
            for here, there in pairs:
                self.search.keep(here == there)

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


def _engine(matter: OpenMatter, side: Side, calendar: Calendar) -> SmtEngine:
    plain = Reading(rules={}, judgments={}, derivable=side.ruleset.reading.derivable)
    supposed = assumed(matter, side.assumptions, plain, calendar, side.library.dictionary)
    return SmtEngine(supposed, side.ruleset.reading, calendar)


def _closure(side: Side, asked: Condition | None) -> Closure:
    """Return all that a condition leads to, with the guards of the facts it comes to."""
    reading, guards = side.ruleset.reading, side.library.derivations.guards
    closings = (each.when for one in side.assumptions for each in one.closings)
    start = [each for each in (asked, *closings) if each is not None]
    while True:
        found = closure_of(start, reading)
        more = [guards[name] for name in found.facts if name in guards and guards[name] not in start]
        if not more:
            return found
        start.extend(more)


def _bounds(closures: Iterable[Closure]) -> dict[str, int]:
    """Return how many records of each list show all that conditions can make of it.

    One for each exists or all and as many as each count can tell apart: a matter with more has one
    with so many of which every condition says the same.
    """
    asked = {node: needs for closure in closures for node, needs in closure.quantifiers.items()}
    bounds: dict[str, int] = {}
    for items, number in asked.values():
        bounds[items] = bounds.get(items, 0) + number
    return bounds


def _alike(a: Closure, b: Closure) -> tuple[tuple[str, str], ...]:
    """Return the one judgment that each side has to itself, where each has one: the same question.

    Two instruments ask in their own words; on one topic, the only judgment that the one reads and
    the only one that the other reads are taken to be settled alike, and answers say so.
    """
    own_a = [name for name in a.judgments if name not in b.judgments]
    own_b = [name for name in b.judgments if name not in a.judgments]
    return ((own_a[0], own_b[0]),) if len(own_a) == len(own_b) == 1 else ()


def mentioned_in(sides: Iterable[Side]) -> Mentioned:
    """Return what every condition of some sides compares each fact with."""
    found: dict[str, set[str | int | date]] = {}
    for condition, items in (pair for side in sides for pair in _conditions(side)):
        for name, value in _mentions(condition, items):
            found.setdefault(name, set()).add(value)
    return {name: frozenset(values) for name, values in found.items()}


def _conditions(side: Side) -> Iterator[tuple[Condition, str]]:
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
