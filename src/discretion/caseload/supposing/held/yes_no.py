"""What a table leaves of a yes-no fact: whether it is said to be yes, and said to be no."""

from typing import Any

import numpy as np

from discretion.caseload.supposing.held.arrays import Column
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import Numbers
from discretion.caseload.supposing.held.arrays import boolean_column
from discretion.caseload.supposing.held.arrays import said
from discretion.caseload.supposing.held.arrays import truths
from discretion.engines.table import BOTH
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.frozen import dataclass

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class YesNo:
    """A yes-no fact of every row. A row that says neither says nothing; one may say both."""

    yes: Mask
    no: Mask

    @property
    def known(self) -> Mask:
        """Where something is said."""
        return self.yes | self.no

    def single(self, word: str) -> Mask:
        """Return where one word is said and not the other."""
        return self.yes & ~self.no if word == YES else self.no & ~self.yes

    def meets(self, value: Values) -> Mask:
        """Return where what is left has something in common with a value."""
        return self.yes if _word(value) == YES else self.no

    def narrowed(self, value: Values, apart: Mask) -> "YesNo":
        """Return what is left that a value leaves too; where they are apart, the value."""
        full, none = np.ones(len(apart), np.bool_), np.zeros(len(apart), np.bool_)
        is_yes = _word(value) == YES
        return YesNo(yes=full if is_yes else none, no=none if is_yes else full)

    def is_same(self, other: "YesNo") -> Mask:
        """Return where two leave the same."""
        return ~((self.yes ^ other.yes) | (self.no ^ other.no))

    def placed(self, where: Mask, other: "YesNo") -> "YesNo":
        """Return this with another in some rows."""
        return YesNo(
            yes=np.where(where, other.yes, self.yes), no=np.where(where, other.no, self.no)
        )

    def filled(self, true: Mask, false: Mask) -> "YesNo":
        """Return this with what is left where nothing is said and it follows, or does not."""
        silent = ~self.known
        return YesNo(yes=self.yes | (silent & ~false), no=self.no | (silent & ~true))

    def gathered(self, at: Numbers, where: Mask) -> "YesNo":
        """Return a fact that some rows take from this; of it the others say nothing."""
        yes, no = np.zeros(len(where), np.bool_), np.zeros(len(where), np.bool_)
        yes[where], no[where] = self.yes[at], self.no[at]
        return YesNo(yes=yes, no=no)

    def columns(self, name: str) -> dict[str, Column | None]:
        """Return the columns that hold the fact, None for one that it does without."""
        both = self.yes & self.no
        return {
            name: boolean_column(self.yes, self.yes ^ self.no),
            f"{name}{BOTH}": boolean_column(both, np.ones(len(both), np.bool_))
            if both.any()
            else None,
        }


def read_yes_no(batch: Any, name: str) -> YesNo:  # noqa: ANN401  # a batch of Arrow
    """Return what a batch says of a yes-no fact."""
    none = np.zeros(batch.num_rows, np.bool_)
    names = batch.schema.names
    yes, where = none, none
    if name in names:
        column = batch.column(name)
        yes, where = truths(column), said(column)
    both = truths(batch.column(f"{name}{BOTH}")) if f"{name}{BOTH}" in names else none
    return YesNo(yes=yes | both, no=(where & ~yes) | both)


def _word(value: Values) -> str | None:
    return value.single if isinstance(value, Choices) else None
