"""PDF files made for tests: typeset from made-up words, locked, cut short, or no PDF at all."""

import io
from functools import cache

import pikepdf
import typst

SETTING = """#set page({page}, margin: 1cm)
#set text(lang: "en", hyphenate: {hyphenate})
#set par(justify: true)
"""
PAGE = "width: 12cm, height: 16cm"
RUNNING = (
    "#set page(header: [A made-up memorandum], footer: context [Page #counter(page).display()])"
)


@cache
def typeset(body: str, *, page: str = PAGE, hyphenate: bool = True, running: bool = False) -> bytes:
    """Return a PDF of a text.

    Args:
        body: the text, in Typst's language.
        page: how its pages are set, in the same language.
        hyphenate: whether words may be divided.
        running: whether pages have a running title and a number.

    """
    setting = SETTING.format(page=page, hyphenate="true" if hyphenate else "false")
    made: bytes = typst.compile(f"{setting}{RUNNING if running else ''}\n{body}".encode())
    return made


def scanned() -> bytes:
    """Return a PDF of two pages that show shapes and hold no text."""
    return typeset("#rect(width: 5cm, height: 3cm)\n#pagebreak()\n#circle()")


def locked(data: bytes, password: str) -> bytes:
    """Return a PDF encrypted for those who know a password; with an empty one, for everybody."""
    return _saved(data, encryption=pikepdf.Encryption(user=password, owner="made up", R=6))


def shown_page_by_page(data: bytes) -> bytes:
    """Return a PDF laid out for being shown while it is loaded."""
    return _saved(data, linearize=True)


def with_old_table(data: bytes) -> bytes:
    """Return a PDF whose table of objects is of the old kind, which readers can make up anew."""
    mode = pikepdf.ObjectStreamMode.disable
    return _saved(data, object_stream_mode=mode, force_version="1.4")


def with_pages(data: bytes, count: int) -> bytes:
    """Return a PDF whose first page stands so many times."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for _ in range(count - 1):
            pdf.pages.append(pdf.pages[0])
        return _written(pdf)


def _saved(data: bytes, **how: object) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return _written(pdf, **how)


def _written(pdf: pikepdf.Pdf, **how: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **how)  # type: ignore[arg-type]  # each caller knows what may be said
    return out.getvalue()
