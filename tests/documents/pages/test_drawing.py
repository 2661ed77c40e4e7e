"""What a drawing on a page is made of: shapes and letters, and nothing that runs or fetches."""

import re
from base64 import b64decode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.documents import draw_timeline
from discretion.documents.pages.drawing import KIND
from discretion.documents.pages.drawing import Drawing
from discretion.documents.pages.drawing import drawing
from discretion.documents.pages.element import element
from discretion.documents.pages.sheet import Section
from discretion.documents.pages.sheet import Sheet
from discretion.documents.pages.sheet import whole_page
from discretion.documents.pages.writing import written
from tests.documents.samples import timeline

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink">'
HARMLESS = (
    f'{OPEN}<rect width="4" height="1" fill="black"/></svg>',
    f'{OPEN}<defs><pattern id="p"/></defs><path d="M0,0h1" fill="url(#p)"/></svg>',
    f'{OPEN}<text role="img" aria-label="a@b, \\ and url(x)">Words &lt;script&gt;</text></svg>',
)
INSIDE = (
    "<script>alert(1)</script>",
    '<rect onload="alert(1)"/>',
    '<rect style="fill: url(https://example.org)"/>',
    '<rect fill="url(https://example.org/a)"/>',
    '<rect fill="URL( //example.org)"/>',
    "<rect fill=\"url('//example.org')\"/>",
    '<rect fill="u\\72l(//example.org)"/>',
    '<rect fill="url( "/>',
    '<image x:href="https://example.org/a.png"/>',
    '<use x:href="#a"/>',
    '<a href="#a"><text>x</text></a>',
    '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
    '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
    "<style>@import 'a';</style>",
    '<animate attributeName="x"/>',
    '<set attributeName="fill"/>',
    '<g xml:base="https://example.org"/>',
    "<!-- a comment -->",
    "<?xml-stylesheet href='a'?>",
    "<![CDATA[<script>]]>",
    '<rect xmlns="" width="1"/>',
)
BROKEN = (
    *("", "words", "<svg/>", "<p>x</p>", f"{OPEN}<g></svg>", f"{OPEN}\ud800</svg>"),
    f"{OPEN}\x00</svg>",
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    "<svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>",
    '<html xmlns="http://www.w3.org/1999/xhtml"><svg xmlns="http://www.w3.org/2000/svg"/></html>',
)


def page(*inside: Drawing | str) -> str:
    section = Section(id="a", heading="A", inside=(element("p", *inside),))
    return whole_page(Sheet(title="T", head=(), sections=(section,), foot=()))


@pytest.mark.parametrize("svg", HARMLESS)
def test_a_picture_of_shapes_and_letters_is_shown_as_it_is(svg: str) -> None:
    found = drawing(svg, "A bar.")
    assert found is not None
    (held,) = re.findall(r'^<img class="drawing" alt="A bar\." src="([^"]*)">$', written(found))

    assert svg == b64decode(held.removeprefix(KIND)).decode()


def test_a_timeline_is_a_picture_that_a_page_may_hold() -> None:
    assert drawing(draw_timeline(timeline()), "A timeline.") is not None


@pytest.mark.parametrize("inside", INSIDE)
def test_a_picture_that_could_run_or_fetch_is_none(inside: str) -> None:
    assert drawing(f"{OPEN}{inside}</svg>", "A bar.") is None


@pytest.mark.parametrize("svg", BROKEN)
def test_what_is_no_picture_is_none(svg: str) -> None:
    assert drawing(svg, "A bar.") is None


@given(st.text(st.characters(codec=None)))
def test_no_word_on_a_picture_is_ever_markup(words: str) -> None:
    """No word that tells what a picture shows is ever markup."""
    found = drawing(HARMLESS[0], words)
    assert found is not None

    assert re.fullmatch(r'<img class="drawing" alt="[^"<>]*" src="[^"<>]*">', written(found))


def test_a_page_may_show_pictures_only_where_it_holds_one() -> None:
    """A page may show pictures only where it holds one, and no words make it so."""
    found = drawing(HARMLESS[0], "A bar.")
    assert found is not None
    told = '<img class="drawing" alt="" src="data:">'

    assert "default-src 'none'; style-src 'unsafe-inline'" in page(found)
    assert "img-src data:" in page(found)
    assert "img-src" not in page(told)
