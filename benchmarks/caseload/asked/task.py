"""What every engine evaluates: 42 rules of two policies, and what they establish.

The rules are the two policies' categories with the definitions they rest on, the factors that
aggravate or mitigate under the Guidelines, and what is presumed under the interim guidance: all
that is said of a person rather than of a procedure, and without the bars, each of which reads one
list. Both are read in their default interpretation.
"""

from types import MappingProxyType

from discretion.engines.interpretations import interpretations
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Dictionary
from discretion.frozen import dataclass
from discretion.rules.condition import Condition
from discretion.rules.library import Library
from discretion.rules.rule import Pack

RULES = {
    "dhs-2021-09-30-guidelines": (
        "gl.ns.1", "gl.ns.2", "gl.ns.3", "gl.ns", "gl.ps.current", "gl.ps", "gl.bs.a", "gl.bs.b",
        "gl.bs.other", "gl.bs", "gl.agg_offense_gravity", "gl.agg_sentence_imposed",
        "gl.agg_harm_nature_degree", "gl.agg_sophistication", "gl.agg_weapon_used_or_threatened",
        "gl.agg_serious_prior_record", "gl.mit_age_advanced_or_tender", "gl.mit_lengthy_presence",
        "gl.mit_mental_condition_contributed", "gl.mit_condition_requiring_care",
        "gl.mit_crime_victim", "gl.mit_proceeding_participant", "gl.mit_family_impact",
        "gl.mit_relief_eligibility", "gl.mit_military_public_service",
        "gl.mit_time_since_offense", "gl.mit_rehabilitation",
        "gl.mit_conviction_vacated_or_expunged",
    ),
    "ice-2021-02-18-interim": (
        "int.ns.1", "int.ns.2", "int.ns.3", "int.ns", "int.bs.1", "int.bs.2", "int.bs",
        "int.ps.threat", "int.ps.1", "int.ps.2", "int.ps.3", "int.ps", "int.ps.gang",
        "int.presumed",
    ),
}  # fmt: skip
DATE_FACT = "decision_date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The rules of one policy that are evaluated, and its table of outcomes, in their order."""

    rules: tuple[str, ...]
    outcomes: tuple[tuple[str, Condition], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Rules of some policies with all that they refer to."""

    policies: tuple[Policy, ...]
    reading: Reading
    dictionary: Dictionary

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule that is evaluated, in order."""
        return tuple(rule for policy in self.policies for rule in policy.rules)


def task_of(library: Library) -> Task:
    """Return the 42 rules.

    Raises:
        ValueError: two packs use one name for two things.

    """
    packs = [library.pack(instrument) for instrument in RULES]
    policies = tuple(_policy(pack, RULES[pack.instrument.id]) for pack in packs)
    readings = [interpretations(pack, library.derivations.derivable)[0].reading for pack in packs]
    rules: dict[str, Condition] = {}
    judgments: dict[str, Condition | None] = {}
    for reading in readings:
        if rules.keys() & reading.rules.keys() or judgments.keys() & reading.judgments.keys():
            raise ValueError(RULES)
        rules.update(reading.rules)
        judgments.update(reading.judgments)
    reading = Reading(
        rules=MappingProxyType(rules),
        judgments=MappingProxyType(judgments),
        derivable=library.derivations.derivable,
    )
    return Task(policies=policies, reading=reading, dictionary=library.dictionary)


def _policy(pack: Pack, rules: tuple[str, ...]) -> Policy:
    outcomes = tuple((row.token, row.when) for row in pack.outcomes)
    return Policy(rules=rules, outcomes=outcomes)
