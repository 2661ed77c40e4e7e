"""A sentence about a pack that its author claims, in one of a closed family of forms."""

from typing import TypeAlias

from discretion.frozen import dataclass
from discretion.law.citation import Citation
from discretion.rules.condition import Condition


@dataclass(frozen=True, slots=True)
class Alone:
    """While nothing is known but some facts and lists, no rule of some kinds is met."""

    facts: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Never:
    """No sound matter makes one condition true without the other; None for whatever the other."""

    when: Condition
    unless: Condition | None


@dataclass(frozen=True, slots=True)
class Prevails:
    """Whenever the condition is true, the established outcome is one of those named by token.

    `levels` names those of some levels instead, for a sentence that is claimed of several packs.
    """

    when: Condition
    outcomes: tuple[str, ...]
    levels: tuple[str, ...] = ()


Claim: TypeAlias = Alone | Never | Prevails
FORMS = ("alone", "never", "prevails")
"""The forms by the words that files use."""

OF_EVERY_PACK = (
    "mitigating_never_supports",
    "aggravating_never_protects",
    "adjacent_never_supports",
    "outcomes_reachable",
    "outcomes_cover",
    "outcomes_agree",
    "no_dead_rule",
    "unknown_never_clears",
    "learning_never_reverses",
)
"""The sentences that name no fact, so that they are claimed of every pack without being written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """What somebody claims of a pack, or of every pack of one matter type.

    `citation` is None for a sentence that no instrument says, and that holds for all of them.
    """

    id: str
    says: str
    claim: Claim
    citation: Citation | None
    file: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed:
    """A sentence claimed of every pack and not of this one, because its text differs."""

    sentence: str
    why: str
    citation: Citation
    line: int
