"""What one missing fact could do, in words: two answers to its question and what each gives."""

from discretion.analysis.memory import WitnessCase
from discretion.analysis.missing import further_records
from discretion.analysis.subjects import Subject
from discretion.assess.assessment import MissingRow
from discretion.facts.dictionary import FactType
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.rules.english import show_values


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Two answers to the question of a missing fact, and what the changed finding then is.

    `gives` and `otherwise_gives` are outcome tokens, or truths of the rule that `changes` names.
    """

    changes: str
    answer: str
    gives: str
    otherwise: str
    otherwise_gives: str


def contrast_of(row: MissingRow, view: View) -> Contrast | None:
    """Return what a missing fact could do, or None where it could only inform a judgment.

    A list that is missing because a fact would be taken from it has that fact's witness, which
    says nothing of the list itself; there is no contrast of its own to tell.
    """
    witness = row.witness
    if witness is None:
        return None
    answer, otherwise = (_answer(row.fact, case, view) for case in (witness.a, witness.b))
    if answer == otherwise:
        return None
    return Contrast(
        changes=witness.changes,
        answer=answer,
        gives=witness.a.gives,
        otherwise=otherwise,
        otherwise_gives=witness.b.gives,
    )


def _answer(name: str, case: WitnessCase, view: View) -> str:
    """Return what a completion says of one missing fact, as a short answer."""
    items, dot, _ = name.rpartition(".complete")
    if dot:
        return _further(items, case, view)
    subject = next((each for each in case.decided if each.name == name), None)
    if subject is None:
        return "not settled"
    return show_values(case.decided[subject], _type_of(subject, view))


def _further(items: str, case: WitnessCase, view: View) -> str:
    fact = view.dictionary.facts[items]
    count = sum(added == items for added, _ in further_records(view, case.decided))
    further = "further " if view.listed(items) else ""
    return f"{count or 'no'} {further}{fact.item if count == 1 else fact.items}"


def _type_of(subject: Subject, view: View) -> FactType:
    if subject.items:
        return view.dictionary.facts[subject.items].fields[subject.field]
    return view.dictionary.facts[subject.field]
