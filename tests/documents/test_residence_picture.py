"""The picture of a residence: it tells the same as its table, and outside nothing of what stays."""

import sys
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from hypothesis import assume
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion import MissingExtraError
from discretion.documents import draw_residence
from discretion.documents import residence_table
from discretion.documents.charts.residence.months import INSIDE
from discretion.documents.charts.residence.months import LOOKS
from discretion.documents.charts.residence.months import OUTWARD
from discretion.documents.charts.residence.months import outward_of
from discretion.facts.casefile import Evidence
from discretion.facts.casefile import Period
from discretion.request import Covered
from discretion.request import Residence
from discretion.request.papers.residence import residence_of
from tests.request.made import checklist

SVG = "{http://www.w3.org/2000/svg}"
DAY = date(2018, 6, 15)
DAYS = st.dates(date(2012, 1, 1), DAY)


def paper(first: date, last: date, disclosure: str) -> Evidence:
    covers = (Period(first=first, last=last),)
    return Evidence(name="a", kind="lease", covers=covers, disclosure=disclosure)


@st.composite
def papers(draw: st.DrawFn) -> tuple[Evidence, ...]:
    """Draw papers, some of which may go out."""
    ways = st.sampled_from(("may_disclose", "internal", "protected"))
    spans = draw(st.lists(st.tuples(DAYS, DAYS, ways), max_size=5))
    return tuple(paper(min(one, other), max(one, other), way) for one, other, way in spans)


def read(found: tuple[Evidence, ...], arrival: date | None = None) -> Residence:
    return residence_of(found, arrival, DAY, checklist())


SAMPLE = read(
    (
        paper(date(2014, 3, 1), date(2015, 5, 1), "may_disclose"),
        paper(date(2015, 6, 1), date(2016, 2, 1), "internal"),
        paper(date(2017, 1, 1), date(2018, 1, 1), "may_disclose"),
    ),
    date(2013, 11, 2),
)


def words_of(picture: str) -> str:
    return " ".join(text.strip() for text in ET.fromstring(picture).itertext() if text.strip())  # noqa: S314 - our own picture


@given(papers(), st.none() | DAYS)
def test_outside_nothing_hangs_on_what_stays(
    found: tuple[Evidence, ...], arrival: date | None
) -> None:
    """What is told outside is the same with and without papers that stay, and the entry."""
    out = tuple(each for each in found if each.disclosure == "may_disclose")
    assume(arrival is None or all(arrival <= each.covers[0].first for each in out))

    assert outward_of(read(out)) == outward_of(read(found, arrival))
    assert residence_table(read(out), is_outward=True) == residence_table(
        read(found), is_outward=True
    )


@given(papers())
@settings(max_examples=15, deadline=None)
def test_a_picture_for_outside_is_the_same_without_what_stays(found: tuple[Evidence, ...]) -> None:
    """A picture for outside is the same text whether or not there are papers that stay."""
    out = tuple(each for each in found if each.disclosure == "may_disclose")

    assert draw_residence(read(out), is_outward=True) == draw_residence(
        read(found), is_outward=True
    )


def test_no_word_for_outside_speaks_of_what_stays() -> None:
    picture = words_of(draw_residence(SAMPLE, is_outward=True)).lower()
    table = " ".join(word for row in residence_table(SAMPLE, is_outward=True) for word in row)

    for word in ("inside", "stay", "internal", "may go out", "2013"):
        assert word not in picture
        assert word not in table.lower()
    assert Covered.INSIDE not in OUTWARD


def test_inside_the_picture_is_marked_and_tells_all_three() -> None:
    picture = words_of(draw_residence(SAMPLE))

    assert "Internal: work product, do not file." in picture
    for word in INSIDE.values():
        assert word in picture


@pytest.mark.parametrize("is_outward", [False, True])
def test_the_picture_has_a_bar_for_everything_in_the_table(*, is_outward: bool) -> None:
    picture = ET.fromstring(draw_residence(SAMPLE, is_outward=is_outward))  # noqa: S314 - our own
    bars = {title.text or "" for title in picture.iterfind(f"{SVG}path/{SVG}title")}
    head, *rows = residence_table(SAMPLE, is_outward=is_outward)
    told = {
        f"{months} {row[0]}: {words[:1].lower()}{words[1:]}."
        for row in rows
        for words, cell in zip(head[2:], row[2:], strict=True)
        for months in cell.split(", ")
        if cell != "none"
    }

    assert told == bars
    assert sum(int(row[1]) for row in rows) == len(
        (outward_of(SAMPLE) if is_outward else SAMPLE).months
    )


def test_the_picture_is_named_described_and_holds_nothing_that_runs() -> None:
    text = draw_residence(SAMPLE)
    picture = ET.fromstring(text)  # noqa: S314 - our own picture
    named = {each.attrib["id"] for each in picture if "id" in each.attrib}

    assert {"residence-title", "residence-description"} == named
    assert "residence-title" == picture.attrib["aria-labelledby"]
    assert "url(#residence-open)" in text
    assert 'id="residence-open"' in text
    for gone in ("timeline", "<script", "<style", "href", "http://www.w3.org/1999"):
        assert gone not in text


def test_no_two_kinds_of_month_are_told_apart_by_colour_alone() -> None:
    looks = [(look.height, look.fill.startswith("url")) for look in LOOKS.values()]

    assert len(looks) == len(set(looks)) == len(Covered)


def test_the_same_residence_gives_the_same_picture() -> None:
    assert draw_residence(SAMPLE) == draw_residence(SAMPLE)


@pytest.mark.parametrize("is_outward", [False, True])
def test_without_a_month_that_is_said(*, is_outward: bool) -> None:
    assert "No paper shows a month." in words_of(draw_residence(read(()), is_outward=is_outward))
    assert 1 == len(residence_table(read(()), is_outward=is_outward))


def test_without_what_draws_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)

    with pytest.raises(MissingExtraError, match=r"discretion\[documents\]"):
        draw_residence(SAMPLE)
