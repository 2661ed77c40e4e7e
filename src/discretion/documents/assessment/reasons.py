"""The official's own part: blank lines for each factor, each judgment, the decision and the names.

It is structured, because a box for free text was left without reasons in most of the overrides that
auditors looked at. Source: DHS Office of Inspector General (2024), 190 of 266 sampled overrides.
"""

from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.wording.findings import finding_asked
from discretion.assess.wording.findings import finding_groups
from discretion.assess.wording.judgments import within_reach
from discretion.documents.assessment.sources import Sources
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Lines
from discretion.documents.content.blocks import NewPage
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence

LEAD = (
    "This part is left empty. Whoever decides fills it in, in their own words.",
    "It takes one row for each factor that the decision rests on or sets aside.",
    "A sentence that would fit any file is no reason.",
    "A factor that is listed here is not thereby for or against anything.",
)
FACTOR_HEAD = ("Factor", "Evidence, by paper and page", "Pinpoint", "Which way it counts, and why")
JUDGMENT_HEAD = ("Question", "Answer", "Evidence, by paper and page", "Reason, in your own words")
WIDTHS = (4, 3, 2, 5)
BLANK_ROWS = 3
"""How many rows are left for factors that no rule names."""
LINE = "_" * 40
SIGNED = ("Name", "Office and role", "Day", "Signature")
DECIDED = (
    "Decision",
    "Other ways of acting that were considered",
    "What was unknown, and what was done to learn it",
)
SIGNERS = ("Prepared by", "Decided by", "Reviewed by a supervisor, who is another person")
SETTLED = "settled"


def own_reasons(
    assessments: Iterable[Assessment], sources: Sources, *, outward: bool
) -> Iterator[Block]:
    """Yield the part that only officials fill in.

    Args:
        assessments: one for each instrument, in its first reading.
        sources: what the factors rest on.
        outward: whether the case was assessed for outside, where open judgments are not told.

    """
    known = tuple(assessments)
    yield NewPage()
    yield Heading(text="The official's own reasons")
    yield Paragraph(sentences=tuple(Sentence(text=each) for each in LEAD))
    factors = list(_factors(known, sources))
    blank = [()] * BLANK_ROWS
    yield _form("Reasons for each factor", FACTOR_HEAD, (*((each,) for each in factors), *blank))
    judgments = [] if outward else list(_judgments(known))
    if judgments:
        yield _form("Judgments to settle", JUDGMENT_HEAD, ((each,) for each in judgments))
    yield Heading(text="The decision, and who made it", level=2)
    yield _blanks(DECIDED)
    for title in SIGNERS:
        yield Heading(text=title, level=3)
        yield _blanks(SIGNED)


def _factors(known: Iterable[Assessment], sources: Sources) -> Iterator[Sentence]:
    """Yield every factor that is met or that a person has to weigh, each once."""
    told: set[str] = set()
    for each in known:
        for group in finding_groups(each):
            for finding in (*group.met, *group.weighed) if group.side else ():
                citation = finding.rule.citation
                text = f"{finding_asked(finding, each)} ({citation})"
                if text not in told:
                    told.add(text)
                    yield sources.of_finding(finding, each, text)


def _judgments(known: Iterable[Assessment]) -> Iterator[Sentence]:
    for each in known:
        for judgment in within_reach(each):
            if judgment.state != SETTLED:
                text = f"{judgment.question} ({judgment.citation})"
                yield Sentence(text=text, citations=(judgment.citation,))


def _form(caption: str, head: tuple[str, ...], rows: Iterable[tuple[Sentence, ...]]) -> Grid:
    """Return a table whose first cells are given and whose others are blank."""
    cells = tuple((Cell(sentences=given), *(Cell() for _ in head[1:])) for given in rows)
    return Grid(caption=caption, head=head, rows=cells, widths=WIDTHS)


def _blanks(names: Iterable[str]) -> Lines:
    return Lines(lines=tuple(Sentence(text=f"{name}: {LINE}") for name in names))
