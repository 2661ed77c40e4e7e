"""Decision diagrams over cells: reduced, ordered, and the same function as their truth table."""

from collections.abc import Callable
from collections.abc import Iterable
from itertools import product
from random import Random

import pytest

from discretion.analysis.diagram import FALSE
from discretion.analysis.diagram import TRUE
from discretion.analysis.diagram import UNKNOWN
from discretion.analysis.diagram import Diagrams

SIZES = (2, 3, 2, 2)
"""How many cells each of the four variables has."""
ROWS = tuple(product(*(range(size) for size in SIZES)))
Function = tuple[int, ...]
"""What a diagram comes to in each row."""
TRUTHS = (FALSE, UNKNOWN, TRUE)


def function_of(diagrams: Diagrams, node: int) -> Function:
    return tuple(end_of(diagrams, node, row) for row in ROWS)


def end_of(diagrams: Diagrams, node: int, row: tuple[int, ...]) -> int:
    while not diagrams.is_terminal(node):
        node = diagrams.children(node)[row[diagrams.variable(node)]]
    return node


def made(diagrams: Diagrams, function: Function, depth: int = 0) -> int:
    """Return the diagram of a truth table, by splitting it one variable after another."""
    if depth == len(SIZES):
        return function[0]
    size = len(function) // SIZES[depth]
    parts = [function[cell * size : (cell + 1) * size] for cell in range(SIZES[depth])]
    return diagrams.node(depth, tuple(made(diagrams, part, depth + 1) for part in parts))


def functions(seed: int, ends: Iterable[int] = TRUTHS) -> tuple[Function, Function]:
    """Return two random truth tables, in which some variables often do not matter."""
    random = Random(seed)
    found = []
    for _ in range(2):
        mattering = [random.random() < 0.7 for _ in SIZES]
        table: dict[tuple[int, ...], int] = {}
        row_of = [
            tuple(cell * matters for cell, matters in zip(row, mattering, strict=True))
            for row in ROWS
        ]
        for row in row_of:
            table.setdefault(row, random.choice(tuple(ends)))
        found.append(tuple(table[row] for row in row_of))
    return found[0], found[1]


def nodes_of(diagrams: Diagrams, roots: Iterable[int]) -> set[int]:
    return {node for root in roots for node in diagrams.nodes(root)}


@pytest.mark.parametrize("seed", range(60))
def test_two_findings_are_one_node_exactly_where_they_are_one_function(seed: int) -> None:
    """Two findings are one node exactly where no completion tells them apart."""
    diagrams = Diagrams()
    one, other = functions(seed)
    nodes = made(diagrams, one), made(diagrams, other)

    assert one == function_of(diagrams, nodes[0])
    assert other == function_of(diagrams, nodes[1])
    assert (one == other) == (nodes[0] == nodes[1])


OPERATIONS: dict[str, tuple[Callable[[Diagrams, int, int], int], Callable[[int, int], int]]] = {
    "both": (Diagrams.both, min),
    "either": (Diagrams.either, max),
    "opposite": (lambda diagrams, one, _: diagrams.opposite(one), lambda one, _: TRUE - one),
}


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("seed", range(60))
def test_a_connective_of_diagrams_is_that_of_their_truth_tables(name: str, seed: int) -> None:
    """A connective of diagrams is Kleene's connective in every completion, and stays reduced."""
    of_diagrams, of_truths = OPERATIONS[name]
    diagrams = Diagrams()
    one, other = functions(seed)
    found = of_diagrams(diagrams, made(diagrams, one), made(diagrams, other))
    expected = tuple(of_truths(a, b) for a, b in zip(one, other, strict=True))

    assert expected == function_of(diagrams, found)
    assert made(diagrams, expected) == found


@pytest.mark.parametrize("seed", range(60))
def test_every_diagram_is_reduced_and_ordered(seed: int) -> None:
    """No node has children that are all one, none stands twice, and variables keep their order."""
    diagrams = Diagrams()
    one, other = (made(diagrams, function) for function in functions(seed))
    roots = (diagrams.both(one, other), diagrams.either(one, diagrams.opposite(other)))
    inner = [node for node in nodes_of(diagrams, roots) if not diagrams.is_terminal(node)]
    keys = {(diagrams.variable(node), diagrams.children(node)) for node in inner}

    assert len(inner) == len(keys)
    for node in inner:
        children = diagrams.children(node)
        assert len(set(children)) > 1
        assert all(diagrams.variable(node) < diagrams.variable(child) for child in children)


@pytest.mark.parametrize("seed", range(60))
def test_choosing_takes_the_one_where_the_test_is_true_and_the_other_elsewhere(seed: int) -> None:
    diagrams = Diagrams()
    tokens = [diagrams.terminal(word) for word in "abc"]
    test, _ = functions(seed)
    then, otherwise = functions(seed + 1000, tokens)
    found = diagrams.choose(made(diagrams, test), made(diagrams, then), made(diagrams, otherwise))
    expected = tuple(
        a if truth == TRUE else b for truth, a, b in zip(test, then, otherwise, strict=True)
    )

    assert expected == function_of(diagrams, found)
    assert made(diagrams, expected) == found


@pytest.mark.parametrize("seed", range(60))
def test_restricting_decides_some_variables_and_leaves_the_others(seed: int) -> None:
    diagrams = Diagrams()
    random = Random(seed)
    function, _ = functions(seed)
    chosen = random.sample(range(len(SIZES)), random.randint(0, len(SIZES)))
    cells = {variable: random.randrange(SIZES[variable]) for variable in chosen}
    found = diagrams.restrict(made(diagrams, function), cells)
    table = dict(zip(ROWS, function, strict=True))
    expected = tuple(
        table[tuple(cells.get(variable, cell) for variable, cell in enumerate(row))] for row in ROWS
    )

    assert expected == function_of(diagrams, found)
    assert diagrams.support(found).isdisjoint(cells)


@pytest.mark.parametrize("seed", range(60))
def test_a_variable_stands_in_a_diagram_exactly_where_it_can_make_a_difference(seed: int) -> None:
    """A variable stands in a diagram exactly where its cell alone can make a difference."""
    diagrams = Diagrams()
    function, _ = functions(seed)
    table = dict(zip(ROWS, function, strict=True))
    node = made(diagrams, function)
    expected = {
        variable
        for variable, size in enumerate(SIZES)
        for row in ROWS
        for cell in range(size)
        if table[row] != table[(*row[:variable], cell, *row[variable + 1 :])]
    }

    assert expected == diagrams.support(node)
    assert set(function) == diagrams.terminals(node)


@pytest.mark.parametrize("seed", range(20))
def test_several_findings_together_are_those_taken_in_turn(seed: int) -> None:
    diagrams = Diagrams()
    tables = [*functions(seed), *functions(seed + 1000)]
    nodes = [made(diagrams, table) for table in tables]
    rows = list(zip(*tables, strict=True))

    assert tuple(map(min, rows)) == function_of(diagrams, diagrams.all_of(nodes))
    assert tuple(map(max, rows)) == function_of(diagrams, diagrams.any_of(nodes))


def test_of_no_findings_all_hold_and_none_holds() -> None:
    assert TRUE == Diagrams().all_of([])
    assert FALSE == Diagrams().any_of([])


def test_two_findings_stand_side_by_side_in_each_cell_of_a_variable() -> None:
    diagrams = Diagrams()
    one, other = diagrams.node(0, (FALSE, TRUE)), diagrams.node(1, (TRUE, UNKNOWN, FALSE))

    assert [(FALSE, other), (TRUE, other)] == diagrams.side_by_side(one, other, 0)
    assert [(one, TRUE), (one, UNKNOWN), (one, FALSE)] == diagrams.side_by_side(one, other, 1)
