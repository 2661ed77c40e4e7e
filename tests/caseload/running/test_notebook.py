"""A table in memory is run as the command runs a file, and comes back as the kind that it was."""

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import duckdb
import polars as pl
import pyarrow as pa
import pytest

from discretion.caseload.importing.checking import UnreadColumnWarning
from discretion.caseload.running.asked import Asked
from discretion.caseload.running.notebook import run_caseload
from discretion.errors import NoDecisionColumnError
from discretion.errors import UnknownInstrumentError
from tests.caseload.running.made import KNOWN_ON
from tests.caseload.running.made import facts_of
from tests.caseload.running.made import ran
from tests.caseload.running.made import rows_of
from tests.cli.caseload.made import GUIDELINES
from tests.cli.caseload.made import INTERIM
from tests.cli.caseload.made import SET
from tests.cli.caseload.made import imported

if TYPE_CHECKING:
    from discretion.rules.library import Library

QUESTIONS = [
    Asked(),
    Asked(instruments=(GUIDELINES, INTERIM), interpretation="all", assumptions=(SET,)),
    Asked(instruments=(INTERIM,), known_at="decision"),
]
KINDS: dict[str, tuple[Callable[[pa.Table], Any], Callable[[Any], pa.Table]]] = {
    "Table": (lambda table: table, lambda made: made),
    "RecordBatch": (
        lambda table: table.combine_chunks().to_batches()[0],
        lambda made: pa.Table.from_batches([made]),
    ),
    "RecordBatchReader": (lambda table: table.to_reader(), lambda made: made.read_all()),
    "DuckDBPyRelation": (duckdb.from_arrow, lambda made: made.to_arrow_table()),
    "DataFrame": (pl.DataFrame, lambda made: made.to_arrow()),
}
"""How a table becomes one of each kind, and becomes a table again."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return imported(tmp_path_factory.mktemp("table"), rows=120)


@pytest.mark.parametrize("asked", QUESTIONS)
def test_a_table_comes_to_what_the_command_finds(
    folder: Path, tmp_path: Path, library: "Library", asked: Asked
) -> None:
    made = ran(folder, tmp_path / "run", library, asked)
    shares = [name for name in made.schema.names if name.startswith("named_")]
    expected = rows_of(made.drop_columns(shares))

    found = run_caseload(facts_of(folder), library, known_on=KNOWN_ON, asked=asked)

    rows = rows_of(found)
    assert {False} == {row.pop("stopped") for row in rows}
    assert expected == rows


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_in_comes_out_of_one_kind(folder: Path, library: "Library", kind: str) -> None:
    there, back = KINDS[kind]
    table = facts_of(folder)
    expected = run_caseload(table, library, known_on=KNOWN_ON)

    given = there(table)
    found = run_caseload(given, library, known_on=KNOWN_ON)

    assert kind == type(found).__name__
    assert rows_of(expected) == rows_of(back(found))


def test_a_table_says_of_itself_what_it_was_asked(folder: Path, library: "Library") -> None:
    asked = Asked(instruments=(GUIDELINES,), assumptions=(SET,))
    found = run_caseload(facts_of(folder), library, known_on=KNOWN_ON, asked=asked)

    said = json.loads(found.schema.metadata[b"discretion"])
    assert [GUIDELINES] == [each["instrument"] for each in said["policies"]]
    assert [SET] == said["assumptions"]
    assert 1 == said["format"]


def small(**columns: Any) -> pa.Table:  # noqa: ANN401  # columns of any kind
    return pa.table({"decision_date": pa.array([date(2022, 3, 1)] * 2, pa.date32()), **columns})


def test_a_table_of_days_alone_leaves_all_unknown(library: "Library") -> None:
    asked = Asked(instruments=(GUIDELINES,))
    row, other = run_caseload(small(), library, known_on=KNOWN_ON, asked=asked).to_pylist()

    assert row == other
    assert row["established_0"] is None
    assert row["known_0"] < 1 << 64


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (
            {"bs_entry_maner": ["unlawful", None]},
            "no rule reads the column `bs_entry_maner`: did you mean `bs_entry_manner`?",
        ),
        (
            {"bs_last_entry_dat__low": pa.array([date(2021, 1, 1)] * 2, pa.date32())},
            "the column `bs_last_entry_dat__low`: did you mean `bs_last_entry_date__low`?",
        ),
        (
            {"offences": [[{"convicted_onn": date(2020, 1, 1)}], None]},
            "the column `offences.convicted_onn`: did you mean `offences.convicted_on`?",
        ),
    ],
)
def test_a_fact_that_is_misspelt_is_told(
    library: "Library", columns: dict[str, Any], said: str
) -> None:
    """A column that is almost called as a fact is told, which else would stay unknown silently."""
    with pytest.warns(UnreadColumnWarning, match=re.escape(said)):
        run_caseload(small(**columns), library, known_on=KNOWN_ON)


def test_columns_of_ones_own_are_left_alone(library: "Library") -> None:
    columns = {"notebook_index": [1, 2], "group_office": ["A", "B"], "row_number": [1, 2]}

    assert 2 == run_caseload(small(**columns), library, known_on=KNOWN_ON).num_rows


def test_a_table_without_days_of_decisions_is_refused(library: "Library") -> None:
    for table in (
        pa.table({"age": [3]}),
        pl.DataFrame({"decision_day": ["2022-03-01"]}),
        duckdb.sql("SELECT 3 AS age"),
    ):
        with pytest.raises(NoDecisionColumnError) as refused:
            run_caseload(table, library, known_on=KNOWN_ON)
        assert "the table has no column `decision_date`" in str(refused.value)


@pytest.mark.parametrize(
    "days",
    [
        pa.array([date(2022, 3, 1), None], pa.date32()),
        pa.array([None, None], pa.date32()),
        pa.array(["2022-03-01", "2022-03-02"]),
        pa.array([20_220_301, 20_220_302]),
    ],
    ids=["one without", "none", "texts", "numbers"],
)
def test_a_row_without_a_day_of_its_decision_is_refused(library: "Library", days: pa.Array) -> None:
    with pytest.raises(NoDecisionColumnError) as refused:
        run_caseload(pa.table({"decision_date": days}), library, known_on=KNOWN_ON)

    assert "`decision_date`" in str(refused.value)


def test_a_table_without_rows_comes_back_without_rows(folder: Path, library: "Library") -> None:
    expected = run_caseload(facts_of(folder), library, known_on=KNOWN_ON, asked=QUESTIONS[1])

    for kind, (there, back) in KINDS.items():
        none = facts_of(folder).slice(0, 0)
        if kind == "RecordBatch":
            none = none.schema.empty_table()
            given = pa.RecordBatch.from_pylist([], schema=none.schema)
        else:
            given = there(none)
        found = back(run_caseload(given, library, known_on=KNOWN_ON, asked=QUESTIONS[1]))

        assert 0 == found.num_rows, kind
        assert expected.schema.names == found.schema.names, kind


def test_what_is_no_table_is_refused(library: "Library") -> None:
    with pytest.raises(TypeError, match="a table that speaks Arrow"):
        run_caseload([{"decision_date": date(2022, 3, 1)}], library, known_on=KNOWN_ON)


def test_a_policy_that_nobody_knows_is_refused(folder: Path, library: "Library") -> None:
    with pytest.raises(UnknownInstrumentError):
        run_caseload(
            facts_of(folder), library, known_on=KNOWN_ON, asked=Asked(instruments=("nonsense",))
        )
