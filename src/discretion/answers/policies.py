"""Policies as plain data, and their rules in plain English."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion.answers.governed import plain_governing
from discretion.answers.plain import Plain
from discretion.assess.assessment import Assessment
from discretion.facts.dictionary import Dictionary
from discretion.law.governing import GoverningLine
from discretion.rules.english import English
from discretion.rules.library import Library
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule


def english_for(pack: Pack, library: Library) -> English:
    """Return the words in which a pack's conditions are read."""
    date_fact = library.words.matters[pack.instrument.matter].date_fact
    return _english(pack, library.dictionary, date_fact)


def english_of(each: Assessment) -> English:
    """Return the words in which an assessment's conditions are read.

    Raises:
        ValueError: the assessment rests on no instrument, so there are no conditions.

    """
    if each.ruleset is None:
        message = "no instrument governed: there is no condition to read"
        raise ValueError(message)
    return _english(each.ruleset.pack, each.view.dictionary, each.ruleset.index.constant)


def _english(pack: Pack, dictionary: Dictionary, date_fact: str) -> English:
    return English(
        dictionary=dictionary,
        rules={rule.id: rule.citation.pinpoint for rule in pack.rules.values()},
        judgments={name: judgment.question for name, judgment in pack.judgments.items()},
        date_fact=date_fact,
    )


def readout(pack: Pack, rule: Rule, library: Library) -> Iterator[str]:
    """Yield what a rule tests, in plain English, once for each interpretation."""
    english = english_for(pack, library)
    for reading in rule.interpretations:
        yield f"{english.condition(reading.when)} (reading: {reading.name.replace('_', ' ')})"
    if rule.when is not None and not rule.interpretations:
        yield english.condition(rule.when)
    if rule.judgment:
        yield f"an official answers yes to “{english.judgments[rule.judgment]}”"


def answer_policies(
    library: Library, lines: Iterable[GoverningLine], today: date, version: str
) -> Plain:
    """Return the list of policies with their status today."""
    listed = list(lines)
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [],
        "on": today.isoformat(),
        "policies": [
            {
                "instrument": pack.instrument.id,
                "title": pack.instrument.title,
                "issuer": pack.instrument.issuer,
                "issued_on": pack.instrument.issued_on.isoformat(),
                "rules": len(pack.rules),
                "reviewed": pack.instrument.reviewed,
                "digest": pack.instrument.digest,
                "today": plain_governing(
                    line for line in listed if line.instrument == pack.instrument.id
                ),
            }
            for pack in library.packs.values()
        ],
    }


def answer_pack(pack: Pack, library: Library, version: str) -> Plain:
    """Return one policy with its rules in plain English."""
    instrument = pack.instrument
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [],
        "instrument": instrument.id,
        "title": instrument.title,
        "issuer": instrument.issuer,
        "issued_on": instrument.issued_on.isoformat(),
        "reviewed": instrument.reviewed,
        "digest": instrument.digest,
        "rules": [
            {
                "rule": rule.id,
                "kind": rule.kind,
                "topic": rule.topic,
                "side": rule.side or None,
                "citation": str(rule.citation),
                "basis": rule.citation.basis,
                "reviewed": rule.citation.reviewed,
                "says": rule.says,
                "met_when": list(readout(pack, rule, library)),
            }
            for rule in pack.rules.values()
        ],
        "outcomes": [
            {"token": row.token, "level": row.level, "says": row.says} for row in pack.outcomes
        ],
        "when_open": pack.when_open,
        "omissions": [
            {"what": omission.what, "why": omission.why, "cite": omission.cite or None}
            for omission in pack.omissions
        ],
    }
