"""A phrase is found where it stands, however it is set, and only there."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.verification.matching.furniture import without_furniture
from discretion.verification.matching.letters import letters_of
from discretion.verification.matching.nearest import nearest_passage
from discretion.verification.matching.nearest import word_list
from discretion.verification.matching.search import WIDEST_GAP
from discretion.verification.matching.search import pages_with
from discretion.verification.matching.search import searched

GAP = "zzzz " * ((WIDEST_GAP - 1) // 4)
SIGNS = {"<gap minus a little>": GAP[:-30], "<gap>": GAP}
ROWS = yaml.safe_load((Path(__file__).parent / "phrases.yaml").read_text("utf-8"))
PLAIN_WORDS = st.lists(st.text("abcdefghij", min_size=2, max_size=9), min_size=2, max_size=30)


def pages_of(row: dict[str, Any]) -> list[str]:
    pages = list[str](row["pages"])
    for sign, text in SIGNS.items():
        pages = [page.replace(sign, text) for page in pages]
    return pages


@pytest.mark.parametrize("row", ROWS, ids=lambda row: str(row["name"]))
def test_a_phrase_is_found_where_it_stands(row: dict[str, Any]) -> None:
    found = pages_with(row["words"], searched(pages_of(row)))

    assert tuple(row["found"]) == found, row["because"]


@pytest.mark.parametrize(
    "row", [row for row in ROWS if not row["found"]], ids=lambda row: str(row["name"])
)
def test_of_a_missing_phrase_the_nearest_passage_is_shown(row: dict[str, Any]) -> None:
    passage = nearest_passage(row["words"], word_list(pages_of(row)))
    shown = {"page": passage.page, "words": passage.words} if passage else None

    assert row.get("nearest") == shown, row["because"]


@settings(deadline=None)
@given(words=PLAIN_WORDS, data=st.data())
def test_however_words_are_set(words: list[str], data: st.DataObject) -> None:
    """Words in a row are found on the pages that hold them, however lines and pages break."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    pages, pages_of_words = [""], []
    for word in words:
        if data.draw(st.booleans()):
            cut = data.draw(st.integers(1, len(word) - 1))
            word = f"{word[:cut]}-\n{word[cut:]}"  # noqa: PLW2901  # the word as it is set
        pages[-1] += word.upper() if data.draw(st.booleans()) else word
        pages_of_words.append(len(pages))
        if data.draw(st.integers(0, 4)):
            pages[-1] += data.draw(st.sampled_from([" ", "\n", "\r\n", "  ", "\u00a0"]))
        else:
            pages.append("")

    found = pages_with(" ".join(words[first : last + 1]), searched(pages))

    assert set(pages_of_words[first : last + 1]) <= set(found)


@settings(deadline=None)
@given(words=PLAIN_WORDS, other=st.text("klmnop", min_size=1, max_size=9), data=st.data())
def test_words_that_do_not_stand_there(words: list[str], other: str, data: st.DataObject) -> None:
    """Words of which one stands nowhere in a text are never found in it."""
    asked = [*words]
    asked.insert(data.draw(st.integers(0, len(words))), other)

    assert () == pages_with(" ".join(asked), searched([" ".join(words)]))


@settings(deadline=None)
@given(pages=st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_letters_know_their_pages_and_their_edges(pages: list[str]) -> None:
    """Every letter lies on a page, no letter is a space, and words end where a text ends."""
    letters = letters_of(pages)

    assert len(letters.text) + 1 == len(letters.edges)
    assert len(pages) == len(letters.starts)
    assert sorted(letters.starts) == list(letters.starts)
    assert letters.edges[0] == letters.edges[-1] == 1
    assert not any(letter.isspace() for letter in letters.text)
    assert all(1 <= letters.page_of(index) <= len(pages) for index in range(len(letters.text)))


@settings(deadline=None)
@given(
    words=PLAIN_WORDS,
    rest=st.lists(PLAIN_WORDS, min_size=1, max_size=3),
)
def test_a_nearest_passage_stands_in_the_text(words: list[str], rest: list[list[str]]) -> None:
    """A nearest passage is a stretch of the text, on the page where it begins."""
    pages = [" ".join(each) for each in rest]
    listed = word_list(pages)
    passage = nearest_passage(" ".join(words), listed)

    if passage is not None:
        assert f" {passage.words} " in f" {' '.join(listed.printed)} "
        assert passage.words.split()[0] in pages[passage.page - 1]


@pytest.mark.parametrize(
    ("pages", "left"),
    [
        (["Text.\n1", "More.\n2"], ("Text.", "More.")),
        (["i\nText."], ("i\nText.",)),
        (["Head\n\nText.", "Head\n\nMore."], ("Text.", "More.")),
        (["Head 1\nText.", "HEAD  2\nMore."], ("Text.", "More.")),
        (["Head\n1\nText.\nFoot", "Head\n2\nMore.\nFoot"], ("Text.", "More.")),
        (["Text.\nthe same\nMore.", "Other.\nthe same\nAlike."],) * 2,
        (["1", ""], ("", "")),
        (["1999 is a year\nText."], ("1999 is a year\nText.",)),
        (["page 3 of 7\nText.\n3 / 7", "Text too."], ("Text.", "Text too.")),
    ],
)
def test_only_what_stands_at_the_ends_of_pages_is_left_out(
    pages: list[str], left: tuple[str, ...]
) -> None:
    assert tuple(left) == without_furniture(pages)


@pytest.mark.parametrize(("length", "found"), [(WIDEST_GAP, (1,)), (WIDEST_GAP + 1, ())])
def test_an_ellipsis_stands_for_so_many_letters(length: int, found: tuple[int, ...]) -> None:
    text = f"first {'z' * length} last"

    assert found == pages_with("first ... last", searched([text]))
