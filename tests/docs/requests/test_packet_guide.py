"""The page on packets shows what the command prints, and names all that it writes."""

import re
from contextlib import chdir
from pathlib import Path

from discretion.documents.request.told.caption import Caption
from scripts.documents.consoles import ROOT
from tests.cli.console import run

GUIDE = (ROOT / "docs/packet.md").read_text("utf-8")


def sizeless(text: str) -> str:
    """Return a text without the sizes of files, which move with a word here and there."""
    return re.sub(r"\d+ KB", "n KB", text)


def test_the_packet_is_built_as_shown(tmp_path: Path) -> None:
    shown = re.search(r"^```text\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    words = re.search(r"^```bash\ndiscretion (.*)$", GUIDE, re.MULTILINE)
    assert shown is not None
    assert words is not None
    with chdir(tmp_path):
        said = run(*words[1].replace("examples", str(ROOT / "examples")).split())
    written = {path.stem for path in (tmp_path / "packet").rglob("*") if path.is_file()}

    assert sizeless(shown[1]) == sizeless(said.out)
    assert [] == [name for name in written if name.removesuffix("-es") not in GUIDE]


def test_every_key_of_a_caption_is_told() -> None:
    names = Caption.__slots__

    assert [] == [name for name in names if f"`{name}`" not in GUIDE]


def test_every_picture_that_is_shown_lies_there() -> None:
    pictures = re.findall(r"\]\((pictures/[^)]+)\)", GUIDE)

    assert 2 == len(pictures)
    assert all((ROOT / "docs" / each).is_file() for each in pictures)
