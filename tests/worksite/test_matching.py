"""Names of employers are compared word by word, in three ways and without degrees."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from discretion.errors import EmployerNameError
from discretion.worksite import MatchKind
from discretion.worksite import read_guide
from discretion.worksite import read_name
from discretion.worksite.disputes.matching import match_name
from discretion.worksite.disputes.names import keys_of
from discretion.worksite.disputes.names import names_in

NAMES = read_guide().names
CASES = yaml.safe_load((Path(__file__).parent / "matches.yaml").read_text("utf-8"))
WORDS = st.lists(st.sampled_from(["quill", "made", "foods", "steel", "q", "7"]), min_size=1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['asked']} in {case['row']}")
def test_a_name_matches_as_its_case_says(case: dict[str, Any]) -> None:
    found = match_name(read_name(case["asked"], NAMES), case["row"], NAMES)

    if found is None:
        assert "none" == case["kind"]
    else:
        assert (case["kind"], case["in_part"]) == (found.kind.value, found.in_part)


def test_every_way_to_match_has_a_case() -> None:
    assert {*(kind.value for kind in MatchKind), "none"} == {case["kind"] for case in CASES}


@given(st.sampled_from(CASES), st.sampled_from([str.upper, str.lower, str.title]))
def test_case_changes_no_match(case: dict[str, Any], change: Any) -> None:  # noqa: ANN401  # a method of text
    """Whether a name is written in capitals changes no match."""
    asked = read_name(case["asked"], NAMES)
    before = match_name(asked, case["row"], NAMES)

    assert before == match_name(asked, change(case["row"]), NAMES)


@given(WORDS, WORDS)
def test_only_words_asked_about_are_said_to_match(asked: list[str], row: list[str]) -> None:
    """Every word that is said to match stands both in the name asked about and in the row."""
    try:
        name = read_name(" ".join(asked), NAMES)
    except EmployerNameError:
        return
    found = match_name(name, " ".join(row), NAMES)
    matched = set(found.words) if found else set()

    assert matched <= set(asked) & set(row)
    assert (found is not None and found.kind is not MatchKind.SOME_WORDS) == (
        set(name.words) <= set(row)
    )


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("Inc.", "has no word of its own"),
        ("The Company, Inc", "has no word of its own"),
        ("&", "has no word of its own"),
        ("Q", "is one letter"),
        ("Q Corp.", "is one letter"),
        ("Foods, Inc.", "is a word that very many employers bear"),
        ("Texas", "is a word that very many employers bear"),
    ],
)
def test_a_name_that_tells_no_employer_apart_is_refused(name: str, why: str) -> None:
    with pytest.raises(EmployerNameError, match=why):
        read_name(name, NAMES)


def test_the_names_of_a_cell_are_told_apart() -> None:
    cell = "Made-Up Foods, Inc. d/b/a The Pantry; Quill a/k/a Quill's (Springfield)"

    assert ("Made-Up Foods, Inc", "The Pantry", "Quill", "Quill's", "Springfield") == names_in(
        cell, NAMES
    )
    assert ("dbase", "lines") == keys_of("dBase Lines", NAMES)
    assert 1 == len(names_in("dBase Lines", NAMES))


def test_a_name_that_is_asked_about_twice_over_is_one_word() -> None:
    assert ("quill",) == read_name("Quill, Quill & Co.", NAMES).words
