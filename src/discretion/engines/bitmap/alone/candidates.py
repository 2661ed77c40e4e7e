"""The values that a missing fact is tried with: one for each way it can be told apart."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeVar

import numpy as np

from discretion.engines.atoms import Atom
from discretion.engines.atoms import atom_truth
from discretion.engines.bitmap.alone.ties import Ties
from discretion.engines.bitmap.atoms import leaves_of
from discretion.engines.bitmap.calendar import Number
from discretion.engines.bitmap.calendar import day_at
from discretion.engines.bitmap.calendar import shifted
from discretion.engines.bitmap.columns import Bounds
from discretion.engines.bitmap.columns import Column
from discretion.engines.bitmap.columns import Words
from discretion.engines.bitmap.columns import YesNo
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.terms import bounds_of
from discretion.engines.terms import Record
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Shift
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Unit
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms

Said = TypeVar("Said", str, int)

AROUND = (-1, 0, 1)
"""Before, at and behind a value that something is compared with."""


class _One:
    """Knows one fact, or one field, and what it is."""

    def __init__(self, known: Values) -> None:
        self._known = known

    def values(self, name: str) -> Values:
        del name
        return self._known

    def field_values(self, items: str, record: Table[str, Values], name: str) -> Values:
        del items, record, name
        return self._known


def candidates(
    fact: FactType, atoms: Iterable[Atom], frame: Frame, ties: Ties
) -> Iterator[tuple[Column, Bits]]:
    """Yield what a fact may be said to be, and the rows in which it may be that.

    Args:
        fact: the missing fact.
        atoms: every atom that reads it.
        frame: the matters.
        ties: the orders that days have to keep.

    """
    match fact.kind:
        case Kind.YES_NO:
            yield YesNo(yes=frame.every, no=frame.none), frame.every
            yield YesNo(yes=frame.none, no=frame.every), frame.every
        case Kind.TOKEN | Kind.TEXT:
            for word in _words(fact, tuple(atoms)):
                yield Words(None, None, one_word(word)), frame.every
        case Kind.DATE | Kind.NUMBER:
            left = frame.bounds(Fact(fact.name))
            if ties.is_tied(fact.name):
                left = ties.left(fact.name, frame)
            for number in _numbers(fact, tuple(atoms), frame, left):
                fits = frame.plane(left.low <= number) & frame.plane(number <= left.high)
                yield Bounds(low=number, high=number), fits
        case _:
            return


def _words(fact: FactType, atoms: tuple[Atom, ...]) -> Iterator[str]:
    """Yield one word of all those of which every atom says the same."""
    words = tuple(fact.words) if fact.kind is Kind.TOKEN else tuple(_texts(atoms))
    if all(len(leaves_of(atom)) == 1 for atom in atoms):
        return _told_apart(words, atoms, one_word)
    return iter(words)


def _told_apart(
    several: Iterable[Said], atoms: tuple[Atom, ...], known: Callable[[Said], Values]
) -> Iterator[Said]:
    """Yield the first of all values of which atoms, that read nothing else, say the same."""
    seen = set()
    for value in several:
        view = _One(known(value))
        told = tuple([atom_truth(atom, view, Record("", {})) for atom in atoms])
        if told not in seen:
            seen.add(told)
            yield value


def _texts(atoms: Iterable[Atom]) -> Iterator[str]:
    """Yield texts of every kind that some atoms tell apart."""
    yield ""
    for atom in atoms:
        match atom:
            case StartsWith():
                yield atom.prefix
                yield f"{atom.prefix}\0"
            case Within():
                yield from atom.words
            case Compare(left=Constant(value=str(word))) | Compare(right=Constant(value=str(word))):
                yield word
            case _:
                pass


def _numbers(
    fact: FactType, atoms: tuple[Atom, ...], frame: Frame, left: Bounds
) -> Iterator[Number]:
    """Yield days or numbers about all that a fact is compared with, and its least and greatest."""
    points = [point + step for point in _points(fact.name, atoms, frame) for step in AROUND]
    fixed = {int(point) for point in (left.low, left.high, *points) if np.ndim(point) == 0}
    if all(len(leaves_of(atom)) == 1 for atom in atoms) and np.ndim(left.low) == 0:
        is_day = fact.kind is Kind.DATE
        # The least of those that are told apart is the one that fits in most rows.
        yield from _told_apart(
            sorted(fixed), atoms, lambda number: one_value(day_at(number) if is_day else number)
        )
        return
    yield from fixed
    yield from (point for point in (left.low, left.high, *points) if np.ndim(point))


def _points(name: str, atoms: Iterable[Atom], frame: Frame) -> Iterator[Number]:
    for atom in atoms:
        match atom:
            case Compare(left=Constant(value=str())) | Compare(right=Constant(value=str())):
                continue
            case Compare():
                pairs = [(atom.left, atom.right)]
            case Between():
                pairs = [(atom.term, atom.low), (atom.term, atom.high)]
            case _:
                continue
        if any(isinstance(leaf, Field) for leaf in leaves_of(atom)):
            continue
        for one, other in (*pairs, *((other, one) for one, other in pairs)):
            if _reads(one, name) and not _reads(other, name):
                yield from _solved(one, name, bounds_of(other, frame).low, frame)


def _solved(term: Term, name: str, aim: Number, frame: Frame) -> Iterator[Number]:
    """Yield what a fact is about where a term that reads it is what is aimed at."""
    match term:
        case Fact():
            yield aim
        case Shift():
            yield from _solved(term.term, name, shifted(aim, -term.amount, term.unit), frame)
        case Elapsed() if _reads(term.start, name) is not _reads(term.end, name):
            is_start = _reads(term.start, name)
            inner, other = (term.start, term.end) if is_start else (term.end, term.start)
            beside = bounds_of(other, frame).low
            if term.unit is Unit.DAYS:
                yield from _solved(inner, name, beside + (-aim if is_start else aim), frame)
            elif isinstance(aim, int):
                for years in (aim, aim + 1):
                    day = shifted(beside, -years if is_start else years, Unit.YEARS)
                    yield from _solved(inner, name, day, frame)
        case _:
            return


def _reads(term: Term, name: str) -> bool:
    return any(isinstance(leaf, Fact) and leaf.name == name for leaf in leaf_terms(term))
