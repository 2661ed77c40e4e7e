"""Draws the pages of the made-up packet that the documents show.

Run it as `python -m scripts.draw_packet`.
"""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypdfium2
from PIL import Image

from discretion.cli import main
from scripts.documents.consoles import ROOT
from scripts.documents.consoles import TODAY

PICTURES = ROOT / "docs/pictures"
WORDS = (
    *("request", "build", "examples/packet-demo.yaml", "--office", "rivertown-opla-2021"),
    *("--exhibits", "examples/packet-demo", "--caption", "examples/packet-demo-caption.yaml"),
)
SHOWN = {
    "packet-outward": (("letter.pdf", 0), ("index.pdf", 0), ("bundle.pdf", 6)),
    "packet-memo": (("private/memo.pdf", 0), ("private/memo.pdf", 1), ("private/memo.pdf", 7)),
}
"""Each picture by the pages that it shows, from 0."""
SCALE, GAP = 0.9, 12


def draw() -> None:
    """Build the packet and draw its pages."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "packet"
        with redirect_stdout(StringIO()):
            main((*WORDS, "--out", str(out)), today=TODAY)
        for name, pages in SHOWN.items():
            beside([page(out / file, number) for file, number in pages]).quantize(64).save(
                PICTURES / f"{name}.png", optimize=True
            )


def page(path: Path, number: int) -> Image.Image:
    """Return a page of a PDF as a picture."""
    opened: Any = pypdfium2.PdfDocument(path)
    shown: Image.Image = opened[number].render(scale=SCALE).to_pil()
    return shown


def beside(pages: list[Image.Image]) -> Image.Image:
    """Return pages beside each other."""
    width = sum(each.width for each in pages) + GAP * (len(pages) + 1)
    height = max(each.height for each in pages) + 2 * GAP
    sheet, left = Image.new("RGB", (width, height), "#8a8d91"), GAP
    for each in pages:
        sheet.paste(each, (left, GAP))
        left += each.width + GAP
    return sheet


if __name__ == "__main__":
    draw()
