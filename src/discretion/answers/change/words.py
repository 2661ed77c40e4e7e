"""What one version of a pack says in an aspect, in plain English, where files hold a condition."""

from discretion.answers.readout import readout_of_duty
from discretion.answers.readout import readout_of_measure
from discretion.answers.readout import readout_of_term
from discretion.assess.wording.english import english_for
from discretion.compare import PackVersion
from discretion.compare.change.rules import READING
from discretion.rules.condition import Condition
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.sentences.sentence import Claim
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails


def words_of(version: PackVersion, section: str, key: str, aspect: str) -> str:
    """Return an aspect in plain English, empty where the files hold words already, or nothing.

    Args:
        version: the version that is asked.
        section: what the item is among: `rules`, `judgments`, `outcomes` and so on.
        key: the item; one that the version does not have is silent.
        aspect: the aspect.

    """
    pack = version.pack
    rule = pack.rules.get(key) if section == "rules" else None
    told = _of_rule(version, rule, aspect) if rule is not None else ""
    condition = _condition_of(pack, section, key, aspect)
    return told if condition is None else english_for(pack, version.library).condition(condition)


def _of_rule(version: PackVersion, rule: Rule, aspect: str) -> str:
    """Return what a rule says beside its conditions."""
    pack, library = version.pack, version.library
    match aspect:
        case "judgment" if rule.judgment in pack.judgments:
            return pack.judgments[rule.judgment].question
        case "discharged_when":
            return readout_of_duty(pack, rule, library)[0]
        case "due":
            return readout_of_duty(pack, rule, library)[1]
        case "runs_until":
            return readout_of_term(pack, rule, library)
        case "shows":
            return readout_of_measure(pack, rule, library)
        case _:
            return ""


def _condition_of(pack: Pack, section: str, key: str, aspect: str) -> Condition | None:
    """Return the condition that stands in an aspect, None where none does."""
    match section, aspect:
        case "rules", _ if key in pack.rules:
            return _tested_by(pack.rules[key], aspect)
        case "judgments", "rests_on" if key in pack.judgments:
            return pack.judgments[key].rests_on
        case "outcomes", "when":
            return next((row.when for row in pack.outcomes if row.token == key), None)
        case "consequences", "when":
            return next((row.when for row in pack.consequences if row.token == key), None)
        case "sentences", _:
            return next(
                (_claimed(each.claim, aspect) for each in pack.sentences if each.id == key), None
            )
        case _:
            return None


def _tested_by(rule: Rule, aspect: str) -> Condition | None:
    if aspect == "when":
        return rule.when
    readings = rule.interpretations
    return next((each.when for each in readings if aspect == f"{READING}{each.name}"), None)


def _claimed(claim: Claim, aspect: str) -> Condition | None:
    match claim, aspect:
        case ((Never(when=when) | Prevails(when=when)), "when"):
            return when
        case Never(unless=unless), "unless":
            return unless
        case _:
            return None
