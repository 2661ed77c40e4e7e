"""A document: the text of a PDF file that somebody has, page by page, and what identifies it."""

from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The text of an official file, as its PDF holds it.

    It never holds where the file lies. `sha256` identifies the very bytes that were read, as
    `sha256:` and hexadecimal. `pages` is in the order of the file, so that page 1 is the first;
    the number printed on a page may be another.

    INVARIANT some text: at least one page holds text.
    """

    name: str
    sha256: str
    pages: tuple[str, ...]

    @property
    def silent_pages(self) -> tuple[int, ...]:
        """The pages without text, counted from 1."""
        return tuple(number for number, text in enumerate(self.pages, start=1) if not text.strip())
