"""The words of a question about law, checked against the vocabulary."""

from argparse import Namespace

from discretion import DiscretionError
from discretion import Library
from discretion import Place
from discretion import UnknownNameError
from discretion import nearest_places
from discretion import read_place


class UnfitWordsError(DiscretionError):
    """A word of a command makes no sense without another one, or beside one that was given."""

    def __init__(self, *, option: str, why: str, remedy: str) -> None:
        """Name the option, say why it does not fit and what to do."""
        super().__init__(f"`{option}` {why}: {remedy}")
        self.option = option


def place_of(words: Namespace) -> Place | None:
    """Return the place that was asked about, None when none was.

    Raises:
        UnknownNameError: nobody knows the place.

    """
    if words.place is None:
        return None
    place = read_place(words.place)
    if place is None:
        near = nearest_places(words.place) or ("US", "US-WA", "S.D. Tex.")
        raise UnknownNameError("place", words.place, near)  # noqa: EM101  # a kind, not a message
    return place


def classes_of(words: Namespace, library: Library) -> frozenset[str] | None:
    """Return the classes that were asked about, None when none was; `none` means no class.

    Raises:
        UnknownNameError: nobody knows a class.

    """
    if words.classes is None:
        return None
    named = [word for word in words.classes if word != "none"]
    return frozenset(library.words.vocabulary.class_of_person(word) for word in named)


def component_of(words: Namespace, library: Library) -> str:
    """Return the component that was asked about, empty when none was.

    Raises:
        UnknownNameError: nobody knows it.

    """
    return library.words.vocabulary.component(words.component) if words.component else ""


def decision_of(words: Namespace, library: Library) -> str:
    """Return the decision type that was asked about, empty when none was.

    Raises:
        UnknownNameError: nobody knows it.

    """
    return library.words.vocabulary.decision(words.decision) if words.decision else ""
