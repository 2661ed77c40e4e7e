"""clingo as an oracle: a logic program in which a condition holds, is denied, or neither.

`h(N,M,R)` says that node N holds in matter M, of record R or of the matter itself (0); `-h`, the
explicit negation, that it does not. The program has no answer where both are derived.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import clingo

from discretion.facts.view import View
from tests.agreement.engine import TRUTHS_OF
from tests.agreement.engine import Truths
from tests.agreement.oracles.logic_facts import said
from tests.agreement.oracles.logic_rules import LogicRules
from tests.exactness.policy import Policy


class Clingo:
    """The answer-set solver clingo; it has no beginnings of texts."""

    name = "clingo"
    leaves_out = frozenset(("StartsWith",))

    def truths(self, policy: Policy, views: Sequence[View]) -> list[Truths]:
        """Return the truth of every rule of a policy, in each matter."""
        program = LogicRules(policy.reading)
        nodes = {rule: program.rule(rule) for rule in policy.reading.rules}
        control = clingo.Control(["--warn=none"])
        text = "\n".join((_calendar(), *program.lines, *said(policy, views)))
        control.add("base", [], text)
        control.ground([("base", [])])
        with control.solve(yield_=True) as answers:
            shown = [model.symbols(shown=True) for model in answers]
        if not shown:
            return [dict.fromkeys(nodes) for _ in views]
        (symbols,) = shown
        derived = {
            (each.arguments[0].number, each.arguments[1].number, each.positive)
            for each in symbols
            if each.name == "h" and each.arguments[2].number == 0
        }
        return [
            {
                rule: TRUTHS_OF[(node, row, True) in derived, (node, row, False) in derived]
                for rule, node in nodes.items()
            }
            for row in range(len(views))
        ]


@cache
def _calendar() -> str:
    return Path(__file__).with_name("calendar.lp").read_text("utf-8")
