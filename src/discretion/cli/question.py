"""The words of a question about law, checked against the vocabulary, all of them at once."""

from argparse import Namespace
from collections.abc import Callable
from collections.abc import Iterable
from typing import TypeVar

from discretion import DiscretionError
from discretion import Library
from discretion import Place
from discretion import Problem
from discretion import UnknownInstrumentError
from discretion import UnknownNameError
from discretion import UnknownVersionError
from discretion import nearest_places
from discretion import read_place
from discretion.frozen import dataclass

PLACES = ("US", "US-WA", "S.D. Tex.")
"""Places that show how one is written."""
CODES = {
    "place": "unknown_place",
    "component": "unknown_component",
    "decision type": "unknown_decision",
    "class": "unknown_class",
    "mode": "unknown_mode",
    "audience": "unknown_audience",
    "party": "unknown_party",
    "assumption set": "unknown_assumption_set",
    "provision": "unknown_provision",
    "verdict": "unknown_verdict",
    "office profile": "unknown_office",
    "policy that a table of decisions can be asked of": "unknown_instrument",
    "interpretation": "unknown_interpretation",
    "engine": "unknown_engine",
    "group of this table's rows": "unknown_group",
    "column in quarantine": "unknown_column",
    "period": "unknown_period",
    "choice of knowledge": "unknown_knowledge",
}
"""The code of a problem for each kind of word that nobody knows."""
INSTRUMENT = "unknown_instrument"
"""The code where it is an instrument."""
Unknown = UnknownInstrumentError | UnknownNameError
Value = TypeVar("Value")


class UnfitWordsError(DiscretionError):
    """A word of a command makes no sense without another one, or beside one that was given."""

    def __init__(self, *, option: str, why: str, remedy: str) -> None:
        """Name the option, say why it does not fit and what to do."""
        super().__init__(f"`{option}` {why}: {remedy}")
        self.option = option


class UnknownWordsError(DiscretionError):
    """Words of a command are known to nobody."""

    def __init__(self, failures: Iterable[Unknown]) -> None:
        """Carry what is wrong with each of them, so that all can be told together."""
        self.failures = tuple(failures)
        super().__init__("; ".join(str(failure) for failure in self.failures))


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a command says of a question of law; None and empty where it says nothing."""

    place: Place | None
    component: str
    decision: str
    classes: frozenset[str] | None


def read_asked(words: Namespace, library: Library, policies: Iterable[str] = ()) -> Asked:
    """Return what the words of a command ask about; `--class none` means no class.

    Args:
        words: the words of the command.
        library: the policies.
        policies: the instruments that the command names besides.

    Raises:
        UnknownWordsError: some are known to nobody.

    """
    vocabulary, failures = library.words.vocabulary, list[Unknown]()

    def known(read: Callable[[str], Value], word: str) -> Value | None:
        try:
            return read(word)
        except (UnknownInstrumentError, UnknownNameError) as failure:
            failures.append(failure)
            return None

    place = None if words.place is None else known(_place, words.place)
    component = known(vocabulary.component, words.component) if words.component else None
    decision = known(vocabulary.decision, words.decision) if words.decision else None
    named = [
        known(vocabulary.class_of_person, word) for word in words.classes or () if word != "none"
    ]
    for policy in policies:
        known(library.pack, policy)
    if failures:
        raise UnknownWordsError(failures)
    classes = None if words.classes is None else frozenset(word for word in named if word)
    return Asked(place=place, component=component or "", decision=decision or "", classes=classes)


def _place(word: str) -> Place:
    place = read_place(word)
    if place is None:
        near = nearest_places(word) or PLACES
        raise UnknownNameError("place", word, near, is_whole=False)  # noqa: EM101  # a kind, not a message
    return place


def problems_of(failure: DiscretionError) -> tuple[Problem, ...]:
    """Return what is wrong with a command as problems, one for each word that nobody knows."""
    match failure:
        case UnknownWordsError():
            return tuple(problem for each in failure.failures for problem in problems_of(each))
        case UnknownInstrumentError() | UnknownNameError():
            code = CODES[failure.kind] if isinstance(failure, UnknownNameError) else INSTRUMENT
            return (Problem(code=code, message=failure.told, help=failure.hint),)
        case UnknownVersionError():
            return (Problem(code="unknown_version", message=failure.told, help=failure.hint),)
        case _:
            return (Problem(code="refused", message=str(failure)),)
