"""The page on two policies: whole, in order, alone, and the same every time."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from discretion.cli.screen.visible import visible
from discretion.documents import CaseTold
from discretion.documents import ReasonTold
from discretion.documents import lay_out_comparison
from discretion.documents.pages.comparison.case import lay_out_case
from discretion.documents.pages.writing import written
from tests.documents.pages.hostile import Hostile
from tests.documents.pages.reading import body_of
from tests.documents.pages.reading import by_class
from tests.documents.pages.reading import fragments
from tests.documents.pages.reading import ids
from tests.documents.pages.reading import levels
from tests.documents.pages.reading import parsed
from tests.documents.pages.reading import text_of
from tests.documents.pages.reading import with_id

TOLD = Hostile()
PAGE = lay_out_comparison(TOLD.comparison())


@pytest.fixture(scope="module")
def tree() -> ET.Element:
    return parsed(PAGE)


def test_every_text_of_a_page_is_shown_as_text(tree: ET.Element) -> None:
    """Every text of a page is shown as text, though it were markup or turned what is read."""
    shown = text_of(tree)

    assert len(TOLD.texts) > 60
    assert [] == [text for text in TOLD.texts if visible(text) not in shown]
    assert "<script" not in PAGE
    assert "\u202e" not in PAGE


def test_the_headings_of_a_page_leave_no_level_out(tree: ET.Element) -> None:
    """The headings of a page begin with the first level, once, and leave no level out."""
    found = levels(tree)

    assert 1 == found[0]
    assert 1 == found.count(1)
    assert {1, 2, 3, 4, 5} == set(found)
    assert [] == [pair for pair in pairwise(found) if pair[1] > pair[0] + 1]


def test_every_name_of_a_place_stands_once_and_every_link_leads_to_one(tree: ET.Element) -> None:
    """Every name of a place on a page stands once, and every link leads to one."""
    names = ids(tree)

    assert {1} == set(names.values())
    assert set(fragments(tree)) <= names.keys()
    labels = {each.get("aria-labelledby") for each in tree.iter()}
    assert labels - {None} <= names.keys()


def test_a_page_has_its_landmarks_and_a_way_past_what_repeats(tree: ET.Element) -> None:
    body = body_of(tree)

    assert ["a", "header", "nav", "main", "footer"] == [each.tag for each in body]
    assert ("#main", "Skip to the text") == (body[0].get("href"), body[0].text)
    assert "main" == with_id(tree, "main").tag
    assert "Contents" == body[2].get("aria-label")
    assert "en" == tree.get("lang")


def test_the_contents_list_every_section(tree: ET.Element) -> None:
    _, _, contents, main, _ = body_of(tree)
    listed = [(each.get("href"), each.text) for each in contents.iter("a")]
    sections = [(f"#{each.get('id')}", each.findtext("h2")) for each in main]

    assert sections == listed
    assert len(sections) > 4


def test_every_head_of_a_table_says_what_it_is_the_head_of(tree: ET.Element) -> None:
    tables = list(tree.iter("table"))

    assert 2 == len(tables)
    for table in tables:
        assert table.findtext("caption")
        assert {"col", "row"} == {head.get("scope") for head in table.iter("th")}
        assert {"col"} == {head.get("scope") for head in table.iterfind("thead//th")}


def test_what_scrolls_can_be_reached_and_is_named(tree: ET.Element) -> None:
    for wide in by_class(tree, "wide"):
        assert ("region", "0") == (wide.get("role"), wide.get("tabindex"))
        assert wide.get("aria-label")


def test_a_page_asks_for_nothing_beyond_itself(tree: ET.Element) -> None:
    """A page asks for nothing beyond itself: no script, no picture, no font, no address."""
    tags = {each.tag for each in tree.iter()}
    head = tree.find("head")
    assert head is not None
    policy = head.find("meta[@http-equiv]")
    assert policy is not None

    assert tags.isdisjoint({"script", "link", "img", "iframe", "object", "base", "form"})
    assert ["meta", "meta", "meta", "title", "style"] == [each.tag for each in head]
    assert policy.attrib["content"].startswith("default-src 'none'")
    assert [] == re.findall(r"\b(?:src|on\w+)=|url\(|@import", re.sub(r">[^<]*<", "><", PAGE))


def test_a_page_is_the_same_every_time() -> None:
    assert PAGE == lay_out_comparison(Hostile().comparison())


def test_a_case_leads_to_the_provision_and_else_to_what_the_policy_says(tree: ET.Element) -> None:
    case = with_id(tree, "topic-2-case-1")

    assert ["topic-2-a-2", "topic-2-b"] == fragments(case)
    assert "panel" == with_id(tree, "topic-2-b").get("class")
    assert "provision" == with_id(tree, "topic-2-a-2").get("class")


def test_a_rule_under_no_provision_is_shown_without_one(tree: ET.Element) -> None:
    alone = with_id(tree, "topic-1-a-1")

    assert ["p", "ul"] == [each.tag for each in alone]
    assert "Read here:" == alone.findtext("p")


def test_a_policy_without_a_rule_on_a_case_is_told_with_what_it_says_at_all() -> None:
    silent = ReasonTold(
        letter="B", name="", cited="", provision=None, comes_to="says nothing of it", tests=()
    )
    case = CaseTold(shows="met in A and not in B", says=(), a=silent, b=silent)

    found = lay_out_case(case, 3, 1)

    page = ET.fromstring(written(found))  # noqa: S314 - our own page
    assert 2 == written(found).count("What B says")
    assert ["topic-3-b", "topic-3-b"] == fragments(page)
    assert "B: says nothing of it" == page.findtext(".//h5")
