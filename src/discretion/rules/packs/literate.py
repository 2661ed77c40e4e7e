"""Reading a literate pack text: headings in order, paragraphs, and fenced blocks under them."""

import re

from discretion.frozen import dataclass

HEADING = re.compile(r"^(#{1,6}) +(.+?) *$")
FENCE = re.compile(r"^(`{3,}|~{3,}) *([^\s`]*)")
"""What opens a block: its marks, and the word that says what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A fenced block: its kind, its text, the line of its fence and the headings above it.

    `is_closed` is False where no fence ends it, so that it runs to the end of the file.
    """

    kind: str
    text: str
    line: int
    headings: tuple[str, ...]
    prose: str
    is_closed: bool = True


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
            end = _end_of_fence(lines, index + 1, fence[1])
            blocks.append(
                Block(
                    kind=fence[2],
                    text="\n".join(lines[index + 1 : end]),
                    line=index + 1,
                    headings=tuple(title for _, title in headings),
                    prose=" ".join(" ".join(prose).split()),
                    is_closed=end < len(lines),
                )
            )
            index = end
        else:
            prose.append(lines[index])
        index += 1
    return tuple(blocks)


def _end_of_fence(lines: list[str], start: int, marks: str) -> int:
    """Return the line that closes a block: the marks that opened it, or more, and nothing else."""
    for index in range(start, len(lines)):
        found = lines[index].rstrip()
        if found.startswith(marks) and not found.strip(marks[0]):
            return index
    return len(lines)
