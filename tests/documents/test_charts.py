"""The parts of a chart: round days, bars apart, labels apart, patterns, colours that print."""

from datetime import date
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion import GoverningLine
from discretion import Truth
from discretion.documents.charts.axis import MOST_MARKS
from discretion.documents.charts.axis import marks_between
from discretion.documents.charts.block import Block
from discretion.documents.charts.block import Words
from discretion.documents.charts.block import beside
from discretion.documents.charts.block import stacked
from discretion.documents.charts.block import text_block
from discretion.documents.charts.chart import GRID
from discretion.documents.charts.lanes import NUDGE
from discretion.documents.charts.lanes import Bar
from discretion.documents.charts.lanes import labels_of
from discretion.documents.charts.lanes import lanes_of
from discretion.documents.charts.lanes import width_of
from discretion.documents.charts.looks import BLUE
from discretion.documents.charts.looks import INK
from discretion.documents.charts.looks import PAPER
from discretion.documents.charts.looks import Look
from discretion.documents.charts.looks import look_of
from discretion.documents.charts.svg import accessible
from tests.documents.samples import line

WIDTH = 700.0
THINNEST = 2.0
QUARTERS = ["Apr 2021", "Jul 2021", "Oct 2021", "Jan 2022", "Apr 2022"]
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "marks"),
    [
        (date(2021, 1, 1), date(2021, 1, 1), ["1 Jan 2021"]),
        (date(2021, 1, 30), date(2021, 2, 1), ["30 Jan 2021", "31 Jan 2021", "1 Feb 2021"]),
        (date(2021, 1, 20), date(2021, 2, 1), [f"{day} Jan 2021" for day in (20, 25, 30)]),
        (date(2021, 1, 20), date(2021, 5, 1), [f"{m} 2021" for m in ("Feb", "Mar", "Apr", "May")]),
        (date(2021, 2, 2), date(2022, 4, 1), QUARTERS),
        (date(2014, 11, 20), date(2026, 11, 24), [str(year) for year in range(2015, 2027)]),
        (date(1996, 1, 1), date(2026, 1, 1), [str(year) for year in range(2000, 2030, 5)]),
        (date.min, date.max, [str(year) for year in range(1000, 10000, 1000)]),
        (date(9999, 10, 2), date.max, ["Nov 9999", "Dec 9999"]),
    ],
)  # fmt: skip
def test_an_axis_has_few_round_days(first: date, last: date, marks: list[str]) -> None:
    found = marks_between(first, last)

    assert marks == [mark.text for mark in found]
    assert sorted(mark.day for mark in found) == [mark.day for mark in found]


@given(DAYS, DAYS)
def test_every_period_has_marks_and_never_too_many(one: date, other: date) -> None:
    first, last = sorted((one, other))

    found = marks_between(first, last)

    assert 1 <= len(found) <= MOST_MARKS + 1
    assert all(first <= mark.day <= last for mark in found)
    assert len(found) == len({mark.text for mark in found})


@st.composite
def bars(draw: st.DrawFn) -> list[Bar]:
    """Draw bars in the order of their left edges, some of them very thin."""
    edges = draw(st.lists(st.tuples(st.floats(0, WIDTH - 2), st.floats(2, 300)), min_size=1))
    return [
        Bar(
            left=left,
            right=min(WIDTH, left + wide),
            look=Look.GOVERNED,
            label=f"{number} {draw(st.sampled_from(('in force', 'enjoined (in part)')))}",
            told="",
        )
        for number, (left, wide) in enumerate(sorted(edges), start=1)
    ]


@given(bars())
def test_bars_of_a_lane_never_overlap_and_none_is_lost_or_far_moved(given_bars: list[Bar]) -> None:
    lanes = lanes_of(given_bars, THINNEST)
    found = {bar.label: bar for lane in lanes for bar in lane}

    for lane in lanes:
        for before, after in pairwise(lane):
            assert before.right <= after.left
    for bar in given_bars:
        drawn = found.pop(bar.label)
        assert 0 <= drawn.left - bar.left <= NUDGE
        assert drawn.right - drawn.left >= THINNEST - 1e-9
    assert {} == found


@given(bars())
def test_labels_never_overlap_and_none_leaves_the_picture(given_bars: list[Bar]) -> None:
    for lane in lanes_of(given_bars, THINNEST):
        ends: dict[int, float] = {}
        labels = list(labels_of(lane, WIDTH))
        assert [bar.label for bar in lane] == [label.text for label in labels]
        for label in labels:
            assert label.left >= ends.get(label.line, 0.0)
            ends[label.line] = label.left + width_of(label.text)
            assert ends[label.line] <= WIDTH
        assert set(range(len(ends))) == set(ends)


def test_a_label_that_is_wider_than_the_picture_begins_at_its_left_edge() -> None:
    wide = Bar(left=5, right=9, look=Look.OPEN, label="x" * 500, told="")

    (label,) = labels_of((wide,), WIDTH)

    assert (0.0, 0) == (label.left, label.line)


@pytest.mark.parametrize(
    ("drawn", "look"),
    [
        (line(Truth.TRUE, "in_force"), Look.GOVERNED),
        (line(Truth.UNKNOWN, "enjoined", practice=""), Look.REACHED),
        (line(Truth.UNKNOWN, "in_force", condition="it yields"), Look.REACHED),
        (line(Truth.UNKNOWN, "disputed"), Look.OPEN),
        (line(Truth.UNKNOWN, "unknown"), Look.OPEN),
        (line(Truth.FALSE, "enjoined"), Look.HELD),
        (line(Truth.FALSE, "stayed"), Look.HELD),
        (line(Truth.FALSE, "vacated"), Look.HELD),
        (line(Truth.FALSE, "in_force"), Look.ASIDE),
        (line(Truth.FALSE, "disputed"), Look.ASIDE),
        (line(Truth.FALSE, "issued"), Look.ENDED),
        (line(Truth.FALSE, "rescinded"), Look.ENDED),
        (line(Truth.FALSE, "superseded"), Look.ENDED),
    ],
)
def test_each_standing_has_its_look(drawn: GoverningLine, look: Look) -> None:
    assert look is look_of(drawn)


def test_no_two_looks_are_told_apart_by_colour_alone() -> None:
    looks = [(look.fill.startswith("url") and look.fill, look.height, look.dashes) for look in Look]

    assert len(looks) == len(set(looks))
    assert len(Look) == len({look.told for look in Look})


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours. Source: WCAG 2.2, relative luminance."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("colour", "least"), [(INK, 7.0), (BLUE, 4.5), (GRID, 3.0)])
def test_colours_stand_out_from_paper(colour: str, least: float) -> None:
    assert contrast(colour, PAPER) >= least


def test_blocks_are_set_below_each_other() -> None:
    one = Block(height=10, words=(Words(left=0, top=8, text="a"),))

    whole = stacked((one, one.moved(5), beside(one, Block(height=40))))

    assert 65 == whole.height
    assert [8, 23, 33] == [each.top for each in whole.words]


def test_a_text_is_broken_so_that_no_line_is_wider_than_its_place() -> None:
    block = text_block("some words that go on for long " * 5, 0, 150)

    assert block.height == 15 * len(block.words) > 15
    assert all(width_of(each.text) <= 150 for each in block.words)


def test_only_what_shows_comes_into_a_picture() -> None:
    drawn = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'
        '<script>alert()</script><style>@import "x"</style><image href="x.png"/>'
        '<a href="https://agency.example"><text>x</text></a><foreignObject/>'
        '<path class="background" d="M0,0"/><g onclick="x()" transform="translate(0,0)">'
        '<line x2="1.23456" y2="0.10000" stroke="#000" onload="x()"/></g>'
        '<g transform="translate(1,1)"><path aria-label="a &lt;b&gt;" d="M0,0h1v1h-1Z"/></g></svg>'
    )

    picture = accessible(drawn, "t", "d")

    for gone in ("<script", "style", "image", "agency", "foreign", "onclick", "onload", 'M0,0"'):
        assert gone not in picture
    assert '<line x2="1.23" y2="0.1" stroke="#000" aria-hidden="true" />' in picture
    assert '<g transform="translate(1,1)">' in picture
    assert "<title>a &lt;b&gt;</title>" in picture


@given(st.integers(1, 5000))
def test_marks_of_days_are_evenly_apart(length: int) -> None:
    first = date(2020, 2, 1)
    marks = marks_between(first, first + timedelta(days=length))
    gaps = {(after.day - before.day).days for before, after in pairwise(marks)}

    assert not gaps or max(gaps) <= min(gaps) * 1.5 + 3
