"""What the example cases come to side by side is what was read last, and shows no identifier."""

import re

import pytest

from discretion import read_library
from tests.snapshots.side_by_side import CASES
from tests.snapshots.side_by_side import PAGES
from tests.snapshots.side_by_side import page_of


@pytest.mark.parametrize("name", CASES)
def test_a_page_says_what_was_read_last(name: str) -> None:
    assert (PAGES / f"{name}.txt").read_text("utf-8") == page_of(name)


def test_no_page_is_left_of_a_case_that_is_gone() -> None:
    assert sorted(f"{name}.txt" for name in CASES) == sorted(path.name for path in PAGES.iterdir())


@pytest.mark.parametrize("name", CASES)
def test_no_identifier_but_an_outcome_is_visible(name: str) -> None:
    outcomes = {
        token
        for pack in read_library().packs.values()
        for token in (*(row.token for row in pack.outcomes), pack.when_open)
    }

    assert set(re.findall(r"\w*[A-Za-z]_\w+|\bit\.\w+", page_of(name))) <= outcomes


@pytest.mark.parametrize("name", CASES)
def test_every_bracket_and_quotation_is_closed(name: str) -> None:
    page = page_of(name)

    assert page.count("“") == page.count("”")
    assert page.count("(") == page.count(")")
    assert page.count("[") == page.count("]")
