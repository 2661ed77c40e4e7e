"""Packs changed on purpose, so that a sentence about them is false and has to be refuted.

A sentence that would be proved of every pack says nothing: each is put to a pack like the one it
is claimed of but for one change, and only counts where that change is noticed.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from types import MappingProxyType

from discretion.assess.ruleset import rulesets
from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.subject import Subject
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.law.citation import Citation
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.library import Library
from discretion.rules.rule import JudgmentType
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule

ADDED = "judgment_added_by_a_change"
"""The judgment that a change adds to a pack, which rests on nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A changed pack: what was changed, in plain words, and the parts that must notice it."""

    change: str
    pack: Pack
    parts: Callable[[Subject], Iterable[Part | LeftOut]]

    def subjects(self, library: Library) -> Iterator[Subject]:
        """Yield the changed pack in each of its readings, in a library of its own."""
        packs = MappingProxyType({**library.packs, self.pack.instrument.id: self.pack})
        words = replace(library.words, judgments=library.words.judgments | {ADDED})
        changed = replace(library, packs=packs, words=words)
        for ruleset in rulesets(changed, self.pack):
            yield Subject(changed, ruleset)


def with_test(pack: Pack, rule: Rule, change: Callable[[Condition], Condition]) -> Pack:
    """Return a pack in which one rule tests something else, in each of its readings."""
    judged = (Judged(rule.judgment),) if rule.judgment else ()

    def changed(when: Condition | None) -> Condition:
        parts = (*(() if when is None else (when,)), *judged)
        return change(parts[0] if len(parts) == 1 else And(parts))

    readings = tuple(replace(each, when=changed(each.when)) for each in rule.interpretations)
    when = None if readings else changed(rule.when)
    other = replace(rule, judgment="", when=when, interpretations=readings)
    return replace(pack, rules=MappingProxyType({**pack.rules, rule.id: other}))


def with_rows(pack: Pack, rows: Iterable[OutcomeRow]) -> Pack:
    """Return a pack with another outcome table."""
    return replace(pack, outcomes=tuple(rows))


def with_row(pack: Pack, row: OutcomeRow, when: Condition) -> Pack:
    """Return a pack in which one row tests something else."""
    other = replace(row, when=when)
    return with_rows(pack, (other if each is row else each for each in pack.outcomes))


def with_judgment(pack: Pack) -> Pack:
    """Return a pack with one judgment more, which rests on nothing."""
    instrument = pack.instrument
    added = JudgmentType(
        id=ADDED,
        question=ADDED,
        rests_on=None,
        citation=Citation(
            instrument=instrument.id, short=instrument.short, pinpoint="", basis="recalled"
        ),
        says="",
        line=0,
    )
    return replace(pack, judgments=MappingProxyType({**pack.judgments, ADDED: added}))


def impossible(condition: Condition) -> Condition:
    """Return a condition together with its opposite."""
    return And((condition, Not(condition)))


def also(condition: Condition, other: Condition) -> Condition:
    """Return a condition that another one is enough for, too."""
    return Or((condition, other))


def only_with(condition: Condition, other: Condition) -> Condition:
    """Return a condition that another one is needed for, too."""
    return And((condition, other))
