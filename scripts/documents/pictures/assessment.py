"""The picture of one assessment, and the same in words, both from one real answer."""

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import wrap
from xml.sax.saxutils import escape

from discretion import AssessedCase
from discretion import Assessment
from discretion import GoverningLine
from discretion import Library
from discretion import Truth
from discretion import contrast_of
from discretion import long_date

WIDTH = 880
LINE = 20
MARGIN = 24
COLUMNS = 114
"""Letters that fit in a line of the picture at its size of text."""
STATES = {Truth.TRUE: "MET", Truth.FALSE: "NOT MET", Truth.UNKNOWN: "OPEN"}
NOTHING = frozenset(("", "not known"))
"""Measures that show nothing."""
TITLE = "One assessment, in a picture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of thought: a heading, or a text with a badge before it."""

    text: str
    badge: str = ""
    is_heading: bool = False


def entries_of(assessed: AssessedCase, library: Library) -> tuple[Entry, ...]:
    """Return what the picture shows of an assessed case."""
    return tuple(_entries(assessed, assessed.assessments[0], library))


def _entries(assessed: AssessedCase, each: Assessment, library: Library) -> Iterator[Entry]:
    question, vocabulary = assessed.question, library.words.vocabulary
    place = question.place.name if question.place else "a place not said"
    yield Entry(text=f"{assessed.case.name} (a synthetic case)", is_heading=True)
    yield Entry(
        text=f"Decision {vocabulary.decisions[question.decision]} on {long_date(question.on)} by "
        f"{vocabulary.components[question.component]}, in {place}."
    )
    now = any(line.instrument == each.instrument for line in assessed.today if _governs(line))
    today = "It still governs today." if now else "It does not govern today."
    yield Entry(text=f"Policy as of that day: {each.title}. {today}")
    yield Entry(text="Is a priority met?", is_heading=True)
    for finding in each.findings:
        if finding.rule.kind == "category" and finding.rule.topic == "none":
            text = f"“{finding.rule.says}” ({finding.rule.citation})"
            yield Entry(text=text, badge=STATES[finding.truth])
    yield Entry(text="For a person to weigh", is_heading=True)
    for finding in each.findings:
        if finding.truth is Truth.UNKNOWN and finding.measure.partition(" (")[0] not in NOTHING:
            judgment = library.pack(each.instrument).judgments[finding.rule.judgment]
            yield Entry(text=f"{judgment.question} On record: {finding.measure}.")
    yield Entry(text="Missing, and could change the outcome", is_heading=True)
    for row in each.missing:
        contrast = contrast_of(row, each.view)
        if row.could_change_outcome and contrast is not None:
            yield Entry(
                text=f"{row.question} “{contrast.answer}” gives {contrast.gives}; "
                f"“{contrast.otherwise}” gives {contrast.otherwise_gives}."
            )
    yield Entry(text="Who decides", is_heading=True)
    yield Entry(text="A person. This is an assessment: no score, no decision, no advice.")


def _governs(line: GoverningLine) -> bool:
    return line.governs is not Truth.FALSE


def picture_text(entries: tuple[Entry, ...]) -> str:
    """Return the same in words."""
    return "\n".join(_worded(entry) for entry in entries).lstrip("\n")


def _worded(entry: Entry) -> str:
    if entry.is_heading:
        return f"\n{entry.text}"
    mark = f"{entry.badge}: " if entry.badge else ""
    return "\n".join(wrap(f"{mark}{entry.text}", 88, initial_indent="- ", subsequent_indent="  "))


def draw(entries: tuple[Entry, ...]) -> str:
    """Return the picture as SVG, with a title and a description for those who do not see it."""
    shapes: list[str] = []
    top = MARGIN
    for entry in entries:
        top = _draw_entry(entry, top, shapes)
    height = top + MARGIN
    told = escape(" ".join(picture_text(entries).split()))
    return "\n".join(
        (
            _opening(height),
            f'<title id="title">{TITLE}</title>',
            f'<desc id="desc">{told}</desc>',
            f'<rect width="{WIDTH}" height="{height}" rx="8" fill="#ffffff" stroke="#5c5c5c"/>',
            '<g font-family="Helvetica, Arial, sans-serif" font-size="14" fill="#1b1b1b">',
            *shapes,
            "</g>",
            "</svg>\n",
        )
    )


def _opening(height: int) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" role="img" aria-labelledby="title desc">'
    )


def _draw_entry(entry: Entry, top: int, shapes: list[str]) -> int:
    """Add the shapes of one entry and return where the next begins."""
    if entry.is_heading:
        top += LINE + 8
        shapes.append(
            f'<text x="{MARGIN}" y="{top}" font-weight="bold" font-size="16">'
            f"{escape(entry.text)}</text>"
        )
        return top + 6
    indent = MARGIN
    if entry.badge:
        shapes.append(_badge(entry.badge, top))
        indent += 90
    for line in wrap(entry.text, COLUMNS - (indent - MARGIN) // 8):
        top += LINE
        shapes.append(f'<text x="{indent}" y="{top}">{escape(line)}</text>')
    return top + 4


def _badge(text: str, top: int) -> str:
    """Return a badge that is told apart by its words and its outline, never by colour alone."""
    fill, ink = ("#1b1b1b", "#ffffff") if text == STATES[Truth.TRUE] else ("#ffffff", "#1b1b1b")
    dashes = ' stroke-dasharray="4 3"' if text == STATES[Truth.UNKNOWN] else ""
    return (
        f'<rect x="{MARGIN}" y="{top + 5}" width="78" height="20" rx="4" fill="{fill}" '
        f'stroke="#1b1b1b"{dashes}/>'
        f'<text x="{MARGIN + 39}" y="{top + 19}" font-size="12" text-anchor="middle" '
        f'fill="{ink}">{text}</text>'
    )
