"""What was known of a row by a day, and what became known later and says nothing."""

from datetime import date
from datetime import timedelta
from random import Random
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.caseload.supposing.held.arrays import number_column
from discretion.caseload.supposing.held.arrays import with_columns
from discretion.caseload.supposing.known import as_known
from discretion.engines.table import KNOWN_ON
from tests.caseload.supposing.small import DATE_FACT
from tests.caseload.supposing.small import DICTIONARY
from tests.caseload.supposing.small import views
from tests.engines.tables import table_of

DAY = date(2022, 2, 10)


def row(**cells: object) -> Any:  # noqa: ANN401  # a batch of Arrow
    return pa.RecordBatch.from_pydict(
        {DATE_FACT: [DAY], **{name: [cell] for name, cell in cells.items()}}
    )


@pytest.mark.parametrize(
    ("since", "kept"),
    [(DAY, "red"), (DAY - timedelta(1), "red"), (DAY + timedelta(1), None), (None, "red")],
)
def test_what_was_known_by_the_day_is_kept(since: date | None, kept: str | None) -> None:
    batch = with_columns(row(colour="red"), {f"colour{KNOWN_ON}": pa.array([since], pa.date32())})
    known = as_known(batch, DATE_FACT)

    assert [kept] == known.batch.column("colour").to_pylist()
    assert {"colour": int(kept is None)} == known.dropped
    assert {"colour": int(since is None)} == known.undated


def test_what_says_nothing_needs_no_day() -> None:
    nothing = {"colour": None, f"colour{KNOWN_ON}": None}
    batch = with_columns(row(colour="red"), {f"colour{KNOWN_ON}": pa.array([None], pa.date32())})
    empty = pa.RecordBatch.from_pylist([{DATE_FACT: DAY, **nothing}], batch.schema)

    assert {"colour": 0} == as_known(empty, DATE_FACT).undated
    assert {"colour": 0} == as_known(empty, DATE_FACT).dropped


def test_what_has_no_day_since_when_it_was_known_is_kept() -> None:
    batch = row(colour="red")
    known = as_known(batch, DATE_FACT)

    assert batch.equals(known.batch)
    assert {} == known.dropped


def test_a_cell_that_names_no_day_names_none_whatever_lies_under_it() -> None:
    since = number_column(np.array([99_999, 99_999]), np.array([False, True]), pa.date32())
    batch = pa.RecordBatch.from_pydict(
        {DATE_FACT: [DAY, DAY], "colour": ["red", "red"], f"colour{KNOWN_ON}": since}
    )

    assert ["red", None] == as_known(batch, DATE_FACT).batch.column("colour").to_pylist()


def test_a_list_goes_with_whether_it_was_whole() -> None:
    late = DAY + timedelta(1)
    batch = row(papers=[{"pages": 3}], papers__complete=True, papers__known_on=late)
    known = as_known(batch, DATE_FACT)

    assert [None] == known.batch.column("papers").to_pylist()
    assert [None] == known.batch.column("papers__complete").to_pylist()
    assert {"papers": 1} == known.dropped


def test_what_says_nothing_is_not_left_out() -> None:
    late = DAY + timedelta(1)
    batch = with_columns(row(on__known_on=late), {"on": pa.nulls(1, pa.date32())})

    assert {"on": 0} == as_known(batch, DATE_FACT).dropped


def test_one_day_may_count_for_every_row() -> None:
    batch = row(number__low=2, number__high=3, number__known_on=DAY + timedelta(1))

    assert {"number": 1} == as_known(batch, DAY).dropped
    assert {"number": 0} == as_known(batch, DAY + timedelta(1)).dropped


@given(random=st.integers(0, 2**32).map(Random))
@settings(deadline=None, max_examples=60)
def test_each_row_keeps_what_was_known_and_nothing_else(random: Random) -> None:
    """Each row keeps every fact and list that was known by its day, and no other."""
    batch = table_of(random, DICTIONARY, DATE_FACT, 12)
    days = batch.column(DATE_FACT).to_pylist()
    late: list[set[str]] = [set() for _ in days]
    for name in DICTIONARY.facts:
        if name != DATE_FACT and random.random() < 0.5:
            after = [random.choice((None, -1, 0, 1, 300)) for _ in days]
            since = [
                None if more is None else day + timedelta(more)
                for day, more in zip(days, after, strict=True)
            ]
            for number, more in enumerate(after):
                if more is not None and more > 0:
                    late[number].add(name)
            batch = with_columns(batch, {f"{name}{KNOWN_ON}": pa.array(since, pa.date32())})
    known = as_known(batch, DATE_FACT)
    before, after_all = views(batch), views(known.batch)

    for view, left, gone in zip(before, after_all, late, strict=True):
        for whole, part in (
            (view.known, left.known),
            (view.records, left.records),
            (view.complete, left.complete),
        ):
            assert {name: said for name, said in whole.items() if name not in gone} == part
    assert {
        name: sum(
            name in gone and (name in view.known or name in view.records or name in view.complete)
            for view, gone in zip(before, late, strict=True)
        )
        for name in known.dropped
    } == known.dropped
