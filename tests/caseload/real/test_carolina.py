"""The real arrests of 2023 to 2025 in one state, through the commands: totals alone.

Source of the totals: the Charlotte Observer's notebook on the same table, and a count of its rows.
"""

import csv
import gzip
import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pytest

from discretion.caseload.supposing.known import as_known
from tests.caseload.real.files import facts_of
from tests.caseload.real.files import files_of
from tests.caseload.real.files import real_files
from tests.caseload.study.study import GUIDELINES
from tests.caseload.study.study import INTERIM
from tests.cli.caseload.made import counts_of

Made = Callable[..., Path]
ROWS = 4_595
ORDERS, LATER = 3_120, 1_436
KINDS = ("1 Convicted Criminal", "2 Pending Criminal Charges", "3 Other Immigration Violator")
CHANGE, END = date(2025, 1, 20), date(2025, 6, 30)
"""The span of 2025 that the newspaper compared with that of the year before."""
A_YEAR_BEFORE = date(2024, 1, 20)
BOTH = ("--policy", GUIDELINES, "--policy", INTERIM)

pytestmark = real_files


@pytest.fixture(scope="module")
def table(imported: Made) -> Any:  # noqa: ANN401  # a table of Arrow
    return facts_of(imported("carolina"))


def kinds(table: Any, first: date, last: date) -> tuple[int, ...]:  # noqa: ANN401  # as above
    """Return how many arrests of some days are of each kind, the last day included."""
    days = table["decision_date"]
    of_days = pc.and_(
        pc.greater_equal(days, pa.scalar(first)), pc.less_equal(days, pa.scalar(last))
    )
    words = table.filter(of_days)["group_criminality"].cast("string")
    found = Counter(words.to_pylist())
    return tuple(found[kind] for kind in KINDS)


def test_every_row_is_kept(imported: Made, table: Any) -> None:  # noqa: ANN401  # as above
    report = json.loads((imported("carolina") / "output/data-report.json").read_text("utf-8"))

    assert ROWS == report["rows"] == report["rows_kept"] == table.num_rows
    assert ("2023-09-01", "2025-07-28") == (report["first_decision"], report["last_decision"])


def test_the_arrests_of_the_newspapers_spans(table: Any) -> None:  # noqa: ANN401  # as above
    assert (869, 648, 424) == kinds(table, CHANGE, END)
    assert (482, 101, 158) == kinds(table, A_YEAR_BEFORE, END.replace(year=2024))
    assert (1_511, 303, 486) == kinds(table, date(2023, 9, 1), date(2025, 1, 19))
    assert (2_549, 1_088, 958) == kinds(table, date(2023, 9, 1), date(2025, 7, 28))


def test_the_arrests_of_the_first_and_the_last_month(table: Any) -> None:  # noqa: ANN401  # as above
    months = Counter(day.strftime("%Y-%m") for day in table["decision_date"].to_pylist())

    assert (156, 354) == (months["2023-09"], months["2025-07"])
    assert ROWS == months.total()


def test_the_arrests_of_one_county_by_the_addresses_of_their_rows(table: Any) -> None:  # noqa: ANN401  # as above
    # The agency's own column of counties is blank in every row. The newspaper guessed a county of
    # its own, which no mapping reads; here it is looked up at the address that each row keeps.
    (path,) = files_of("carolina")
    with gzip.open(path, "rt", encoding="utf-8", newline="") as handle:
        guessed = [row["county"].lower() for row in csv.DictReader(handle)]
    days, numbers = (table[name].to_pylist() for name in ("decision_date", "row_number"))
    here = [
        day
        for day, number in zip(days, numbers, strict=True)
        if guessed[number - 1].startswith("mecklenburg")
    ]

    assert ROWS == table["group_county"].null_count
    assert 750 == sum(CHANGE <= day <= END for day in here)
    assert 238 == sum(A_YEAR_BEFORE <= day <= END.replace(year=2024) for day in here)


def test_no_order_after_the_arrest_was_known_at_the_arrest(table: Any) -> None:  # noqa: ANN401  # as above
    batch = table.combine_chunks().to_batches()[0]
    known = as_known(batch, "decision_date")
    order, days = known.batch["order_final_date"], known.batch["decision_date"]

    assert ORDERS == len(batch) - batch["order_final_date"].null_count
    assert LATER == known.dropped["order_final_date"] == known.dropped["order_stage"]
    assert not pc.any(pc.greater(order, days)).as_py()
    assert ORDERS - LATER == len(order) - order.null_count


def test_the_category_of_the_case_was_not_known_at_the_arrest(ran: Made, table: Any) -> None:  # noqa: ANN401  # as above
    batch = table.combine_chunks().to_batches()[0]
    recorded, then = (
        {each["instrument"]: each for each in counts_of(ran("carolina", *BOTH, *words))["policies"]}
        for words in ((), ("--known-at", "decision"))
    )
    felonies = int(
        np.sum(batch["crim_aggravated_felony"].is_valid().to_numpy(zero_copy_only=False))
    )

    assert 211 == felonies == as_known(batch, "decision_date").dropped["crim_aggravated_felony"]
    assert felonies == recorded[INTERIM]["counts"]["int.ps.1"]["true"]
    assert 0 == then[INTERIM]["counts"]["int.ps.1"]["true"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "facts count as they are recorded, whenever that was"),
        (("--known-at", "decision"), "a fact recorded after its decision is not used"),
    ],
)
def test_what_counted_as_known_is_said(ran: Made, words: tuple[str, ...], told: str) -> None:
    run = ran("carolina", *BOTH, *words)
    said = " ".join((run / "said.txt").read_text("utf-8").split())

    assert told in said
    assert (words[1:] or ("recorded",))[0] == counts_of(run)["known_at"]


def test_no_row_has_a_category_from_its_columns_alone(ran: Made) -> None:
    (policy,) = (
        each
        for each in counts_of(ran("carolina", *BOTH))["policies"]
        if each["instrument"] == GUIDELINES
    )

    assert ROWS == policy["rows"]
    for rule in ("gl.ns", "gl.ps", "gl.bs"):
        assert {"true": 0, "false": 0, "unknown": ROWS} == policy["counts"][rule]
