"""The picture of a timeline shows each row of its table, and can be read without being seen."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from discretion import Timeline
from discretion import row_in_words
from discretion.documents import draw_timeline
from discretion.documents.charts.looks import Look
from discretion.documents.charts.looks import pattern_name
from tests.documents.samples import EVERY
from tests.documents.samples import LINE
from tests.documents.samples import NOTHING
from tests.documents.samples import course
from tests.documents.samples import timeline

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2021, 1, 1)
SNAPSHOT = Path(__file__).parent / "timeline.txt"
PERIODS = {
    "all": timeline(),
    "one day": timeline(course(((DAY, DAY, LINE),), 1), first=DAY, last=DAY),
    "nothing issued": NOTHING,
    "every day of the calendar": timeline(first=date.min, last=date.max),
}


@cache
def drawn(shown: Timeline) -> ET.Element:
    return ET.fromstring(draw_timeline(shown))  # noqa: S314 - our own picture


@pytest.fixture(scope="module")
def picture() -> ET.Element:
    return drawn(timeline())


def titles(picture: ET.Element) -> list[str]:
    return [each.text or "" for each in picture.iterfind(f"{SVG}path/{SVG}title")]


def normal(picture: ET.Element) -> str:
    """Return what a picture says and shows, line by line, whatever its measures."""
    lines = [f"{each.tag.removeprefix(SVG)}: {each.text}" for each in picture[:2]]
    for shape in picture:
        told = shape.find(f"{SVG}title")
        if shape.tag == f"{SVG}text":
            lines.append(f"text: {shape.text}")
        elif told is not None:
            lines.append(f"bar, {shape.attrib['fill']}: {told.text}")
    return "\n".join(lines) + "\n"


def renew() -> None:
    """Write anew what the picture says, to be read before it is kept."""
    SNAPSHOT.write_text(normal(drawn(timeline())), "utf-8")


def test_the_picture_says_what_was_read_last(picture: ET.Element) -> None:
    assert SNAPSHOT.read_text("utf-8") == normal(picture)


def test_every_row_of_the_table_is_a_bar_with_its_words(picture: ET.Element) -> None:
    shown = titles(picture)

    for every in EVERY:
        for row in every.rows:
            told = f"Row {row.number}. {every.title}. {row_in_words(every, row)}"
            assert 1 == shown.count(told)


def test_every_bar_has_a_label_with_its_number(picture: ET.Element) -> None:
    bars = Counter(re.findall(r"^Row (\d+)\.", "\n".join(titles(picture)), re.MULTILINE))
    texts = [each.text or "" for each in picture.iterfind(f"{SVG}text")]
    labels = Counter(found[1] for text in texts if (found := re.match(r"(\d+) [a-z]", text)))

    assert labels == bars


def test_the_picture_is_named_and_described(picture: ET.Element) -> None:
    title, described = picture[0], picture[1]

    assert "graphics-document document" == picture.attrib["role"]
    assert (title.tag, described.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.attrib["id"] == picture.attrib["aria-labelledby"]
    assert described.attrib["id"] == picture.attrib["aria-describedby"]
    assert "What governed from 1 March 2020 to 29 February 2024" == title.text


@pytest.mark.parametrize("name", PERIODS)
def test_the_description_says_the_period_and_that_nothing_is_a_decision(name: str) -> None:
    described = drawn(PERIODS[name])[1].text or ""

    assert PERIODS[name].period in described
    assert described.endswith("Nothing here is a decision.")


def test_the_description_says_what_governed_and_what_may_have(picture: ET.Element) -> None:
    described = picture[1].text or ""

    assert "Memo A (ICE, CBP) governed: 10 March 2020 to 12 March 2020; 13 March" in described
    assert "Memo A, part II (ICE, CBP) may have governed: 1 May 2020 to 20 May 2020." in described


def test_a_period_of_nothing_says_so() -> None:
    told = " ".join(each.text or "" for each in drawn(NOTHING).iter())

    assert 2 == told.count("No instrument described here had been issued.")


@pytest.mark.parametrize("name", PERIODS)
def test_a_picture_holds_no_script_no_style_and_no_address(name: str) -> None:
    picture = drawn(PERIODS[name])
    allowed = {"svg", "title", "desc", "defs", "pattern", "g", "path", "line", "rect", "circle"}

    assert set() == {each.tag.removeprefix(SVG) for each in picture.iter()} - allowed - {"text"}
    for each in picture.iter():
        for key, value in each.attrib.items():
            assert not key.startswith(("on", "style", "{"))
            assert "//" not in value
            assert "url(" not in value or re.fullmatch(r"url\(#timeline-\w+\)", value)


def test_only_a_family_that_every_machine_has_is_named(picture: ET.Element) -> None:
    named = {each.attrib.get("font-family") for each in picture.iterfind(f"{SVG}text")}

    assert {"sans-serif"} == named


def test_each_pattern_in_use_is_defined_once(picture: ET.Element) -> None:
    used = {
        found[1]
        for each in picture.iter()
        if (found := re.match(r"url\(#(.+)\)", each.attrib.get("fill", "")))
    }
    defined = [each.attrib["id"] for each in picture.iter(f"{SVG}pattern")]

    assert sorted(used) == sorted(defined)
    assert {pattern_name(look) for look in (Look.REACHED, Look.OPEN, Look.HELD)} == used


def test_words_and_bars_stand_in_the_order_in_which_one_reads(picture: ET.Element) -> None:
    texts = [each.text or "" for each in picture.iterfind(f"{SVG}text")]
    parts = [
        "What governed from",
        "Jul 2020",
        "Memo A",
        "1 issued",
        "part II",
        "7 enjoined",
        "Governed.",
    ]
    places = [next(i for i, text in enumerate(texts) if text.startswith(part)) for part in parts]

    assert sorted(places) == places


@pytest.mark.parametrize("name", PERIODS)
def test_every_word_and_bar_lies_on_the_sheet(name: str) -> None:
    picture = drawn(PERIODS[name])
    width, height = float(picture.attrib["width"]), float(picture.attrib["height"])

    for text in picture.iterfind(f"{SVG}text"):
        found = re.fullmatch(r"translate\((.+),(.+)\)", text.attrib["transform"])
        assert found is not None
        size = float(text.attrib["font-size"].removesuffix("px"))
        wide = len(text.text or "") * size * 0.58
        left = float(found[1]) - (wide / 2 if "text-anchor" in text.attrib else 0)
        assert 0 <= left <= left + wide <= width
        assert 0 < float(found[2]) < height
    for bar in picture.iterfind(f"{SVG}path"):
        found = re.match(r"M(.+?),(.+?)h(.+?)v(.+?)h", bar.attrib["d"])
        assert found is not None
        left, top, wide, high = map(float, found.groups())
        assert 0 <= left < left + wide <= width
        assert 0 <= top < top + high <= height


def test_the_same_timeline_gives_the_same_bytes_in_another_process() -> None:
    program = (
        "from discretion.documents import draw_timeline\n"
        "from tests.documents.samples import timeline\n"
        "import sys; sys.stdout.write(draw_timeline(timeline()))\n"
    )
    command = (sys.executable, "-c", program)
    environment = {"TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}
    other = subprocess.run(  # noqa: S603 - our own
        command,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=Path(__file__).parents[2],
    )

    assert draw_timeline(timeline()) == other.stdout


if __name__ == "__main__":
    renew()
