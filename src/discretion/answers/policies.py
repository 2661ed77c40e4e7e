"""Policies as plain data: each with its history, and its rules in plain English."""

from collections.abc import Iterable
from datetime import date

from discretion.answers.governed import plain_governing
from discretion.answers.plain import Plain
from discretion.answers.readout import readout
from discretion.answers.readout import readout_of_duty
from discretion.answers.readout import readout_of_measure
from discretion.answers.readout import readout_of_term
from discretion.law.event import StatusEvent
from discretion.law.governing import GoverningLine
from discretion.law.instrument import NOT_READ
from discretion.law.instrument import OUTSIDE
from discretion.law.provision import Provision
from discretion.rules.library import Library
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule


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
        "history": [_event(event) for event in instrument.events],
        "rules": [_rule(rule, pack, library) for rule in pack.rules.values()],
        "judgments": [
            {
                "id": judgment.id,
                "question": judgment.question,
                "citation": str(judgment.citation),
                "says": judgment.says,
            }
            for judgment in pack.judgments.values()
        ],
        "outcomes": [
            {"token": row.token, "level": row.level, "says": row.says} for row in pack.outcomes
        ],
        "when_open": pack.when_open,
        "omissions": [
            {"what": omission.what, "why": omission.why, "cite": omission.cite or None}
            for omission in pack.omissions
        ],
        "decisions": sorted(instrument.scope),
        "other_decisions": NOT_READ if instrument.is_read_in_part else OUTSIDE,
        "place": instrument.place.code if instrument.place else None,
        "provisions": [_provision(provision) for provision in pack.provisions],
    }


def _provision(provision: Provision) -> Plain:
    return {
        "citation": str(provision.citation),
        "basis": provision.citation.basis,
        "reviewed": provision.citation.reviewed,
        "says": provision.text,
    }


def _rule(rule: Rule, pack: Pack, library: Library) -> Plain:
    discharged, due = readout_of_duty(pack, rule, library)
    return {
        "rule": rule.id,
        "kind": rule.kind,
        "topic": rule.topic,
        "side": rule.side or None,
        "citation": str(rule.citation),
        "basis": rule.citation.basis,
        "reviewed": rule.citation.reviewed,
        "says": rule.says,
        "met_when": list(readout(pack, rule, library)),
        "discharged_when": discharged or None,
        "due": due or None,
        "runs_until": readout_of_term(pack, rule, library) or None,
        "shows": readout_of_measure(pack, rule, library) or None,
    }


def _event(event: StatusEvent) -> Plain:
    """Return one event of the history, with the keys of a pack's own file."""
    return {
        "id": event.name,
        "part": event.part or None,
        "kind": event.kind,
        "from": event.start_as_written,
        "to": event.end.isoformat() if event.end else None,
        "clock": event.clock,
        "component": event.component or None,
        "decisions": sorted(event.decisions),
        "class": sorted(event.classes),
        "place": event.place.code if event.place else None,
        "condition": event.condition or None,
        "of": event.order or None,
        "authority": event.authority,
        "source": event.source,
        "certainty": event.certainty,
        "note": event.note or None,
    }
