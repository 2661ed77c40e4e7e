"""Reduced ordered decision diagrams over cells: what a finding is for every completion.

A node tests one variable and has one child for each of its cells; equal nodes are one node, and a
node whose children are all the same is that child. So a variable stands in a diagram exactly when
the finding depends on it. Terminals 0, 1 and 2 are false, unknown and true; further terminals are
tokens of an outcome table.

Source: R. E. Bryant, Graph-Based Algorithms for Boolean Function Manipulation, IEEE Transactions
on Computers C-35 (1986), for ordering, reduction and `apply`; here with several children a node.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator

FALSE, UNKNOWN, TRUE = 0, 1, 2
_LAST = 1 << 62


class Diagrams:
    """A store of nodes in which equal functions are the same number.

    INVARIANT reduced: no two nodes are equal, and no node's children are all one.
    INVARIANT ordered: a node's variable comes before its children's.
    """

    def __init__(self) -> None:
        """Start with the three truths as terminals."""
        self._variable = [_LAST, _LAST, _LAST]
        self._children: list[tuple[int, ...]] = [(), (), ()]
        self._nodes: dict[tuple[int, tuple[int, ...]], int] = {}
        self._support: dict[int, frozenset[int]] = {}
        self._both: dict[tuple[int, int], int] = {}
        self._either: dict[tuple[int, int], int] = {}
        self._opposite: dict[int, int] = {}
        self._chosen: dict[tuple[int, int, int], int] = {}
        self._tokens: dict[str, int] = {}

    def __len__(self) -> int:
        """Return how many nodes there are."""
        return len(self._variable)

    def terminal(self, token: str) -> int:
        """Return the terminal of a token of an outcome table."""
        found = self._tokens.get(token)
        if found is None:
            found = self._tokens[token] = len(self._variable)
            self._variable.append(_LAST)
            self._children.append(())
        return found

    def node(self, variable: int, children: tuple[int, ...]) -> int:
        """Return the node that tests a variable; relies on reduced."""
        first = children[0]
        if children.count(first) == len(children):
            return first
        key = (variable, children)
        found = self._nodes.get(key)
        if found is None:
            found = self._nodes[key] = len(self._variable)
            self._variable.append(variable)
            self._children.append(children)
        return found

    def is_terminal(self, node: int) -> bool:
        """Tell whether a node tests nothing."""
        return not self._children[node]

    def variable(self, node: int) -> int:
        """Return the variable that a node tests."""
        return self._variable[node]

    def children(self, node: int) -> tuple[int, ...]:
        """Return a node's children, one to a cell."""
        return self._children[node]

    def both(self, left: int, right: int) -> int:
        """Return the conjunction of two findings."""
        if left in (right, FALSE) or right == TRUE:
            return left
        if left == TRUE or right == FALSE:
            return right
        key = (left, right) if left < right else (right, left)
        found = self._both.get(key)
        if found is None:
            found = self._both[key] = self._apply(self.both, min, left, right)
        return found

    def either(self, left: int, right: int) -> int:
        """Return the disjunction of two findings."""
        if left in (right, TRUE) or right == FALSE:
            return left
        if left == FALSE or right == TRUE:
            return right
        key = (left, right) if left < right else (right, left)
        found = self._either.get(key)
        if found is None:
            found = self._either[key] = self._apply(self.either, max, left, right)
        return found

    def opposite(self, node: int) -> int:
        """Return the negation of a finding."""
        if node <= TRUE:
            return TRUE - node
        found = self._opposite.get(node)
        if found is None:
            children = tuple([self.opposite(child) for child in self._children[node]])
            found = self._opposite[node] = self.node(self._variable[node], children)
            self._opposite[found] = node
        return found

    def _apply(
        self,
        again: Callable[[int, int], int],
        combine: Callable[[int, int], int],
        left: int,
        right: int,
    ) -> int:
        left_variable, right_variable = self._variable[left], self._variable[right]
        if left_variable == right_variable:
            if left_variable == _LAST:
                return combine(left, right)
            pairs = zip(self._children[left], self._children[right], strict=True)
            return self.node(left_variable, tuple([again(a, b) for a, b in pairs]))
        if left_variable < right_variable:
            children = tuple([again(child, right) for child in self._children[left]])
            return self.node(left_variable, children)
        children = tuple([again(left, child) for child in self._children[right]])
        return self.node(right_variable, children)

    def choose(self, test: int, then: int, otherwise: int) -> int:
        """Return `then` where a finding is true and `otherwise` where it is false or unknown."""
        if test == TRUE or then == otherwise:
            return then
        if test <= UNKNOWN:
            return otherwise
        key = (test, then, otherwise)
        found = self._chosen.get(key)
        if found is None:
            top = min(self._variable[part] for part in key)
            split = [self._cofactors(part, top) for part in key]
            size = max(len(children) for children in split)
            rows = [part * size if len(part) == 1 else part for part in split]
            children = tuple([self.choose(*row) for row in zip(*rows, strict=True)])
            found = self._chosen[key] = self.node(top, children)
        return found

    def side_by_side(self, left: int, right: int, variable: int) -> list[tuple[int, int]]:
        """Return what two findings come to in each cell of a variable, the first of one or both."""
        lefts, rights = self._cofactors(left, variable), self._cofactors(right, variable)
        size = max(len(lefts), len(rights))
        return [(lefts[cell % len(lefts)], rights[cell % len(rights)]) for cell in range(size)]

    def _cofactors(self, node: int, variable: int) -> tuple[int, ...]:
        return self._children[node] if self._variable[node] == variable else (node,)

    def restrict(self, node: int, cells: dict[int, int]) -> int:
        """Return a finding with the cells of some variables decided."""
        memo: dict[int, int] = {}

        def restricted(node: int) -> int:
            if not self._children[node]:
                return node
            found = memo.get(node)
            if found is None:
                variable = self._variable[node]
                if variable in cells:
                    found = restricted(self._children[node][cells[variable]])
                else:
                    children = tuple([restricted(child) for child in self._children[node]])
                    found = self.node(variable, children)
                memo[node] = found
            return found

        return restricted(node) if self.support(node) & cells.keys() else node

    def support(self, node: int) -> frozenset[int]:
        """Return the variables that a finding depends on; relies on reduced."""
        children = self._children[node]
        if not children:
            return frozenset()
        found = self._support.get(node)
        if found is None:
            parts = [self.support(child) for child in set(children)]
            found = frozenset((self._variable[node],)).union(*parts)
            self._support[node] = found
        return found

    def terminals(self, node: int) -> frozenset[int]:
        """Return every terminal that a completion reaches; relies on all cells being possible."""
        return frozenset(each for each in self.nodes(node) if not self._children[each])

    def nodes(self, root: int) -> Iterator[int]:
        """Yield every node below and including a root, each once."""
        seen = {root}
        waiting = [root]
        while waiting:
            node = waiting.pop()
            yield node
            for child in self._children[node]:
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)

    def all_of(self, nodes: Iterable[int]) -> int:
        """Return the conjunction of several findings, true for none."""
        found = TRUE
        for node in nodes:
            found = self.both(found, node)
        return found

    def any_of(self, nodes: Iterable[int]) -> int:
        """Return the disjunction of several findings, false for none."""
        found = FALSE
        for node in nodes:
            found = self.either(found, node)
        return found
