"""Elements written as HTML: the same every time, and every text escaped."""

from discretion.documents.pages.drawing import Drawing
from discretion.documents.pages.element import BLOCKS
from discretion.documents.pages.element import Element
from discretion.documents.pages.element import Inside
from discretion.documents.pages.letters import escaped

DRAWN = '<img class="drawing"'
"""How a picture begins in a file; no text of a page can, since every text is escaped."""


def written(found: Inside) -> str:
    """Return an element as HTML, a picture as what it is, or a text as HTML holds it."""
    if isinstance(found, str):
        return escaped(found)
    if isinstance(found, Drawing):
        return f'{DRAWN} alt="{escaped(found.told)}" src="{found.address}">'
    attributes = "".join(f' {name}="{escaped(value)}"' for name, value in found.attributes.items())
    inside = "".join(
        f"\n{written(each)}" if _is_block(each) else written(each) for each in found.inside
    )
    end = "\n" if found.inside and _is_block(found.inside[-1]) else ""
    return f"<{found.tag}{attributes}>{inside}{end}</{found.tag}>"


def _is_block(found: Inside) -> bool:
    return isinstance(found, Element) and found.tag in BLOCKS
