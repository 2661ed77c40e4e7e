"""The truth of one atom: a comparison that contains no other condition."""

from typing import TypeAlias
from typing import assert_never

from discretion.engines.terms import Known
from discretion.engines.terms import Record
from discretion.engines.terms import term_values
from discretion.facts.values import compare
from discretion.facts.values import is_word
from discretion.facts.values import starts_with
from discretion.facts.values import within
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import Holds
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.truth import Truth
from discretion.truth import conjunction
from discretion.truth import negation

Atom: TypeAlias = Holds | Compare | Within | Between | StartsWith

YES = "yes"
"""The word of a yes-no fact that holds."""


def atom_truth(atom: Atom, view: Known, record: Record | None = None) -> Truth:
    """Return whether an atom holds for every value left, for none, or for some."""
    match atom:
        case Holds():
            return is_word(term_values(atom.term, view, record), YES)
        case Compare():
            left, right = term_values(atom.left, view, record), atom.right
            if isinstance(right, Constant) and isinstance(right.value, str):
                equal = is_word(left, right.value)
                return equal if atom.operator == "==" else negation(equal)
            return compare(left, atom.operator, term_values(right, view, record))
        case Within():
            return within(term_values(atom.term, view, record), atom.words)
        case Between():
            term = term_values(atom.term, view, record)
            low = compare(term_values(atom.low, view, record), "<=", term)
            high = compare(term, "<=", term_values(atom.high, view, record))
            return conjunction((low, high))
        case StartsWith():
            return starts_with(term_values(atom.term, view, record), atom.prefix)
        case _:
            assert_never(atom)
