"""The engine of formulas in the agreement suite, on matters whose facts are given."""

from collections.abc import Sequence

import z3

from discretion.engines.smt.engine import SmtEngine
from discretion.engines.smt.pair import Pair
from discretion.engines.smt.said_matter import SaidMatter
from discretion.facts.view import View
from discretion.truth import Truth
from tests.agreement.engine import TRUTHS_OF
from tests.agreement.engine import Truths
from tests.exactness.policy import Policy


class Formulas:
    """The engine of formulas: each pair is worked out to yes or no by the solver's simplifier."""

    name = "SMT"
    leaves_out: frozenset[str] = frozenset()

    def truths(self, policy: Policy, views: Sequence[View]) -> list[Truths]:
        """Return the truth of every rule of a policy, in each matter."""
        found: list[Truths] = []
        for view in views:
            engine = SmtEngine(SaidMatter(view), policy.reading)
            found.append({rule: _truth(engine.rule(rule)) for rule in policy.reading.rules})
        return found


def _truth(pair: Pair) -> Truth | None:
    true, false = (_is_true(half) for half in pair)
    return TRUTHS_OF[true, false]


def _is_true(formula: z3.BoolRef) -> bool:
    simple = z3.simplify(formula)
    if z3.is_true(simple) or z3.is_false(simple):
        return bool(z3.is_true(simple))
    message = f"the formula is not worked out: {simple}"
    raise ValueError(message)
