"""Everything that changed between two versions of a pack."""

from datetime import date

from discretion.compare.change.cases import case_aspects
from discretion.compare.change.cases import observed_aspects
from discretion.compare.change.difference import Change
from discretion.compare.change.difference import changes_of
from discretion.compare.change.events import event_aspects
from discretion.compare.change.facts import facts_gone
from discretion.compare.change.provisions import cited_anew
from discretion.compare.change.provisions import provision_aspects
from discretion.compare.change.rules import rule_aspects
from discretion.compare.change.tables import assumption_aspects
from discretion.compare.change.tables import instrument_aspects
from discretion.compare.change.tables import judgment_aspects
from discretion.compare.change.tables import omission_aspects
from discretion.compare.change.tables import outcome_aspects
from discretion.compare.change.timeline import Stood
from discretion.compare.change.timeline import days_gone
from discretion.compare.change.version import PackVersion
from discretion.frozen import dataclass

Changed = tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChange:
    """What changed from one version of a pack to another, by what it is a change of.

    `no_longer` and `now` are the days of which something else is said of what governed, as the old
    version says it and as the new one does.
    """

    old: PackVersion
    new: PackVersion
    instrument: Changed
    provisions: Changed
    rules: Changed
    facts: Changed
    judgments: Changed
    outcomes: Changed
    assumption_sets: Changed
    omissions: Changed
    cases: Changed
    observed_decisions: Changed
    events: Changed
    no_longer: tuple[Stood, ...]
    now: tuple[Stood, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing that a pack holds has changed."""
        return not any(
            (
                *self.instrument, *self.provisions, *self.rules, *self.facts, *self.judgments,
                *self.outcomes, *self.assumption_sets, *self.omissions, *self.cases,
                *self.observed_decisions, *self.events,
            )
        )  # fmt: skip

    @property
    def is_of_meaning(self) -> bool:
        """Whether the pack means something else now, and has not only other words."""
        return not self.new.meaning.is_same(self.old.meaning)

    @property
    def is_untested(self) -> bool:
        """Whether the rules mean something else now, and the cases are what they were."""
        return self.new.meaning.is_untested_after(self.old.meaning)

    @property
    def keeps_marks(self) -> bool:
        """Whether the changes that were told before are still told, each with its mark."""
        return self.new.keeps_marks_of(self.old)


def change_between(old: PackVersion, new: PackVersion, until: date) -> PackChange:
    """Return what changed from one version of a pack to another.

    Args:
        old: the version before.
        new: the version after.
        until: the last day of which it is said what governed, as known on it.

    """
    a, b = old.pack, new.pack
    anew = cited_anew(a, b)
    before, after = (old.library, a), (new.library, b)
    return PackChange(
        old=old,
        new=new,
        instrument=changes_of(instrument_aspects(a), instrument_aspects(b)),
        provisions=changes_of(provision_aspects(a, anew), provision_aspects(b, {})),
        rules=changes_of(rule_aspects(a, anew), rule_aspects(b, {})),
        facts=changes_of(facts_gone(a, b), facts_gone(b, a)),
        judgments=changes_of(judgment_aspects(a), judgment_aspects(b)),
        outcomes=changes_of(outcome_aspects(a, b), outcome_aspects(b, a)),
        assumption_sets=changes_of(assumption_aspects(a), assumption_aspects(b)),
        omissions=changes_of(omission_aspects(a), omission_aspects(b)),
        cases=changes_of(case_aspects(a), case_aspects(b)),
        observed_decisions=changes_of(observed_aspects(a), observed_aspects(b)),
        events=changes_of(event_aspects(a), event_aspects(b)),
        no_longer=days_gone(before, after, until),
        now=days_gone(after, before, until),
    )
