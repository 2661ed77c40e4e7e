"""Which rules the cases of a pack show at work: each met in one case, and not met in another."""

from discretion.rules.cases import PackCases
from discretion.rules.packs.places import Places
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule

MET = frozenset(("true", "owed", "owed_unless_shown"))
"""What a case says of a rule that is met, or of a duty that is owed."""
NOT_MET = frozenset(("false", "discharged", "not_owed"))
"""What a case says of a rule that is not met, or of a duty that is not owed."""


def check_coverage(pack: Pack, cases: PackCases, places: Places) -> None:
    """Report each rule that no case shows met, and each that none shows not met.

    A principle tests nothing, so no case is asked for. A duty without a trigger and without a
    discharge is owed in every matter, so no case can show it otherwise.
    """
    for rule in pack.rules.values():
        told = {case.expect.rules.get(rule.id) for case in cases.cases}
        met, not_met = ("owed", "not owed") if rule.kind == "duty" else ("met", "not met")
        can_differ = _tests_something(rule)
        wanted = ((MET, met, can_differ or rule.kind == "duty"), (NOT_MET, not_met, can_differ))
        for words, state, is_wanted in wanted:
            if is_wanted and told.isdisjoint(words):
                places.rule(rule.id).error(
                    "rule_without_case",
                    rule.id,
                    f"no case shows the {rule.kind} `{rule.id}` {state}",
                    "add a case to cases.yaml whose `expect.rules` names it",
                )


def _tests_something(rule: Rule) -> bool:
    """Tell whether what a rule comes to can differ from matter to matter."""
    discharge = rule.duty.discharged_when if rule.duty is not None else None
    return any((rule.when, discharge, rule.judgment, rule.interpretations, rule.rests_on))
