"""The meaning of a pack: short texts that change with what its rules come to, and with no prose.

One covers what a case can show: every rule, judgment and outcome by what it tests and gives. One
covers the rest, which no case of a pack reads: whom and what the instrument reaches, its history,
its assumption sets, what follows from it besides a state, and what a rule has beside its truth, as
its topic, side, measure, and the days that it sets.
Conditions count by their tree, so that another layout is the same meaning. Titles, paraphrases,
plain sentences, questions, citations, quotations, authorities, certainties and notes do not count,
nor does the order of the rules.
"""

import hashlib
import json
from typing import Any

from discretion.frozen import dataclass
from discretion.law.event import StatusEvent
from discretion.law.instrument import LEGAL
from discretion.rules.assumption import AssumptionSet
from discretion.rules.condition import Condition
from discretion.rules.packs.changes.case_rows import Written
from discretion.rules.packs.changes.case_rows import rows_of
from discretion.rules.rule import Delivery
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.show import show_condition
from discretion.rules.show import show_measure
from discretion.rules.show import show_term

SHORT = 16
"""How many hexadecimal digits are written: two meanings that differ by accident never share them,
and a person can still read them out."""
WHY = "because"
"""The key of a case that is prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a pack means, and with how many cases, as digests that a line can hold.

    `rules` is of what a case can show, `rest` of what none can, `cases` of what the cases give and
    expect.
    """

    rules: str
    rest: str
    cases: str
    count: int

    def __str__(self) -> str:
        """The line of `CHANGES.md` that says so."""
        noun = "case" if self.count == 1 else "cases"
        return f"Meaning: rules {self.rules}, rest {self.rest}, {self.count} {noun} {self.cases}"

    def is_same(self, other: "Meaning") -> bool:
        """Tell whether another pack means the same, whatever its cases are."""
        return (self.rules, self.rest) == (other.rules, other.rest)

    def is_untested_after(self, earlier: "Meaning") -> bool:
        """Tell whether what a case can show has changed since, and no case has."""
        return self.rules != earlier.rules and self.cases == earlier.cases


def meaning_of(pack: Pack) -> Meaning:
    """Return the meaning of a pack, and what its cases give and expect."""
    cases = _cases(pack)
    return Meaning(
        rules=_short(_rules(pack)), rest=_short(_rest(pack)), cases=_short(cases), count=len(cases)
    )


def _short(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:SHORT]


def _rules(pack: Pack) -> dict[str, Any]:
    return {
        "matter": pack.instrument.matter,
        "rules": {name: _tests(rule) for name, rule in pack.rules.items()},
        "judgments": {name: _tested(each.rests_on) for name, each in pack.judgments.items()},
        "outcomes": [_outcome(row) for row in pack.outcomes],
        "when_open": pack.when_open,
    }


def _rest(pack: Pack) -> dict[str, Any]:
    instrument = pack.instrument
    return {
        **_if_told(
            consequences={
                each.token: [each.kind, show_condition(each.when)] for each in pack.consequences
            },
            place=instrument.place.code if instrument.place is not None else "",
            is_screen=instrument.is_screen,
            is_read_in_part=instrument.is_read_in_part,
            clock="" if instrument.clock == LEGAL else instrument.clock,
        ),
        "rules": {name: _shows(rule) for name, rule in pack.rules.items()},
        "id": instrument.id,
        "components": sorted(instrument.components),
        "issued_on": instrument.issued_on.isoformat(),
        "parts": list(instrument.parts),
        "scope": sorted(instrument.scope),
        "prevails_over": sorted(instrument.prevails_over),
        "events": {event.name: _event(event) for event in instrument.events},
        "assumption_sets": {name: _closed(each) for name, each in pack.assumption_sets.items()},
    }


def _if_told(**said: object) -> dict[str, object]:
    """Return what is said, without what most packs do not say."""
    return {name: each for name, each in said.items() if each}


def _event(event: StatusEvent) -> dict[str, Any]:
    days = (event.start, event.latest_start, event.end, event.known_from, event.end_known_from)
    return {
        "part": event.part,
        "kind": event.kind,
        "days": [day.isoformat() if day is not None else "" for day in days],
        "clock": event.clock,
        "component": event.component,
        "decisions": sorted(event.decisions),
        "classes": sorted(event.classes),
        "place": event.place.code if event.place is not None else "",
        "condition": event.condition,
        "order": event.order,
    }


def _tests(rule: Rule) -> dict[str, Any]:
    """Return what a rule tests, of what, and what discharges it."""
    duty = rule.duty
    return {
        "kind": rule.kind,
        "when": _tested(rule.when),
        "judgment": rule.judgment,
        "interpretations": {
            each.name: [each.is_default, show_condition(each.when)] for each in rule.interpretations
        },
        "decisions": sorted(rule.decisions),
        "owed_unless_shown": duty is not None and duty.owed_unless_shown,
        "discharged_when": "" if duty is None else _tested(duty.discharged_when),
    }


def _shows(rule: Rule) -> dict[str, Any]:
    """Return what a rule says beside its truth: to whom, in what company, by when."""
    duty = rule.duty
    return {
        "topic": rule.topic,
        "side": rule.side,
        "measure": "" if rule.measure is None else show_measure(rule.measure),
        "part": rule.part,
        "rests_on": sorted(rule.rests_on),
        "owner": "" if duty is None else duty.owner,
        "due": "" if duty is None or duty.due is None else show_term(duty.due),
        **_if_told(
            runs_until="" if rule.runs_until is None else show_term(rule.runs_until),
            deliverables=[] if duty is None else [[d.id, d.owner] for d in duty.deliverables],
            deliveries=[] if duty is None else list(map(_delivery, duty.deliveries)),
        ),
    }


def _delivery(each: Delivery) -> list[str]:
    on = "" if each.on is None else each.on.isoformat()
    return [each.deliverable, each.shows, on, each.known_from.isoformat()]


def _outcome(row: OutcomeRow) -> list[str]:
    return [row.token, show_condition(row.when), row.level, row.if_open]


def _closed(assumptions: AssumptionSet) -> list[list[Any]]:
    return [
        [each.fact, each.value, _tested(each.when), each.instead_of_said]
        for each in assumptions.closings
    ]


def _tested(condition: Condition | None) -> str:
    return "" if condition is None else show_condition(condition)


def _cases(pack: Pack) -> list[dict[str, Written]]:
    """Return what the cases of a pack give and expect, in an order that says nothing."""
    rows = [
        {key: written for key, written in row.items() if key != WHY}
        for row in rows_of(pack, "cases")
    ]
    return sorted(rows, key=json.dumps)
