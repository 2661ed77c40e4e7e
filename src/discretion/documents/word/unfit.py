"""What makes a Word file unfit to begin documents with: what it lacks, and what it may not hold."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from discretion.documents.word.blocks.sheet import room_at
from discretion.documents.word.letters import MARKER

STYLES = (
    *("Normal", "Heading 1", "Heading 2", "Heading 3", "Notice", "Caption"),
    *("List Bullet", "List Number", "Table Grid", "Table Head", "Table Text"),
)
"""The styles that a template has to have."""
LISTS = ("List Bullet", "List Number")
MACROS = "vba"
"""What stands in the name of a part of a Word file that holds macros, in small letters."""
NO_FILE = "it is no Word file (.docx)"
_BRACED = r"\{{\{{-?\s*{}\b"
_PLACE = re.compile(r"\s*\{\{-?\s*body\s*-?\}\}\s*")


def why_unfit(template: bytes) -> str:
    """Return why no document can begin as a file, nothing where one can."""
    from zipfile import BadZipFile
    from zipfile import ZipFile

    from docx import Document
    from docx.exceptions import PythonDocxError
    from docx.oxml.exceptions import XmlchemyError

    try:
        with ZipFile(BytesIO(template)) as archive:
            if any(MACROS in name.lower() for name in archive.namelist()):
                return "it holds macros"
        opened = Document(BytesIO(template))
        opened.core_properties.revision = 1
        room_at(opened.element.body)
        opened.save(BytesIO())
        lacks = ", ".join((*_unmarked(opened), *_lacking(opened)))
    except (BadZipFile, zlib.error, EOFError, LookupError, ValueError, SyntaxError, RuntimeError):
        return NO_FILE
    except (PythonDocxError, XmlchemyError):
        return NO_FILE
    except (AttributeError, AssertionError, TypeError, OSError, OverflowError):
        # The library takes for granted that every part is there and holds what it should.
        return NO_FILE
    return f"it lacks {lacks}" if lacks else ""


def _unmarked(opened: Any) -> Iterator[str]:  # noqa: ANN401  # of python-docx
    """Yield each place of a template where a mark would not be shown.

    A mark may say that a document is not to be filed, so no page may go without it: neither the
    first pages nor the even ones, where these have a head of their own.
    """
    for kind, word in (("header", "mark"), ("footer", "foot")):
        for prefix, pages in (("", ""), ("first_page_", "first "), ("even_page_", "even ")):
            if not all(_tell(opened, f"{prefix}{kind}", word)):
                yield f"`{{{{ {word} }}}}` in the {kind} of {pages or 'all '}pages"


def _tell(opened: Any, name: str, word: str) -> Iterator[bool]:  # noqa: ANN401  # of python-docx
    """Yield whether the pages of each section tell a word, of those that have such a place."""
    is_told = False
    for section in opened.sections:
        found = getattr(section, name)
        if not found.is_linked_to_previous:
            is_told = _has(word, "".join(_texts(found.part.element)))
        is_first = name.startswith("first") and section.different_first_page_header_footer
        is_even = name.startswith("even") and opened.settings.odd_and_even_pages_header_footer
        if is_first or is_even or name in {"header", "footer"}:
            yield is_told


def _lacking(opened: Any) -> Iterator[str]:  # noqa: ANN401  # of python-docx
    """Yield what a template lacks besides: places, and styles."""
    body = "".join(_texts(opened.element.body))
    if not _has("title", body):
        yield "`{{ title }}`"
    alone = [each for each in _paragraphs(opened) if _PLACE.fullmatch("".join(_texts(each)))]
    if len(alone) != 1 or len(re.findall(_BRACED.format("body"), body)) != 1:
        yield "one paragraph that holds `{{ body }}` alone"
    known = {style.name for style in opened.styles}
    yield from (f"the style `{name}`" for name in STYLES if name not in known)
    for name in LISTS:
        if name in known and not _is_listed(opened, name):
            yield f"a numbering or bullets of the style `{name}`"


def places_of(opened: Any) -> list[Any]:  # noqa: ANN401  # of python-docx
    """Return the paragraphs of a file that was filled in where its blocks are to stand."""
    return [each for each in _paragraphs(opened) if "".join(_texts(each)).strip() == MARKER]


def _paragraphs(opened: Any) -> Iterator[Any]:  # noqa: ANN401  # of python-docx
    return iter(opened.element.body.iterchildren("{*}p"))


def _has(word: str, text: str) -> bool:
    return re.search(_BRACED.format(word), text) is not None


def _texts(found: Any) -> Iterator[str]:  # noqa: ANN401  # of lxml
    from docx.oxml.ns import qn

    return (each.text or "" for each in found.iter(qn("w:t")))


def _is_listed(opened: Any, name: str) -> bool:  # noqa: ANN401  # of python-docx
    """Tell whether a style has a list of its own, which each list that is numbered begins anew."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    properties = opened.styles[name].element.pPr
    numbers = None if properties is None else properties.numPr
    kinds = {each.reltype for each in opened.part.rels.values()}
    if numbers is None or numbers.numId is None or RELATIONSHIP_TYPE.NUMBERING not in kinds:
        return False
    numbering = opened.part.numbering_part.element
    lists = {each.numId: each.abstractNumId.val for each in numbering.num_lst}
    return numbers.numId.val in lists
