"""Everything that changed between two versions of a pack."""

from collections.abc import Mapping as Table
from datetime import date
from types import MappingProxyType

from discretion.compare.change.aspects import Aspects
from discretion.compare.change.aspects import Change
from discretion.compare.change.aspects import changes_of
from discretion.compare.change.cases import case_aspects
from discretion.compare.change.cases import observed_aspects
from discretion.compare.change.events import event_aspects
from discretion.compare.change.facts import facts_gone
from discretion.compare.change.provisions import cited_anew
from discretion.compare.change.provisions import provision_aspects
from discretion.compare.change.rules import rule_aspects
from discretion.compare.change.tables import assumption_aspects
from discretion.compare.change.tables import consequence_aspects
from discretion.compare.change.tables import instrument_aspects
from discretion.compare.change.tables import judgment_aspects
from discretion.compare.change.tables import omission_aspects
from discretion.compare.change.tables import outcome_aspects
from discretion.compare.change.tables import sentence_aspects
from discretion.compare.change.tables import unclaimed_aspects
from discretion.compare.change.timeline import Stood
from discretion.compare.change.timeline import days_gone
from discretion.compare.change.version import PackVersion
from discretion.frozen import dataclass
from discretion.rules.rule import Pack

Changed = tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PackChange:
    """What changed from one version of a pack to another, by what it is a change of.

    `sections` is in the order in which it is told, and names also that in which nothing changed.
    `no_longer` and `now` are the days of which something else is said of what governed, as the old
    version says it and as the new one does.
    """

    old: PackVersion
    new: PackVersion
    sections: Table[str, Changed]
    no_longer: tuple[Stood, ...]
    now: tuple[Stood, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing that a pack holds has changed."""
        return not any(self.sections.values())

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
    was, items = items_of(a, b, cited_anew(a, b)), items_of(b, a, {})
    before, after = (old.library, a), (new.library, b)
    return PackChange(
        old=old,
        new=new,
        sections=MappingProxyType(
            {section: changes_of(was[section], items[section]) for section in items}
        ),
        no_longer=days_gone(before, after, until),
        now=days_gone(after, before, until),
    )


def items_of(pack: Pack, other: Pack, anew: Table[str, str]) -> dict[str, dict[str, Aspects]]:
    """Return everything that a pack holds, section by section and item by item.

    Args:
        pack: the pack.
        other: the version that it is compared with.
        anew: the pinpoint that the other version gives to a provision, by its own here.

    """
    return {
        "instrument": instrument_aspects(pack),
        "provisions": provision_aspects(pack, anew),
        "rules": rule_aspects(pack, anew),
        "facts": facts_gone(pack, other),
        "judgments": judgment_aspects(pack),
        "outcomes": outcome_aspects(pack, other),
        "consequences": consequence_aspects(pack),
        "sentences": sentence_aspects(pack),
        "unclaimed": unclaimed_aspects(pack),
        "assumption_sets": assumption_aspects(pack),
        "omissions": omission_aspects(pack),
        "cases": case_aspects(pack),
        "observed_decisions": observed_aspects(pack),
        "events": event_aspects(pack),
    }
