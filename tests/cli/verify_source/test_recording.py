"""What a named person found is recorded, or refused with what to do next."""

from pathlib import Path

import pytest

from discretion.cli.verify_source.findings import NEEDED
from discretion.verification import read_reviews
from tests.cli.verify_source.memo import DAY
from tests.cli.verify_source.memo import FOUND
from tests.cli.verify_source.memo import PACK
from tests.cli.verify_source.memo import PHRASES
from tests.cli.verify_source.memo import POLICY
from tests.cli.verify_source.memo import PROVISIONS
from tests.cli.verify_source.memo import WITHOUT_PHRASES
from tests.cli.verify_source.memo import answer
from tests.cli.verify_source.memo import memo
from tests.cli.verify_source.memo import verify


def test_a_review_is_recorded_and_shown(whole: str, reviews: str) -> None:
    words = ("--role", "attorney", "--note", "read  with\ncare")

    said = verify(whole, "--reviews", reviews, *FOUND, DAY, *words)

    assert 0 == said.code
    assert said.out.endswith("Review 1 was added to reviews.yaml.\n")
    row = answer(whole, "--reviews", reviews)["provisions"][1]
    assert "agrees" == row["state"]
    assert ("A. Reader", "attorney", DAY, "read with care") == tuple(
        row["reviews"][0][key] for key in ("by", "role", "on", "note")
    )
    shown = verify(whole, "--reviews", reviews).out
    assert "Found to agree." in shown
    assert "1 found to agree" in shown
    assert "by A. Reader (attorney), 20 November 2026. “read with care”" in shown
    (kept,) = read_reviews(Path(reviews))[0]
    assert PACK.instrument.digest == kept.findings.pack


def test_recording_says_which_number_the_review_has(whole: str, reviews: str) -> None:
    assert answer(whole)["recorded"] is None
    assert 1 == answer(whole, "--reviews", reviews, *FOUND, DAY)["recorded"]
    words = ("--corrects", "1", "--verdict", "differs")
    corrected = answer(whole, "--reviews", reviews, *FOUND, DAY, *words)
    assert 2 == corrected["recorded"]
    row = corrected["provisions"][1]
    assert "differs" == row["state"]
    assert [2, None] == [each["corrected_by"] for each in row["reviews"]]
    shown = verify(whole, "--reviews", reviews).out
    assert "Corrected by review 2." in " ".join(shown.split())
    assert "Corrects review 1." in " ".join(shown.split())


def test_what_is_missing_does_not_keep_a_review_from_being_recorded(
    tmp_path: Path, reviews: str
) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(memo(PHRASES[1:]))

    assert 1 == verify(str(path), "--reviews", reviews, *FOUND, DAY).code
    assert 1 == len(read_reviews(Path(reviews))[0])


def test_a_review_of_another_file_or_another_pack_is_stale(whole: str, reviews: str) -> None:
    verify(whole, "--reviews", reviews, *FOUND, DAY)
    kept = Path(whole).read_bytes()
    Path(whole).write_bytes(memo([*PHRASES, "a new page"]))
    assert ["file"] == answer(whole, "--reviews", reviews)["provisions"][1]["reviews"][0]["stale"]
    assert "Stale: it was made on another file." in " ".join(
        verify(whole, "--reviews", reviews).out.split()
    )
    Path(whole).write_bytes(kept)
    text = Path(reviews).read_text("utf-8")
    Path(reviews).write_text(text.replace(PACK.instrument.digest, f"sha256:{'0' * 64}"), "utf-8")
    row = answer(whole, "--reviews", reviews)["provisions"][1]
    assert ("stale", ["pack"]) == (row["state"], row["reviews"][0]["stale"])


def test_reviews_of_other_instruments_are_passed_over(whole: str, reviews: str) -> None:
    verify(whole, "--reviews", reviews, *FOUND, DAY)
    text = Path(reviews).read_text("utf-8")
    Path(reviews).write_text(text.replace(POLICY, WITHOUT_PHRASES), "utf-8")

    found = answer(whole, "--reviews", reviews)

    assert [] == [each for each in found["provisions"] if each["reviews"]]
    assert [] == found["problems"]


def test_a_review_of_what_the_pack_has_not_is_told(whole: str, reviews: str) -> None:
    verify(whole, "--reviews", reviews, *FOUND, DAY)
    text = Path(reviews).read_text("utf-8")
    Path(reviews).write_text(text.replace(f'"{PROVISIONS[1]}"', '"XL.Z"'), "utf-8")

    said = verify(whole, "--reviews", reviews)

    assert 0 == said.code
    assert "review 1 is of `XL.Z`" in said.err


@pytest.mark.parametrize("text", ["a: [", "", "format: 7\n", None])
def test_reviews_that_cannot_be_read_end_with_3(text: str | None, whole: str, reviews: str) -> None:
    if text is not None:
        Path(reviews).write_text(text, "utf-8")

    assert 3 == verify(whole, "--reviews", reviews).code


def test_reviews_that_may_only_be_read_are_shown_and_not_added_to(whole: str, reviews: str) -> None:
    verify(whole, "--reviews", reviews, *FOUND, DAY)
    Path(reviews).chmod(0o400)

    assert 0 == verify(whole, "--reviews", reviews).code
    said = verify(whole, "--reviews", reviews, *FOUND, DAY, "--corrects", "1")
    assert 3 == said.code
    assert "[file_read_only]" in said.err


@pytest.mark.parametrize("lacking", NEEDED)
def test_a_review_that_lacks_something_is_refused(lacking: str, whole: str, reviews: str) -> None:
    words = ["--reviews", reviews, *FOUND, DAY]
    place = words.index(f"--{lacking}")

    said = verify(whole, *words[:place], *words[place + 2 :])

    assert 2 == said.code
    assert f"`--{lacking} " in said.err
    assert not Path(reviews).exists()


@pytest.mark.parametrize("name", ["by", "role", "verdict", "on", "note", "corrects"])
def test_words_of_no_review_are_refused(name: str, whole: str, reviews: str) -> None:
    given = {"on": DAY, "corrects": "1"}.get(name, "agrees")

    said = verify(whole, "--reviews", reviews, f"--{name}", given)

    assert 2 == said.code
    assert f"`--{name}` is of no review" in said.err


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("--review", "XL.Z"), "`XL.Z` is not a known provision"),
        (("--verdict", "agree"), "did you mean `agrees`?"),
        (("--on", "2026-11-25"), "nobody can have made this review on 2026-11-25"),
        (("--on", "2001-01-01"), "nobody can have made this review on 2001-01-01"),
        (("--on", "yesterday"), "is not a day of the calendar"),
        (("--by", " "), "`--by` is empty"),
        (("--by", "A\x1b[2J"), "`--by` is empty or holds a sign that cannot be seen"),
        (("--note", "\ud800"), "`--note` is empty or holds"),
        (("--role", ""), "`--role` is empty"),
        (("--corrects", "1"), "no review 1 of"),
        (("--corrects", "0"), "is not a number from 1 on"),
        (("--corrects", "first"), "is not a number from 1 on"),
    ],
)
def test_a_review_that_cannot_be_is_refused(
    changed: tuple[str, str], told: str, whole: str, reviews: str
) -> None:
    said = verify(whole, "--reviews", reviews, *FOUND, DAY, *changed)

    assert 2 == said.code
    assert told in said.err
    assert not Path(reviews).exists()


def test_a_review_of_today_is_taken(whole: str, reviews: str) -> None:
    assert 0 == verify(whole, "--reviews", reviews, *FOUND, "2026-11-24").code


def test_a_second_review_of_one_person_is_refused_with_what_to_add(
    whole: str, reviews: str
) -> None:
    verify(whole, "--reviews", reviews, *FOUND, DAY)
    before = Path(reviews).read_bytes()

    said = verify(whole, "--reviews", reviews, *FOUND, DAY)

    assert 2 == said.code
    assert "add `--corrects 1`" in said.err
    assert before == Path(reviews).read_bytes()


def test_names_of_every_script_are_kept(whole: str, reviews: str) -> None:
    name = "Zoë Ñandú-李 \N{ARABIC LETTER MEEM}\N{ZERO WIDTH NON-JOINER}\N{ARABIC LETTER MEEM}"

    verify(whole, "--reviews", reviews, *FOUND, DAY, "--by", name)

    assert name == answer(whole, "--reviews", reviews)["provisions"][1]["reviews"][0]["by"]
