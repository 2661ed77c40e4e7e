"""What every shipped rule says in plain English is what was read last, and shows no identifier."""

import re

import pytest

from tests.snapshots.readouts import PAGES
from tests.snapshots.readouts import library
from tests.snapshots.readouts import pages

IDENTIFIER = re.compile(r"\w*[A-Za-z]_\w+|\bit\.\w+")
"""A word as code writes it."""


@pytest.mark.parametrize("name", pages())
def test_a_page_says_what_was_read_last(name: str) -> None:
    assert (PAGES / f"{name}.md").read_text("utf-8") == pages()[name]


def test_no_page_is_left_of_an_instrument_that_is_gone() -> None:
    assert sorted(f"{name}.md" for name in pages()) == sorted(path.name for path in PAGES.iterdir())


@pytest.mark.parametrize("name", pages())
def test_no_identifier_is_visible(name: str) -> None:
    assert [] == IDENTIFIER.findall(pages()[name])


@pytest.mark.parametrize("name", pages())
def test_no_id_of_a_rule_is_visible(name: str) -> None:
    ids = {rule for pack in library().packs.values() for rule in pack.rules}
    either = "|".join(re.escape(rule) for rule in sorted(ids, key=len, reverse=True))

    assert [] == re.findall(rf"(?<![\w.])(?:{either})(?![\w]|\.\w)", pages()[name])


@pytest.mark.parametrize("name", pages())
def test_every_bracket_and_quotation_is_closed(name: str) -> None:
    for line in pages()[name].splitlines():
        assert line.count("“") == line.count("”"), line
        assert line.count("(") == line.count(")"), line
