"""The factor worksheet: each factor, what the record shows, which way it counts, and where."""

from collections.abc import Iterator

from discretion.assess.wording.reasons import sentence_of
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Cell
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.document import Document
from discretion.documents.content.sentence import Sentence
from discretion.documents.content.sentence import plain
from discretion.documents.request.saying.grounds import Grounds
from discretion.documents.request.saying.statements import Statements
from discretion.documents.request.told.request_told import RequestTold
from discretion.request import CITABLE
from discretion.request import FactorEvidence
from discretion.request import Way
from discretion.truth import Truth

HEAD = ("Factor", "What the record shows", "Helps or hurts", "Exhibits")
WIDTHS = (30, 40, 14, 16)
SIDES = {
    "mitigating": "helps",
    "aggravating": "hurts",
    "either": "may count either way",
    "context": "part of the whole picture",
}
AGAINST = "aggravating"
HISTORY = "The policies below are history on the day of this request, and no authority."
UNCERTAIN = "It is not certain that this policy is in force on the day of this request."
WHOLE = (
    "No factor decides by itself, and none is counted against another: an official weighs all of "
    "them together."
)


def worksheet(told: RequestTold) -> Document:
    """Return the worksheet of a request, with nothing but what may go out."""
    return Document(
        kind="worksheet",
        title="Factor worksheet",
        language="en",
        dated=told.checked.filing_on,
        blocks=tuple(_blocks(told)),
    )


def _blocks(told: RequestTold) -> Iterator[Block]:
    yield Paragraph(sentences=plain(WHOLE))
    if told.checked.is_history:
        yield Paragraph(sentences=plain(HISTORY))
    statements, grounds = Statements(told), Grounds(told)
    for policy in told.checked.policies:
        listed = [
            each
            for each in told.checked.factors
            if each.instrument == policy.instrument and _goes_out(each)
        ]
        rows = [row for each in listed if (row := _row(each, told, statements, grounds))]
        if not rows:
            continue
        yield Heading(text=policy.title)
        if policy.governs is Truth.UNKNOWN:
            yield Paragraph(sentences=plain(UNCERTAIN))
        yield Grid(
            caption=f"Factors of {policy.title}",
            head=HEAD,
            rows=tuple(rows),
            widths=WIDTHS,
        )


def _goes_out(each: FactorEvidence) -> bool:
    """Tell whether a factor has a fact that goes out, and a provision that was read."""
    is_citable = each.finding.rule.citation.basis in CITABLE
    return is_citable and any(way.way is Way.GOES_OUT for way in each.facts)


def _row(
    each: FactorEvidence, told: RequestTold, statements: Statements, grounds: Grounds
) -> tuple[Cell, ...]:
    """Return a factor as a row, empty where nothing may be said of it or it is no reason.

    What counts against the person stands there where it is established, and not while it is open.
    """
    rule = each.finding.rule
    out = [way for way in each.facts if way.way is Way.GOES_OUT]
    shown = [shown for shown in grounds.shown(iter((each,))) if shown.says]
    said = tuple(Sentence(text=f"{one.says}.", citations=one.citations) for one in shown)
    is_said = any(not one.is_measure for one in shown)
    if not shown and (rule.side == AGAINST or each.finding.measure):
        return ()
    names = [
        name for name in dict.fromkeys(way.fact for way in out) if not statements.is_denial(name)
    ]
    facts = tuple(sentence for name in names for sentence in statements.of(name))
    if not said and not facts:
        return ()
    papers = dict.fromkeys(paper for way in out for paper in way.papers_out)
    tabs = [told.tabs[name] for name in papers if name in told.tabs]
    where = Sentence(
        text=", ".join(tab.name for tab in tabs), papers=tuple(tab.paper.name for tab in tabs)
    )
    factor = Sentence(
        text=f"{_asked(each, told)} ({rule.citation.pinpoint})",
        citations=(str(rule.citation),),
    )
    return (
        Cell(sentences=(factor,)),
        Cell(sentences=said if is_said else (*said, *facts)),
        Cell(sentences=plain(SIDES[rule.side])),
        Cell(sentences=(where,)) if tabs else Cell(),
    )


def _asked(each: FactorEvidence, told: RequestTold) -> str:
    """Return what a factor asks: the question before an official, or its own words as quoted."""
    pack = told.library.pack(each.instrument)
    judgment = pack.judgments.get(each.finding.rule.judgment)
    return f"“{sentence_of(each.finding)}”" if judgment is None else judgment.question
