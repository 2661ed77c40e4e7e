"""Where an atom holds: a comparison that contains no other condition."""

from collections.abc import Callable
from collections.abc import Mapping as Table
from operator import methodcaller
from typing import TypeAlias
from typing import assert_never

import numpy as np

from discretion.dates import FIRST_DAY
from discretion.engines.atoms import YES
from discretion.engines.atoms import Atom
from discretion.engines.atoms import atom_truth
from discretion.engines.bitmap.columns import Words
from discretion.engines.bitmap.columns import YesNo
from discretion.engines.bitmap.frame import Frame
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import conjunction
from discretion.engines.bitmap.planes import negation
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.bitmap.terms import bounds_of
from discretion.engines.bitmap.terms import compared
from discretion.engines.table import OR
from discretion.engines.terms import Record
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.values import compare
from discretion.facts.values import is_word
from discretion.facts.values import one_word
from discretion.facts.values import starts_with
from discretion.facts.values import within
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.truth import FALSE
from discretion.truth import TRUE
from discretion.truth import UNKNOWN
from discretion.truth import Truth

Test: TypeAlias = Callable[[Choices], Truth]
"""Tells what the words that are left make of an atom."""

BOTH_WORDS = Choices(frozenset((YES, "no")))


class _Domains:
    """Knows of every fact only what it may be at all; stands for moments, which no table holds."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame

    def values(self, name: str) -> Values:
        return self._frame.type_of(Fact(name)).domain(FIRST_DAY)

    def field_values(self, items: str, record: Table[str, Values], name: str) -> Values:
        del items, record
        return self._frame.type_of(Field(name)).domain(FIRST_DAY)


def atom_planes(atom: Atom, frame: Frame) -> Planes:
    """Return where an atom holds for every value that is left, and where for none."""
    leaves = leaves_of(atom)
    kinds = {frame.type_of(leaf).kind for leaf in leaves}
    if Kind.MOMENT in kinds or not leaves:
        truth = atom_truth(atom, _Domains(frame), Record("", {}))
        return _everywhere(truth, frame)
    match atom:
        case Holds():
            column = frame.yes_no(atom.term)
            return Planes(column.yes, column.no)
        case Within():
            is_among = frozenset(atom.words).__contains__
            return _tested(atom.term, lambda left: within(left, atom.words), is_among, frame)
        case StartsWith():
            prefix = atom.prefix
            is_begun = methodcaller("startswith", prefix)
            return _tested(atom.term, lambda left: starts_with(left, prefix), is_begun, frame)
        case Compare() if not kinds.isdisjoint(NOMINAL):
            return _of_words(atom, frame)
        case Compare(left=Constant(value=str())) | Compare(right=Constant(value=str())):
            return _everywhere(UNKNOWN, frame)
        case Compare():
            right = bounds_of(atom.right, frame)
            return compared(bounds_of(atom.left, frame), atom.operator, right, frame)
        case Between():
            term = bounds_of(atom.term, frame)
            low = compared(bounds_of(atom.low, frame), "<=", term, frame)
            return conjunction((low, compared(term, "<=", bounds_of(atom.high, frame), frame)))
        case _:
            assert_never(atom)


def leaves_of(atom: Atom) -> tuple[Fact | Field, ...]:
    """Return the facts and fields that an atom reads."""
    read = (leaf for term in terms_of(atom) for leaf in leaf_terms(term))
    return tuple(leaf for leaf in read if not isinstance(leaf, Constant))


def _everywhere(truth: Truth, frame: Frame) -> Planes:
    return Planes(
        frame.every if truth is TRUE else frame.none, frame.every if truth is FALSE else frame.none
    )


def _of_words(atom: Compare, frame: Frame) -> Planes:
    """Return where two words are the same, or are not."""
    left, right, operator = atom.left, atom.right, atom.operator
    if isinstance(right, Constant):
        word = str(right.value)
        equal = _tested(left, lambda known: is_word(known, word), word.__eq__, frame)
        return equal if operator == "==" else negation(equal)
    if isinstance(left, Constant):
        return _of_words(Compare(right, operator, left), frame)
    return _of_two(_as_words(left, frame), operator, _as_words(right, frame), frame)


def _tested(term: Term, test: Test, holds: Callable[[str], bool], frame: Frame) -> Planes:
    """Return where a test of the words of one fact or field comes out true, and where false.

    Args:
        term: the fact or field.
        test: tells what all words that are left make of the atom.
        holds: tells whether the atom holds of one word; of texts there may be very many.
        frame: what is read.

    """
    if not isinstance(term, Fact | Field):
        message = "only a fact or a field has words"
        raise TypeError(message)
    column = frame.column(term)
    if isinstance(column, YesNo):
        return _of_states(column, test, frame.type_of(term).domain(FIRST_DAY), frame)
    words = frame.words(term)
    rest = test(words.rest)
    if words.codes is None:
        return _everywhere(rest, frame)
    by_truth: dict[Truth, list[int]] = {TRUE: [], FALSE: [], UNKNOWN: []}
    if words.several:
        for cell, left in enumerate(words.left):
            by_truth[test(left)].append(cell)
    else:
        for cell, text in enumerate(words.cells):
            by_truth[TRUE if holds(text) else FALSE].append(cell)
    planes = []
    for truth in (TRUE, FALSE):
        chosen = by_truth[truth]
        bits = words.where(words.codes, chosen) if chosen else frame.none
        if words.known is not None:
            bits = bits & words.known
            if rest is truth:
                bits = bits | (frame.every ^ words.known)
        planes.append(bits)
    return Planes(*planes)


def _of_states(column: YesNo, test: Test, rest: Values, frame: Frame) -> Planes:
    """Return where a test of the words of a yes-no fact comes out true, and where false."""
    if not isinstance(rest, Choices):
        message = "a yes-no fact has words"
        raise TypeError(message)
    both = frame.none if column.both is None else column.both
    states = (
        (column.yes, one_word(YES)),
        (column.no, one_word("no")),
        (both, BOTH_WORDS),
        (frame.every ^ column.known, rest),
    )
    true = false = frame.none
    for rows, choices in states:
        truth = test(choices)
        true = true | rows if truth is TRUE else true
        false = false | rows if truth is FALSE else false
    return Planes(true, false)


def _as_words(term: Term, frame: Frame) -> Words:
    """Return a fact or field as cells of words, a yes-no fact too."""
    if not isinstance(term, Fact | Field):
        message = "only a fact or a field has words"
        raise TypeError(message)
    column = frame.column(term)
    if not isinstance(column, YesNo):
        return frame.words(term)
    codes = unpacked(column.no, frame.rows).astype(np.int8)
    if column.both is not None:
        codes[unpacked(column.both, frame.rows)] = 2
    rest = frame.type_of(term).domain(FIRST_DAY)
    if not isinstance(rest, Choices):
        message = "a yes-no fact has words"
        raise TypeError(message)
    return Words(codes, column.known, rest, (YES, "no", f"no{OR}{YES}"), several=True)


def _of_two(left: Words, operator: str, right: Words, frame: Frame) -> Planes:
    """Return where the words of two facts or fields are the same, or are not, pair by pair."""
    lefts, rights = (*left.left, left.rest), (*right.left, right.rest)
    pairs = left.whole_codes(frame.rows) * len(rights) + right.whole_codes(frame.rows)
    distinct, place = np.unique(pairs, return_inverse=True)
    truths = [
        compare(lefts[pair // len(rights)], operator, rights[pair % len(rights)])
        for pair in distinct.tolist()
    ]
    true, false = (
        packed(np.array([each is truth for each in truths], np.bool_).take(place))
        for truth in (TRUE, FALSE)
    )
    return Planes(true, false)
