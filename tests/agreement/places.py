"""What is known of a fact, or of a field of one record, as every oracle is given it."""

from typing import TypeAlias

from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Term
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of

Place: TypeAlias = tuple[str, int] | None
"""A record, as its list and its number from 0; None is the matter itself."""


def values_of(term: Term, view: View, at: Place) -> Values:
    """Return what is left of a fact, or of a field of the record in question."""
    match term:
        case Fact(name=name):
            return view.values(name)
        case Field(name=name) if at is not None:
            items, number = at
            return view.field_values(items, view.listed(items)[number], name)
        case _:
            message = f"{term} is neither a fact nor the field of a record"
            raise TypeError(message)


def applies(atom: Condition, view: View, at: Place) -> bool:
    """Tell whether everything that an atom reads applies, or is said all the same."""
    leaves = (leaf for term in terms_of(atom) for leaf in leaf_terms(term))
    return all(_applies(leaf, view, at) for leaf in leaves)


def _applies(leaf: Fact | Field | Constant, view: View, at: Place) -> bool:
    match leaf:
        case Fact(name=name):
            return name in view.known or name not in view.inapplicable
        case Field(name=name) if at is not None:
            items, number = at
            is_said = name in view.listed(items)[number]
            return is_said or f"{items}[{number + 1}].{name}" not in view.inapplicable
        case _:
            return True
