"""What leaves it unclear what a PDF is to show, so that a cover could vanish from it."""

from collections.abc import Iterator
from typing import Any

PRINTED = 4
"""The flag of a mark that is printed. Source: ISO 32000-1, 12.5.3."""
SHOWN_OTHERWISE = frozenset(("/Link", "/Popup", "/Widget"))
"""Marks that cover nothing, or whose drawing is made when there is none."""


def unclear(source: Any) -> str:  # noqa: ANN401  # a document of pikepdf
    """Return why nobody can tell what a PDF is to show, empty where that is clear."""
    if _has_hidden_layers(source):
        return "it has layers, of which some are hidden"
    if source.Root.get("/NeedsRendering", False):
        return "its pages are made by the program that opens it"
    marks = [mark for page in source.pages for mark in _marks(page)]
    if any(str(mark.get("/Subtype", "")) == "/Redact" for mark in marks):
        return "it marks something to be redacted, which is still there"
    if any(_is_undrawn(mark) for mark in marks):
        return "a mark on a page has no drawing of its own, and could cover something"
    return ""


def _has_hidden_layers(source: Any) -> bool:  # noqa: ANN401  # a document of pikepdf
    """Tell whether a reader would be shown less than the pages hold."""
    layers = source.Root.get("/OCProperties")
    shown = layers.get("/D") if layers is not None else None
    if shown is None:
        return False
    return bool(len(shown.get("/OFF", []))) or str(shown.get("/BaseState", "/ON")) == "/OFF"


def _marks(page: Any) -> Iterator[Any]:  # noqa: ANN401  # a page of pikepdf
    import pikepdf

    for mark in page.get("/Annots", []):
        if isinstance(mark, pikepdf.Dictionary):
            yield mark


def _is_undrawn(mark: Any) -> bool:  # noqa: ANN401  # of pikepdf
    """Tell whether a mark is printed, and is drawn as each program likes."""
    is_other = str(mark.get("/Subtype", "")) not in SHOWN_OTHERWISE
    return is_other and bool(int(mark.get("/F", 0)) & PRINTED) and "/AP" not in mark
