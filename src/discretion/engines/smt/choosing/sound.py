"""What a sound file keeps beside the range of each fact, as formulas over an open matter.

A fact is said only where its guard does not fail and never against what follows from others, a
finding that somebody signs only with who did, and a judgment is settled only where the record
asserts something that it rests on, in the eyes of a policy that asks for it.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import Protocol

import z3

from discretion.engines.smt.choosing.open_matter import Choice
from discretion.engines.smt.engine import AFFIRMED
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import YES
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.rules.condition import Condition


class ListedMatter(Protocol):
    """A matter of which everything that may be said, and was come to so far, can be listed."""

    @property
    def choices(self) -> Table[tuple[str, int, str], Choice]:
        """What may be said, by list, number of record and name; facts have no list."""

    @property
    def judgments(self) -> Table[str, Pair]:
        """When each judgment is settled as met, and when as not met."""

    @property
    def kept(self) -> list[Formula]:
        """What always holds of what is chosen."""

    def choice(self, items: str, number: int, name: str) -> Choice:
        """Return what may be said of a fact, or of a field of a record of a list."""

    def known(self, name: str) -> Formula:
        """Return when anything is said of a fact."""

    def unsigned(self, name: str) -> Formula:
        """Return when a fact is not said, or not so that somebody has to have signed it."""

    def settled(self, judgment: str) -> Pair:
        """Return when an official settled a judgment as met, and when as not met."""


def kept_by_sound_files(
    matter: ListedMatter, engines: tuple[SmtEngine, ...], guards: Table[str, Condition]
) -> tuple[Formula, ...]:
    """Return all that a sound file keeps, for everything that conditions have come to so far.

    Args:
        matter: what may be said.
        engines: those that read it; each knows what its judgments rest on.
        guards: the condition under which a fact applies, by its name.

    """
    made: list[Formula] = []
    facts, judgments = set[str](), set[str]()
    # Making these formulas may come to further facts, which have guards of their own.
    while True:
        new = {name for items, _, name in matter.choices if not items} - facts
        asked = set(matter.judgments) - judgments
        if not new and not asked:
            break
        for name in sorted(new):
            made.extend(_said_soundly(name, matter, engines[0], guards))
        for judgment in sorted(asked):
            made.extend(_settled_soundly(judgment, matter, engines))
        facts |= new
        judgments |= asked
    kept = (formula for engine in dict.fromkeys(engines) for formula in engine.calendar.kept)
    return (*matter.kept, *made, *kept)


def _said_soundly(
    name: str, matter: ListedMatter, engine: SmtEngine, guards: Table[str, Condition]
) -> Iterator[Formula]:
    said = matter.known(name)
    guard = guards.get(name)
    if guard is not None:
        yield z3.Implies(said, opposite(engine.pair(guard).is_false))
    signer = matter.choice("", 0, name).fact.signed_by
    if signer:
        yield some((matter.unsigned(name), matter.known(signer)))
    source = engine.reading.derivable.get(name)
    if source is not None:
        value = matter.choice("", 0, name)
        yes = value.value == value.words.index(AFFIRMED[0])
        for when, against in ((source.yes_when, opposite(yes)), (source.no_when, yes)):
            if when is not None:
                yield z3.Not(z3.And(said, against, engine.pair(when).is_true))


def _settled_soundly(
    judgment: str, matter: ListedMatter, engines: tuple[SmtEngine, ...]
) -> Iterator[Formula]:
    """Yield that a judgment is settled only where one of those who ask for it finds it asserted.

    Two policies may let one judgment rest on different facts, and a file that an official settled
    under one of them is read under the other as it stands.
    """
    asking = [engine for engine in engines if judgment in engine.judged]
    rests_on = [(engine, engine.reading.judgments[judgment]) for engine in asking]
    asserted = [
        YES if condition is None else engine.pair(condition).is_true
        for engine, condition in rests_on
    ]
    if asserted:
        yield z3.Implies(some(matter.settled(judgment)), some(asserted))
