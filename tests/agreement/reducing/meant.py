"""What the text of a tree means where it names a fact beside a day, a moment or a number.

The grammar reads a plain name after `==` as a word, which no ordered fact can be.
"""

from collections.abc import Mapping as Table

from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import FactType
from discretion.frozen import replace
from discretion.rules.condition import And
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import Term

Facts = Table[str, FactType]


def meant(tree: Condition, facts: Facts, fields: Facts | None = None) -> Condition:
    """Return the tree with facts where a word beside an ordered term names one.

    Args:
        tree: the tree as it was read.
        facts: every fact there is.
        fields: the fields of the list whose records the tree is about, None for the matter.

    """
    match tree:
        case And(parts=parts) | Or(parts=parts):
            return type(tree)(tuple(meant(part, facts, fields) for part in parts))
        case Not(part=part):
            return Not(meant(part, facts, fields))
        case Exists() | ForAll() | Count() if tree.where is not None:
            return replace(tree, where=meant(tree.where, facts, facts[tree.items].fields))
        case Compare(left=left, right=Constant(value=str(name))) if _is_ordered(
            left, facts, fields
        ):
            return replace(tree, right=Fact(name))
        case _:
            return tree


def _is_ordered(term: Term, facts: Facts, fields: Facts | None) -> bool:
    match term:
        case Fact(name=name):
            return facts[name].kind not in NOMINAL
        case Field(name=name):
            return fields is not None and fields[name].kind not in NOMINAL
        case Constant(value=value):
            return not isinstance(value, str)
        case _:
            return True
