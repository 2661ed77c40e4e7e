"""A block: boxes and words that stand together, to be set below other blocks."""

from collections.abc import Iterable
from textwrap import wrap

from discretion.documents.charts.lanes import LABEL
from discretion.documents.charts.lanes import LETTER
from discretion.documents.charts.looks import Look
from discretion.frozen import dataclass
from discretion.frozen import replace


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle by its edges in points, and what it is in words.

    `told` is empty where the text beside the box says it.
    """

    left: float
    top: float
    right: float
    bottom: float
    look: Look
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text: its left edge (or middle), the line it stands on, how it is written."""

    left: float
    top: float
    text: str
    size: int = LABEL
    is_bold: bool = False
    is_centred: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Boxes and words from the top edge of the block down, in points."""

    height: float
    boxes: tuple[Box, ...] = ()
    words: tuple[Words, ...] = ()

    def moved(self, down: float) -> "Block":
        """Return the block set so much lower, and higher by as much."""
        return Block(
            height=self.height + down,
            boxes=tuple(
                replace(box, top=box.top + down, bottom=box.bottom + down) for box in self.boxes
            ),
            words=tuple(replace(each, top=each.top + down) for each in self.words),
        )


def stacked(blocks: Iterable[Block]) -> Block:
    """Return blocks as one, each below the one before."""
    whole = Block(height=0)
    for block in blocks:
        below = block.moved(whole.height)
        whole = Block(
            height=below.height,
            boxes=(*whole.boxes, *below.boxes),
            words=(*whole.words, *below.words),
        )
    return whole


def beside(*blocks: Block) -> Block:
    """Return blocks as one, all with the same top edge."""
    return Block(
        height=max(block.height for block in blocks),
        boxes=tuple(box for block in blocks for box in block.boxes),
        words=tuple(each for block in blocks for each in block.words),
    )


def text_block(
    text: str, left: float, width: float, size: int = LABEL, *, is_bold: bool = False
) -> Block:
    """Return a text broken into lines that are no wider than a number of points."""
    leading = size + 4
    lines = wrap(text, max(1, int(width / (size * LETTER))), break_on_hyphens=False)
    return Block(
        height=leading * len(lines),
        words=tuple(
            Words(left=left, top=leading * number - 3, text=line, size=size, is_bold=is_bold)
            for number, line in enumerate(lines, start=1)
        ),
    )
