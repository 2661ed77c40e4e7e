"""What a table leaves of one fact in every row, read from its columns and written back.

It knows the three forms in which facts stand in columns, and no condition, closing or record.
"""

from typing import Any
from typing import Protocol
from typing import Self

from discretion.caseload.supposing.held.arrays import Column
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import Numbers
from discretion.caseload.supposing.held.spans import read_spans
from discretion.caseload.supposing.held.words import read_words
from discretion.caseload.supposing.held.yes_no import read_yes_no
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Values

__all__ = ["Held", "read_held"]


class Held(Protocol):
    """What every row leaves of one fact."""

    @property
    def known(self) -> Mask:
        """Where something is said."""

    def meets(self, value: Values) -> Mask:
        """Return where what is left has something in common with a value."""

    def narrowed(self, value: Values, apart: Mask) -> Self:
        """Return what is left that a value leaves too; where they are apart, the value."""

    def is_same(self, other: Self) -> Mask:
        """Return where two leave the same."""

    def placed(self, where: Mask, other: Self) -> Self:
        """Return this with another in some rows."""

    def gathered(self, at: Numbers, where: Mask) -> Self:
        """Return a fact that some rows take from this; the others say nothing of it."""

    def columns(self, name: str) -> dict[str, Column | None]:
        """Return the columns that hold the fact, None for those that it does without."""


def read_held(batch: Any, fact: FactType, days: Numbers) -> Held:  # noqa: ANN401  # a batch of Arrow
    """Return what a batch leaves of a fact, or a batch of records of a field.

    Args:
        batch: the batch.
        fact: the fact, or the field.
        days: the day of each row's decision.

    """
    match fact.kind:
        case Kind.YES_NO:
            return read_yes_no(batch, fact.name)
        case Kind.TOKEN | Kind.TEXT:
            return read_words(batch, fact.name, is_token=fact.kind is Kind.TOKEN)
        case _:
            return read_spans(batch, fact, days)
