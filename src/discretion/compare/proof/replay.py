"""Replaying an answer of the solver: as case files, assessed, and found as the solver said."""

from datetime import date

from discretion.assess.assess import Assessor
from discretion.compare.made_case import case_text
from discretion.compare.proof.asking.question import Question
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.result import MadeCase
from discretion.compare.witness import CaseReading
from discretion.compare.witness import assess_under
from discretion.compare.witness import read_made
from discretion.compare.witness import view_under
from discretion.engines.reference import ReferenceEngine
from discretion.engines.smt.choosing.chosen import Chosen
from discretion.errors import EnginesDisagreeError
from discretion.rules.show import show_condition

NAMES = ("before", "after")
"""What the cases of a pair are called."""
MADE = "made to show what a sentence comes to; nobody is described"


def replay(
    question: Question,
    cases: tuple[Chosen, ...],
    subject: Subject,
    today: date,
    *,
    whole: bool = False,
) -> tuple[MadeCase, ...]:
    """Return an answer as files whose assessments find what it says.

    Args:
        question: what was asked, with what each case must be found to be.
        cases: the answer.
        subject: the pack in the reading that was asked.
        today: the day on which the answer is given.
        whole: whether each case is assessed whole, as one that a person will see is.

    Raises:
        EnginesDisagreeError: the reference engine finds otherwise.

    """
    names = ("example",) if len(cases) == 1 else NAMES
    texts = tuple(
        case_text(case, subject.library, subject.matter, name, MADE)
        for case, name in zip(cases, names, strict=True)
    )
    engines = tuple(_engine(text, question, subject, today, whole=whole) for text in texts)
    found = [
        (each, engines[each.case].truth(each.condition), each.condition)
        for each in question.expected
    ]
    for expected, truth, condition in found:
        if truth not in expected.truths:
            name = subject.ruleset.pack.instrument.id
            raise EnginesDisagreeError(name, show_condition(condition))
    return tuple(
        MadeCase(
            name=name,
            text=text,
            said=said,
            findings=tuple(
                dict.fromkeys(
                    (condition, truth) for each, truth, condition in found if each.case == number
                )
            ),
        )
        for number, (name, text, said) in enumerate(zip(names, texts, cases, strict=True))
    )


def _engine(
    text: str, question: Question, subject: Subject, today: date, *, whole: bool
) -> ReferenceEngine:
    """Return the reference engine on what an assessment of a file reads."""
    assessor, case = Assessor(subject.library), read_made(text, subject.library)
    reading = CaseReading(ruleset=question.ruleset)
    if whole:
        view = assess_under(case, reading, assessor, today).view
    else:
        view = view_under(case, reading, assessor, today)
    return ReferenceEngine(view, question.ruleset.reading)
