"""What a sound file keeps beside the range of each fact, as formulas over an open matter.

A fact is said only where its guard does not fail and never against what follows from others, and
a judgment is settled only where the record asserts something that it rests on.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table

import z3

from discretion.engines.smt.choosing.open_matter import OpenMatter
from discretion.engines.smt.engine import AFFIRMED
from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import Formula
from discretion.engines.smt.pair import opposite
from discretion.engines.smt.pair import some
from discretion.rules.condition import Condition


def kept_by_sound_files(
    matter: OpenMatter, engines: tuple[SmtEngine, ...], guards: Table[str, Condition]
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
    name: str, matter: OpenMatter, engine: SmtEngine, guards: Table[str, Condition]
) -> Iterator[Formula]:
    said = matter.known(name)
    guard = guards.get(name)
    if guard is not None:
        yield z3.Implies(said, opposite(engine.pair(guard).is_false))
    source = engine.reading.derivable.get(name)
    if source is not None:
        value = matter.choice("", 0, name)
        yes = value.value == value.words.index(AFFIRMED[0])
        for when, against in ((source.yes_when, opposite(yes)), (source.no_when, yes)):
            if when is not None:
                yield z3.Not(z3.And(said, against, engine.pair(when).is_true))


def _settled_soundly(
    judgment: str, matter: OpenMatter, engines: tuple[SmtEngine, ...]
) -> Iterator[Formula]:
    for engine in engines:
        rests_on = engine.reading.judgments.get(judgment)
        if rests_on is not None:
            yield z3.Implies(some(matter.settled(judgment)), engine.pair(rests_on).is_true)
