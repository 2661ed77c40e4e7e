"""What decides a finding: the missing facts that alone can change it, each with two completions.

An open fact counts on what the record holds; a record fact that nobody recorded counts with every
other such fact as it is.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import NamedTuple

from discretion.analysis.completion import Completion
from discretion.analysis.diagram import TRUE
from discretion.analysis.diagram import Diagrams
from discretion.analysis.groundwork import Decided
from discretion.analysis.groundwork import Turn
from discretion.analysis.variables import Assignment


class _Step(NamedTuple):
    """A node of a diagram, with the step that leads to it."""

    node: int
    cell: int
    before: "_Step | None"


def decide(completion: Completion, free: int, tokens: Table[int, str]) -> Decided:
    """Return what a finding can come to and what decides it.

    Args:
        completion: where its diagram was built.
        free: its diagram, with record facts free to be recorded.
        tokens: what each terminal stands for.

    """
    diagrams = completion.diagrams
    support = diagrams.support(free)
    if not support:
        return Decided((tokens[free],), ())
    absent = completion.variables.absent
    on_file = dict.fromkeys((number for name in absent.values() for number in name), 0)
    actual = diagrams.restrict(free, on_file)
    turns = []
    for name in _names(completion, support):
        root = actual
        if name in absent:
            freed = {number: 0 for number in on_file if number not in absent[name]}
            root = diagrams.restrict(free, freed)
        turn = _turn(completion, root, name, tokens)
        if turn is not None:
            turns.append(turn)
    ends = diagrams.terminals(actual)
    reached = dict.fromkeys(token for node, token in tokens.items() if node in ends)
    return Decided(tuple(reached), tuple(turns))


def _names(completion: Completion, support: frozenset[int]) -> dict[str, None]:
    """Return the missing facts that some variables belong to, in the order of the variables."""
    return {
        subject.name: None
        for number in sorted(support)
        for subject in completion.variables[number].subjects
    }


def _turn(completion: Completion, root: int, name: str, tokens: Table[int, str]) -> Turn | None:
    """Return two completions that differ in one missing fact alone and in what they give."""
    diagrams = completion.diagrams
    mine = {
        number
        for number in diagrams.support(root)
        if any(subject.name == name for subject in completion.variables[number].subjects)
    }
    if not mine:
        return None
    for step in _steps(diagrams, root):
        number = diagrams.variable(step.node)
        if number not in mine:
            continue
        children = diagrams.children(step.node)
        variable = completion.variables[number]
        for a, b in _unlike(children):
            apart = variable.apart(name, a, b)
            if apart is not None:
                cells, end_a, end_b = _part_ways(diagrams, children[a], children[b])
                cells.update(_way_to(diagrams, step))
                one = _decided(completion, {**cells, number: a}) | apart[0]
                other = _decided(completion, {**cells, number: b}) | apart[1]
                return Turn(name, (one, tokens[end_a]), (other, tokens[end_b]))
    return None


def _unlike(children: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of cells in which a finding is not the same."""
    for a, left in enumerate(children):
        for b in range(a + 1, len(children)):
            if left != children[b]:
                yield a, b


def _steps(diagrams: Diagrams, root: int) -> Iterator[_Step]:
    """Yield every node with the steps that lead to it, nearest first."""
    waiting = [_Step(root, 0, None)]
    seen = {root}
    for step in waiting:
        yield step
        for cell, child in enumerate(diagrams.children(step.node)):
            if child not in seen:
                seen.add(child)
                waiting.append(_Step(child, cell, step))


def _way_to(diagrams: Diagrams, step: _Step) -> dict[int, int]:
    """Return the cells that lead to a node."""
    cells: dict[int, int] = {}
    while step.before is not None:
        cells[diagrams.variable(step.before.node)] = step.cell
        step = step.before
    return cells


def _decided(completion: Completion, cells: dict[int, int]) -> Assignment:
    """Return values that lie in some cells; a fact that follows from others is not said as well."""
    decided: Assignment = {}
    for number, cell in sorted(cells.items()):
        follows = completion.follows.get(number, ())
        if not any(completion.diagrams.restrict(node, cells) == TRUE for node in follows):
            decided.update(completion.variables[number].decided(cell))
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
