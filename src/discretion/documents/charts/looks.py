"""Looks: how a stretch of days is drawn, told apart by pattern and height and never by colour."""

from enum import Enum

from discretion.law.event import RESTRAINTS
from discretion.law.governing import OPEN_STATUSES
from discretion.law.governing import GoverningLine
from discretion.truth import Truth

INK = "#1b1b1b"
"""Text and outlines: 17 to 1 against paper, where WCAG 2.2 asks for 4.5 and 3."""
BLUE = "#1a4480"
"""Bars: 9.6 to 1 against paper, so that grey print keeps them dark."""
PAPER = "#ffffff"


class Look(Enum):
    """What a bar looks like, with what it means in the key of the picture."""

    GOVERNED = "governed"
    REACHED = "may have governed: an order or another instrument reaches a part of the decisions"
    OPEN = "may have governed: its status is disputed or not known"
    HELD = "did not govern: a court's order, or its own terms, held it back"
    ASIDE = "in force, but did not govern: it yielded, or speaks to no such decision"
    ENDED = "did not govern: issued and not yet in force, or at an end"
    CLOCK = "what was announced or practised, where that is told apart from the law"

    @property
    def told(self) -> str:
        """What the look means."""
        return self.value

    @property
    def fill(self) -> str:
        """The colour or pattern of a bar."""
        match self:
            case Look.GOVERNED | Look.ENDED:
                return BLUE
            case Look.REACHED | Look.OPEN | Look.HELD:
                return f"url(#{pattern_name(self)})"
            case _:
                return PAPER

    @property
    def dashes(self) -> tuple[int, int]:
        """The dashes of an outline and the gaps between them; a gap of 0 is a whole line."""
        return (4, 2) if self is Look.ASIDE else (1, 0)

    @property
    def height(self) -> int:
        """How high a bar is, in points; what is over is a line."""
        match self:
            case Look.ENDED:
                return 2
            case Look.CLOCK:
                return 5
            case _:
                return 12


def pattern_name(look: Look) -> str:
    """Return the name of a look's pattern in the picture."""
    return f"timeline-{look.name.lower()}"


def look_of(line: GoverningLine) -> Look:
    """Return how one line of what governed is drawn."""
    match line.governs:
        case Truth.TRUE:
            return Look.GOVERNED
        case Truth.UNKNOWN:
            return Look.OPEN if line.status in OPEN_STATUSES else Look.REACHED
        case _:
            if line.status in RESTRAINTS:
                return Look.HELD
            is_standing = line.status == "in_force" or line.status in OPEN_STATUSES
            return Look.ASIDE if is_standing else Look.ENDED
