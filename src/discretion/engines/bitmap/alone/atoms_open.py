"""Which ways an unknown atom can turn out, where all but one of its facts are known."""

from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from discretion.engines.atoms import Atom
from discretion.engines.bitmap.alone.ties import Ties
from discretion.engines.bitmap.alone.ties import open_in
from discretion.engines.bitmap.atoms import atom_planes
from discretion.engines.bitmap.atoms import leaves_of
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.terms import bounds_of
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.condition import terms_of


class Left(NamedTuple):
    """The rows in which a step can certainly still be other than true, and other than false."""

    not_true: Bits
    not_false: Bits


def open_atom(atom: Atom, frame: Frame, planes: Planes, matter: Ties, records: Ties) -> Left:
    """Return what an atom can certainly still be.

    Args:
        atom: the atom.
        frame: what it is read of.
        planes: where it is true and where it is false on what is known.
        matter: the orders of days in a matter.
        records: those in the records that it is read of.

    """
    leaves = leaves_of(atom)
    kinds = {frame.type_of(leaf).kind for leaf in leaves}
    not_true, not_false = planes.false, planes.true
    if not leaves or Kind.MOMENT in kinds or len(set(leaves)) < len(leaves):
        return Left(not_true, not_false)
    unknown = frame.every ^ (planes.true | planes.false)
    unknown = unknown & ~_of_several(leaves, frame)
    if not kinds.isdisjoint(NOMINAL):
        if (isinstance(atom, StartsWith) and not atom.prefix) or (
            isinstance(atom, Within) and not atom.words
        ):
            return Left(not_true, not_false)
        return Left(not_true | unknown, not_false | unknown)
    for leaf in leaves:
        is_tied = (matter if isinstance(leaf, Fact) else records).is_tied(leaf.name)
        if is_tied and frame.matter is not None:
            unknown = unknown & ~open_in(leaf, frame)
        elif is_tied:
            left = matter.left(leaf.name, frame)
            unknown = unknown & frame.plane(left.low <= left.high)
            frame = frame.over(leaf.name, left)
    ways = _of_order(atom, frame)
    return Left(not_true | (unknown & ways.not_true), not_false | (unknown & ways.not_false))


def _of_several(leaves: Iterable[Fact | Field], frame: Frame) -> Bits:
    """Return the rows in which more than one of some facts and fields is open."""
    found = frame.none
    for one, other in combinations([open_in(leaf, frame) for leaf in leaves], 2):
        found = found | (one & other)
    return found


def _of_order(atom: Atom, frame: Frame) -> Left:
    """Return what a comparison of days or numbers can still be, of which one is open."""
    planes = atom_planes(atom, frame)
    not_true, not_false = frame.every ^ planes.true, frame.every ^ planes.false
    match atom:
        case Compare(operator="=="):
            return Left(not_true, not_false if _takes_all(atom) else frame.none)
        case Compare(operator="!="):
            return Left(not_true if _takes_all(atom) else frame.none, not_false)
        case Between():
            if not _takes_all(atom):
                return Left(not_true, frame.none)
            low, high = bounds_of(atom.low, frame), bounds_of(atom.high, frame)
            return Left(not_true, not_false & frame.plane(low.low <= high.high))
        case _:
            return Left(not_true, not_false)


def _takes_all(atom: Atom) -> bool:
    """Tell whether the terms of an atom take every value between their least and greatest."""
    return all(map(_is_dense, terms_of(atom)))


def _is_dense(term: Term) -> bool:
    match term:
        case Shift():
            return term.unit is Unit.DAYS and _is_dense(term.term)
        case Elapsed():
            return _is_dense(term.start) and _is_dense(term.end)
        case _:
            return True
