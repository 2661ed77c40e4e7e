"""Which rules the cases of a pack show at work: each met in one case, and not met in another."""

from discretion.rules.cases import PackCases
from discretion.rules.packs.places import Places
from discretion.rules.rule import Pack

SHOWN = frozenset(("category", "factor", "bar", "duty"))
"""The kinds of rule that need a case of each sort."""
MET = frozenset(("true", "owed", "owed_unless_shown"))
"""What a case says of a rule that is met, or of a duty that is owed."""
NOT_MET = frozenset(("false", "discharged", "not_owed"))
"""What a case says of a rule that is not met, or of a duty that is not owed."""


def check_coverage(pack: Pack, cases: PackCases, places: Places) -> None:
    """Report each rule that no case shows met, and each that none shows not met."""
    for rule in pack.rules.values():
        if rule.kind not in SHOWN:
            continue
        told = {case.expect.rules.get(rule.id) for case in cases.cases}
        met, not_met = ("owed", "not owed") if rule.kind == "duty" else ("met", "not met")
        for words, state in ((MET, met), (NOT_MET, not_met)):
            if told.isdisjoint(words):
                places.rule(rule.id).error(
                    "rule_without_case",
                    rule.id,
                    f"no case shows the {rule.kind} `{rule.id}` {state}",
                    "add a case to cases.yaml whose `expect.rules` names it",
                )
