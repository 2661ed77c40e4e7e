"""A form of sentence: what it asks of a pack, what it leaves out, and what refutes it."""

from collections.abc import Iterator
from typing import Protocol

from discretion.compare.proof.asking.question import LeftOut
from discretion.compare.proof.asking.question import Part
from discretion.compare.proof.asking.subject import Subject
from discretion.compare.proof.mutation import Mutant


class Form(Protocol):
    """A sentence that can be put to any pack."""

    @property
    def id(self) -> str:
        """The name by which a pack can say that it does not claim the sentence."""

    @property
    def says(self) -> str:
        """The sentence in plain English."""

    def parts(self, subject: Subject) -> Iterator[Part | LeftOut]:
        """Yield the parts of the sentence; none where the pack gives it nothing to speak of."""

    def mutants(self, subject: Subject) -> Iterator[Mutant]:
        """Yield changed packs, one of which at least must refute the sentence."""
