"""Sheets and stamps: a page before each exhibit, and on every page where it stands."""

import json
from typing import Any

from discretion.dates import long_date
from discretion.documents.bundle.asked import BundleExhibit

SHEETS = """
#let told = json(bytes(sys.inputs.told))
#set document(date: none)
#set page(width: 612pt, height: 792pt, margin: 72pt)
#set text(font: ("Libertinus Serif", "DejaVu Sans", "Noto Sans"), size: 12pt)
#for (number, sheet) in told.enumerate() {
  if number > 0 { pagebreak() }
  v(1fr)
  align(center)[
    #text(size: 14pt)[#sheet.section]
    #v(18pt)
    #text(size: 34pt, weight: "bold")[#sheet.tab]
    #v(18pt)
    #text(size: 18pt)[#sheet.title]
    #v(12pt)
    #sheet.told
  ]
  v(2fr)
}
"""
STAMPS = """
#let told = json(bytes(sys.inputs.told))
#set document(date: none)
#set text(font: ("Libertinus Serif", "DejaVu Sans", "Noto Sans"), size: 9pt)
#for (number, stamp) in told.enumerate() {
  set page(width: stamp.width * 1pt, height: 30pt, margin: (x: 36pt, y: 6pt), fill: none)
  grid(columns: (1fr, auto), stamp.left, stamp.right)
}
"""


def set_sheets(exhibits: tuple[BundleExhibit, ...], counts: tuple[int, ...]) -> bytes:
    """Return a PDF with one sheet for each exhibit, which tells what follows.

    Args:
        exhibits: the exhibits in their order.
        counts: how many pages each one has.

    """
    rows = [
        {
            "section": f"{each.section}. {each.section_title}",
            "tab": f"Tab {each.tab}",
            "title": each.title,
            "told": _told(each, count),
        }
        for each, count in zip(exhibits, counts, strict=True)
    ]
    return _set(SHEETS, rows)


def set_stamps(stamps: list[tuple[int, str, str]]) -> bytes:
    """Return a PDF with one strip for each stamp: its width in points, its left and its right."""
    rows = [{"width": width, "left": left, "right": right} for width, left, right in stamps]
    return _set(STAMPS, rows)


def _told(each: BundleExhibit, count: int) -> str:
    made_on = long_date(each.made_on) if each.made_on else ""
    pages = "1 page" if count == 1 else f"{count} pages"
    return ", ".join(filter(None, (each.issuer, made_on, pages)))


def _set(source: str, rows: list[dict[str, Any]]) -> bytes:
    """Return what a source sets; every word reaches it as data and never as markup."""
    import typst

    told = json.dumps(rows, ensure_ascii=False)
    made: bytes = typst.compile(source.encode(), format="pdf", sys_inputs={"told": told})
    return made
