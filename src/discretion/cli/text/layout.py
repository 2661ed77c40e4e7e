"""Plain text for a terminal, for paper and for a screen reader: no boxes and no colour."""

from textwrap import TextWrapper

from discretion.cli.screen.columns import laid_out_to


def counted(number: int, noun: str) -> str:
    """Return how many there are of something, whose plural ends in `s`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def capital(text: str) -> str:
    """Return text with a capital at its beginning."""
    return f"{text[:1].upper()}{text[1:]}"


def heading(text: str) -> str:
    """Return a heading with a blank line above."""
    return _underlined(text, "=")


def subheading(text: str) -> str:
    """Return a heading of the second level."""
    return _underlined(text, "-")


def _underlined(text: str, mark: str) -> str:
    lines = paragraph(text).splitlines()
    return "\n".join(["", *lines, mark * max(len(line) for line in lines), ""])


def paragraph(text: str, *, indent: str = "", bullet: str = "", width: int | None = None) -> str:
    """Return text wrapped to a width, or to the columns of a line, hanging behind its bullet."""
    wrapper = TextWrapper(
        width=width or laid_out_to.get(),
        initial_indent=indent + bullet,
        subsequent_indent=indent + " " * len(bullet),
        break_on_hyphens=False,
        break_long_words=False,
    )
    return f"{wrapper.fill(text)}\n"
