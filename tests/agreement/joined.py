"""The engines that are compared with the reference in every run.

An engine joins with a class that has the three names of `Engine`, and its place in `EVERY_RUN`.
"""

from collections.abc import Sequence

from discretion.facts.view import View
from discretion.frozen import dataclass
from tests.agreement.engine import TRUTHS_OF
from tests.agreement.engine import Engine
from tests.agreement.engine import Truths
from tests.agreement.meanings.formulas import Formulas
from tests.agreement.meanings.walker import Walk
from tests.exactness.policy import Policy


@dataclass(frozen=True, slots=True)
class Walker:
    """The second definition; `walk` is another where a mistake is planted in it."""

    name: str = "pairs of booleans"
    leaves_out: frozenset[str] = frozenset()
    walk: type[Walk] = Walk

    def truths(self, policy: Policy, views: Sequence[View]) -> list[Truths]:
        """Return the truth of every rule of a policy, in each matter."""
        rules = policy.reading.rules.items()
        walks = [self.walk(view, policy.reading) for view in views]
        return [{rule: TRUTHS_OF[each.pair(tree)] for rule, tree in rules} for each in walks]


EVERY_RUN: tuple[Engine, ...] = (Walker(), Formulas())
