"""Templates: the Word file that a document begins as, bundled or an office's own."""

import re
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Any

from discretion.documents.content.document import Document
from discretion.documents.word.letters import MARKER
from discretion.documents.word.letters import legal
from discretion.documents.word.unfit import places_of
from discretion.documents.word.unfit import why_unfit
from discretion.errors import DiscretionError
from discretion.errors import MissingExtraError

TEMPLATE = "template.docx"
SHOWN = f"{__package__.replace('.', '/')}/{TEMPLATE}"
TROUBLE = (ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError, ValueError)
"""What can befall while an office's own words in double braces are worked out."""
_UNKNOWN = re.compile(r"'(\w+)' is undefined")
"""How the library says that a name in double braces is none of those that are filled in."""


class TemplateRefusedError(DiscretionError):
    """An office's own Word file cannot be used for a letter."""

    def __init__(self, why: str) -> None:
        """Say why, and what to do."""
        super().__init__(
            f"the Word file for the letter cannot be used: {why}: begin with a copy of the "
            f"bundled one, `{SHOWN}`"
        )


def opened_for(document: Document, template: bytes | None) -> Any:  # noqa: ANN401  # of python-docx
    """Return a template with the title and the marks of a document, as python-docx opens it.

    Raises:
        TemplateRefusedError: the template is no Word file, or lacks something that documents need.
        MissingExtraError: the library that fills in Word files is not installed.

    """
    try:
        why = "" if template is None else why_unfit(template)
        if why:
            raise TemplateRefusedError(why)
        return _filled(document, _bundled() if template is None else template)
    except ModuleNotFoundError as missing:
        what = "a Word file"
        raise MissingExtraError(what, missing.name or "docxtpl", "documents") from None


@cache
def _bundled() -> bytes:
    return files(__package__).joinpath(TEMPLATE).read_bytes()


def _filled(document: Document, template: bytes) -> Any:  # noqa: ANN401  # of python-docx
    from docxtpl import DocxTemplate
    from jinja2 import StrictUndefined
    from jinja2 import TemplateError
    from jinja2.sandbox import SandboxedEnvironment

    opened = DocxTemplate(BytesIO(template))
    said = {"title": document.title, "mark": document.mark, "foot": document.foot}
    told = {**{key: legal(each) for key, each in said.items()}, "body": MARKER}
    trouble = (TemplateError, *TROUBLE)
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    why = "what stands in it in double braces cannot be filled in"
    try:
        opened.render(told, environment, autoescape=True)
    except trouble as it:
        unknown = _UNKNOWN.fullmatch(str(it))
        if unknown:
            why = f"it asks for `{unknown[1]}`, which no document has"
        raise TemplateRefusedError(why) from None
    if len(places_of(opened.docx)) != 1:
        raise TemplateRefusedError(why)
    return opened.docx
