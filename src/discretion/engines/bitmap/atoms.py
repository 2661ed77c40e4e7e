"""The planes of one atom: a comparison that contains no other condition."""

from typing import assert_never

import numpy as np

from discretion.engines.atoms import YES
from discretion.engines.atoms import Atom
from discretion.engines.bitmap.columns import Bounds
from discretion.engines.bitmap.columns import Words
from discretion.engines.bitmap.planes import Bits
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import all_hold
from discretion.engines.bitmap.planes import opposite
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.scope import Scope
from discretion.engines.bitmap.terms import bounds_of
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Kind
from discretion.facts.values import compare
from discretion.facts.values import is_word
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
from discretion.truth import Truth


def atom_planes(atom: Atom, scope: Scope) -> Planes:
    """Return where an atom holds for every value left, and where for none."""
    match atom:
        case Holds():
            return _is_word(atom.term, YES, scope)
        case Compare():
            return _compared(atom, scope)
        case Within():
            words = scope.words(atom.term)
            return _by_word(words, [within(each, atom.words) for each in words.choices])
        case Between():
            term = bounds_of(atom.term, scope)
            low, high = bounds_of(atom.low, scope), bounds_of(atom.high, scope)
            parts = (_ordered(low, "<=", term, scope.rows), _ordered(term, "<=", high, scope.rows))
            return all_hold(parts, scope.rows)
        case StartsWith():
            words = scope.words(atom.term)
            return _by_word(words, [starts_with(each, atom.prefix) for each in words.choices])
        case _:
            assert_never(atom)


def _compared(atom: Compare, scope: Scope) -> Planes:
    left, right = atom.left, atom.right
    if isinstance(right, Constant) and isinstance(right.value, str):
        if not isinstance(left, Fact | Field):
            message = "a word is compared with what is no fact"
            raise TypeError(message)
        equal = _is_word(left, right.value, scope)
        return equal if atom.operator == "==" else opposite(equal)
    if isinstance(left, Fact | Field) and scope.kind_of(left) in NOMINAL:
        return _two_words(left, atom.operator, right, scope)
    return _ordered(bounds_of(left, scope), atom.operator, bounds_of(right, scope), scope.rows)


def _is_word(leaf: Fact | Field, word: str, scope: Scope) -> Planes:
    if scope.kind_of(leaf) is Kind.YES_NO and word in {"yes", "no"}:
        said = scope.said(leaf)
        return said if word == YES else opposite(said)
    words = scope.words(leaf)
    return _by_word(words, [is_word(each, word) for each in words.choices])


def _two_words(left: Fact | Field, operator: str, right: Term, scope: Scope) -> Planes:
    """Compare two nominal facts, each distinct pair of what they may be once."""
    if not isinstance(right, Fact | Field):
        message = "a word is compared with what is no fact"
        raise TypeError(message)
    one, other = scope.words(left), scope.words(right)
    pairs = one.indices.astype(np.int64) * len(other.choices) + other.indices
    distinct, inverse = np.unique(pairs, return_inverse=True)
    truths = [
        compare(
            one.choices[pair // len(other.choices)],
            operator,
            other.choices[pair % len(other.choices)],
        )
        for pair in distinct.tolist()
    ]
    return _looked_up(truths, inverse)


def _by_word(words: Words, truths: list[Truth]) -> Planes:
    return _looked_up(truths, words.indices)


def _looked_up(
    truths: list[Truth], indices: np.ndarray[tuple[int], np.dtype[np.integer]]
) -> Planes:
    true = np.array([truth is Truth.TRUE for truth in truths])
    false = np.array([truth is Truth.FALSE for truth in truths])
    return Planes(packed(true[indices]), packed(false[indices]))


def _ordered(left: Bounds, operator: str, right: Bounds, rows: int) -> Planes:
    match operator:
        case "<":
            return _below(left, right, rows)
        case ">=":
            return opposite(_below(left, right, rows))
        case ">":
            return _below(right, left, rows)
        case "<=":
            return opposite(_below(right, left, rows))
        case "==":
            return _equal(left, right, rows)
        case _:
            return opposite(_equal(left, right, rows))


def _below(left: Bounds, right: Bounds, rows: int) -> Planes:
    return Planes(_plane(left.high < right.low, rows), _plane(left.low >= right.high, rows))


def _equal(left: Bounds, right: Bounds, rows: int) -> Planes:
    same = (left.low == left.high) & (right.low == right.high) & (left.low == right.low)
    apart = (left.high < right.low) | (right.high < left.low)
    return Planes(_plane(same, rows), _plane(apart, rows))


def _plane(bits: Bits, rows: int) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    return packed(bits if len(bits) == rows else np.broadcast_to(bits, (rows,)))
