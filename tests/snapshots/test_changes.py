"""What is said of an edit of a pack is what was read last."""

import pytest

from tests.snapshots.changes import EDITS
from tests.snapshots.changes import PAGES
from tests.snapshots.changes import page_of


@pytest.mark.parametrize("name", EDITS)
def test_a_page_says_what_was_read_last(name: str) -> None:
    assert (PAGES / f"{name}.txt").read_text("utf-8") == page_of(name)


def test_no_page_is_left_of_an_edit_that_is_gone() -> None:
    assert sorted(f"{name}.txt" for name in EDITS) == sorted(path.name for path in PAGES.iterdir())
