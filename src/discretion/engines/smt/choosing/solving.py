"""Putting a question to the solver: a matter that meets a formula, with as little said as can be.

A question that is not settled in its time is told as such, and is never taken for one without an
answer.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

import z3

from discretion.engines.smt.pair import Formula

MILLISECONDS = 1000


class Found(Enum):
    """What a solver says of a question."""

    SOME = "some"
    NONE = "none"
    NOT_SETTLED = "not_settled"


FOUND = {"sat": Found.SOME, "unsat": Found.NONE, "unknown": Found.NOT_SETTLED}
"""What the words of a solver mean here."""


def holds_in(model: z3.ModelRef, formula: Formula) -> bool:
    """Tell whether a formula holds in a choice; what the choice leaves open counts as not so."""
    return bool(z3.is_true(model.eval(formula, model_completion=True)))


class Search:
    """One solver, over formulas that always hold; questions are put and taken back.

    It works in a place of its own, so that what it chooses never depends on what was asked of
    other solvers before: formulas are carried there, and what it chose is carried back.
    """

    def __init__(self, kept: Iterable[Formula], seconds: float) -> None:
        """Take what always holds, and how long one question may take."""
        self.seconds = seconds
        self._place = z3.Context()
        self.solver = z3.Solver(ctx=self._place)
        self.solver.set("timeout", max(1, round(seconds * MILLISECONDS)))
        self.solver.set("random_seed", 0)
        for formula in kept:
            self.keep(formula)
        self.refuted: list[str] = []
        """Each question that had no answer, as a script in SMT-LIB that another solver can read."""
        self.is_recording = False

    def keep(self, formula: Formula) -> None:
        """Let a formula always hold from now on."""
        self.solver.add(formula.translate(self._place))

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Forget, at the end, all that was kept since the beginning."""
        self.solver.push()
        yield
        self.solver.pop()

    def ask(self, *wanted: Formula) -> tuple[Found, z3.ModelRef | None]:
        """Return whether any choice meets all that is wanted, with one that does."""
        self.solver.push()
        for formula in wanted:
            self.keep(formula)
        found = FOUND[str(self.solver.check())]
        model = self.solver.model().translate(z3.main_ctx()) if found is Found.SOME else None
        if found is Found.NONE and self.is_recording:
            self.refuted.append(self.solver.to_smt2())
        self.solver.pop()
        return found, model

    def fewest(
        self, said: Iterable[Formula], *wanted: Formula
    ) -> tuple[Found, z3.ModelRef | None, int]:
        """Return a choice that meets what is wanted and says the fewest things, with their number.

        Not settled also where some choice is found and nobody knows whether a smaller one exists.
        """
        things = tuple(said)
        found, model = self.ask(*wanted)
        if model is None:
            return found, None, 0
        for number in range(len(things) + 1):
            found, smaller = self.ask(*wanted, _at_most(things, number))
            if found is not Found.NONE:
                return found, smaller, number
        return found, model, len(things)


def _at_most(things: tuple[Formula, ...], number: int) -> Formula:
    if number >= len(things):
        return z3.BoolVal(val=True)
    if number == 0:
        return z3.Not(z3.Or(*things))
    return z3.AtMost(*things, number)
