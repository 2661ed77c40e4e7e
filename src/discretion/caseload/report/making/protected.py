"""Tables of an audit: outcomes by a quarantined column, which no rule ever read."""

from discretion.caseload.report.making.basis import Basis
from discretion.caseload.report.making.groups import categories_by
from discretion.caseload.report.making.groups import outcomes_by
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.table import ReportTable
from discretion.frozen import replace

CAN_SHOW = (
    "What this can show: whether outcomes and unknowns under a policy fell unequally on groups "
    "that the policy must not tell apart. The column stood apart from every rule: it was read for "
    "this table alone, after all rows were assessed."
)
CANNOT_SHOW = (
    "What this cannot show: why. Groups may differ in what their records hold, in what was "
    "recorded at all and in who came into the table. An unequal share is no proof of "
    "discrimination, an equal one no proof of its absence, and neither is about any person or "
    "officer. The answers are those of the rules on the record, not what anybody did."
)


def protected_tables(basis: Basis, policy: PolicyRun, column: str) -> tuple[ReportTable, ...]:
    """Return the categories and outcomes under a policy, by the values of a quarantined column."""
    found = []
    if basis.words.categories(policy):
        found.append(categories_by(basis, policy, column))
    if policy.outcomes:
        found.append(outcomes_by(basis, policy, column))
    return tuple(
        replace(
            each,
            id=f"audit-{each.id}",
            notes=(CAN_SHOW, CANNOT_SHOW, *each.notes),
        )
        for each in found
    )
