"""Every document that is made is as it would be made today: `make docs` writes them anew."""

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from scripts.documents.consoles import ROOT
from scripts.documents.regions import with_region
from scripts.write_docs import made_documents

SVG = "{http://www.w3.org/2000/svg}"


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_made_documents_are_current() -> None:
    """Each is made once, in one test, because all that is proved is proved anew for one of them."""
    stale = [
        name_of(path)
        for path, text in made_documents()
        if not path.is_file() or path.read_text("utf-8") != text
    ]

    assert [] == stale


def test_the_picture_has_a_title_and_a_description() -> None:
    picture = ET.fromstring((ROOT / "docs/pictures/assessment.svg").read_text("utf-8"))  # noqa: S314 - our own picture

    named = picture.attrib["aria-labelledby"].split()
    told = {each.attrib["id"]: each.text for each in picture if "id" in each.attrib}

    assert "img" == picture.attrib["role"]
    assert [SVG + "title", SVG + "desc"] == [each.tag for each in picture][:2]
    assert all(told[name] for name in named)


def test_the_picture_says_the_same_as_the_words_below_it() -> None:
    picture = ET.fromstring((ROOT / "docs/pictures/assessment.svg").read_text("utf-8"))  # noqa: S314 - our own picture
    shown = " ".join(each.text or "" for each in picture.iter(f"{SVG}text"))
    block = re.search(
        r"<!-- made: assessment -->\n\n```text\n(.*?)```",
        (ROOT / "README.md").read_text("utf-8"),
        re.DOTALL,
    )
    assert block is not None
    written = re.sub(r"^- |^  ", "", block[1], flags=re.MULTILINE)

    assert written.replace("OPEN:", "OPEN").replace("MET:", "MET").split() == shown.split()


def test_the_timeline_has_a_bar_for_every_row_of_the_table_below_it() -> None:
    picture = ET.fromstring((ROOT / "docs/timeline.svg").read_text("utf-8"))  # noqa: S314 - our own picture
    page = (ROOT / "docs/timeline.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \| (.+?) \|.*?\| (\d+ \w+ \d{4}.*?) \|", page, re.MULTILINE)
    bars = [title.text or "" for title in picture.iterfind(f"{SVG}path/{SVG}title")]

    assert len(rows) > 40
    assert [str(number) for number in range(1, len(rows) + 1)] == [row[0] for row in rows]
    for number, title, days in rows:
        assert 1 == len([bar for bar in bars if bar.startswith(f"Row {number}. {title}. {days} (")])


def test_a_region_is_replaced_and_nothing_else() -> None:
    text = "before\n<!-- made: a -->\n\nold\n\n<!-- end of a -->\nafter\n"

    assert text.replace("old", "new") == with_region(text, "a", "new")


@pytest.mark.parametrize("text", ["", "<!-- made: a -->\n", "<!-- end of a -->"])
def test_a_document_without_the_region_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="region `a`"):
        with_region(text, "a", "new")
