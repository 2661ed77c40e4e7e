"""Published tables are told by their headers, and only the columns of the layout are read."""

import hashlib
from datetime import date
from pathlib import Path

import pytest

from discretion.worksite import read_guide
from discretion.worksite import read_tables
from tests.worksite.made import ELECTIONS
from tests.worksite.made import STOPPAGES
from tests.worksite.made import election
from tests.worksite.made import stoppage
from tests.worksite.made import write_table

LAYOUTS = read_guide().layouts


def codes_of(*paths: Path) -> list[str]:
    return [problem.code for problem in read_tables(paths, LAYOUTS)[1]]


def test_the_bundled_guide_is_sound() -> None:
    guide = read_guide()

    assert () == guide.problems
    for layout in guide.layouts:
        read = {*layout.text_columns, *(column.column for column in layout.day_columns)}
        assert read <= set(layout.headers)
    assert {"ours", "read", "reported"} == {step.basis for step in guide.inquiry.owed}


def test_common_words_that_are_names_too_are_common_words() -> None:
    names = read_guide().names

    assert names.business & names.common < names.common
    assert not names.business & {"hill", "stone", "wood"}


def test_a_guide_that_is_not_there_is_told(tmp_path: Path) -> None:
    found = read_guide(tmp_path)

    assert {"disputes/names.yaml", "disputes/inquiry.yaml"} == {
        problem.file for problem in found.problems
    }


@pytest.mark.parametrize("name", ["table.csv", "table.csv.gz"])
def test_a_row_is_read_whole(tmp_path: Path, name: str) -> None:
    path = write_table(tmp_path, "A title above", ELECTIONS, election(), name=name)
    (table,), problems = read_tables([path], LAYOUTS)
    (row,) = table.rows

    assert () == problems
    assert ("Springfield", "IL", 1) == (row.city, row.state, row.number_in_file)
    assert (date(2021, 9, 20), date(2021, 12, 30)) == (row.began, row.ended)
    assert [date(2021, 9, 20), date(2021, 11, 10), date(2021, 12, 30)] == [
        day.on for day in row.days
    ]
    assert f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}" == table.sha256


def test_no_name_of_a_union_is_ever_kept(tmp_path: Path) -> None:
    """No name of a union or of a petitioner is in what was read of a table."""
    path = write_table(tmp_path, ELECTIONS, election(), name="e.csv")
    other = write_table(tmp_path, STOPPAGES, stoppage(), name="s.csv")
    tables, _ = read_tables([path, other], LAYOUTS)

    assert 2 == len(tables)
    assert "Canary" not in repr(tables)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("Springfield, IL", ("Springfield", "IL")),
        ("Springfield, Peoria, il", ("Springfield, Peoria", "IL")),
        ("IL & vicinity", ("IL & vicinity", "")),
        ("Springfield, IL & vicinity", ("Springfield, IL & vicinity", "")),
        ("", ("", "")),
        (", IL", ("", "IL")),
    ],
)
def test_a_place_in_one_column_is_taken_apart(
    tmp_path: Path, place: str, expected: tuple[str, str]
) -> None:
    path = write_table(tmp_path, STOPPAGES, stoppage(place=place))
    (table,), _ = read_tables([path], LAYOUTS)

    assert [expected] == [(row.city, row.state) for row in table.rows]


def test_a_folder_stands_for_its_tables_and_a_file_is_read_once(tmp_path: Path) -> None:
    one = write_table(tmp_path, STOPPAGES, stoppage(), name="b.csv.gz")
    write_table(tmp_path, ELECTIONS, election(), name="a.csv")
    write_table(tmp_path, "words", name="SOURCE.md")
    tables, problems = read_tables([tmp_path, one], LAYOUTS)

    assert () == problems
    assert ["a.csv", "b.csv.gz"] == [table.name for table in tables]


def test_what_a_table_lacks_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    rows = (
        stoppage(began="soon"),
        stoppage(ended="2018-01-01"),
        stoppage(employer=""),
        "too,few",
        "",
        stoppage(began="", ended=""),
    )
    path = write_table(tmp_path, STOPPAGES, *rows)
    (table,), problems = read_tables([path], LAYOUTS)

    assert [1, 2, 5] == [row.number_in_file for row in table.rows]
    assert 2 == table.left_out
    assert ["dispute_rows_left_out", "day_unreadable", "reversed"] == [
        problem.code for problem in problems
    ]
    assert {"warning"} == {problem.severity for problem in problems}
    assert date(2019, 3, 4) == table.first


def test_a_table_without_days_reaches_none(tmp_path: Path) -> None:
    path = write_table(tmp_path, STOPPAGES, stoppage(began="", ended=""))
    (table,), _ = read_tables([path], LAYOUTS)

    assert (None, None) == (table.first, table.last)
    assert not table.reaches(date(2019, 3, 4))


def test_a_file_that_is_not_there_or_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_table(tmp_path, STOPPAGES, stoppage())
    monkeypatch.setattr("discretion.worksite.disputes.files.LARGEST_TABLE", 10)

    assert ["file_unreadable", "file_too_large"] == codes_of(tmp_path / "none.csv", path)


def test_a_packed_file_is_measured_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_table(tmp_path, STOPPAGES, *[stoppage()] * 1000, name="t.csv.gz")
    monkeypatch.setattr("discretion.worksite.disputes.files.LARGEST_TABLE", path.stat().st_size + 1)

    assert ["file_too_large"] == codes_of(path)


def test_a_folder_that_cannot_be_looked_into_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)

    assert ["file_unreadable"] == codes_of(tmp_path)


def test_a_table_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "latin.csv"
    path.write_bytes(f"{STOPPAGES}\n{stoppage(employer='Café')}\n".encode("latin-1"))

    assert ["not_utf8"] == codes_of(path)
