"""Languages in a Word file: what is spelled, read aloud and turned by them."""

from collections.abc import Iterator
from typing import Any

from discretion.documents.word.blocks.element import element

RIGHT_TO_LEFT = frozenset(("ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""Languages that are written from right to left, by their tags. Source: Unicode CLDR."""
EAST_ASIAN = frozenset(("ja", "ko", "zh"))
"""Languages for which Word keeps a place of their own. Source: ECMA-376, 17.3.2.20."""


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return _first(language) in RIGHT_TO_LEFT


def language_marks(language: str, around: str) -> Iterator[Any]:
    """Yield what tells the language of words that stand among words of another.

    Args:
        language: the tag of the words.
        around: the tag of their document.

    """
    if is_right_to_left(language):
        yield element("rtl")
    elif is_right_to_left(around):
        yield element("rtl", val=0)
    yield element("lang", **_told(language))


def set_language(opened: Any, language: str) -> None:  # noqa: ANN401  # of python-docx
    """Say in which language everything is that says nothing else, and from which side it begins."""
    from docx.oxml.ns import qn

    styles = opened.styles.element
    for properties in (
        opened.styles["Normal"].element.get_or_add_rPr(),
        *styles.iterfind(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}"),
    ):
        found = properties.find(qn("w:lang"))
        if found is None:
            found = element("lang")
            properties.append(found)
        for name, value in _told(language).items():
            found.set(qn(f"w:{name}"), value)
    if is_right_to_left(language):
        normal = opened.styles["Normal"].element
        normal.get_or_add_pPr().insert_element_before(element("bidi"), *_AFTER_BIDI)
        found = normal.get_or_add_rPr().find(qn("w:lang"))
        found.addprevious(element("rtl"))


_AFTER_BIDI = tuple(
    f"w:{name}"
    for name in (
        *("adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents"),
        *("suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap"),
        *("outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
"""What stands after the side that a paragraph begins from. Source: ECMA-376, 17.3.1.26."""


def _told(language: str) -> dict[str, str]:
    told = {"val": language}
    if is_right_to_left(language):
        told["bidi"] = language
    if _first(language) in EAST_ASIAN:
        told["eastAsia"] = language
    return told


def _first(language: str) -> str:
    return language.partition("-")[0].lower()
