"""What governed, as plain data."""

from collections.abc import Iterable
from datetime import date

from discretion.answers.plain import Plain
from discretion.answers.plain import plain_truth
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.period import Stretch


def plain_governing(lines: Iterable[GoverningLine]) -> list[Plain]:
    """Return what governed as an answer holds it."""
    return [
        {
            "instrument": line.instrument,
            "part": line.part or None,
            "component": line.component,
            "governs": plain_truth(line.governs),
            "status": line.status,
            "legal": line.legal,
            "announced": line.announced or None,
            "practice": line.practice or None,
            "condition": line.condition or None,
            "authority": line.authority,
            "certainty": line.certainty,
            "digest": line.digest,
            "note": line.note or None,
        }
        for line in lines
    ]


def answer_governing(
    question: Question,
    lines: Iterable[GoverningLine],
    today: Iterable[GoverningLine],
    today_on: date,
    version: str,
) -> Plain:
    """Return the answer to a question of what governed."""
    return {
        "not_a_decision": True,
        "version": version,
        "problems": [],
        "on": question.on.isoformat(),
        "known_on": question.known_on.isoformat(),
        "place": question.place.code if question.place else None,
        "component": question.component or None,
        "decision_type": question.decision or None,
        "class": None if question.classes is None else sorted(question.classes),
        "today": {"on": today_on.isoformat(), "governing": plain_governing(today)},
        "governing": plain_governing(lines),
    }


def answer_period(  # noqa: PLR0913, PLR0917  # what was asked, what was found, and what holds today
    question: Question,
    last: date,
    stretches: Iterable[Stretch],
    today: Iterable[GoverningLine],
    today_on: date,
    version: str,
) -> Plain:
    """Return the answer to what governed over a period; `to` is the first day no longer meant."""
    first = answer_governing(question, (), today, today_on, version)
    rows = [
        {
            "from": stretch.days.start.isoformat() if stretch.days.start else None,
            "to": stretch.days.end.isoformat() if stretch.days.end else None,
            **plain_governing((stretch.line,))[0],
        }
        for stretch in stretches
    ]
    return {**first, "until": last.isoformat(), "governing": rows}
