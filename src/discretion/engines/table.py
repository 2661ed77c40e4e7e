"""A table of matters: what its columns are called, and what each kind of column may hold.

Every row is one matter of one day. The bulk engines read such a table; where its rows come from is
none of their business. A column that is not there, and a cell that is empty, say nothing.

- The date fact of the matter type has a column of days without an empty cell.
- A yes-no fact has a column of booleans. A second column `FACT__both` may say, with true, that the
  fact is said to be yes and said to be no: it is then known and open.
- A token or a text has a column of words. Of a token several words may be left, in alphabetical
  order and parted by `|`.
- A day or a number has either one column of values, or a column `FACT__low` and one `FACT__high`
  of the least and the greatest that is left.
- A list has a column of lists of structs whose fields are columns of the same kinds, and may have
  a column of booleans `LIST__complete`, which says with true that these are all.
- `FACT__known_on` and `LIST__known_on` may hold the day from which a fact or a list was known.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from enum import Enum
from types import MappingProxyType

from discretion.frozen import dataclass

BOTH = "__both"
LOW = "__low"
HIGH = "__high"
COMPLETE = "__complete"
KNOWN_ON = "__known_on"
BESIDE = (BOTH, LOW, HIGH, COMPLETE, KNOWN_ON)
"""What follows the name of a fact in the name of a column beside its own."""
OR = "|"
"""What stands between the words that are left of a token."""


class Form(Enum):
    """How a fact stands in a table: each cell one value, or its least and greatest."""

    EXACT = "exact"
    BOUNDS = "bounds"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListShape:
    """How a list stands in a table: the forms of its fields, and whether it can be whole."""

    fields: Table[str, Form]
    has_complete: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Which facts and lists have columns in a table, and in what form; all others are unknown.

    `contested` names the yes-no facts with a column that says that they are said to be both.
    """

    facts: Table[str, Form]
    lists: Table[str, ListShape]
    contested: frozenset[str] = frozenset()


def shape_of(columns: Iterable[str], lists: Table[str, Iterable[str]]) -> Shape:
    """Return the shape of a table.

    Args:
        columns: the names of its columns.
        lists: the names of the columns of structs in each list column, by the list's name.

    """
    names = frozenset(columns)
    return Shape(
        facts=forms_of(names - frozenset(lists)),
        lists=MappingProxyType(
            {
                name: ListShape(fields=forms_of(fields), has_complete=f"{name}{COMPLETE}" in names)
                for name, fields in lists.items()
            }
        ),
        contested=frozenset(name.removesuffix(BOTH) for name in names if name.endswith(BOTH)),
    )


def forms_of(columns: Iterable[str]) -> Table[str, Form]:
    """Return the facts, or fields, that some columns hold, and the form of each."""
    found: dict[str, Form] = {}
    for name in sorted(columns):
        if name.endswith((LOW, HIGH)):
            found[name.removesuffix(LOW).removesuffix(HIGH)] = Form.BOUNDS
        elif not name.endswith(BESIDE):
            found[name] = Form.EXACT
    return MappingProxyType(found)
