"""What decides a finding: the missing facts that alone can change it, each with two completions.

An open fact counts on what the record holds; a record fact that nobody recorded counts with every
other such fact as it is.
"""

from collections.abc import Hashable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeAlias

from discretion.analysis.cells.cells import EntangledError
from discretion.analysis.completion import Completion
from discretion.analysis.completion import Further
from discretion.analysis.diagram import FALSE
from discretion.analysis.diagram import TRUE
from discretion.analysis.diagram import Diagrams
from discretion.analysis.memory import Decided
from discretion.analysis.memory import Drawing
from discretion.analysis.memory import Split
from discretion.analysis.memory import Witness
from discretion.analysis.memory import WitnessCase
from discretion.analysis.reach import Needs
from discretion.analysis.variables import Variables

Way: TypeAlias = tuple[dict[int, int], int]
"""Cells of some variables, and the node of a diagram that they lead to."""


def decide(
    completion: Completion, name: str, free: int, tokens: Table[int, str], needs: Needs
) -> Decided:
    """Return what a finding can come to and what decides it.

    Args:
        completion: where its diagram was built.
        name: what it is called in witnesses.
        free: its diagram, with record facts free to be recorded.
        tokens: what each terminal stands for.
        needs: how many further records of each list it was completed with.

    """
    if completion.diagrams.is_terminal(free):
        return Decided((tokens[free],), ())
    decision = Decision(completion, free, completion.further(needs))
    key = decision.key()
    drawing = completion.drawn.drawings.get(key)
    if drawing is None or not decision.answers(drawing):
        drawing = completion.drawn.drawings[key] = decision.drawing()
    ends, splits, _ = drawing
    turns = []
    for split in splits:
        a, b = _cases(split, completion.variables, tokens)
        turns.append((split.fact, Witness(changes=name, a=a, b=b)))
    return Decided(tuple([token for node, token in tokens.items() if node in ends]), tuple(turns))


def _cases(split: Split, variables: Variables, tokens: Table[int, str]) -> list[WitnessCase]:
    """Return the two completions that show a split, with values for cells."""
    apart = variables[split.moving].apart(split.fact, *split.cells)
    if apart is None:
        raise EntangledError((split.fact,))
    cases = []
    for beside, end, moved in zip(split.beside, split.ends, apart, strict=True):
        decided = {}
        for number, cell in beside:
            variable = variables[number]
            if variable.tie:
                decided.update(variable.decided(cell))
            else:
                decided[variable.subjects[0]] = variable.cells.rows[cell][0]
        decided.update(moved)
        cases.append(WitnessCase(decided=decided, gives=tokens[end]))
    return cases


class Decision:
    """One finding that more than one thing can come of, while it is found what decides it."""

    def __init__(self, completion: Completion, free: int, further: Further) -> None:
        """Take the finding's diagram, with record facts free, and its further records."""
        self.diagrams = completion.diagrams
        self.variables = completion.variables
        self.free = free
        self.support = sorted(self.diagrams.support(free))
        self.read = set(self.support)
        self.follows = {
            number: follows
            for number in self.support
            if (follows := completion.follows(self.variables[number].subjects[0], further)) != FALSE
        }
        self.read.update(*(self.diagrams.support(follows) for follows in self.follows.values()))
        self.asked: dict[tuple[int, str, int, int], bool] = {}
        for number in self.read:
            self.variables.make(number)

    def key(self) -> Hashable:
        """Return all that the drawing depends on: equal for two findings that have the same."""
        return (
            self.free,
            frozenset(self.variables.unrecorded & self.read),
            tuple([(each, tie) for each in self.support if (tie := self.variables[each].tie)]),
            tuple(self.follows.items()),
        )

    def drawing(self) -> Drawing:
        """Return what the finding can come to on what the record holds, and what decides it."""
        diagrams, variables = self.diagrams, self.variables
        on_file = dict.fromkeys(variables.unrecorded.intersection(self.support), 0)
        actual = diagrams.restrict(self.free, on_file)
        splits = []
        for name in dict.fromkeys(name for each in self.support for name in variables.names(each)):
            mine = variables.named[name]
            root = actual
            if not mine.isdisjoint(on_file):
                absent = {number: 0 for number in on_file if number not in mine}
                root = diagrams.restrict(self.free, absent)
            split = self._split(name, root)
            if split is not None:
                splits.append(split)
        return diagrams.terminals(actual), tuple(splits), tuple(self.asked.items())

    def answers(self, drawing: Drawing) -> bool:
        """Tell whether all that was asked for a drawing has the same answers here."""
        return all(self._leads(*pair) is leads for pair, leads in drawing[2])

    def _leads(self, number: int, name: str, a: int, b: int) -> bool:
        """Tell whether one missing fact alone leads from one cell of a variable to another."""
        variable = self.variables[number]
        if not variable.tie:
            return True
        leads = variable.apart(name, a, b) is not None
        self.asked[number, name, a, b] = leads
        return leads

    def _split(self, name: str, root: int) -> Split | None:
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
            for a, b in variables[number].pairs(name):
                if children[a] != children[b] and self._leads(number, name, a, b):
                    cells, end_a, end_b = _part_ways(diagrams, children[a], children[b])
                    cells.update(way)
                    beside = tuple(self._said({**cells, number: cell}, name) for cell in (a, b))
                    return Split(name, (beside[0], beside[1]), number, (a, b), (end_a, end_b))
        return None

    def _said(self, cells: dict[int, int], name: str) -> tuple[tuple[int, int], ...]:
        """Return some cells without those of facts that follow from others in them.

        Args:
            cells: the cells.
            name: the missing fact in question, which may be recorded where others are absent.

        """
        follows = self.follows
        return tuple(
            [
                (number, cell)
                for number, cell in sorted(cells.items())
                if number not in follows or not self._is_so(follows[number], cells, name)
            ]
        )

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
    came: dict[int, tuple[int, int]] = {}
    seen = {root}
    waiting = [root]
    for node in waiting:
        if diagrams.variable(node) in mine:
            yield _back(diagrams, node, came), node
        for cell, child in enumerate(diagrams.children(node)):
            if child not in seen:
                seen.add(child)
                came[child] = (node, cell)
                waiting.append(child)


def _back(diagrams: Diagrams, node: int, came: Table[int, tuple[int, int]]) -> dict[int, int]:
    """Return the cells on the way to a node, from where each node was come to."""
    cells: dict[int, int] = {}
    while node in came:
        node, cell = came[node]
        cells[diagrams.variable(node)] = cell
    return cells


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
