"""An assumption set: a named, dated closing of open terms, made for a study."""

from datetime import date

from discretion.frozen import dataclass
from discretion.rules.condition import Condition

WHOLE = ".complete"
"""What follows the name of a list where a closing says whether its records are all there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """One open term that an assumption set closes, and under what condition.

    `fact` is a fact of the matter, or a list with `.complete` behind it. `value` is written as in
    a case file and must be one that the matter leaves open, unless the closing is made
    `instead_of_said`: then it also stands where the file says otherwise.
    """

    fact: str
    value: str
    when: Condition | None
    instead_of_said: bool = False

    @property
    def items(self) -> str:
        """The list whose completeness is closed, empty where a fact is."""
        return self.fact.removesuffix(WHOLE) if self.fact.endswith(WHOLE) else ""

    @property
    def subject(self) -> str:
        """The fact or the list that is closed, as the dictionary calls it."""
        return self.items or self.fact


@dataclass(frozen=True, slots=True, kw_only=True)
class AssumptionSet:
    """A named, dated closing of open terms for a study; never a fact of any file.

    Its closings apply in their order, and each reads what those before it closed. `file` names
    the file that it stands in, and `digest` is that of the file and of the fact modules that it
    uses; a set that belongs to a pack has neither, as it stands in the pack's own.
    """

    id: str
    title: str
    dated: date | None
    by: str
    says: str
    closings: tuple[Closing, ...]
    source: str = ""
    file: str = ""
    digest: str = ""
