"""A sheet: where everything in the picture of a timeline stands, in points."""

from collections.abc import Iterator

from discretion.dates import long_date
from discretion.documents.charts.axis import marks_between
from discretion.documents.charts.block import Block
from discretion.documents.charts.block import Box
from discretion.documents.charts.block import Words
from discretion.documents.charts.block import beside
from discretion.documents.charts.block import stacked
from discretion.documents.charts.block import text_block
from discretion.documents.charts.courses import Days
from discretion.documents.charts.courses import instrument_blocks
from discretion.documents.charts.looks import Look
from discretion.frozen import dataclass
from discretion.law.timeline import Timeline

WIDTH = 880
MARGIN = 24
LEFT = 140
"""Where the days begin; the names of parts and components stand left of it."""
RIGHT = 40
TITLE = 17
KEY = 34
"""How wide a sample bar of the key is, in points."""
NOT_A_DECISION = "An assessment for a human decision. Nothing here is a decision."
NOTHING = "No instrument described here had been issued."
KEYED = (
    "A number names the row of the data table that stands with this picture, in which the "
    "authority, the certainty and the limits of each row are written out. Bars are drawn on the "
    "day on which something took effect in law. A bar of few days is drawn wider, so that it can "
    "be seen, and what follows it a little later. A bar that reaches an edge may go on beyond it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """An upright line through the days, from one height to another."""

    left: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """Everything that a picture shows."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    words: tuple[Words, ...]
    rules: tuple[Rule, ...]


def sheet_of(timeline: Timeline) -> Sheet:
    """Return the sheet of a timeline."""
    days = Days(first=timeline.first, last=timeline.last, left=LEFT, width=WIDTH - LEFT - RIGHT)
    marks = [
        (LEFT + days.place(mark.day), mark.text)
        for mark in marks_between(timeline.first, timeline.last)
    ]
    head = stacked((*_head(timeline), _axis(marks)))
    lines = stacked(instrument_blocks(timeline.courses, days, MARGIN))
    if not timeline.courses:
        lines = text_block(NOTHING, LEFT, WIDTH - LEFT - RIGHT).moved(12)
    bottom = head.height + lines.height + 6
    looks = [box.look for box in lines.boxes]
    foot = (Block(height=8), _axis(marks), *_key(looks), Block(height=MARGIN))
    whole = stacked((head, lines, *foot))
    return Sheet(
        width=WIDTH,
        height=whole.height,
        boxes=whole.boxes,
        words=whole.words,
        rules=tuple(Rule(left=left, top=head.height, bottom=bottom) for left, _ in marks),
    )


def _head(timeline: Timeline) -> Iterator[Block]:
    wide = WIDTH - 2 * MARGIN
    asked = f"Asked of {timeline.asked}. Law as known on {long_date(timeline.known_on)}."
    yield Block(height=MARGIN)
    yield text_block(f"What governed {timeline.period}", MARGIN, wide, TITLE, is_bold=True)
    yield text_block(asked, MARGIN, wide)
    yield text_block(NOT_A_DECISION, MARGIN, wide)
    yield Block(height=8)


def _axis(marks: list[tuple[float, str]]) -> Block:
    return Block(
        height=18,
        words=tuple(Words(left=left, top=12, text=text, is_centred=True) for left, text in marks),
    )


def _key(looks: list[Look]) -> Iterator[Block]:
    """Yield what each look of the picture means, and how to read its numbers."""
    if not looks:
        return
    yield Block(height=10)
    for look in Look:
        if look in looks:
            top = 8 - look.height / 2
            sample = Box(
                left=MARGIN, top=top, right=MARGIN + KEY, bottom=top + look.height, look=look
            )
            beyond = MARGIN + KEY + 10
            yield beside(
                Block(height=19, boxes=(sample,)),
                text_block(f"{look.told}.".capitalize(), beyond, WIDTH - beyond - MARGIN),
            )
    yield Block(height=6)
    yield text_block(KEYED, MARGIN, WIDTH - 2 * MARGIN)
