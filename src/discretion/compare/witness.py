"""A case that shows a difference: as a case file that anybody can assess, and as assessed."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from datetime import datetime

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.assess.assessment import Assessment
from discretion.compare.side import PolicySide
from discretion.engines.reference import Derivation
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.chosen import Value
from discretion.facts.case_reader import read_case
from discretion.facts.casefile import CaseFile
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.source import Report
from discretion.source import read_yaml

MADE = "made to show a difference; nobody is described"
"""What a made case says of its own origin."""
OFFICIAL, AUTHOR = "an official, in a made case", "an author, in a made case"
FILE = "witness.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What one side says of a made case: its assessment, and why what was asked came out so.

    `derivation` is None where this side has nothing to say of the topic.
    """

    assessment: Assessment
    derivation: Derivation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """A made case with as little said as shows a difference, and its assessments.

    `text` is the case file. `facts` holds what it says of facts and lists, `judgments` whether
    those that are settled are met. INVARIANT replayed: each assessment is the reference engine's
    own, of the file's text.
    """

    text: str
    day: date
    facts: Table[str, object]
    judgments: Table[str, bool]
    a: Shown
    b: Shown


def case_text(
    chosen: Chosen, dictionary: Dictionary, head: str, name: str, title: str = MADE
) -> str:
    """Return a case file that says what was chosen and nothing else.

    A legal conclusion is written with an author, as every file has to name one.

    Args:
        chosen: what is said.
        dictionary: every fact.
        head: the head key of its matter type.
        name: what the case is called.
        title: what the file says of its own origin.

    """
    return "\n".join((f"# {title}", *_lines(chosen, dictionary.facts, head, name), ""))


def _lines(chosen: Chosen, facts: Table[str, FactType], head: str, name: str) -> Iterator[str]:
    day = chosen.day.isoformat()
    yield f"{head}: {name}"
    yield f"decision: {{date: {day}}}"
    if chosen.facts or chosen.records:
        yield "facts:"
    for fact, value in chosen.facts.items():
        yield f"  {fact}: {_said(value, facts[fact])}"
    for items, rows in chosen.records.items():
        is_whole = items in chosen.complete
        if is_whole and not rows:
            yield f"  {items}: none"
            continue
        yield f"  {items}:"
        yield f"    complete: {'yes' if is_whole else 'unknown'}"
        yield "    records:"
        yield from (f"      - {{{_flow(row, facts[items].fields)}}}" for row in rows)
    if chosen.judgments:
        yield "judgments:"
    for judgment, met in chosen.judgments.items():
        answer = "met" if met else "not_met"
        yield (
            f"  {judgment}: {{answer: {answer}, state: settled, by: {OFFICIAL!r}, "
            f"role: official, on: {day}, reasons: {MADE!r}}}"
        )


def _flow(row: Table[str, Value], fields: Table[str, FactType]) -> str:
    return ", ".join(f"{field}: {_said(value, fields[field])}" for field, value in row.items())


def _said(value: Value, fact: FactType) -> str:
    if fact.authored:
        return f"{{answer: {_plain(value)}, by: {AUTHOR!r}}}"
    return _plain(value)


def _plain(value: Value) -> str:
    """Return a value as a file writes it: texts in quotes where they could be read otherwise."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    text = str(value)
    return text if text.replace("_", "").isalnum() else f'"{text}"'


def read_made(text: str, library: Library) -> CaseFile:
    """Return the case of a file that was made here.

    Raises:
        ValueError: it cannot be read, which is a mistake of whatever made it.

    """
    report = Report(FILE)
    node = read_yaml(text, report)
    case = None if node is None else read_case(node, library.words, report)
    if case is None or any(each.severity == "error" for each in report.problems):
        said = "; ".join(problem.message for problem in report.problems)
        message = f"a made case cannot be read: {said}"
        raise ValueError(message)
    return case


def request_for(side: PolicySide, case: CaseFile, today: date) -> Request:
    """Return how a case is read under one side, whether or not its instrument governed."""
    return Request(
        today=today,
        known_on=max(today, case.decision.day),
        instruments=(side.instrument,),
        assumptions=tuple(each.id for each in side.assumptions),
        interpretation=side.reading,
    )


def assessed(case: CaseFile, side: PolicySide, assessor: Assessor, today: date) -> Assessment:
    """Return the assessment of a case under one side."""
    return assessor.assess(case, request_for(side, case, today)).assessments[0]
