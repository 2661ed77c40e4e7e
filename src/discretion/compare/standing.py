"""How each side of a comparison stood, by the history that its own pack tells."""

from collections.abc import Iterable

from discretion.assess.assess import Assessor
from discretion.compare.side import PolicySide
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.standing import Standing
from discretion.law.standing import standings


def lines_of_sides(sides: Iterable[PolicySide], question: Question) -> tuple[GoverningLine, ...]:
    """Return what governed as the library of each side tells it, each line once.

    Two versions of one instrument tell of it apart: their lines carry the digests of their packs.
    """
    found: dict[GoverningLine, None] = {}
    read: list[object] = []
    for side in sides:
        if not any(side.library is each for each in read):
            read.append(side.library)
            found.update(dict.fromkeys(Assessor(side.library).governing(question)))
    return tuple(found)


def standing_of_side(side: PolicySide, lines: Iterable[GoverningLine]) -> Standing:
    """Return how the instrument of a side stood, by the lines of its own pack alone."""
    instrument = side.ruleset.pack.instrument
    own = [
        line
        for line in lines
        if line.instrument == instrument.id and line.digest == instrument.digest
    ]
    return standings(own).get(instrument.id, Standing())
