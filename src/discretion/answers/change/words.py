"""What one version of a pack says in an aspect, in plain English, where files hold a condition."""

from discretion.answers.readout import english_for
from discretion.answers.readout import readout_of_duty
from discretion.answers.readout import readout_of_measure
from discretion.compare import PackVersion
from discretion.rules.rule import Rule

READING = "reading "
"""How the aspect of one reading of a rule begins."""


def words_of(version: PackVersion, section: str, key: str, aspect: str) -> str:
    """Return an aspect in plain English, empty where the files hold words already, or nothing.

    Args:
        version: the version that is asked.
        section: what the item is among: `rules`, `judgments`, `outcomes` and so on.
        key: the item; one that the version does not have is silent.
        aspect: the aspect.

    """
    pack = version.pack
    english = english_for(pack, version.library)
    match section, aspect:
        case "rules", _ if key in pack.rules:
            return _of_rule(version, pack.rules[key], aspect)
        case "judgments", "rests_on" if key in pack.judgments:
            rests_on = pack.judgments[key].rests_on
            return "" if rests_on is None else english.condition(rests_on)
        case "outcomes", "when":
            found = (row.when for row in pack.outcomes if row.token == key)
            return next((english.condition(when) for when in found), "")
        case _:
            return ""


def _of_rule(version: PackVersion, rule: Rule, aspect: str) -> str:
    pack, library = version.pack, version.library
    english = english_for(pack, library)
    match aspect:
        case "when" if rule.when is not None:
            return english.condition(rule.when)
        case "judgment" if rule.judgment in pack.judgments:
            return pack.judgments[rule.judgment].question
        case "discharged_when":
            return readout_of_duty(pack, rule, library)[0]
        case "due":
            return readout_of_duty(pack, rule, library)[1]
        case "shows":
            return readout_of_measure(pack, rule, library)
        case _:
            read = (each for each in rule.interpretations if aspect == f"{READING}{each.name}")
            return next((english.condition(each.when) for each in read), "")
