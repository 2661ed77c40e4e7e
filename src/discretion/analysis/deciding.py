"""What decides a finding: the missing facts that alone can change it, each with two completions.

An open fact counts on what the record holds; a record fact that nobody recorded counts with every
other such fact as it is.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias

from discretion.analysis.completion import Completion
from discretion.analysis.completion import Further
from discretion.analysis.diagram import FALSE
from discretion.analysis.diagram import TRUE
from discretion.analysis.diagram import Diagrams
from discretion.analysis.groundwork import Decided
from discretion.analysis.groundwork import Turn
from discretion.analysis.reach import Needs
from discretion.analysis.variables import Assignment

Way: TypeAlias = tuple[dict[int, int], int]
"""Cells of some variables, and the node of a diagram that they lead to."""


def decide(completion: Completion, free: int, tokens: Table[int, str], needs: Needs) -> Decided:
    """Return what a finding can come to and what decides it.

    Args:
        completion: where its diagram was built.
        free: its diagram, with record facts free to be recorded.
        tokens: what each terminal stands for.
        needs: how many further records of each list it was completed with.

    """
    if completion.diagrams.is_terminal(free):
        return Decided((tokens[free],), ())
    return Decision(completion, free, tokens, completion.further(needs)).made()


class Decision:
    """One finding that more than one thing can come of, while it is found what decides it."""

    def __init__(
        self, completion: Completion, free: int, tokens: Table[int, str], further: Further
    ) -> None:
        """Take the finding's diagram, what its terminals stand for, and its further records."""
        self.completion = completion
        self.diagrams = completion.diagrams
        self.variables = completion.variables
        self.free = free
        self.tokens = tokens
        self.further = further
        self._follows: dict[int, int] = {}

    def made(self) -> Decided:
        """Return what the finding can come to on what the record holds, and what decides it."""
        diagrams, variables = self.diagrams, self.variables
        support = diagrams.support(self.free)
        on_file = dict.fromkeys(variables.unrecorded & support, 0)
        actual = diagrams.restrict(self.free, on_file)
        names = (name for each in sorted(support) for name in variables.names(each))
        turns = []
        for name in dict.fromkeys(names):
            mine = variables.named[name]
            root = actual
            if not mine.isdisjoint(on_file):
                absent = {number: 0 for number in on_file if number not in mine}
                root = diagrams.restrict(self.free, absent)
            turn = self._turn(name, root)
            if turn is not None:
                turns.append(turn)
        ends = diagrams.terminals(actual)
        reached = dict.fromkeys(token for node, token in self.tokens.items() if node in ends)
        return Decided(tuple(reached), tuple(turns))

    def _turn(self, name: str, root: int) -> Turn | None:
        """Return two completions that differ in one missing fact alone and in what they give.

        Args:
            name: the missing fact.
            root: the finding, with what nobody recorded as absent, but for this fact.

        """
        diagrams, variables = self.diagrams, self.variables
        mine = variables.named[name] & diagrams.support(root)
        if not mine:
            return None
        is_alone = all(len(set(variables.names(number))) == 1 for number in mine)
        ways = (_way(diagrams, root, mine),) if is_alone else _ways(diagrams, root, mine)
        for way, node in ways:
            number = diagrams.variable(node)
            children = diagrams.children(node)
            for a, b in _unlike(children):
                apart = variables[number].apart(name, a, b)
                if apart is not None:
                    cells, end_a, end_b = _part_ways(diagrams, children[a], children[b])
                    cells.update(way)
                    one = self._decided({**cells, number: a}, name) | apart[0]
                    other = self._decided({**cells, number: b}, name) | apart[1]
                    return Turn(name, (one, self.tokens[end_a]), (other, self.tokens[end_b]))
        return None

    def _decided(self, cells: dict[int, int], name: str) -> Assignment:
        """Return values in some cells; a fact that follows from others is not said as well.

        Args:
            cells: the cells.
            name: the missing fact in question, which may be recorded where others are absent.

        """
        decided: Assignment = {}
        for number, cell in sorted(cells.items()):
            variable = self.variables[number]
            follows = self._following(number)
            if follows == FALSE or not self._is_so(follows, cells, name):
                decided.update(variable.decided(cell))
        return decided

    def _following(self, number: int) -> int:
        """Return where the fact of a variable follows from others."""
        found = self._follows.get(number)
        if found is None:
            subject = self.variables[number].subjects[0]
            found = self._follows[number] = self.completion.follows(subject, self.further)
        return found

    def _is_so(self, node: int, cells: dict[int, int], name: str) -> bool:
        """Tell whether something holds in some cells, with all else that nobody recorded absent."""
        others = self.variables.unrecorded - self.variables.named[name]
        return self.diagrams.restrict(node, dict.fromkeys(others, 0) | cells) == TRUE


def _way(diagrams: Diagrams, root: int, mine: set[int]) -> Way:
    """Return a way to a node of some variables, through what is decided by little else."""
    cells: dict[int, int] = {}
    node = root
    while diagrams.variable(node) not in mine:
        children = diagrams.children(node)
        leading = [
            (len(support), cell)
            for cell, child in enumerate(children)
            if not mine.isdisjoint(support := diagrams.support(child))
        ]
        cell = min(leading)[1]
        cells[diagrams.variable(node)] = cell
        node = children[cell]
    return cells, node


def _ways(diagrams: Diagrams, root: int, mine: set[int]) -> Iterator[Way]:
    """Yield a way to every node of some variables, the shortest first."""
    ways: list[Way] = [({}, root)]
    seen = {root}
    for cells, node in ways:
        variable = diagrams.variable(node)
        if variable in mine:
            yield cells, node
        for cell, child in enumerate(diagrams.children(node)):
            if child not in seen:
                seen.add(child)
                ways.append(({**cells, variable: cell}, child))


def _unlike(children: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of cells in which a finding is not the same."""
    for a, left in enumerate(children):
        for b in range(a + 1, len(children)):
            if left != children[b]:
                yield a, b


def _part_ways(diagrams: Diagrams, left: int, right: int) -> tuple[dict[int, int], int, int]:
    """Return cells under which two different findings end differently, and where they end."""
    cells: dict[int, int] = {}
    while not (diagrams.is_terminal(left) and diagrams.is_terminal(right)):
        top = min(diagrams.variable(left), diagrams.variable(right))
        pairs = diagrams.side_by_side(left, right, top)
        cell = next(cell for cell, (one, other) in enumerate(pairs) if one != other)
        cells[top] = cell
        left, right = pairs[cell]
    return cells, left, right
