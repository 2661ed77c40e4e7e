"""Packing: a Word file as bytes that are the same for the same content and day."""

import zipfile
from datetime import UTC
from datetime import date
from datetime import datetime
from io import BytesIO
from typing import Any

EPOCH, LAST = 1980, 2107
"""The years that an archive can tell. Source: PKWARE APPNOTE 4.4.6."""


def packed(document: Any, dated: date, title: str, language: str) -> bytes:  # noqa: ANN401  # of python-docx
    """Return a document of python-docx as bytes, with one day and no maker in its properties."""
    told = document.core_properties
    told.title, told.language = title, language
    told.author = told.last_modified_by = told.comments = told.keywords = told.subject = ""
    told.category = told.content_status = told.identifier = told.version = ""
    told.created = told.modified = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    told.revision = 1
    buffer = BytesIO()
    document.save(buffer)
    return _at(buffer.getvalue(), dated)


def _at(data: bytes, dated: date) -> bytes:
    """Return an archive whose every entry carries a day, in the order of their names."""
    day = (min(max(dated.year, EPOCH), LAST), dated.month, dated.day, 0, 0, 0)
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as before,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        # What names the types of all others stands first, as programs expect it.
        for name in sorted(before.namelist(), key=lambda each: (each[0] != "[", each)):
            entry = zipfile.ZipInfo(name, day)
            entry.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name))
    return buffer.getvalue()
