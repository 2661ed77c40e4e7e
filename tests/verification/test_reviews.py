"""Reviews are only ever added, each by somebody, and say nothing of another pack or file."""

import stat
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion import NothingToCorrectError
from discretion import ReviewStandsError
from discretion import replace
from discretion.source import Report
from discretion.verification import Findings
from discretion.verification import Review
from discretion.verification import ReviewState
from discretion.verification import Stale
from discretion.verification import Verdict
from discretion.verification import add_review
from discretion.verification import read_reviews
from discretion.verification.reviews.adding import HEAD
from discretion.verification.reviews.reader import reviews_in
from discretion.verification.reviews.review import standings
from discretion.verification.reviews.review import state_of
from tests.verification.found import FILE
from tests.verification.found import FOUND
from tests.verification.found import OTHER
from tests.verification.found import PACK
from tests.verification.found import added
from tests.verification.found import by

NAMES = (
    st.text(st.characters(categories=("L", "N", "P", "S", "Zs")), max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)


def test_a_first_review_makes_the_file_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"

    reviews = added(path, FOUND)

    assert (Review(number=1, findings=FOUND),) == reviews
    assert (reviews, ()) == read_reviews(path)
    assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert ["reviews.yaml"] == [each.name for each in tmp_path.iterdir()]


@settings(deadline=None, max_examples=50)
@given(
    words=st.lists(st.tuples(NAMES, NAMES, NAMES), min_size=1, max_size=4),
    verdict=st.sampled_from(Verdict),
)
def test_what_was_added_is_read_again(
    words: list[tuple[str, str, str]], verdict: Verdict, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever a person's name, role and note, a review is read as it was added."""
    path = tmp_path_factory.mktemp("reviews") / "reviews.yaml"
    found = [
        replace(FOUND, by=f"{number} {by}", role=role, note=note, verdict=verdict)
        for number, (by, role, note) in enumerate(words)
    ]

    added(path, *found)

    assert found == [each.findings for each in read_reviews(path)[0]]


@pytest.mark.parametrize(
    ("first", "further"),
    [("", ""), ("  ", "  "), ("    ", "    ")],
    ids=["as written", "set in", "set in far"],
)
@pytest.mark.parametrize("end", ["\n", "", "\n\n# mine: to be kept\n"])
def test_what_stands_in_the_file_stays_to_the_letter(
    first: str, further: str, end: str, tmp_path: Path
) -> None:
    """A file of reviews keeps every letter that it held, comments and all, when one is added."""
    path = tmp_path / "reviews.yaml"
    added(path, by("A"))
    head, review, rest = path.read_text("utf-8").partition("- review: 1\n")
    rest = rest.rstrip("\n").replace("\n", f"\n{further}")
    path.write_text(f"{head}{first}{review}{further}{rest}{end}", "utf-8")
    before = path.read_bytes()

    added(path, by("B"))

    assert path.read_bytes().startswith(before)
    assert ["A", "B"] == [each.findings.by for each in read_reviews(path)[0]]


def test_a_file_that_is_linked_to_stays_linked_to(tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    link, path = tmp_path / "reviews.yaml", tmp_path / "shelf/kept.yaml"
    link.symlink_to(path)

    added(link, by("A"), by("B"))

    assert link.is_symlink()
    assert 2 == len(read_reviews(path)[0])


def test_a_correction_names_what_it_corrects_and_both_stay(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    second = replace(FOUND, verdict=Verdict.DIFFERS, corrects=1)

    reviews = added(path, FOUND, second)

    assert [FOUND, second] == [each.findings for each in reviews]
    first, last = standings(reviews, PACK, FILE)
    assert (2, False) == (first.corrected_by, first.counts)
    assert (None, True) == (last.corrected_by, last.counts)
    assert ReviewState.DIFFERS is state_of((first, last))


@pytest.mark.parametrize(
    "second",
    [
        replace(FOUND, corrects=2),
        replace(FOUND, corrects=3),
        replace(FOUND, corrects=1, provision="II.C"),
        replace(FOUND, corrects=1, instrument="memo-2000"),
    ],
    ids=["itself", "nothing", "another provision", "another instrument"],
)
def test_what_is_not_there_is_not_corrected(second: Findings, tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    added(path, FOUND)
    before = path.read_bytes()

    with pytest.raises(NothingToCorrectError):
        add_review(path, second)

    assert before == path.read_bytes()
    assert ["reviews.yaml"] == [each.name for each in tmp_path.iterdir()]


def test_what_is_corrected_is_corrected_once(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    added(path, FOUND, by("B", corrects=1))

    with pytest.raises(NothingToCorrectError, match="those that can be are 2"):
        add_review(path, by("C", corrects=1))

    assert 3 == len(added(path, by("C", corrects=2)))


def test_a_second_review_of_one_person_says_what_becomes_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "reviews.yaml"
    added(path, FOUND)

    with pytest.raises(ReviewStandsError, match="--corrects 1"):
        add_review(path, replace(FOUND, verdict=Verdict.DIFFERS))

    others = (by("B"), replace(FOUND, provision="II.C"), replace(FOUND, pack=OTHER))
    assert 5 == len(added(path, *others, replace(FOUND, file=OTHER)))


@pytest.mark.parametrize(
    ("changes", "stale"),
    [
        ({}, ()),
        ({"pack": OTHER}, (Stale.PACK,)),
        ({"file": OTHER}, (Stale.FILE,)),
        ({"pack": OTHER, "file": OTHER}, (Stale.PACK, Stale.FILE)),
    ],
)
def test_a_review_of_another_pack_or_another_file_is_stale(
    changes: dict[str, str], stale: tuple[Stale, ...]
) -> None:
    review = Review(number=1, findings=replace(FOUND, **changes))

    (standing,) = standings((review,), PACK, FILE)

    assert stale == standing.stale
    assert (ReviewState.STALE if stale else ReviewState.AGREES) is state_of((standing,))


def test_a_state_is_what_the_reviews_say_that_count() -> None:
    """A provision stands as all of its reviews say that are neither stale nor corrected."""
    kinds = [(verdict, pack) for verdict in Verdict for pack in (PACK, OTHER)]
    for first, second in product(kinds, repeat=2):
        reviews = [
            Review(number=number, findings=replace(FOUND, verdict=verdict, pack=pack))
            for number, (verdict, pack) in enumerate((first, second), start=1)
        ]
        counted = {verdict for verdict, pack in (first, second) if pack == PACK}
        expected = {
            0: ReviewState.STALE,
            1: ReviewState(next(iter(counted)).value) if counted else ReviewState.STALE,
            2: ReviewState.DISPUTED,
        }[len(counted)]

        assert expected is state_of(standings(reviews, PACK, FILE))
    assert ReviewState.NOT_REVIEWED is state_of(())


def test_reviews_of_a_file_with_an_error_are_not_half_read() -> None:
    report = Report("reviews.yaml")
    text = HEAD + "- {review: 1, instrument: a, provision: b}\n"

    assert () == reviews_in(text, report)
    assert {"key_missing"} == {problem.code for problem in report.problems}
