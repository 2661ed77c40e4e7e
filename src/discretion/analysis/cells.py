"""Cells: the ways in which a missing fact can bear on the atoms that read it.

Two values in one cell make every atom alike, so one value stands for the cell. Facts that an atom
or a date order ties together share one variable, whose cells are the combinations that can occur
together; each combination keeps the values that show it.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from itertools import combinations
from itertools import product
from typing import Any

from discretion.analysis.subjects import Subject
from discretion.analysis.subjects import places_of
from discretion.engines.atoms import Atom
from discretion.engines.atoms import atom_truth
from discretion.engines.terms import Record
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Term
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.truth import Truth

OTHER_TEXT = "(another text)"
"""A text that no condition mentions."""

Assignment = dict[Subject, Values]


class OneMatter:
    """What is known, with some subjects decided: what an atom is read on, one cell at a time."""

    __slots__ = ("decided", "view")

    def __init__(self, view: View, decided: Assignment) -> None:
        """Take the view and the decided values."""
        self.view = view
        self.decided = decided

    def values(self, name: str) -> Values:
        """Return the values of a fact, as decided or as known."""
        return self.decided.get(Subject("", 0, name)) or self.view.values(name)

    def field_values(self, items: str, record: Table[str, Values], name: str) -> Values:
        """Return the values of a field of a record; the record holds what is decided."""
        return self.view.field_values(items, record, name)


@dataclass(frozen=True, slots=True)
class Variable:
    """A missing fact, or a few tied together, with the cells it can be in.

    `signs` tells of each atom in which cells it holds. `alike` lists, for each subject, the pairs
    of cells between which it alone can make the difference; None for a single subject, which makes
    every difference itself.
    """

    subjects: tuple[Subject, ...]
    cells: tuple[Assignment, ...]
    signs: Table[Atom, tuple[bool, ...]]
    alike: Table[Subject, frozenset[tuple[int, int]]] | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """Where atoms are read: the matter, or one record of a list with what is known of it."""

    items: str = ""
    record: int = 0
    known: Table[str, Values] | None = None

    def subject(self, place: tuple[str, str]) -> Subject:
        """Return the subject at a place that an atom reads in this scope."""
        return Subject(self.items, self.record, place[1]) if place[0] else Subject("", 0, place[1])


def truth_in(atom: Atom, view: View, scope: Scope, decided: Assignment) -> bool:
    """Return whether an atom holds once all that it reads is decided."""
    record = None
    if scope.items:
        known = dict(scope.known or {})
        for subject, values in decided.items():
            if subject.items == scope.items and subject.record == scope.record:
                known[subject.field] = values
        record = Record(scope.items, known)
    return atom_truth(atom, OneMatter(view, decided), record) is Truth.TRUE


def single_variable(
    subject: Subject, values: Values, atoms: Iterable[tuple[Atom, Scope]], view: View
) -> Variable:
    """Return the variable of one subject: a cell for each way its atoms can turn out."""
    listed = list(atoms)
    found: dict[tuple[bool, ...], Assignment] = {}
    for value in candidates(subject, values, listed, view):
        decided = {subject: value}
        signs = tuple([truth_in(atom, view, scope, decided) for atom, scope in listed])
        found.setdefault(signs, decided)
    return Variable((subject,), tuple(found.values()), _by_atom(listed, found))


def _by_atom(
    atoms: list[tuple[Atom, Scope]], signs: Iterable[tuple[bool, ...]]
) -> dict[Atom, tuple[bool, ...]]:
    columns = zip(*signs, strict=True)
    return {atom: column for (atom, _), column in zip(atoms, columns, strict=True)}


def joint_variable(
    values: dict[Subject, Values],
    atoms: Iterable[tuple[Atom, Scope]],
    orders: Iterable[tuple[Subject, Subject]],
    view: View,
) -> Variable:
    """Return the variable of subjects that are tied together.

    Args:
        values: what each subject may be.
        atoms: every atom that reads only these subjects and what is known.
        orders: (earlier, later) pairs of days in this order.
        view: what is known.

    """
    listed, subjects = list(atoms), tuple(values)
    place = {subject: position for position, subject in enumerate(subjects)}
    ordered = [(place[earlier], place[later]) for earlier, later in orders]
    own = {subject: _own(subject, listed, values) for subject in subjects}
    tied = [pair for pair in listed if not any(pair in mine for mine in own.values())]
    pools = [
        [
            (value, [truth_in(atom, view, scope, {subject: value}) for atom, scope in own[subject]])
            for value in pool
        ]
        for subject, pool in _pools(values, listed, own, view).items()
    ]
    found: dict[tuple[bool, ...], int] = {}
    cells: list[Assignment] = []
    rows: list[tuple[tuple[Values, ...], int]] = []
    for row in product(*pools):
        if any(row[a][0].single > row[b][0].single for a, b in ordered):  # type: ignore[operator]  # days
            continue
        decided = {subject: row[position][0] for subject, position in place.items()}
        signs = (
            *(sign for _, own_signs in row for sign in own_signs),
            *(truth_in(atom, view, scope, decided) for atom, scope in tied),
        )
        if signs not in found:
            found[signs] = len(cells)
            cells.append(decided)
        rows.append((tuple([value for value, _ in row]), found[signs]))
    alike = {subject: _alike(rows, position) for subject, position in place.items()}
    read = [*(pair for mine in own.values() for pair in mine), *tied]
    return Variable(subjects, tuple(cells), _by_atom(read, found), alike)


def _own(
    subject: Subject, atoms: list[tuple[Atom, Scope]], values: dict[Subject, Values]
) -> list[tuple[Atom, Scope]]:
    """Return the atoms that read one of the tied subjects and no other."""
    return [
        (atom, scope)
        for atom, scope in atoms
        if set(_read(atom, scope)) & values.keys() == {subject}
    ]


def _alike(rows: list[tuple[tuple[Values, ...], int]], position: int) -> frozenset[tuple[int, int]]:
    """Return the pairs of cells that differ by one position of their rows alone."""
    groups: dict[tuple[Values, ...], set[int]] = {}
    for row, cell in rows:
        groups.setdefault(row[:position] + row[position + 1 :], set()).add(cell)
    found: set[tuple[int, int]] = set()
    for cells in set(map(frozenset, groups.values())):
        found.update(combinations(sorted(cells), 2))
    return frozenset(found)


def _pools(
    values: dict[Subject, Values],
    atoms: list[tuple[Atom, Scope]],
    own: dict[Subject, list[tuple[Atom, Scope]]],
    view: View,
) -> dict[Subject, list[Values]]:
    """Return enough values of each subject to show every combination that can occur.

    Every corner of the arrangement of atoms, and its neighbours, is carried from one subject to
    the others through the atoms that tie them.
    """
    pools = {
        subject: dict.fromkeys(candidates(subject, left, own[subject], view))
        for subject, left in values.items()
    }
    for _ in values:
        carried = {
            subject: list(_carried(subject, values, pools, atoms, view)) for subject in values
        }
        for subject, more in carried.items():
            pools[subject].update(dict.fromkeys(more))
    return {subject: list(pool) for subject, pool in pools.items()}


def _read(atom: Atom, scope: Scope) -> Iterator[Subject]:
    for place in places_of(atom, scope.items):
        yield scope.subject(place)


def _carried(
    subject: Subject,
    values: dict[Subject, Values],
    pools: dict[Subject, dict[Values, None]],
    atoms: list[tuple[Atom, Scope]],
    view: View,
) -> Iterator[Values]:
    """Yield the values of a subject that a value of another one makes a corner."""
    left = values[subject]
    if not isinstance(left, Spans):
        return
    for other, pool in pools.items():
        if other == subject or not isinstance(values[other], Spans):
            continue
        shared = [pair for pair in atoms if {subject, other} <= set(_read(*pair))]
        for value in pool:
            if value.single is not None and within_spans(value.single, left):
                yield value
            yield from _switches(subject, left, shared, view, {other: value})


def within_spans(point: Any, values: Spans) -> bool:
    """Tell whether a value of the same kind may occur."""
    return any(low <= point <= high for low, high in values.spans)


def candidates(
    subject: Subject, values: Values, atoms: list[tuple[Atom, Scope]], view: View
) -> Iterator[Values]:
    """Yield at least one value of every cell of a subject."""
    if isinstance(values, Spans):
        yield one_value(values.low)  # type: ignore[arg-type]  # domains are bounded
        yield from _switches(subject, values, atoms, view, {})
        return
    if values.words is not None:
        yield from (one_word(word) for word in sorted(values.words))
        return
    yield one_word(OTHER_TEXT)
    for atom, _ in atoms:
        if isinstance(atom, StartsWith):
            yield one_word(atom.prefix)
            yield one_word(f"{atom.prefix}{OTHER_TEXT}")
        elif isinstance(atom, Within):
            yield from (one_word(word) for word in atom.words)
        elif isinstance(atom, Compare) and isinstance(atom.right, Constant):
            yield one_word(str(atom.right.value))


def _switches(
    subject: Subject,
    values: Spans,
    atoms: list[tuple[Atom, Scope]],
    view: View,
    fixed: Assignment,
) -> Iterator[Values]:
    """Yield the values around every point where some atom may turn, and the ends of each span."""
    for low, high in values.spans:
        yield one_value(low)
        yield one_value(high)
    for atom, scope in atoms:
        for left, right in _sides(atom):
            for operator in ("<", "<="):
                plain = Compare(left, operator, right)
                point = _turning_point(subject, values, plain, scope, view, fixed)
                if point is not None:
                    yield from _neighbours(point, values)


def _sides(atom: Atom) -> Iterator[tuple[Term, Term]]:
    match atom:
        case Compare():
            yield atom.left, atom.right
        case Between():
            yield atom.low, atom.term
            yield atom.term, atom.high


def _turning_point(  # noqa: PLR0913  # one comparison in one place
    subject: Subject,
    values: Spans,
    atom: Compare,
    scope: Scope,
    view: View,
    fixed: Assignment,
) -> Any:
    """Return the last value before a monotone comparison turns, by halving; None if it does not."""
    direct = _constant_turn(atom)
    if direct is not None:
        return direct
    low, high = values.low, values.high

    def holds(point: Any) -> bool:
        return truth_in(atom, view, scope, {**fixed, subject: one_value(point)})

    start = holds(low)
    if holds(high) == start:
        return None
    below, above = _ordinal(low), _ordinal(high)
    while above - below > 1:
        middle = (below + above) // 2
        if holds(_from_ordinal(middle, low)) == start:
            below = middle
        else:
            above = middle
    return _from_ordinal(below, low)


def _constant_turn(atom: Compare) -> Any:
    """Return the constant that a plain fact is compared with, or None for anything else."""
    for side, other in ((atom.left, atom.right), (atom.right, atom.left)):
        if isinstance(side, Constant) and not isinstance(side.value, str):
            leaves = list(leaf_terms(other))
            if leaves == [other]:
                return side.value
    return None


def _neighbours(point: Any, values: Spans) -> Iterator[Values]:
    """Yield a point, the one before it and the two after, as far as they may occur."""
    if type(point) is not type(values.low):
        return
    middle = _ordinal(point)
    for ordinal in range(middle - 1, middle + 3):
        near = _from_ordinal(ordinal, point)
        if near is not None and within_spans(near, values):
            yield one_value(near)


def _ordinal(value: Any) -> int:
    if isinstance(value, datetime):
        return int(value.timestamp()) // 60
    return value.toordinal() if isinstance(value, date) else int(value)


def _from_ordinal(ordinal: int, like: Any) -> Any:
    if isinstance(like, datetime):
        return like + timedelta(minutes=ordinal - _ordinal(like))
    if isinstance(like, date):
        return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None
    return ordinal


def is_open(values: Values) -> bool:
    """Tell whether more than one value is left."""
    return values.single is None
