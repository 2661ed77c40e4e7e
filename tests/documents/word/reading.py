"""Reading a Word file back, as programs do that open it."""

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx

from scripts.make_template import template

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(data: bytes) -> Any:  # noqa: ANN401  # of python-docx
    return docx.Document(BytesIO(data))


def saved(document: Any) -> bytes:  # noqa: ANN401  # of python-docx
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def styles(data: bytes) -> list[tuple[str, str]]:
    """Return every paragraph with the name of its style."""
    return [(each.style.name, each.text) for each in opened(data).paragraphs]


def part(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def own(change: Callable[[Any], object]) -> bytes:
    """Return an office's own template: a copy of the bundled one with a change."""
    changed = opened(template())
    change(changed)
    return saved(changed)


def with_part(data: bytes, name: str, inside: bytes) -> bytes:
    """Return an archive with a part put in, in the place of its own where it has one."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for each in before.namelist():
            if each != name:
                after.writestr(each, before.read(each))
        after.writestr(name, inside)
    return buffer.getvalue()
