"""What a made case says, and what a difference turns on, in plain words."""

from collections.abc import Iterator

from discretion.assess.wording.english import english_of
from discretion.compare.differences.difference import Comparison
from discretion.compare.differences.difference import Test
from discretion.compare.witness import Shown
from discretion.compare.witness import Witness
from discretion.facts.dictionary import FactType
from discretion.rules.condition import Judged
from discretion.rules.english import show_values

UNASSERTED = "the record asserts nothing that the question could rest on"
"""Why a question that nobody answered is answered no."""


def said_in_words(witness: Witness, comparison: Comparison) -> Iterator[str]:
    """Yield all that a made case says: questions with answers, records, judgments."""
    view, facts = witness.a.assessment.view, comparison.a.library.dictionary.facts
    for name in witness.facts:
        if name in view.known:
            yield f"{facts[name].question} {_capital(show_values(view.known[name], facts[name]))}."
        else:
            yield from _list(name, witness, facts[name])
    for name, met in witness.judgments.items():
        yield f"{_question(name, comparison)} An official has settled it: {'yes' if met else 'no'}."


def _list(name: str, witness: Witness, fact: FactType) -> Iterator[str]:
    view = witness.a.assessment.view
    rows = view.listed(name)
    if not rows:
        yield f"{fact.question} None."
    for row in rows:
        said = "; ".join(
            f"{fact.fields[field].phrase}: {show_values(values, fact.fields[field])}"
            for field, values in row.items()
        )
        told = f": {said}" if said else ", of which nothing more is said"
        yield f"{_capital(fact.one)}{told}."


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _question(judgment: str, comparison: Comparison) -> str:
    for side in (comparison.a, comparison.b):
        found = side.ruleset.pack.judgments.get(judgment)
        if found is not None:
            return found.question
    return judgment


def words_of_test(test: Test, shown: Shown) -> str:
    """Return one test of a difference in plain English.

    A judgment that nobody settled fails only where the record asserts nothing that it rests on.
    """
    words = english_of(shown.assessment).condition(test.condition)
    match test.condition:
        case Judged(judgment=judgment) if judgment not in shown.assessment.view.settled:
            return f"{words} ({UNASSERTED})"
        case _:
            return words
