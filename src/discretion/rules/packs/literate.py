"""Reading a literate pack text: headings in order, paragraphs, and fenced blocks under them."""

import re

from discretion.frozen import dataclass

HEADING = re.compile(r"^(#{1,6}) +(.+?) *$")
FENCE = re.compile(r"^```(\w*) *$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block: its kind, its text, the line of its fence and the headings above it."""

    kind: str
    text: str
    line: int
    headings: tuple[str, ...]
    prose: str


def read_blocks(text: str) -> tuple[Block, ...]:
    """Return the fenced blocks of a text; `prose` is the paragraph text under the same heading."""
    blocks: list[Block] = []
    headings: list[tuple[int, str]] = []
    prose: list[str] = []
    lines = text.splitlines()
    index = 0
    while index < len(lines):
        heading, fence = HEADING.match(lines[index]), FENCE.match(lines[index])
        if heading:
            depth = len(heading[1])
            headings = [*(kept for kept in headings if kept[0] < depth), (depth, heading[2])]
            prose = []
        elif fence:
            end = _end_of_fence(lines, index + 1)
            blocks.append(
                Block(
                    kind=fence[1],
                    text="\n".join(lines[index + 1 : end]),
                    line=index + 1,
                    headings=tuple(title for _, title in headings),
                    prose=" ".join(" ".join(prose).split()),
                )
            )
            index = end
        else:
            prose.append(lines[index])
        index += 1
    return tuple(blocks)


def _end_of_fence(lines: list[str], start: int) -> int:
    for index in range(start, len(lines)):
        if lines[index].startswith("```"):
            return index
    return len(lines)
