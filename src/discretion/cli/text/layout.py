"""Plain text for a terminal, for paper and for a screen reader: no boxes and no colour."""

from textwrap import TextWrapper

WIDTH = 88
"""Columns of a line: what a terminal of the usual width shows beside its margin."""


def heading(text: str) -> str:
    """Return a heading with a blank line above."""
    return _underlined(text, "=")


def subheading(text: str) -> str:
    """Return a heading of the second level."""
    return _underlined(text, "-")


def _underlined(text: str, mark: str) -> str:
    lines = paragraph(text).splitlines()
    return "\n".join(["", *lines, mark * max(len(line) for line in lines), ""])


def paragraph(text: str, *, indent: str = "", bullet: str = "", width: int = WIDTH) -> str:
    """Return text wrapped to the width, hanging behind its bullet."""
    wrapper = TextWrapper(
        width=width,
        initial_indent=indent + bullet,
        subsequent_indent=indent + " " * len(bullet),
        break_on_hyphens=False,
        break_long_words=False,
    )
    return f"{wrapper.fill(text)}\n"
