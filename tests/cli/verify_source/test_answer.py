"""A pack is held against an official PDF: what is found, what is missing, what is to be read."""

import json
import os
from pathlib import Path

import pytest

from discretion import Problem
from discretion import replace
from discretion.cli import policies
from discretion.verification.phrase import phrases_of
from tests.cli.console import run
from tests.cli.verify_source.memo import DAY
from tests.cli.verify_source.memo import FOUND
from tests.cli.verify_source.memo import LIBRARY
from tests.cli.verify_source.memo import PACK
from tests.cli.verify_source.memo import PHRASES
from tests.cli.verify_source.memo import POLICY
from tests.cli.verify_source.memo import PROVISIONS
from tests.cli.verify_source.memo import WITHOUT_PHRASES
from tests.cli.verify_source.memo import answer
from tests.cli.verify_source.memo import memo
from tests.cli.verify_source.memo import verify
from tests.verification.pdfs import locked
from tests.verification.pdfs import scanned
from tests.verification.pdfs import typeset

KEYS = [
    *("not_a_decision", "version", "problems", "says", "instrument", "title", "digest", "file"),
    *("phrases", "phrases_found", "phrases_missing", "provisions", "recorded"),
]
PHRASE = ["words", "rule", "citation", "basis", "seen_in", "source", "pages", "nearest"]
PROVISION = [
    *("provision", "citation", "headings", "basis", "reviewed", "paraphrase", "rules", "state"),
    "reviews",
]
REVIEW = [
    *("review", "verdict", "by", "role", "on", "note", "corrects", "corrected_by", "stale"),
    "version",
]


def test_a_file_with_every_phrase_ends_with_0(whole: str) -> None:
    said = verify(whole)

    assert 0 == said.code
    assert "" == said.err
    assert f"{len(PHRASES)} of {len(PHRASES)} phrases found." in said.out
    assert "missing" not in said.out


def test_every_phrase_is_told_with_its_page(whole: str) -> None:
    found = answer(whole)

    assert len(PHRASES) == found["phrases_found"] == len(found["phrases"])
    for page, phrase in enumerate(found["phrases"], start=1):
        assert page in phrase["pages"]
        assert PACK.instrument.sources[phrase["seen_in"]] == phrase["source"]


def test_a_missing_phrase_ends_with_1_and_the_nearest_passage_is_shown(tmp_path: Path) -> None:
    first, *rest = PHRASES[0].split()
    path = tmp_path / "memo.pdf"
    path.write_bytes(memo([" ".join([first, "almost", *rest]), *PHRASES[1:]]))

    said = verify(str(path))

    assert 1 == said.code
    assert f"1 of {len(PHRASES)} phrases missing." in said.out
    assert f"“{first} almost {rest[0]}" in said.out
    row = answer(str(path))["phrases"][0]
    assert [] == row["pages"]
    assert {"page": 1, "words": " ".join([first, "almost", *rest])} == row["nearest"]


def test_a_file_of_something_else_is_suspected(tmp_path: Path) -> None:
    path = tmp_path / f"{POLICY}.pdf"
    path.write_bytes(typeset("Another text."))

    said = verify(str(path))

    assert 1 == said.code
    assert "None of them stands in this file." in said.out


def test_a_pack_without_phrases_says_that_nothing_is_shown(whole: str) -> None:
    said = verify(whole, policy=WITHOUT_PHRASES)

    assert 0 == said.code
    assert "quotes no words" in said.out


def test_every_answer_says_that_a_match_verifies_nothing(whole: str) -> None:
    assert "A match of phrases verifies nothing by itself" in verify(whole).out
    assert answer(whole)["says"].startswith("A match of phrases verifies nothing by itself")
    assert answer(whole)["not_a_decision"] is True


def test_every_provision_is_listed_in_the_order_of_the_text(whole: str) -> None:
    found = answer(whole)["provisions"]

    assert PROVISIONS == [each["provision"] for each in found]
    assert {"not_reviewed"} == {each["state"] for each in found}
    assert all(each["paraphrase"] and each["basis"] for each in found)
    rules = [rule["rule"] for each in found for rule in each["rules"]]
    assert list(PACK.rules) == rules


def test_the_answer_has_the_fixed_keys_in_order(whole: str, reviews: str) -> None:
    verify(whole, "--reviews", reviews, *FOUND, DAY)
    found = answer(whole, "--reviews", reviews)

    assert KEYS == list(found)
    assert [] == [each for each in found["phrases"] if list(each) != PHRASE]
    assert [] == [each for each in found["provisions"] if list(each) != PROVISION]
    assert REVIEW == list(found["provisions"][1]["reviews"][0])
    assert ["name", "sha256", "pages", "pages_without_text"] == list(found["file"])
    assert "memo.pdf" == found["file"]["name"]
    assert os.sep not in json.dumps(found["file"])


def test_without_an_instrument_none_is_guessed_and_those_are_named_whose_phrases_are_found(
    tmp_path: Path,
) -> None:
    path = tmp_path / f"{WITHOUT_PHRASES}.pdf"
    path.write_bytes(memo(PHRASES[:2]))

    said = run("policy", "verify-source", str(path))

    assert 2 == said.code
    assert "" == said.out
    assert f"`{POLICY}` (2 of {len(PHRASES)})" in said.err
    assert WITHOUT_PHRASES not in said.err


def test_instruments_are_named_in_the_order_of_how_many_phrases_are_found(tmp_path: Path) -> None:
    other = next(
        name for name, pack in LIBRARY.packs.items() if name != POLICY and phrases_of(pack)
    )
    path = tmp_path / "memo.pdf"
    path.write_bytes(memo([phrases_of(LIBRARY.packs[other])[0].quote.words, *PHRASES]))

    said = run("policy", "verify-source", str(path))

    assert 2 == said.code
    assert -1 < said.err.find(f"`{POLICY}`") < said.err.find(f"`{other}`")


def test_without_an_instrument_and_without_phrases_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(typeset("Another text."))

    assert "no phrase of any was found" in run("policy", "verify-source", str(path)).err


def test_an_instrument_nobody_knows_ends_with_2_and_the_nearest_is_named(whole: str) -> None:
    said = verify(whole, policy=POLICY[:-1])

    assert 2 == said.code
    assert f"did you mean `{POLICY}`?" in said.err


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_pdf"),
        (b"Plain text.", "not_a_pdf"),
        (scanned(), "pdf_without_text"),
        (locked(memo(PHRASES), "made up"), "pdf_locked"),
        (memo(PHRASES)[:900], "pdf_cut_short"),
        (None, "file_unreadable"),
    ],
)
def test_a_file_that_cannot_be_read_ends_with_3(
    data: bytes | None, code: str, tmp_path: Path
) -> None:
    path = tmp_path / "memo.pdf"
    if data is not None:
        path.write_bytes(data)

    assert 3 == verify(str(path)).code
    assert 3 == run("policy", "verify-source", str(path)).code
    said = verify(str(path), "--json")
    assert [code] == [problem["code"] for problem in said.answer["problems"]]
    assert str(tmp_path) not in said.out


def test_a_file_locked_for_nobody_is_read(tmp_path: Path) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(locked(memo(PHRASES), ""))

    assert 0 == verify(str(path)).code


def test_a_page_without_text_is_told_beside_the_answer(tmp_path: Path) -> None:
    path = tmp_path / "memo.pdf"
    path.write_bytes(typeset("#pagebreak()".join([*PHRASES, "#circle()"])))
    last = len(PHRASES) + 1

    said = verify(str(path))

    assert 0 == said.code
    assert f"no text: page {last} [page_without_text]" in said.err
    found = answer(str(path))
    assert ["warning"] == [problem["severity"] for problem in found["problems"]]
    assert [last] == found["file"]["pages_without_text"]


def test_a_bundled_pack_with_errors_ends_with_4(
    whole: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = Problem(code="key_missing", message="the pack has no `id`")
    monkeypatch.setattr(policies, "open_library", lambda _: replace(LIBRARY, problems=(problem,)))

    assert 4 == verify(whole).code
