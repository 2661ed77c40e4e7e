"""Rules in plain English: what each tests and shows, what discharges it, which days it sets."""

from collections.abc import Iterator

from discretion.assess.wording.english import english_for
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Judged
from discretion.rules.library import Library
from discretion.rules.measure import Each
from discretion.rules.measure import Tally
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule


def readout(pack: Pack, rule: Rule, library: Library) -> Iterator[str]:
    """Yield what a rule tests, in plain English, once for each interpretation."""
    english = english_for(pack, library)
    for reading in rule.interpretations:
        tested = english.condition(_with_judgment(reading.when, rule))
        yield f"{tested} (reading: {reading.name.replace('_', ' ')})"
    if not rule.interpretations and (rule.when is not None or rule.judgment):
        yield english.condition(_with_judgment(rule.when, rule))


def _with_judgment(when: Condition | None, rule: Rule) -> Condition:
    """Return the condition of a rule together with the judgment that it waits for."""
    judged = (Judged(rule.judgment),) if rule.judgment else ()
    tested = () if when is None else (when,)
    return (*tested, *judged)[0] if len(tested) + len(judged) == 1 else And((*tested, *judged))


def readout_of_duty(pack: Pack, rule: Rule, library: Library) -> tuple[str, str]:
    """Return what discharges a duty and when it falls due, each empty where nothing is said."""
    duty = rule.duty
    if duty is None:
        return "", ""
    english = english_for(pack, library)
    discharged = "" if duty.discharged_when is None else english.condition(duty.discharged_when)
    return discharged, "" if duty.due is None else english.term(duty.due)


def readout_of_term(pack: Pack, rule: Rule, library: Library) -> str:
    """Return the first day on which what a rule says has run out, empty where it sets none."""
    if rule.runs_until is None:
        return ""
    return english_for(pack, library).term(rule.runs_until)


def readout_of_measure(pack: Pack, rule: Rule, library: Library) -> str:
    """Return what a factor of degree shows beside itself, empty for any other rule."""
    english = english_for(pack, library)
    match rule.measure:
        case None:
            return ""
        case Each(items=items, field=field, where=where):
            fact = library.dictionary.facts[items]
            shown = f"the {fact.fields[field].phrase}, for each {fact.item}"
        case Tally(items=items, where=where):
            shown = f"how many {library.dictionary.facts[items].items} there are"
        case term:
            return english.term(term)
    if where is None:
        return shown
    return f"{shown} where {english.condition(where, items)}"
