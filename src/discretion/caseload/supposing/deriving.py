"""What follows from the rows of a batch before any rule: facts of records, and conflicts.

It is to a batch what a view of one matter is made of before it is assessed: a fact that nobody
says is taken from a list, and one that is said to be yes, or no, where the other follows is open.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import Any

import numpy as np

from discretion.caseload.supposing.held.arrays import Column
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import with_columns
from discretion.caseload.supposing.held.yes_no import NO
from discretion.caseload.supposing.held.yes_no import YES
from discretion.caseload.supposing.held.yes_no import YesNo
from discretion.caseload.supposing.held.yes_no import read_yes_no
from discretion.caseload.supposing.premises import Premises
from discretion.caseload.supposing.premises import Truths
from discretion.caseload.supposing.records import take_fact
from discretion.engines.table import BOTH
from discretion.engines.table import HIGH
from discretion.engines.table import LOW
from discretion.frozen import dataclass
from discretion.rules.derived import Derivable

ENDINGS = (LOW, HIGH, BOTH)
"""What follows the name of a fact in the columns beside its own that hold its values."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Derived:
    """What is said in a batch with what follows from it.

    `taken` is what is said with the facts that lists give, `view` that with its conflicts open;
    where there are none, the two are one.
    """

    taken: Truths
    view: Truths


def derive(
    stated: Any,  # noqa: ANN401  # a batch of Arrow
    premises: Premises,
    closed: Table[str, Mask],
    before: Derived | None = None,
    changed: frozenset[str] = frozenset(),
) -> Derived:
    """Return what is said with what follows from it.

    Args:
        stated: what is said and what a study closed.
        premises: how facts hang together, and what answers conditions.
        closed: the rows in which a study closed each fact, which stand whatever follows.
        before: the same before some facts and lists were changed, None for nothing to go by.
        changed: the names of those.

    """
    sources = premises.derivations.from_records
    taken = changed | {name for name, source in sources.items() if source.items in changed}
    batch = with_columns(stated, _taken(stated, premises, before, taken))
    of_taken = Truths(batch, premises, {}) if before is None else before.taken.after(batch, taken)
    conflicts = dict(_conflicts(of_taken, premises, closed))
    if not conflicts:
        return Derived(taken=of_taken, view=of_taken)
    view = with_columns(batch, dict(_opened(batch, conflicts)))
    # A conflict comes or goes only where something changed that its fact follows from.
    known, differs = (of_taken, conflicts) if before is None else (before.view, taken)
    return Derived(taken=of_taken, view=known.after(view, differs))


def _taken(
    stated: Any,  # noqa: ANN401  # a batch of Arrow
    premises: Premises,
    before: Derived | None,
    changed: Iterable[str],
) -> dict[str, Column | None]:
    """Return the columns of the facts that lists give, as they were where nothing changed."""
    columns: dict[str, Column | None] = {}
    for name, source in premises.derivations.from_records.items():
        if before is not None and name not in changed:
            columns.update(_columns_of(before.taken.batch, stated, name))
            continue
        given = take_fact(stated, name, source, premises)
        if given is not None:
            said = premises.held(stated, premises.fact(name))
            columns.update(said.placed(~said.known & given.known, given).columns(name))
    return columns


def _columns_of(batch: Any, stated: Any, name: str) -> Iterator[tuple[str, Column | None]]:  # noqa: ANN401  # batches of Arrow
    """Yield the columns in which a batch holds a fact, None for those that it does without."""
    for each in (name, *(f"{name}{ending}" for ending in ENDINGS)):
        if each in batch.schema.names:
            yield each, batch.column(each)
        elif each in stated.schema.names:
            yield each, None


def _conflicts(
    taken: Truths, premises: Premises, closed: Table[str, Mask]
) -> Iterator[tuple[str, Mask]]:
    """Yield the facts that are said to be one and follow to be the other, with their rows."""
    names = frozenset(taken.batch.schema.names)
    for name in premises.derivations.derivable:
        if name not in names:
            continue
        said = read_yes_no(taken.batch, name)
        source = premises.reading.derivable[name]
        found = np.zeros(taken.batch.num_rows, np.bool_)
        for word, against in _against(source):
            where = said.single(word)
            if name in closed:
                where &= ~closed[name]
            if where.any():
                found |= where & taken.of(against).true
        if found.any():
            yield name, found


def _against(source: Derivable) -> Iterator[tuple[str, Any]]:
    """Yield what may be said, with the condition on which the other follows."""
    if source.yes_when is not None:
        yield NO, source.yes_when
    if source.no_when is not None:
        yield YES, source.no_when


def _opened(
    batch: Any,  # noqa: ANN401  # a batch of Arrow
    conflicts: Table[str, Mask],
) -> Iterator[tuple[str, Column | None]]:
    """Yield the columns of facts that are yes and no in some rows."""
    for name, found in conflicts.items():
        said = read_yes_no(batch, name)
        yield from YesNo(yes=said.yes | found, no=said.no | found).columns(name).items()
