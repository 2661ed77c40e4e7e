"""One side of a comparison: a pack in one reading, with what a study assumes, on one day."""

from collections.abc import Collection
from collections.abc import Iterator

from discretion.assess.assess import Assessor
from discretion.assess.ruleset import Ruleset
from discretion.assess.ruleset import chosen_readings
from discretion.engines.interpretations import names_of
from discretion.errors import UnknownNameError
from discretion.facts.matter import MatterType
from discretion.frozen import dataclass
from discretion.law.standing import is_within
from discretion.rules.assumption import AssumptionSet
from discretion.rules.library import Library
from discretion.rules.rule import Rule

READING, ASSUMING = "@", "+"
"""What stands before a reading, and before an assumption set, in the name of a side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicySide:
    """A pack in one reading, with assumption sets, without the parts that had no effect.

    `reading` is the name it was asked for, empty for the default of each rule.
    """

    library: Library
    ruleset: Ruleset
    reading: str = ""
    assumptions: tuple[AssumptionSet, ...] = ()
    without_effect: tuple[str, ...] = ()

    @property
    def instrument(self) -> str:
        """The id of the instrument."""
        return self.ruleset.pack.instrument.id

    @property
    def matter(self) -> MatterType:
        """The type of the matters that it speaks of."""
        return self.library.words.matters[self.ruleset.pack.instrument.matter]

    @property
    def name(self) -> str:
        """The side as a command names it: `ID`, `ID@READING`, `ID+ASSUMPTIONS`."""
        reading = f"{READING}{self.reading}" if self.reading else ""
        return (
            self.instrument + reading + "".join(f"{ASSUMING}{each.id}" for each in self.assumptions)
        )

    def rules(self, decision: str) -> Iterator[Rule]:
        """Yield the rules that test something, had effect, and speak to a decision type."""
        for identifier in self.ruleset.tested:
            rule = self.ruleset.pack.rules[identifier]
            if rule.speaks_to(decision) and not is_within(rule.part, self.without_effect):
                yield rule


def policy_side(name: str, assessor: Assessor, without_effect: tuple[str, ...] = ()) -> PolicySide:
    """Return the side that words name: `ID`, `ID@READING`, `ID+ASSUMPTIONS`.

    Raises:
        UnknownInstrumentError: no pack has the id.
        UnknownNameError: it has no such reading, or no such assumption set is known.

    """
    library = assessor.library
    base, *sets = name.split(ASSUMING)
    instrument, _, reading = base.partition(READING)
    made = assessor.rulesets(instrument)
    if reading:
        known = {each for ruleset in made for each in names_of(ruleset.interpretation)}
        _check("reading", reading, known)
    pack = library.pack(instrument)
    closings = {**library.assumption_sets, **pack.assumption_sets}
    for each in sets:
        _check("assumption set", each, closings)
    return PolicySide(
        library=library,
        ruleset=chosen_readings(made, reading)[0],
        reading=reading,
        assumptions=tuple(closings[each] for each in sets),
        without_effect=without_effect,
    )


def _check(kind: str, word: str, known: Collection[str]) -> None:
    if word not in known:
        raise UnknownNameError(kind, word, known)
