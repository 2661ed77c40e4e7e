"""What is open, for a reader: judgments, missing facts and what each could change, duties."""

from collections.abc import Iterator

from discretion import Assessment
from discretion import DutyState
from discretion import JudgmentState
from discretion import MissingRow
from discretion import Rule
from discretion import contrast_of
from discretion import day_of
from discretion import long_date
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

DUTY_STATES = {
    "owed": "Owed",
    "owed_unless_shown": "Owed until shown otherwise",
    "unknown": "Not known whether owed",
    "discharged": "Discharged",
}
REASONS = {
    "not_asked": "",
    "client_unsure": "the client is not sure",
    "withheld": "withheld",
    "redacted": "redacted",
    "conflicting": "accounts conflict",
    "not_recorded": "not recorded in this file",
    "assumed": "narrowed by what is assumed",
}


def show_judgments(each: Assessment) -> Iterator[str]:
    """Yield the open terms that only a person may settle, with who said what."""
    shown = [judgment for judgment in each.judgments if judgment.state != "not_asserted"]
    unasserted = len(each.judgments) - len(shown)
    if not each.judgments:
        return
    yield subheading("Judgments, which only a person may make")
    for judgment in shown:
        yield paragraph(
            f"{_standing(judgment)}: {judgment.question} ({judgment.citation})", bullet="- "
        )
    if unasserted:
        noun = "other judgment is" if unasserted == 1 else "other judgments are"
        yield paragraph(
            f"{unasserted} {noun} out of reach: the record asserts nothing to rest on.",
            bullet="- ",
        )


def _standing(judgment: JudgmentState) -> str:
    """Return where a judgment stands and who brought it there."""
    answer = "met" if judgment.met else "not met"
    side = f" for the {judgment.side}" if judgment.side else ""
    if judgment.state == "settled":
        return f"Settled by {judgment.by} as {answer}"
    if judgment.state == "argued":
        return f"Argued by {judgment.by}{side} as {answer}, and open"
    if judgment.stale:
        return f"Open again, as the facts have changed since {judgment.by} settled it"
    return "Open"


def show_missing(each: Assessment) -> Iterator[str]:
    """Yield the missing facts, in the order to ask for them, with what each could change."""
    yield subheading("What is missing, and what it could change")
    if not each.missing:
        yield paragraph("Nothing that is missing could change a finding.")
        return
    yield from _rows(
        "Could change the outcome:", [row for row in each.missing if row.could_change_outcome], each
    )
    rest = [row for row in each.missing if row.could_change and not row.could_change_outcome]
    yield from _rows("Could change a finding, not the outcome:", rest, each)
    informing = [
        row for row in each.missing if not row.could_change and not row.could_change_outcome
    ]
    yield from _rows("Could only inform a judgment:", informing, each)


def _rows(lead: str, rows: list[MissingRow], each: Assessment) -> Iterator[str]:
    if not rows:
        return
    yield paragraph(lead)
    for row in rows:
        reason = REASONS.get(row.reason, row.reason)
        what = _what(row, each)
        told = f" ({reason})" if reason else ""
        yield paragraph(f"{row.question}{told}{what}", bullet="- ")


def _what(row: MissingRow, each: Assessment) -> str:
    """Return which provisions a missing fact bears on, and what two answers would lead to."""
    if each.ruleset is None:
        return ""
    rules = each.ruleset.pack.rules
    pinpoints = dict.fromkeys(rules[rule].citation.pinpoint for rule in row.could_change)
    parts = []
    if pinpoints:
        parts.append(f"bears on {'; '.join(pinpoints)}")
    contrast = contrast_of(row, each.view)
    if contrast is not None and row.could_change_outcome:
        parts.append(
            f"for example “{contrast.answer}” gives {contrast.gives}, "
            f"“{contrast.otherwise}” gives {contrast.otherwise_gives}"
        )
    return f" [{'. '.join(capital(part) for part in parts)}.]" if parts else ""


def show_duties(each: Assessment) -> Iterator[str]:
    """Yield the duties that are owed, may be owed or have been discharged."""
    owed = [duty for duty in each.duties if duty.state in DUTY_STATES]
    if not owed or each.ruleset is None:
        return
    yield subheading("Duties")
    for duty in owed:
        yield paragraph(duty_text(duty, each.ruleset.pack.rules[duty.rule]), bullet="- ")


def duty_text(duty: DutyState, rule: Rule) -> str:
    """Return how a duty stands, what it asks, by when, of whom, and where it is written.

    A duty's sentence says when it is owed, so that it stands in quotation marks where that is not
    known of this matter.
    """
    due = f" Due: {_due(duty.due)}." if duty.due else ""
    owner = f" Whose: {duty.owner}." if duty.owner else ""
    basis = rule.citation.basis
    mark = "" if basis == "read" else f" [{basis}]"
    asks = f": {rule.says}" if duty.state == "owed" else f"; a duty where this is so: “{rule.says}”"
    return f"{DUTY_STATES[duty.state]}{asks}{due}{owner} ({rule.citation}{mark})"


def _due(text: str) -> str:
    """Return a due day in words; a moment stays as it is written."""
    day = day_of(text)
    return text if day is None else long_date(day)
