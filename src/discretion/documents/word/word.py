"""Documents as Word files: the original that a person edits, with real headings and tables."""

import zipfile
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from discretion.documents.content.document import Document
from discretion.documents.word.blocks import BlockWriter
from discretion.documents.word.blocks import legal
from discretion.documents.word.packing import packed
from discretion.errors import DiscretionError

TEMPLATE = "template.docx"
STYLES = (
    *("Normal", "Heading 1", "Heading 2", "Heading 3", "Caption"),
    *("List Bullet", "List Number", "Table Grid"),
)
"""The styles that a template has to have."""


class TemplateRefusedError(DiscretionError):
    """An office's own Word file cannot be used for a letter."""

    def __init__(self, why: str, remedy: str) -> None:
        """Say why, and what to do."""
        super().__init__(f"the Word file for the letter cannot be used: {why}: {remedy}")


def document_as_word(document: Document, template: bytes | None = None) -> bytes:
    """Return a document as a Word file without macros, the same bytes every time.

    Args:
        document: what it says.
        template: a Word file of an office, in which `{{ title }}`, `{{ mark }}` and `{{ foot }}`
            are filled in and whose styles are used; None for the bundled one.

    Raises:
        TemplateRefusedError: the template is no Word file, lacks a style, or cannot be filled in.

    """
    opened = _filled(document, _bundled() if template is None else template)
    _set_language(opened, document.language)
    writer = BlockWriter(opened)
    for block in document.blocks:
        writer.write(block)
    return packed(opened, document.dated, legal(document.title), document.language)


@cache
def _bundled() -> bytes:
    return files(__package__).joinpath(TEMPLATE).read_bytes()


def _filled(document: Document, template: bytes) -> Any:  # noqa: ANN401  # of python-docx
    """Return a template with the title and the marks of a document, as python-docx opens it."""
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    remedy = "begin with a copy of the bundled one"
    if _runs(template):
        why = "it holds macros"
        raise TemplateRefusedError(why, remedy)
    told = {"title": document.title, "mark": document.mark, "foot": document.foot}
    try:
        opened = DocxTemplate(BytesIO(template))
        opened.render(
            {key: legal(each) for key, each in told.items()},
            SandboxedEnvironment(autoescape=True),
            autoescape=True,
        )
    except (zipfile.BadZipFile, KeyError, ValueError, SyntaxError):
        why = "it is no Word file"
        raise TemplateRefusedError(why, remedy) from None
    except (TemplateError, ArithmeticError, TypeError, AttributeError, LookupError):
        why = "what stands in it in double braces cannot be filled in"
        raise TemplateRefusedError(why, remedy) from None
    known = {style.name for style in opened.docx.styles}
    lacking = ", ".join(name for name in STYLES if name not in known)
    if lacking:
        why = f"it lacks styles: {lacking}"
        raise TemplateRefusedError(why, remedy)
    return opened.docx


def _runs(template: bytes) -> bool:
    """Tell whether a Word file holds something that runs."""
    try:
        with zipfile.ZipFile(BytesIO(template)) as archive:
            return any("vba" in name.lower() for name in archive.namelist())
    except zipfile.BadZipFile:
        return False


def _set_language(opened: Any, language: str) -> None:  # noqa: ANN401  # of python-docx
    """Say in which language everything is that says nothing else."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = opened.styles["Normal"].element.get_or_add_rPr()
    found = properties.find(qn("w:lang"))
    if found is None:
        found = OxmlElement("w:lang")
        properties.append(found)
    found.set(qn("w:val"), language)
