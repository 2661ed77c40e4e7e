"""Missing facts in words: why each is missing, and what it could change."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import MissingRow
from discretion.assess.wording.contrast import contrast_of

NOTHING_MISSING = "Nothing that is missing could change a finding."
CHANGES_OUTCOME = "Could change the outcome:"
CHANGES_FINDING = "Could change a finding, not the outcome:"
INFORMS_JUDGMENT = "Could only inform a judgment:"
REASONS = {
    "not_asked": "",
    "client_unsure": "the client is not sure",
    "withheld": "withheld",
    "redacted": "redacted",
    "conflicting": "accounts conflict",
    "not_recorded": "not recorded in this file",
    "assumed": "narrowed by what is assumed",
}


def missing_groups(each: Assessment) -> Iterator[tuple[str, tuple[MissingRow, ...]]]:
    """Yield the missing facts by what each could change, those of the outcome first."""
    groups: dict[str, list[MissingRow]] = {
        lead: [] for lead in (CHANGES_OUTCOME, CHANGES_FINDING, INFORMS_JUDGMENT)
    }
    for row in each.missing:
        groups[_lead(row)].append(row)
    yield from ((lead, tuple(rows)) for lead, rows in groups.items() if rows)


def _lead(row: MissingRow) -> str:
    if row.could_change_outcome:
        return CHANGES_OUTCOME
    return CHANGES_FINDING if row.could_change else INFORMS_JUDGMENT


def missing_in_words(row: MissingRow, each: Assessment) -> str:
    """Return the question of a missing fact, why nobody knows, and what it bears on."""
    reason = REASONS.get(row.reason, row.reason)
    told = f" ({reason})" if reason else ""
    return f"{row.question}{told}{_what(row, each)}"


def _what(row: MissingRow, each: Assessment) -> str:
    """Return which provisions a missing fact bears on, and what two answers would lead to."""
    if each.ruleset is None:
        return ""
    rules = each.ruleset.pack.rules
    pinpoints = dict.fromkeys(rules[rule].citation.pinpoint for rule in row.could_change)
    parts = []
    if pinpoints:
        parts.append(f"Bears on {'; '.join(pinpoints)}")
    contrast = contrast_of(row, each.view)
    if contrast is not None and row.could_change_outcome:
        parts.append(
            f"For example “{contrast.answer}” gives {contrast.gives}, "
            f"“{contrast.otherwise}” gives {contrast.otherwise_gives}"
        )
    return f" [{'. '.join(parts)}.]" if parts else ""
