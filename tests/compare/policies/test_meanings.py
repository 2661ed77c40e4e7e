"""Two policies that use one word, or one question, otherwise: never told as the same."""

from pathlib import Path

import pytest

from discretion.compare.differences.compare import ComparisonRequest
from discretion.compare.differences.compare import compare_policies
from discretion.compare.differences.difference import Difference
from tests.compare.policies.comparing import DAY
from tests.compare.policies.comparing import SECONDS
from tests.compare.policies.comparing import TODAY
from tests.compare.policies.test_limits import made_side


def parted(folder: Path, one: tuple[str, str, str], other: tuple[str, str, str]) -> set[str]:
    """Return which side is met where two made packs part on entries.

    Args:
        folder: where the packs are made.
        one: the condition of A, what its further judgment is called, and what that rests on.
        other: the same of B.

    """
    return {row.met_in for row in rows(folder, one, other)}


def rows(folder: Path, one: tuple[str, str, str], other: tuple[str, str, str]) -> list[Difference]:
    sides = []
    for number, (when, judgment, rests_on) in enumerate((one, other)):
        name = f"small-202{number}-memo"
        sides.append(made_side(folder / str(number), when, name, (judgment, rests_on)))
    request = ComparisonRequest(day=DAY, today=TODAY, seconds=SECONDS)
    found = compare_policies(sides[0], sides[1], request)
    return [row for row in found.differences if row.topic == "border_entry"]


@pytest.mark.parametrize(
    ("one", "other", "met_in"),
    [
        (
            ("judgment(ja)", "ja", "removable"),
            ("judgment(jb)", "jb", "not removable"),
            {"a", "b"},
        ),
        (
            ("judgment(ja)", "ja", "removable"),
            ("judgment(jb)", "jb", "removable and bs_attempting_unlawful_entry"),
            {"a"},
        ),
        (
            ("judgment(jx) and bs_attempting_unlawful_entry", "jx", "removable"),
            ("judgment(jx) and not bs_attempting_unlawful_entry", "jx", "not removable"),
            {"a", "b"},
        ),
        (("judgment(jx)", "jx", "removable"), ("judgment(jx)", "jx", "not removable"), {""}),
    ],
)
def test_what_a_question_rests_on_parts_two_policies(
    one: tuple[str, str, str], other: tuple[str, str, str], met_in: set[str], tmp_path: Path
) -> None:
    """Questions that rest on different facts part two policies where only one can be asked."""
    assert met_in == parted(tmp_path, one, other)


def test_only_the_question_differs_where_both_rest_on_the_same(tmp_path: Path) -> None:
    """Where two questions rest on the same facts, it is told that only the question differs."""
    found = rows(tmp_path, ("judgment(ja)", "ja", "removable"), ("judgment(jb)", "jb", "removable"))

    assert {"a", "b"} == {row.met_in for row in found}
    assert all("what differs is the question" in row.note for row in found)


def test_the_same_has_no_note_of_what_differs(tmp_path: Path) -> None:
    """Two questions that no fact can bring up are the same, and no note says that they differ."""
    never = "removable and not removable"
    found = rows(tmp_path, ("judgment(ja)", "ja", never), ("judgment(jb)", "jb", never))

    assert [("same", "")] == [(row.relation, row.note) for row in found]
