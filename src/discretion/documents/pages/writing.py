"""Elements written as HTML: the same every time, and every text escaped."""

from discretion.documents.pages.element import BLOCKS
from discretion.documents.pages.element import Element
from discretion.documents.pages.letters import escaped


def written(found: Element | str) -> str:
    """Return an element as HTML, or a text as HTML holds it."""
    if isinstance(found, str):
        return escaped(found)
    attributes = "".join(f' {name}="{escaped(value)}"' for name, value in found.attributes.items())
    inside = "".join(
        f"\n{written(each)}" if _is_block(each) else written(each) for each in found.inside
    )
    end = "\n" if found.inside and _is_block(found.inside[-1]) else ""
    return f"<{found.tag}{attributes}>{inside}{end}</{found.tag}>"


def _is_block(found: Element | str) -> bool:
    return isinstance(found, Element) and found.tag in BLOCKS
