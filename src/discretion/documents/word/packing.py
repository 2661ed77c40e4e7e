"""Packing: a Word file as bytes that are the same for the same content and day."""

from datetime import UTC
from datetime import date
from datetime import datetime
from io import BytesIO
from typing import Any

from discretion.documents.content.archive import archived_on
from discretion.documents.word.letters import legal

LONGEST = 255
"""The letters of a title that a Word file tells of itself. Source: ECMA-376 Part 2, as read by
python-docx."""
UNIX = 3
"""What an archive says of where it was made, the same wherever that is. Source: PKWARE APPNOTE
4.4.2."""


def packed(opened: Any, dated: date, title: str, language: str) -> bytes:  # noqa: ANN401  # of python-docx
    """Return a file of python-docx as bytes, with one day and no maker in its properties."""
    told = opened.core_properties
    told.title, told.language = legal(title)[:LONGEST], language
    told.author = told.last_modified_by = told.comments = told.keywords = told.subject = ""
    told.category = told.content_status = told.identifier = told.version = ""
    told.created = told.modified = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    told.revision = 1
    _forget_template(opened)
    buffer = BytesIO()
    opened.save(buffer)
    return _at(buffer.getvalue(), dated)


def _forget_template(opened: Any) -> None:  # noqa: ANN401  # of python-docx
    """Take out where a template lies, which Word would fetch, and which tells of its maker."""
    from docx.opc.constants import RELATIONSHIP_TYPE as KIND
    from docx.oxml.ns import qn

    for found in [each for each in opened.part.rels.values() if each.reltype == KIND.SETTINGS]:
        settings = found.target_part
        for each in settings.element.findall(qn("w:attachedTemplate")):
            settings.rels.pop(each.get(qn("r:id")), None)
            settings.element.remove(each)


def _at(data: bytes, dated: date) -> bytes:
    """Return an archive whose every entry carries a day, in the order of their names."""
    from zipfile import ZIP_DEFLATED
    from zipfile import ZipFile
    from zipfile import ZipInfo

    day = archived_on(dated)
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(buffer, "w", ZIP_DEFLATED) as after:
        # What names the types of all others stands first, as programs expect it.
        for name in sorted(before.namelist(), key=lambda each: (each[0] != "[", each)):
            entry = ZipInfo(name, day)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, UNIX
            after.writestr(entry, before.read(name))
    return buffer.getvalue()
