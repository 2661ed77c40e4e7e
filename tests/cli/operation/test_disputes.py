"""`operation disputes` lists rows to look at, and says that the inquiry is still owed."""

from pathlib import Path

import pytest

from discretion import NO_INQUIRY
from discretion import NOT_A_FINDING
from discretion.worksite import read_guide
from tests.cli.console import Said
from tests.cli.console import run
from tests.worksite.made import ELECTIONS
from tests.worksite.made import STOPPAGES
from tests.worksite.made import election
from tests.worksite.made import stoppage
from tests.worksite.made import write_table

KEYS = [
    "not_a_decision", "version", "problems", "says", "asked", "files", "candidates",
    "inquiry_made", "inquiry_says", "inquiry_owed", "limits",
]  # fmt: skip
FILE = [
    "file", "sha256", "layout", "publisher", "grain", "rows", "rows_left_out", "first_on",
    "last_on", "reaches_day",
]  # fmt: skip
CANDIDATE = [
    "file", "sheet", "row", "number", "kind", "kind_says", "employer", "words_left_out", "match",
    "match_in_part", "words_matched", "city", "state", "in_place", "began_on", "ended_on", "days",
    "relation_to_day", "days_between",
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> str:
    write_table(
        tmp_path,
        STOPPAGES,
        stoppage(),
        stoppage(employer="Quill Made Wvut", place="", began="", ended=""),
        name="stoppages.csv",
    )
    write_table(tmp_path, ELECTIONS, election(), name="elections.csv.gz")
    return str(tmp_path)


def flat(said: Said) -> str:
    return " ".join(said.out.split())


def look_up(folder: str, *words: str) -> Said:
    return run("operation", "disputes", *words, "--file", folder)


def test_the_answer_has_fixed_keys(folder: str) -> None:
    said = look_up(folder, "Made-Up Foods", "--on", "2021-12-15", "--place", "US-IL", "--json")
    answer = said.answer

    assert 0 == said.code
    assert list(answer) == KEYS
    assert [FILE, FILE] == [list(each) for each in answer["files"]]
    assert [CANDIDATE] * 3 == [list(each) for each in answer["candidates"]]
    assert {
        "employer": "Made-Up Foods",
        "words": ["made", "up", "foods"],
        "place": "Illinois",
        "on": "2021-12-15",
    } == answer["asked"]


def test_candidates_come_by_their_days_and_a_gap_is_a_number(folder: str) -> None:
    rows = look_up(folder, "Made-Up Foods", "--on", "2021-12-15", "--json").answer["candidates"]

    assert ["2019-03-04", "2021-09-20", None] == [row["began_on"] for row in rows]
    assert ["exact", "exact", "some_words"] == [row["match"] for row in rows]
    assert ["ended_before", "within", "perhaps_within"] == [row["relation_to_day"] for row in rows]
    assert [978, None, None] == [row["days_between"] for row in rows]


def test_text_says_all_that_data_says(folder: str) -> None:
    text = flat(look_up(folder, "Made-Up Foods", "--on", "2021-12-15", "--place", "US-IL"))

    assert "3 rows, in the order of their days and in no other." in text
    assert "On 15 December 2021: it had ended 978 days before." in text
    assert "See stoppages.csv, row 1, number 201910000001." in text
    assert "A petition to be represented by a union, and an election." in text
    assert "When it began is not told; when it ended is not told. Place not told." in text
    assert "Whether it lies in the place asked about is not told." in text
    assert "that day lies between its first day and its last" in text


def test_a_day_before_a_row_is_told_with_its_gap(folder: str) -> None:
    text = flat(look_up(folder, "Made-Up Foods", "--on", "2019-03-03"))

    assert "On 3 March 2019: it had not begun; it began 1 day later." in text
    assert "So it tells nothing of what began around 3 March 2019." in text


@pytest.mark.parametrize("name", ["Made-Up Foods", "Quill", "Zyxw"])
def test_the_inquiry_is_owed_with_candidates_and_without(folder: str, name: str) -> None:
    text = flat(look_up(folder, name))
    answer = look_up(folder, name, "--json").answer

    assert answer["inquiry_made"] is False
    assert NO_INQUIRY == answer["inquiry_says"]
    assert NOT_A_FINDING == answer["says"]
    for step in read_guide().inquiry.owed:
        assert " ".join(step.says.split()) in text
    assert len(read_guide().inquiry.owed) == len(answer["inquiry_owed"])


def test_nothing_found_is_no_inquiry(folder: str) -> None:
    said = look_up(folder, "Zyxw")

    assert 0 == said.code
    assert "No row. That does not say that there is no dispute, and it does not count" in flat(said)


def test_a_person_is_left_out_of_text_and_data(folder: str) -> None:
    found = look_up(folder, "Made-Up Foods"), look_up(folder, "Made-Up Foods", "--json")

    assert [] == [said.out for said in found if "Quill" in said.out or "Wvut" in said.out]
    assert "2 words left out, which may name a person." in flat(found[0])


def test_one_of_several_names_in_a_row_is_told(tmp_path: Path) -> None:
    write_table(tmp_path, ELECTIONS, election(employer="Quill Corp d/b/a Made-Up Foods"))
    text = flat(look_up(str(tmp_path), "Made-Up Foods"))

    assert "set aside, with one of the names in the row: made, up, foods." in text


def test_a_place_on_a_day_needs_no_employer(folder: str) -> None:
    said = look_up(folder, "--place", "Springfield, IL", "--on", "2019-04-01")

    assert "Known disputes: every employer in Springfield, IL, 1 April 2019" in flat(said)
    assert "Match:" not in said.out
    assert "… …" not in said.out


def test_what_was_met_in_a_file_is_told(tmp_path: Path) -> None:
    write_table(tmp_path, STOPPAGES, "too,few", stoppage(began="", ended=""))
    said = look_up(str(tmp_path), "Made-Up Foods")

    assert 0 == said.code
    assert "dispute_rows_left_out" in said.err
    assert "1 row, and 1 that could not be read." in flat(said)
    assert "No row tells when it began." in said.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([""], "is empty"),
        (["Q"], "is one letter"),
        (["Inc, The"], "has no word of its own"),
        ([], "`--place` is missing, and so is EMPLOYER"),
        (["--place", "US-IL"], "`--on` is missing, and so is EMPLOYER"),
        (["Quill", "--place", "Nowhere, QQ"], "is not a known place"),
        (["Quill", "--on", "2021-02-30"], "is not a day of the calendar"),
        (["Quill", "--on", "2026-11-25"], "names a day that has not come: today is 2026-11-24"),
    ],
)
def test_words_that_cannot_be_looked_up_are_refused(
    folder: str, words: list[str], told: str
) -> None:
    said = look_up(folder, *words)

    assert 2 == said.code
    assert told in said.err


def test_a_file_has_to_be_named() -> None:
    said = run("operation", "disputes", "Quill")

    assert 2 == said.code
    assert "--file" in said.err


def test_a_file_that_cannot_be_read_forbids_an_answer(folder: str) -> None:
    said = look_up(f"{folder}/none.csv", "Quill", "--file", folder)

    assert 3 == said.code
    assert "file_unreadable" in said.err


def test_a_guide_with_errors_forbids_an_answer(
    folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "discretion.cli.operation.command.read_guide", lambda: read_guide(tmp_path / "none")
    )

    assert 4 == look_up(folder, "Quill").code
