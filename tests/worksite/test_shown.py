"""What may be the name of a person is left out of the name of a row."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from discretion.worksite import read_guide
from discretion.worksite.disputes.names import all_words_of
from discretion.worksite.disputes.shown import show_name

NAMES = read_guide().names
CASES = yaml.safe_load((Path(__file__).parent / "shown.yaml").read_text("utf-8"))
PERSONS = st.lists(
    st.sampled_from(["Zyx", "Wvu", "Tsr", "Q.", "O'Wvu", "Zyx-Wvu"]), min_size=2, max_size=4
)
FIRMS = st.sampled_from(["Made-Up Foods, Inc.", "Invented Hospital", "Quill Steel Co"])
PARTINGS = st.sampled_from([" d/b/a ", " DBA ", " (", "; ", " a/k/a ", " / "])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["row"])
def test_a_name_is_shown_as_its_case_says(case: dict[str, Any]) -> None:
    found = show_name(case["row"], case["asked"], NAMES)

    assert (case["shown"], case["left_out"]) == (found.text, found.left_out)


@given(PERSONS, FIRMS, PARTINGS, st.sampled_from([1, -1]))
def test_no_word_of_a_person_is_shown(
    person: list[str], firm: str, parting: str, order: int
) -> None:
    """No word of a person's name beside a firm's is shown, however the two are parted."""
    name = " ".join(person)
    shown = show_name(parting.join((name, firm)[::order]), (), NAMES)

    assert set(all_words_of(shown.text, NAMES)).isdisjoint(all_words_of(name, NAMES))
    assert 0 < shown.left_out
