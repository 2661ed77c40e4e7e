"""Replaying an answer of the solver: as case files, assessed, and found as the solver said."""

from collections.abc import Iterator
from datetime import date

from discretion.assess.assess import Assessor
from discretion.assess.assess import Request
from discretion.compare.proof.question import Question
from discretion.compare.proof.subject import Subject
from discretion.compare.witness import case_text
from discretion.compare.witness import read_made
from discretion.engines.reference import ReferenceEngine
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.frozen import dataclass

NAMES = ("before", "after")
"""What the cases of a pair are called."""
MADE = "made to show what a sentence comes to; nobody is described"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """The cases of an answer as files, each with the engine that read it."""

    texts: tuple[str, ...]
    engines: tuple[ReferenceEngine, ...]


def replay(question: Question, cases: tuple[Chosen, ...], subject: Subject, today: date) -> Replayed:
    """Return an answer as files whose assessments find what it says.

    Args:
        question: what was asked, with what each case must be found to be.
        cases: the answer.
        subject: the pack in the reading that was asked.
        today: the day on which the answer is given.

    Raises:
        ValueError: the reference engine finds otherwise, which is a mistake of one of the two.

    """
    head = subject.library.words.matters[subject.ruleset.pack.instrument.matter].head
    names = ("example",) if len(cases) == 1 else NAMES
    facts = subject.library.dictionary
    texts = tuple(
        case_text(case, facts, head, name, MADE) for case, name in zip(cases, names, strict=True)
    )
    assessor = Assessor(subject.library)
    engines = tuple(_engines(texts, subject, assessor, today))
    for expected in question.expected:
        found = engines[expected.case].truth(expected.condition)
        if found not in expected.truths:
            message = f"the two engines differ on {expected.condition}, in:\n{texts[expected.case]}"
            raise ValueError(message)
    return Replayed(texts=texts, engines=engines)


def _engines(
    texts: tuple[str, ...], subject: Subject, assessor: Assessor, today: date
) -> Iterator[ReferenceEngine]:
    instrument = subject.ruleset.pack.instrument.id
    for text in texts:
        case = read_made(text, subject.library)
        request = Request(
            today=today,
            known_on=max(today, case.decision.day),
            instruments=(instrument,),
            interpretation="",
        )
        assessment = assessor.assess(case, request).assessments[0]
        yield ReferenceEngine(assessment.view, subject.ruleset.reading)
