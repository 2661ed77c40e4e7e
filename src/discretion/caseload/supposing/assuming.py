"""What a study assumes of a table: assumption sets applied to what its rows leave open.

It is to a batch of rows what assuming is to one matter, closing by closing: each narrows what a
row leaves open, never goes against the row in silence, and reads what those before it closed.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from types import MappingProxyType
from typing import Any

from discretion.caseload.supposing.closing import Made
from discretion.caseload.supposing.closing import close
from discretion.caseload.supposing.deriving import Derived
from discretion.caseload.supposing.deriving import derive
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.premises import Premises
from discretion.entries import nothing
from discretion.frozen import dataclass
from discretion.frozen import field
from discretion.frozen import replace
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """What one closing of a set did to some rows: how many it closed, and where against the file.

    `instead_of_said` counts those of `rows` of which the file said otherwise, or where it followed
    from the file.
    """

    closing: Closing
    rows: int = 0
    instead_of_said: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Supposed:
    """A batch of rows as a study supposes them: what they say, with open terms closed.

    `stated` holds what is said and what is closed. `closed` tells, by the set, what each of its
    closings did, in their order and also where that is nothing. `rows_closed` tells in which rows
    each fact was closed.
    """

    stated: Any
    closed: Table[str, tuple[Closed, ...]] = field(default_factory=nothing)
    rows_closed: Table[str, Mask] = field(default_factory=nothing)
    of_file: Derived
    of_view: Derived
    premises: Premises

    @property
    def file(self) -> Any:  # noqa: ANN401  # a batch of Arrow
        """What is said and what follows from it, with no assumption."""
        return self.of_file.view.batch

    @property
    def view(self) -> Any:  # noqa: ANN401  # a batch of Arrow
        """What is said and what is closed, with what follows from both."""
        return self.of_view.view.batch


def suppose(batch: Any, premises: Premises) -> Supposed:  # noqa: ANN401  # a batch of Arrow
    """Return rows of which nothing is assumed yet.

    Args:
        batch: rows of a table of matters, whose columns say what is known of each.
        premises: how they are read.

    """
    derived = derive(batch, premises, {})
    return Supposed(stated=batch, of_file=derived, of_view=derived, premises=premises)


def assume(supposed: Supposed, sets: Iterable[AssumptionSet]) -> Supposed:
    """Return rows with what assumption sets close; each closing reads those before it.

    Args:
        supposed: what is said, with what other sets closed.
        sets: the sets, in the order in which they apply.

    """
    for assumptions in sets:
        told: list[Closed] = []
        for closing in assumptions.closings:
            supposed, closed = _closed(supposed, closing)
            told.append(closed)
        before = supposed.closed.get(assumptions.id, ())
        all_told = {**supposed.closed, assumptions.id: (*before, *told)}
        supposed = replace(supposed, closed=MappingProxyType(all_told))
    return supposed


def _closed(supposed: Supposed, closing: Closing) -> tuple[Supposed, Closed]:
    """Return rows with one closing, as they were where it closes nothing."""
    premises, view, file = supposed.premises, supposed.of_view, supposed.of_file
    made = close(supposed.stated, view.view, file.view, closing)
    if made is None:
        return supposed, Closed(closing=closing)
    rows_closed = _added(supposed.rows_closed, closing.fact, made)
    derived = derive(made.stated, premises, rows_closed, view, frozenset((closing.subject,)))
    done = replace(supposed, stated=made.stated, rows_closed=rows_closed, of_view=derived)
    counts = int(made.where.sum()), int(made.against.sum())
    return done, Closed(closing=closing, rows=counts[0], instead_of_said=counts[1])


def _added(rows_closed: Table[str, Mask], fact: str, made: Made) -> Table[str, Mask]:
    before = rows_closed.get(fact)
    where = made.where if before is None else before | made.where
    return MappingProxyType({**rows_closed, fact: where})
