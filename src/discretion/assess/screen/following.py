"""What follows from a screen besides its state: referrals, effects and what is still owed."""

from discretion.analysis.memory import Decided
from discretion.assess.ruleset import Ruleset
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import View
from discretion.rules.rule import Consequence
from discretion.truth import Truth

WHILE_OPEN = ("caution", "owed", "paper", "option")
"""The kinds of a consequence that is told until the record shows otherwise."""


def consequences_of(ruleset: Ruleset, view: View) -> tuple[Consequence, ...]:
    """Return what follows for one part: what is true, and what is owed as long as it may be."""
    listed = ruleset.pack.consequences
    groundwork = ruleset.groundwork
    reach = groundwork.reach((each.when for each in listed), ruleset.reading)
    codes = groundwork.memory.codes(view)
    key = (WHILE_OPEN, reach, reach.known(codes, view.settled))
    found = groundwork.memory.get(key)
    if found is None:
        engine = ReferenceEngine(view, ruleset.reading)
        tokens = tuple(each.token for each in listed if _follows(each, engine))
        found = Decided(tokens, ())
        groundwork.memory.keep(key, found)
    return tuple(each for each in listed if each.token in found.reached)


def _follows(each: Consequence, engine: ReferenceEngine) -> bool:
    truth = engine.truth(each.when)
    return truth is Truth.TRUE or (each.kind in WHILE_OPEN and truth is not Truth.FALSE)
