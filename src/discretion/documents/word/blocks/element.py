"""An element of a Word file: a tag of its own language, what it says, and what stands inside it."""

from collections.abc import Iterable
from typing import Any


def element(tag: str, inside: Iterable[Any] = (), /, **given: object) -> Any:  # noqa: ANN401  # of lxml
    """Return an element.

    Args:
        tag: its tag in the language of Word (`tblHeader`).
        inside: the elements inside it, in the order that the language asks for.
        given: its attributes, by their names in that language (`val`).

    """
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(f"w:{tag}")
    for name, value in given.items():
        made.set(qn(f"w:{name}"), str(value))
    for each in inside:
        made.append(each)
    return made
