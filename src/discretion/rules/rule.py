"""A rule: our reading of one provision, of one kind, with its citation and its plain sentence."""

from collections.abc import Mapping as Table
from collections.abc import Sequence
from datetime import date

from discretion.frozen import dataclass
from discretion.law.citation import Citation
from discretion.law.instrument import Instrument
from discretion.law.provision import Provision
from discretion.rules.assumption import AssumptionSet
from discretion.rules.condition import Condition
from discretion.rules.condition import Term
from discretion.rules.measure import Measure
from discretion.rules.sentences.sentence import Sentence
from discretion.rules.sentences.sentence import Unclaimed

CATEGORY = "category"
"""The kind of the rules that say of whom or what a policy speaks."""
KINDS = (CATEGORY, "factor", "bar", "scope", "duty", "screen", "definition")
SHOWN = ("whole", "part", "none")
"""What a delivery shows: all of it, a part of it, or that none of it was to be found."""
SIDES = ("aggravating", "mitigating", "either", "context")
CONSEQUENCES = ("referral", "effect", "caution", "owed", "paper", "option")
"""What a consequence is: a referral, an effect, an effect that is told as long as it may be so,
what is owed until the record shows it, a paper that is missing, or another way that may be open."""
LEVELS = ("stop", "conditional", "clear")
TOPICS = (
    "national_security", "border_entry", "public_safety", "gang", "final_order", "approval",
    "record_review", "retaliation", "civil_rights", "family", "age", "presence", "health",
    "victim", "relief", "service", "time_since_offence", "rehabilitation", "offence_gravity",
    "sentence", "harm", "weapon", "sophistication", "prior_record", "scale", "labour_dispute",
    "exploitation", "protected_area", "contribution", "public_interest", "removal_pause",
    "citizenship", "duty_review", "duty_data", "duty_plan", "none",
)  # fmt: skip
"""The subjects by which rules of two instruments are paired; `none` is never paired."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpretation:
    """One defensible reading of a rule, by name."""

    name: str
    is_default: bool
    when: Condition
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Deliverable:
    """One of several things that one duty asks for: whose it is and what it is to hold."""

    id: str
    owner: str
    holds: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What is known of a deliverable having been delivered; nothing known is no such value.

    `deliverable` is the id of what was delivered, that of the rule where it names no deliverables.
    `on` is the day of the delivery, or on which none was to be found; None where it is not known.
    `known_from` is the day from which the public could know of it.
    """

    deliverable: str
    shows: str
    on: date | None
    known_from: date
    says: str
    source: str
    certainty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyTerms:
    """What makes a duty discharged, when it falls due, whose it is and what became of it.

    `deliverables` is empty where the duty is one deliverable by itself.
    """

    owed_unless_shown: bool
    discharged_when: Condition | None
    due: Term | None
    owner: str
    deliverables: tuple[Deliverable, ...] = ()
    deliveries: tuple[Delivery, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """Our reading of one provision.

    `when` is None where nothing is tested: a principle, or a duty that is owed in every matter. A
    factor of degree names the judgment that its truth is, and the measure that it shows.
    `decisions` limits the decision types it speaks to; empty means all. `rests_on` names the
    instruments of which one has to govern for the rule to count; empty where it always does.
    """

    id: str
    kind: str
    topic: str
    side: str
    when: Condition | None
    measure: Measure | None
    judgment: str
    interpretations: tuple[Interpretation, ...]
    citation: Citation
    part: str
    says: str
    decisions: frozenset[str]
    duty: DutyTerms | None
    runs_until: Term | None
    rests_on: tuple[str, ...]
    note: str
    file: str
    line: int

    def speaks_to(self, decision: str) -> bool:
        """Tell whether the rule speaks to a decision type, to any when that is empty."""
        return not self.decisions or not decision or decision in self.decisions


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgmentType:
    """An open term that only a person may settle, and what the record must assert first."""

    id: str
    question: str
    rests_on: Condition | None
    citation: Citation
    says: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeRow:
    """One row of an outcome table: a procedural state of a matter, never an action.

    `unreachable` is the authority for a row that no matter reaches, empty for all others.
    """

    token: str
    when: Condition
    level: str
    if_open: str
    says: str
    line: int
    unreachable: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """What a screen says besides its state: whom to refer to, what follows, what is still owed.

    `kind` is one of the words of `CONSEQUENCES`. It never takes the place of a state.
    """

    token: str
    kind: str
    when: Condition
    says: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Omission:
    """Something the instrument says, or is thought to say, that the pack does not encode."""

    what: str
    why: str
    cite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """An instrument with our reading of it: provisions, rules, judgments and outcome table.

    `folder` is where its files lie, `shown` how that folder is named to a reader. `sentences` are
    what it claims of itself, `unclaimed` what is claimed of other packs and not of this one.
    """

    instrument: Instrument
    provisions: Sequence[Provision]
    rules: Table[str, Rule]
    judgments: Table[str, JudgmentType]
    outcomes: tuple[OutcomeRow, ...]
    when_open: str
    assumption_sets: Table[str, AssumptionSet]
    omissions: Sequence[Omission]
    folder: str
    shown: str
    sentences: tuple[Sentence, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()
    consequences: tuple[Consequence, ...] = ()
