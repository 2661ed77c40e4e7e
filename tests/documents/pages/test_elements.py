"""What a page is made of: nothing that runs or fetches, and every text escaped."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.cli.screen.visible import visible
from discretion.documents.pages.element import ATTRIBUTES
from discretion.documents.pages.element import TAGS
from discretion.documents.pages.element import element
from discretion.documents.pages.letters import escaped
from discretion.documents.pages.style import DARK
from discretion.documents.pages.style import LIGHT
from discretion.documents.pages.style import style_sheet
from discretion.documents.pages.writing import written
from tests.documents.pages.reading import contrast

LETTERS, LINES = 4.5, 3.0
"""The least contrast of letters, and of lines that matter. Source: WCAG 2.2, 1.4.3 and 1.4.11."""
GROUNDS = ("paper", "panel", "marked")


@given(st.text(st.characters(codec=None)))
def test_no_text_of_a_page_is_ever_markup(text: str) -> None:
    """No text of a page is ever markup, and each reads as it would on the screen of a command."""
    found = written(element("p", text, given={"aria-label": text}))
    (inside,) = re.findall(r'^<p aria-label="[^"<>]*">([^<>]*)</p>$', found)

    assert visible(text) == html.unescape(inside)
    assert f'aria-label="{inside}"' in found


@pytest.mark.parametrize("number", [*range(0x20), *range(0x7F, 0xA1), 0x061C, 0x202E, 0xD800])
def test_a_character_that_is_obeyed_is_written_out(number: int) -> None:
    assert visible(chr(number)) == html.unescape(escaped(chr(number)))


@pytest.mark.parametrize("tag", ["script", "style", "img", "iframe", "object", "form", "svg"])
def test_a_page_holds_no_element_that_could_run_or_fetch(tag: str) -> None:
    assert tag not in TAGS
    with pytest.raises(ValueError, match=f"no page is made of {tag}"):
        element(tag, "alert(1)")


@pytest.mark.parametrize("name", ["onclick", "style", "src", "srcdoc", "action", "xlink:href"])
def test_an_element_has_no_attribute_that_could_run_or_fetch(name: str) -> None:
    assert name not in ATTRIBUTES
    with pytest.raises(ValueError, match=f"no page is made of {name}"):
        element("p", given={name: "x"})


@pytest.mark.parametrize("to", ["https://example.org", "javascript:alert(1)", "//a", "a.html", ""])
def test_a_link_leads_nowhere_else(to: str) -> None:
    with pytest.raises(ValueError, match="a link leads to a place on the same page"):
        element("a", "x", given={"href": to})


def test_what_an_element_was_given_cannot_change_it_later() -> None:
    given_first = {"id": "a"}
    found = element("p", given=given_first)
    given_first["onclick"] = "alert(1)"

    assert '<p id="a"></p>' == written(found)


def test_blocks_begin_lines_and_words_do_not() -> None:
    found = element("ul", element("li", "a ", element("em", "b")), element("li", "c"))

    assert "<ul>\n<li>a <em>b</em></li>\n<li>c</li>\n</ul>" == written(found)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_letters_and_lines_stand_out_from_every_ground(colours: dict[str, str]) -> None:
    """Letters and lines of a page stand out from every ground, light and dark."""
    letters = {
        (name, ground): contrast(colours[name], colours[ground])
        for name in ("ink", "quiet", "link")
        for ground in GROUNDS
    }
    lines = {ground: contrast(colours["line"], colours[ground]) for ground in GROUNDS}

    assert {} == {pair: ratio for pair, ratio in letters.items() if ratio < LETTERS}
    assert {} == {ground: ratio for ground, ratio in lines.items() if ratio < LINES}


def test_on_paper_letters_stand_out_too() -> None:
    printed = style_sheet().split("@media print")[1]
    colours = dict(re.findall(r"--(\w+): (#\w{6})", printed))

    assert LIGHT.keys() == colours.keys()
    assert all(
        contrast(colours[name], colours["paper"]) >= LETTERS for name in ("ink", "quiet", "link")
    )


def test_contrast_is_measured_as_the_standard_does() -> None:
    assert pytest.approx(21) == contrast("#000000", "#ffffff")
    assert pytest.approx(1) == contrast("#123456", "#123456")
    assert pytest.approx(4.54, abs=0.01) == contrast("#767676", "#ffffff")


def test_every_colour_of_the_style_sheet_is_one_whose_contrast_is_held() -> None:
    body = style_sheet()
    used = set(re.findall(r"var\(--(\w+)\)", body))
    outside = re.sub(r"--\w+: #\w{6};", "", body)

    assert LIGHT.keys() == DARK.keys()
    assert LIGHT.keys() == used
    assert [] == re.findall(r"#[0-9a-f]{3,8}\b", outside)


def test_the_style_sheet_fetches_nothing_and_ends_nothing() -> None:
    assert [] == re.findall(r"url\(|@import|@font-face|[<&]", style_sheet())
