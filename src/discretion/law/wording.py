"""Words for what governed: the same in every text, page and picture."""

from discretion.law.event import RESTRAINTS
from discretion.law.event import WITHOUT_EFFECT
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.truth import Truth
from discretion.vocabulary import Vocabulary

NOTHING = "nothing on record"
_ANNOUNCED = {"contrary_practice": "not applied"}
_GOVERNED = {
    Truth.TRUE: "governed",
    Truth.FALSE: "did not govern",
    Truth.UNKNOWN: "may have governed",
}


def asked_of(question: Question, vocabulary: Vocabulary, when: str = "") -> str:
    """Return what decision a question is about, in words.

    Args:
        question: what is asked.
        vocabulary: components, decisions and classes in words.
        when: the day in words, empty where it is told elsewhere.

    """
    decided = f" {vocabulary.decisions[question.decision]}" if question.decision else ""
    on = f" on {when}," if when else ""
    by = vocabulary.components[question.component] if question.component else "any component"
    place = f", in {question.place.name}" if question.place else ""
    return f"a decision{decided}{on} by {by}{place}{_about(question, vocabulary)}"


def _about(question: Question, vocabulary: Vocabulary) -> str:
    if question.classes is None:
        return ""
    if not question.classes:
        return ", about a person of none of the classes that orders tell apart"
    return f", about {' and '.join(vocabulary.classes[word] for word in sorted(question.classes))}"


def governed_in_words(line: GoverningLine) -> str:
    """Return whether a line governed, as said of a day that is past."""
    return _GOVERNED[line.governs]


def status_in_words(kind: str) -> str:
    """Return a status without the form that files give it."""
    return kind.removesuffix("_practice").replace("_", " ")


def other_clocks(line: GoverningLine) -> tuple[tuple[str, str], ...]:
    """Return the clocks that say otherwise than the law, each with what it says, in words.

    What restrains a part or a use has no practice of its own, and what was announced is then told
    of the whole instrument; so neither says anything of the restraint.
    """
    if not line.practice and line.status in RESTRAINTS:
        return ()
    told = []
    if line.announced not in {"", line.legal}:
        told.append(("announced", _ANNOUNCED.get(line.announced, status_in_words(line.announced))))
    if line.practice and line.practice != line.legal:
        told.append(("practice", status_in_words(line.practice)))
    elif not line.practice and line.legal == "in_force":
        told.append(("practice", NOTHING))
    return tuple(told)


def clocks_in_words(line: GoverningLine) -> str:
    """Return the status in law, and what was announced and practised where that is told apart."""
    status = status_in_words(line.status)
    others = dict(other_clocks(line))
    if not others:
        return f"{status}, in law and in practice" if line.practice else status
    told = [f"{status} in law"]
    if "announced" in others:
        told.append(f"announced as {others['announced']}")
    if "practice" in others:
        told.append(f"{others['practice']} in practice")
    return ", ".join(told)


def limits_in_words(line: GoverningLine) -> str:
    """Return what an order reaches or why a line stands aside, as a sentence; empty for neither."""
    if not line.condition:
        return ""
    text = line.condition
    if line.status in RESTRAINTS and not line.practice:
        text = f"The order reaches: {text}"
    elif line.status in WITHOUT_EFFECT and line.governs is Truth.UNKNOWN:
        text = f"That is so of: {text}"
    return f"{text[0].upper()}{text[1:].rstrip('.')}."
