"""A screened matter as plain data: its state, each part, and what stands behind them."""

from collections.abc import Iterator
from datetime import date

from discretion.answers.assessed import Told
from discretion.answers.assessed import plain_finding
from discretion.answers.assessed import plain_missing
from discretion.answers.governed import plain_governing
from discretion.answers.plain import Plain
from discretion.answers.plain import plain_problem
from discretion.answers.plain import plain_truth
from discretion.answers.reasons import Reasons
from discretion.assess.assessment import Finding
from discretion.assess.screen.days import LastDay
from discretion.assess.screen.screened import Screened
from discretion.assess.screen.screened import ScreenedPart
from discretion.assess.wording.english import english_of
from discretion.dates import long_date
from discretion.facts.view import Reading
from discretion.rules.rule import Consequence

WATERMARK = "Counterfactual: the rules of {rules}, applied to {what} of {day}"
"""What stands on every answer in which rules of another day are applied to a matter."""
COUNTERFACTUAL = "counterfactual"
EFFECTS = ("effect", "caution")
"""The kinds of consequences that are effects."""


def answer_screen(screened: Screened, version: str) -> Plain:
    """Return the answer of a screen; relies on FORMATS section 6 for keys and order.

    Args:
        screened: the matter.
        version: of the program.

    """
    verdict, has_parts = screened.verdict, bool(screened.matter.items)
    following = gathered_consequences(screened)
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [plain_problem(problem) for problem in screened.problems],
        "mode": screened.mode,
        "state": verdict.state,
        "because_unknown": verdict.because_unknown,
        "branches": [
            {"instrument": each.instrument, "governs": each.governs, "state": each.state}
            for each in screened.branches
        ],
        "not_governed": list(screened.not_governed),
        "actions": [
            {
                "action": part.kind or None,
                "state": part.verdict.state,
                "because_unknown": part.verdict.because_unknown,
            }
            for part in (screened.parts if has_parts else ())
        ],
        "interpretations": [
            {"interpretation": each.interpretation, "state": each.state}
            for each in screened.interpretations
        ],
        "referrals": [each.token for each, _ in following if each.kind == "referral"],
        "effects": [each.token for each, _ in following if each.kind in EFFECTS],
        "findings": list(_findings(screened)),
        "missing": list(_missing(screened)),
        "individual_assessments_owed": [
            part.kind
            for part in screened.parts
            if any(each.kind == "owed" for each in part.consequences)
        ],
        **_beside(screened, following),
    }


def _beside(screened: Screened, following: list[tuple[Consequence, tuple[str, ...]]]) -> Plain:
    """Return what is told besides: days, the watermark, sentences, and how instruments stood."""
    question = screened.question
    return {
        "matter": screened.matter.name,
        "on": screened.case.decision.day.isoformat(),
        "rules_of": question.on.isoformat(),
        "known_on": screened.facts_known_on.isoformat(),
        "law_known_on": question.known_on.isoformat(),
        "watermark": watermark_of(screened) or None,
        "level": screened.level() or None,
        "says": says_of(screened, screened.verdict.state),
        "sentences": {each.token: each.says for each, _ in following},
        "papers_missing": [each.token for each, _ in following if each.kind == "paper"],
        "options": [each.token for each, _ in following if each.kind == "option"],
        "last_days": [_last_day(each, screened.facts_known_on) for each in screened.last_days],
        "overrides": [dict(row) for row in screened.overrides],
        "assumptions": [
            {"id": each.id, "by": each.by, "says": each.says} for each in screened.assumptions
        ],
        "instruments": {
            name: plain_truth(governs) for name, governs in screened.standings.governs.items()
        },
        "governing": plain_governing(screened.standings.lines),
    }


def _last_day(each: LastDay, on: date) -> Plain:
    """Return the last day of a term, with the days left on the day up to which facts count."""
    citation = each.rule.citation
    return {
        "rule": each.rule.id,
        "earliest": each.earliest.isoformat(),
        "latest": each.latest.isoformat(),
        "days_left": each.days_left(on),
        "says": each.rule.says,
        "when_past": each.rule.note if each.may_be_past(on) else None,
        "citation": citation.pinpoint,
        "basis": citation.basis,
    }


def watermark_of(screened: Screened) -> str:
    """Return the watermark of a counterfactual answer, empty for one by the rules of the day."""
    if screened.mode != COUNTERFACTUAL:
        return ""
    return WATERMARK.format(
        rules=long_date(screened.question.on),
        what=screened.matter.title,
        day=long_date(screened.case.decision.day),
    )


def says_of(screened: Screened, state: str) -> str:
    """Return what a state says, in the words of the outcome table."""
    rows = {row.token: row.says for row in screened.pack.outcomes}
    return rows.get(state, "Open: no row of the outcome table is established.")


def gathered_consequences(screened: Screened) -> list[tuple[Consequence, tuple[str, ...]]]:
    """Return each consequence once, in the order of the pack, with the parts it follows for."""
    return [
        (each, kinds)
        for each in screened.pack.consequences
        if (kinds := tuple(part.kind for part in screened.parts if each in part.consequences))
    ]


def gathered_findings(screened: Screened) -> list[tuple[Finding, ScreenedPart, tuple[str, ...]]]:
    """Return each finding once for each truth it has, with a part and all the parts it is of."""
    found: dict[tuple[str, str], tuple[Finding, ScreenedPart, list[str]]] = {}
    for part in screened.parts:
        for finding in part.assessment.findings:
            key = (finding.rule.id, str(finding.truth))
            found.setdefault(key, (finding, part, []))[2].append(part.kind)
    order = {name: number for number, name in enumerate(screened.pack.rules)}
    listed = sorted(found.values(), key=lambda row: order[row[0].rule.id])
    return [(finding, part, tuple(kinds)) for finding, part, kinds in listed]


def _findings(screened: Screened) -> Iterator[Plain]:
    reading = Reading(mode="audit", known_on=screened.facts_known_on)
    told: Told = {}
    for finding, part, kinds in gathered_findings(screened):
        each = part.assessment
        key = ("", id(finding.derivation))
        because = told.get(key)
        if because is None:
            reasons = Reasons(part.case, each.view, english_of(each), reading)
            because = told[key] = reasons.because(finding.derivation)
        yield {
            **plain_finding(finding, because),
            "rests_on": list(finding.rule.rests_on),
            "actions": list(kinds),
        }


def _missing(screened: Screened) -> Iterator[Plain]:
    """Yield each missing fact once, with all that it could change of any part."""
    rows: dict[str, Plain] = {}
    told: Told = {}
    for part in screened.parts:
        for row in part.assessment.missing:
            plain = plain_missing(row, part.assessment, told)
            kept = rows.setdefault(row.fact, {**plain, "actions": []})
            kept["actions"].append(part.kind)
            kept["could_change"] = list(
                dict.fromkeys([*kept["could_change"], *plain["could_change"]])
            )
            if plain["could_change_outcome"] and not kept["could_change_outcome"]:
                kept["could_change_outcome"] = True
                kept["witness"] = plain["witness"]
    yield from sorted(rows.values(), key=lambda row: not row["could_change_outcome"])
