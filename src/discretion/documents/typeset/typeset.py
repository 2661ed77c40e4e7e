"""Documents typeset as PDF/UA: tagged, titled, in their language, the same bytes every time."""

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any
from typing import Final

from discretion.documents.content.data import document_as_data
from discretion.documents.content.document import Document
from discretion.errors import DiscretionError

FONTS = ("Libertinus Serif", "DejaVu Sans Mono", "Noto Serif", "Noto Sans Arabic", "DejaVu Sans")
"""The fonts to set in, the first that has a letter. The first two come with the library."""
STANDARD: Final = "ua-1"
"""PDF/UA-1. Source: ISO 14289-1."""
SOURCE = "document.typ"
UNSET = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)
"""How the library says that no font has some letters."""
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")


class UnsetLettersError(DiscretionError):
    """A document holds letters that no font on this machine has."""

    def __init__(self, kind: str, letters: tuple[str, ...]) -> None:
        """Name the document, and the letters by their number in Unicode and no others."""
        named = ", ".join(f"U+{ord(each):04X}" for each in letters)
        super().__init__(
            f"the {kind} cannot be set as a PDF: no font here has {named}: install a font that has "
            "them, or write the names and titles in other letters"
        )
        self.letters = letters


def document_as_pdf(document: Document) -> bytes:
    """Return a document as a tagged PDF (PDF/UA-1).

    Args:
        document: what it says. Its words reach the page as they are, whatever they look like.

    Raises:
        UnsetLettersError: no font on this machine has some of its letters.

    """
    import typst

    told = json.dumps(_told(document), ensure_ascii=False)
    try:
        made: bytes = typst.compile(
            _source(), format="pdf", pdf_standards=STANDARD, sys_inputs={"told": told}
        )
    except typst.TypstError as failure:
        letters = UNSET.search(str(failure))
        if letters is None:
            raise
        raise UnsetLettersError(document.kind, _letters(letters[1])) from None
    return made


def _letters(written: str) -> tuple[str, ...]:
    """Return the letters that the library could not set, as it writes them."""
    plain = ESCAPED.sub(lambda found: chr(int(found[1], 16)), written)
    return tuple(dict.fromkeys(plain))


def _told(document: Document) -> dict[str, Any]:
    day = document.dated
    return {
        **document_as_data(document),
        "dated": [day.year, day.month, day.day],
        "fonts": [each.lower() for each in FONTS],
    }


@cache
def _source() -> bytes:
    return files(__package__).joinpath(SOURCE).read_bytes()
