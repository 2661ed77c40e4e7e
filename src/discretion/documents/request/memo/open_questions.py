"""The memo on what is missing: each open question, and what an answer could change."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import MissingRow
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.told.request_told import RequestTold

HEAD = ("Question", "Could change the outcome", "Could change", "Informs a judgment on")
WIDTHS = (40, 14, 26, 20)
NOTHING = "Nothing that is missing could change a finding."


def open_questions(told: RequestTold) -> Iterator[Block]:
    """Yield what is missing under each policy, what could change the outcome first."""
    yield Heading(text="What could still change")
    for policy in told.checked.policies:
        yield Heading(text=policy.title, level=2)
        if not policy.missing:
            yield Paragraph(sentences=plain(NOTHING))
            continue
        rows = sorted(policy.missing, key=lambda row: not row.could_change_outcome)
        yield Grid(
            caption=f"Open questions under {policy.title}",
            head=HEAD,
            rows=tuple(_row(row, policy) for row in rows),
            widths=WIDTHS,
        )


def _row(row: MissingRow, policy: Assessment) -> tuple[Cell, ...]:
    rules = {finding.rule.id: finding.rule for finding in policy.findings}
    questions = {each.id: each.question for each in policy.judgments}
    pinpoints = dict.fromkeys(rules[name].citation.pinpoint for name in row.could_change)
    informs = [questions[name] for name in row.informs if name in questions]
    asked = Sentence(text=row.question, facts=(row.fact,))
    return (
        Cell(sentences=(asked,)),
        Cell(sentences=plain("yes" if row.could_change_outcome else "no")),
        Cell(sentences=plain("; ".join(pinpoints))) if pinpoints else Cell(),
        Cell(sentences=plain(" ".join(informs))) if informs else Cell(),
    )
