"""Tables and lists in Markdown."""

from collections.abc import Iterable
from collections.abc import Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a bar or a line break in a cell is written so that it stays in its cell."""
    lines = [_row(headings), _row(["---"] * len(headings))]
    lines.extend(_row(row) for row in rows)
    return "\n".join(lines)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|") or " "


def code(text: str) -> str:
    """Return a word as code, nothing for nothing."""
    return f"`{text}`" if text else ""
