"""Parquet files: every type of column as text, and bytes that are none left out."""

import json
from datetime import UTC
from datetime import date
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from discretion.caseload.files.notes import UNDECODED
from discretion.caseload.files.parquet import as_text
from discretion.caseload.files.recognition.layout import Layout
from tests.caseload.files.read import read

if TYPE_CHECKING:
    from pathlib import Path

MIDNIGHT = datetime(2022, 3, 1, tzinfo=UTC)
AFTERNOON = datetime(2022, 3, 1, 14, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("values", "kind", "expected"),
    [
        (["a", None, ""], pa.large_string(), ["a", None, ""]),
        (["a", "b", None], pa.dictionary(pa.int8(), pa.string()), ["a", "b", None]),
        ([True, False, None], pa.bool_(), ["TRUE", "FALSE", None]),
        ([3, -4, None], pa.int16(), ["3", "-4", None]),
        (
            [3.0, 2.5, float("nan"), float("inf"), None],
            pa.float64(),
            ["3", "2.5", None, "inf", None],
        ),
        ([Decimal("1.50")], pa.decimal128(5, 2), ["1.50"]),
        ([date(999, 7, 2), None], pa.date32(), ["0999-07-02", None]),
        ([date(2022, 3, 1)], pa.date64(), ["2022-03-01"]),
        ([MIDNIGHT, None], pa.timestamp("us", "UTC"), ["2022-03-01", None]),
        ([AFTERNOON], pa.timestamp("s", "UTC"), ["2022-03-01 14:05:00Z"]),
        ([datetime.fromisoformat("2022-03-01")], pa.timestamp("ns"), ["2022-03-01"]),
        ([b"a", None], pa.binary(), ["a", None]),
        ([None, None], pa.null(), [None, None]),
        ([[{"ON": "2022-03-01"}], None], pa.list_(pa.struct({"ON": pa.string()})), None),
    ],
)
def test_a_column_of_any_type_becomes_text(
    values: list[Any], kind: pa.DataType, expected: list[str | None] | None
) -> None:
    found = as_text(pa.array(values, kind))

    assert pa.string() == found.type
    if expected is None:
        assert values == [None if each is None else json.loads(each) for each in found.to_pylist()]
    else:
        assert expected == found.to_pylist()


def test_rows_are_numbered_and_only_wanted_columns_read(tmp_path: "Path") -> None:
    path = tmp_path / "made_up.parquet"
    table = pa.table(
        {"Day": [date(2022, 3, 1)] * 70_000, "Other": [1] * 70_000, "Note": ["x"] * 70_000}
    )
    parquet.write_table(table, path, row_group_size=1000)
    found = read(path, wanted=("Note", "Day"), size=30_000)

    assert [30_000, 30_000, 10_000] == found.sizes
    assert [(number, "x", "2022-03-01") for number in range(1, 70_001)] == found.rows


def test_bytes_that_are_no_text_leave_their_row_out(tmp_path: "Path") -> None:
    path = tmp_path / "made_up.parquet"
    parquet.write_table(pa.table({"Day": [b"a", b"\xff", b"c"], "Note": [1.0, 2.0, None]}), path)
    found = read(path, wanted=("Day", "Note"))

    assert [(1, "a", "1"), (3, "c", None)] == found.rows
    assert [(2, UNDECODED)] == found.rejects


@pytest.mark.parametrize("kept", [10, 200])
def test_a_file_that_breaks_off_is_refused(tmp_path: "Path", kept: int) -> None:
    path = tmp_path / "made_up.parquet"
    parquet.write_table(pa.table({"Day": ["a"] * 1000}), path)
    path.write_bytes(path.read_bytes()[:kept])

    assert ["table_unreadable"] == read(path).codes


def test_text_that_is_none_leaves_its_row_out(tmp_path: "Path") -> None:
    path = tmp_path / "made_up.parquet"
    days = pa.array([b"a", b"\xff", None]).view(pa.string())
    parquet.write_table(pa.table({"Day": days, "Place": ["b"] * 3, "Note": ["c"] * 3}), path)
    found = read(path)

    assert [(1, "a", "b", "c"), (3, None, "b", "c")] == found.rows
    assert [(2, UNDECODED)] == found.rejects


def test_damage_inside_is_met_when_the_rows_are_read(tmp_path: "Path") -> None:
    path = tmp_path / "made_up.parquet"
    days = pa.table({"Day": [str(number) for number in range(100_000)]})
    parquet.write_table(
        days, path, row_group_size=10_000, write_page_checksum=True, use_dictionary=False
    )
    content = bytearray(path.read_bytes())
    content[len(content) * 3 // 4] ^= 255
    path.write_bytes(bytes(content))
    found = read(path, Layout(name="a", headers=("Day",), required=frozenset(("Day",))), ("Day",))

    assert ["table_unreadable"] == found.codes
    assert 0 < len(found.rows) < 100_000
    assert [(number + 1, str(number)) for number in range(len(found.rows))] == found.rows
