"""What decides a finding: the missing facts that alone can change it, each with two completions.

An open fact counts on what the record holds; a record fact that nobody recorded counts with every
other such fact as it is.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias

from discretion.analysis.completion import Completion
from discretion.analysis.diagram import TRUE
from discretion.analysis.diagram import Diagrams
from discretion.analysis.groundwork import Decided
from discretion.analysis.groundwork import Turn
from discretion.analysis.variables import Assignment

Way: TypeAlias = tuple[dict[int, int], int]
"""Cells of some variables, and the node of a diagram that they lead to."""


def decide(completion: Completion, free: int, tokens: Table[int, str]) -> Decided:
    """Return what a finding can come to and what decides it.

    Args:
        completion: where its diagram was built.
        free: its diagram, with record facts free to be recorded.
        tokens: what each terminal stands for.

    """
    diagrams, variables = completion.diagrams, completion.variables
    support = diagrams.support(free)
    if not support:
        return Decided((tokens[free],), ())
    on_file = dict.fromkeys(variables.unrecorded & support, 0)
    actual = diagrams.restrict(free, on_file)
    turns = []
    for name in dict.fromkeys(name for each in sorted(support) for name in variables.names(each)):
        mine = variables.named[name]
        root = actual
        if not mine.isdisjoint(on_file):
            others = {number: cell for number, cell in on_file.items() if number not in mine}
            root = diagrams.restrict(free, others)
        turn = _turn(completion, root, name, tokens)
        if turn is not None:
            turns.append(turn)
    ends = diagrams.terminals(actual)
    reached = dict.fromkeys(token for node, token in tokens.items() if node in ends)
    return Decided(tuple(reached), tuple(turns))


def _turn(completion: Completion, root: int, name: str, tokens: Table[int, str]) -> Turn | None:
    """Return two completions that differ in one missing fact alone and in what they give."""
    diagrams, variables = completion.diagrams, completion.variables
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
                one = _decided(completion, {**cells, number: a}) | apart[0]
                other = _decided(completion, {**cells, number: b}) | apart[1]
                return Turn(name, (one, tokens[end_a]), (other, tokens[end_b]))
    return None


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


def _decided(completion: Completion, cells: dict[int, int]) -> Assignment:
    """Return values that lie in some cells; a fact that follows from others is not said as well."""
    decided: Assignment = {}
    variables, diagrams, follows = completion.variables, completion.diagrams, completion.follows
    for number, cell in sorted(cells.items()):
        if number not in follows or all(
            diagrams.restrict(node, cells) != TRUE for node in follows[number]
        ):
            decided.update(variables[number].decided(cell))
    return decided


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
