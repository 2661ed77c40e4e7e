"""What an assessment memo is made of: the assessed case, the policies and the day."""

from datetime import date

from discretion.assess.assessment import AssessedCase
from discretion.frozen import dataclass
from discretion.rules.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentTold:
    """An assessed case with the library that it was assessed with, and the day of the memo."""

    assessed: AssessedCase
    library: Library
    today: date

    @property
    def is_outward(self) -> bool:
        """Whether the case was assessed for outside, where nothing that is open is told."""
        return self.assessed.audience == "outward"
