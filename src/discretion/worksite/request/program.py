"""Whether a program takes requests in on the day of a request, as was practised then."""

from datetime import date

from discretion.frozen import dataclass
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.instrument import PRACTICE
from discretion.law.standing import on_clock
from discretion.rules.library import Library
from discretion.truth import Truth
from discretion.worksite.request.form import Program
from discretion.worksite.request.request import AgencyRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramOn:
    """How the programs stood on the day of a request, and whether counsel overrode that.

    INVARIANT open or overridden: a request is written where one program certainly took requests in,
    or where counsel signed an override; what is unknown opens nothing.
    """

    on: date
    lines: tuple[GoverningLine, ...]
    is_overridden: bool

    @property
    def is_open(self) -> bool:
        """Tell whether one of the programs took requests in, as far as is certain."""
        return any(line.governs is Truth.TRUE for line in self.lines)

    @property
    def may_be_written(self) -> bool:
        """Tell whether the request may be written."""
        return self.is_open or self.is_overridden


def program_on(
    request: AgencyRequest, program: Program, library: Library, today: date
) -> ProgramOn:
    """Return how the programs stood on the day of a request.

    Args:
        request: made on that day.
        program: the instruments, and what they are asked about.
        library: holds their history.
        today: the day up to which that history is known.

    """
    instruments = [library.instruments[name] for name in program.instruments]
    question = Question(on=request.made_on, known_on=today, decision=program.decision)
    lines = governing_lines(instruments, question, library.words.vocabulary)
    return ProgramOn(
        on=request.made_on,
        lines=tuple(on_clock(line, PRACTICE) for line in lines),
        is_overridden=request.is_overridden,
    )
