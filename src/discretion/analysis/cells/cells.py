"""Cells: the ways in which missing facts can bear on the atoms that read them.

Two values in one cell make every atom alike, so one value stands for the cell. Facts that an atom
or a date order ties together share their cells, which are the combinations that can occur.
"""

from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from itertools import combinations
from itertools import product
from typing import TypeAlias

from discretion.analysis.cells.comparisons import comparisons_of
from discretion.analysis.cells.comparisons import first_turn
from discretion.analysis.cells.comparisons import ordinal_of
from discretion.analysis.cells.comparisons import ordinal_spans
from discretion.analysis.cells.comparisons import plainer
from discretion.analysis.cells.comparisons import times_read
from discretion.analysis.cells.comparisons import value_at
from discretion.analysis.subjects import Place
from discretion.engines.atoms import Atom
from discretion.engines.atoms import atom_truth
from discretion.engines.terms import Record
from discretion.engines.terms import term_values
from discretion.facts.values import Choices
from discretion.facts.values import Ordered
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_value
from discretion.facts.values import one_word
from discretion.frozen import dataclass
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.truth import Truth

OTHER_TEXT = "…"
"""What a text goes on with that no condition mentions; no condition of a pack holds this sign."""

Row: TypeAlias = tuple[Values, ...]
"""One value for each of the facts that share cells, in their order."""
Pair: TypeAlias = tuple[Row, Row]


class Trial:
    """Atoms of one scope, read with some of its facts or fields decided."""

    __slots__ = ("_decided", "_known", "_record")

    def __init__(self, items: str, known: Table[Place, Values]) -> None:
        """Take the list whose record is read, empty for the matter, and what is known besides."""
        self._known = known
        self._record = Record(items, {}) if items else None
        self._decided: Table[str, Values] = {}

    def leaf(self, name: str) -> Fact | Field:
        """Return how conditions of this scope read what is decided under a name."""
        return Fact(name) if self._record is None else Field(name)

    def holds(self, atom: Atom, decided: Table[str, Values]) -> bool:
        """Tell whether an atom holds once all that it reads is decided."""
        self._decided = decided
        return atom_truth(atom, self, self._record) is Truth.TRUE

    def turn(self, comparison: Compare, name: str, decided: Table[str, Values]) -> int | None:
        """Return where a comparison turns as one plain fact in it grows, None where it has none.

        Args:
            comparison: `<` or `<=`, which reads the fact once.
            name: the fact.
            decided: what else the comparison reads.

        """
        leaf, is_strict = self.leaf(name), comparison.operator == "<"
        if comparison.left == leaf:
            other, later = comparison.right, not is_strict
        elif comparison.right == leaf:
            other, later = comparison.left, is_strict
        else:
            return None
        self._decided = decided
        bound = term_values(other, self, self._record).single
        return None if bound is None else ordinal_of(bound) + later

    def values(self, name: str) -> Values:
        """Return the values of a fact."""
        if self._record is None and name in self._decided:
            return self._decided[name]
        return self._known["", name]

    def field_values(self, items: str, record: Table[str, Values], name: str) -> Values:  # noqa: ARG002  # nothing is known of the record
        """Return the values of a field of the record."""
        return self._decided[name] if name in self._decided else self._known[items, name]


class EntangledError(Exception):
    """Facts are tied together in a way that cannot be worked out; a sound pack has none such."""

    def __init__(self, names: tuple[str, ...]) -> None:
        """Take the names of the facts."""
        super().__init__(f"{', '.join(names)}: these cannot be worked out together")
        self.names = names


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """The cells of one fact, or of a few that are tied together.

    `rows` shows each cell by values that lie in it; `signs` tells of each atom in which cells it
    holds. `apart` returns two rows that differ in one fact alone (by its position) and lie in two
    given cells, or None where none do; `pairs` returns all pairs of cells for which some may.
    `shape` is all that is asked of them: cells of one shape differ in no sign and in no pair.
    """

    rows: tuple[Row, ...]
    signs: Table[Atom, tuple[bool, ...]]
    shape: Hashable
    pairs: Callable[[int], Iterable[tuple[int, int]]]
    apart: Callable[[int, int, int], Pair | None]


def ordered_cells(name: str, values: Spans, atoms: Iterable[Atom], trial: Trial) -> Cells:
    """Return the cells of one date, moment or number: the stretches between its turns."""
    listed = list(atoms)
    like = values.spans[0][0]
    spans = ordinal_spans(values)
    low, high = spans[0][0], spans[-1][1]
    points = {low}
    for comparison in dict.fromkeys(each for atom in listed for each in comparisons_of(atom)):
        if times_read(comparison, trial.leaf(name)) > 1:
            raise EntangledError((name,))

        def holds(ordinal: int, comparison: Compare = comparison) -> bool:
            return trial.holds(comparison, {name: one_value(value_at(ordinal, like))})

        turn = trial.turn(comparison, name, {})
        if turn is None:
            turn = first_turn(low, high, holds)
        if turn is not None and low < turn:
            points.update(max(turn, start) for start, end in spans if end >= turn)
    rows = [(one_value(value_at(point, like)),) for point in _readable(points, spans, like)]
    return _cells((name,), rows, listed, trial)


def _readable(
    points: Iterable[int], spans: tuple[tuple[int, int], ...], like: Ordered
) -> Iterator[int]:
    """Yield a point of each stretch that begins at some points, as plain as it has one."""
    ordered = sorted(points)
    for point, following in zip(ordered, [*ordered[1:], spans[-1][1] + 1], strict=True):
        end = next(end for _, end in spans if point <= end)
        plain = (each for each in plainer(point, like) if each < following and each <= end)
        yield next(plain, point)


def worded_cells(pools: Table[str, list[Values]], atoms: Iterable[Atom], trial: Trial) -> Cells:
    """Return the cells of one or a few facts with so few values that all can be tried."""
    return _cells(tuple(pools), product(*pools.values()), list(atoms), trial)


def _cells(names: tuple[str, ...], rows: Iterable[Row], atoms: list[Atom], trial: Trial) -> Cells:
    """Return the cells that some rows show, the first of each standing for it."""
    found: dict[tuple[bool, ...], list[Row]] = {}
    for row in rows:
        decided = dict(zip(names, row, strict=True))
        signs = tuple([trial.holds(atom, decided) for atom in atoms])
        found.setdefault(signs, []).append(row)
    groups = list(found.values())

    def apart(position: int, a: int, b: int) -> Pair | None:
        if len(names) == 1:
            return groups[a][0], groups[b][0]
        others = {row[:position] + row[position + 1 :]: row for row in reversed(groups[a])}
        pairs = ((others.get(row[:position] + row[position + 1 :]), row) for row in groups[b])
        return next(((one, other) for one, other in pairs if one is not None), None)

    def pairs(_: int) -> Iterable[tuple[int, int]]:
        return combinations(range(len(groups)), 2)

    columns = zip(*found, strict=True)
    return Cells(
        rows=tuple([group[0] for group in groups]),
        signs=dict(zip(atoms, columns, strict=True)),
        shape=(names, tuple(found)),
        pairs=pairs,
        apart=apart,
    )


def words_to_try(values: Choices, atoms: Iterable[Atom], first: str, others: int) -> list[Values]:
    """Return enough words of a fact to show all that atoms can make of it.

    Args:
        values: the words left; any text where they cannot be listed.
        atoms: what reads the fact.
        first: the word that comes first where it is among them.
        others: how many facts are tied together, which may all have different texts.

    """
    if values.words is not None:
        words = sorted(values.words, key=lambda word: (word != first, word))
    else:
        mentioned = sorted({word for atom in atoms for word in _mentioned(atom)})
        ends = [OTHER_TEXT * number for number in range(1, others + 1)]
        words = [*ends, *mentioned, *(word + end for word in mentioned for end in ends)]
    return [one_word(word) for word in words]


def _mentioned(atom: Atom) -> Iterator[str]:
    match atom:
        case StartsWith():
            yield atom.prefix
        case Within():
            yield from atom.words
        case Compare():
            for side in (atom.left, atom.right):
                if isinstance(side, Constant):
                    yield str(side.value)
        case _:
            pass


def is_open(values: Values) -> bool:
    """Tell whether more than one value is left."""
    return values.single is None
