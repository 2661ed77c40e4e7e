"""A facts table that somebody made holds what its facts can be, or it is refused."""

from datetime import UTC
from datetime import date
from datetime import datetime
from typing import TYPE_CHECKING
from typing import Any

import pyarrow as pa
import pytest

from discretion.caseload import import_table
from discretion.caseload.importing.checking import check_facts
from discretion.caseload.ledger import Ledger
from discretion.caseload.running.notebook import run_caseload
from discretion.errors import NoDecisionColumnError
from discretion.errors import WrongFactColumnError
from tests.caseload.running.made import KNOWN_ON
from tests.caseload.tables import HEADERS
from tests.caseload.tables import ROW
from tests.caseload.tables import good

if TYPE_CHECKING:
    from discretion.rules.library import Library

DAYS = [date(2022, 1, 1), date(2022, 1, 2)]
RECORD = pa.struct([("disposition", pa.string())])
MOMENT = datetime(2021, 5, 5, 12, tzinfo=UTC)
WRONG: list[tuple[str, Any]] = [
    ("removable", ["yes", "no"]),
    ("removable", [1, 0]),
    ("removable__both", ["", None]),
    ("bs_apprehension_place", ["border", "unknown"]),
    ("bs_apprehension_place", ["Border", None]),
    ("bs_apprehension_place", ["", None]),
    ("bs_apprehension_place", ["border|nowhere", None]),
    ("bs_apprehension_place", [1, 2]),
    ("bs_last_entry_date", [MOMENT, None]),
    ("bs_last_entry_date", ["2021-05-05", None]),
    ("bs_last_entry_date__low", [MOMENT, None]),
    ("bs_last_entry_date__known_on", ["2021-05-05", None]),
    ("bs_last_entry_date", pa.array(DAYS, pa.date64())),
    ("offences", ["one", "two"]),
    ("offences", pa.array([[None], []], pa.list_(RECORD))),
    ("offences", pa.array([[{"disposition": "guilty"}], []], pa.list_(RECORD))),
    ("offences", pa.array([[{"convicted_on": MOMENT}], []])),
    ("offences__complete", ["yes", "no"]),
]


def table(**columns: Any) -> pa.Table:  # noqa: ANN401  # cells of any kind
    return pa.table({"decision_date": DAYS, **columns})


@pytest.mark.parametrize(("column", "cells"), WRONG)
def test_what_a_fact_cannot_be_is_refused(column: str, cells: Any, library: "Library") -> None:  # noqa: ANN401  # as above
    with pytest.raises(WrongFactColumnError, match=column):
        run_caseload(table(**{column: cells}), library, known_on=KNOWN_ON)


def test_no_cell_is_told(library: "Library") -> None:
    with pytest.raises(WrongFactColumnError) as caught:
        check_facts(table(bs_apprehension_place=["a secret", None]), library.dictionary)

    assert "secret" not in str(caught.value)
    assert "border, interior" in str(caught.value)


def test_a_least_day_above_the_greatest_is_refused(library: "Library") -> None:
    ends = {
        "bs_last_entry_date__low": DAYS,
        "bs_last_entry_date__high": DAYS[::-1],
    }

    with pytest.raises(WrongFactColumnError, match="lies above"):
        run_caseload(table(**ends), library, known_on=KNOWN_ON)


def test_what_a_fact_can_be_is_taken(library: "Library") -> None:
    words = pa.array(["border|interior", None])

    check_facts(
        table(
            removable=[True, None],
            bs_apprehension_place=words.dictionary_encode(),
            bs_last_entry_date__low=[None, DAYS[0]],
            bs_last_entry_date__high=[None, DAYS[1]],
            claims_us_citizenship=pa.nulls(2),
            offences=pa.array([[{"disposition": "convicted"}], None], pa.list_(RECORD)),
            offences__complete=[True, None],
            of_my_own=["anything", "else"],
        ),
        library.dictionary,
    )


@pytest.mark.parametrize("column", ["Arrest Date", "How"])
def test_a_column_that_stands_twice_in_memory_is_read_in_neither_place(
    column: str, library: "Library"
) -> None:
    names = [*HEADERS.split(","), column]
    cells = dict(zip(HEADERS.split(","), ROW.split(","), strict=True))
    raw = pa.Table.from_arrays([pa.array([cells[name]]) for name in names], names=names)
    ledger = Ledger("made")

    if column == "Arrest Date":
        with pytest.raises(NoDecisionColumnError, match="stands twice"):
            import_table(raw, good(library), library, ledger)
        return
    made = import_table(raw, good(library), library, ledger)

    assert "column_twice" in {problem.code for problem in ledger.problems()}
    assert [None] == made["bs_entry_manner"].to_pylist()


def test_a_table_in_memory_without_rows_has_its_columns(library: "Library") -> None:
    raw = pa.table({name: pa.array([], pa.string()) for name in HEADERS.split(",")})

    made = import_table(raw, good(library), library, Ledger("made"))

    assert 0 == made.num_rows
    assert "bs_entry_manner" in made.column_names
