"""Made-up tables: the same for the same seed, legal in every cell, and nobody's."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from discretion import Library
from discretion import read_library
from discretion import replace
from discretion.caseload.synthetic.batches import synthetic_batches
from discretion.caseload.synthetic.batches import write_synthetic
from discretion.caseload.synthetic.blocks import BLOCK_ROWS
from discretion.caseload.synthetic.drawing import NotDrawnError
from discretion.caseload.synthetic.recipe import Recipe
from discretion.dates import DateRange
from discretion.engines.table import Form
from discretion.engines.table import shape_of
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Spans

ROWS = 20_000
DATES = ("birth_date", "first_entry_on", "bs_last_entry_date", "bs_apprehended_on")
RECIPE = Recipe(
    facts=(
        *("removable", "crim_gang_intentional_participation", "crim_gang_conduct_age"),
        *("order_stage", "proc_full_record_obtained", "crim_custody_days_served"),
        *DATES,
    ),
    lists={
        "offences": ("charge", "disposition", "offence_on", "sentence_imposed_days", "certified")
    },
    days=DateRange(start=date(2020, 1, 1), end=date(2026, 1, 1)),
    header={"type": ("arrest", "detainer"), "place": ("US-WA", "US-TX")},
    groups={"office": ("one", "two", "three")},
)


@pytest.fixture(scope="module")
def library() -> Library:
    return read_library()


@pytest.fixture(scope="module")
def rows(library: Library) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = made(library).to_pylist()
    return found


def made(library: Library, rows: int = ROWS, seed: int = 1, batch_rows: int = ROWS) -> pa.Table:
    batches = synthetic_batches(RECIPE, library, rows=rows, seed=seed, batch_rows=batch_rows)
    return pa.Table.from_batches(list(batches))


def test_one_seed_gives_one_table(library: Library) -> None:
    assert made(library) == made(library)


def test_another_seed_gives_another_table(library: Library) -> None:
    assert made(library) != made(library, seed=2)


@pytest.mark.parametrize("batch_rows", [1, 777, BLOCK_ROWS, BLOCK_ROWS + 1, 5 * ROWS])
def test_the_rows_are_the_same_whatever_the_size_of_a_batch(
    library: Library, batch_rows: int
) -> None:
    count = 2 * batch_rows if batch_rows == 1 else ROWS
    batches = list(synthetic_batches(RECIPE, library, rows=count, seed=1, batch_rows=batch_rows))

    assert {batch_rows} == {batch.num_rows for batch in batches[:-1]} or len(batches) == 1
    assert made(library).slice(0, count) == pa.Table.from_batches(batches)


def test_a_longer_table_begins_with_the_rows_of_a_shorter_one(library: Library) -> None:
    assert made(library, rows=17_000) == made(library).slice(0, 17_000)


def test_a_table_has_as_many_rows_as_were_asked_for(library: Library) -> None:
    numbers = made(library).column("row_number").to_pylist()

    assert list(range(1, ROWS + 1)) == numbers
    assert [] == list(synthetic_batches(RECIPE, library, rows=0, seed=1))


def test_a_table_says_that_it_is_made_up(library: Library) -> None:
    told = json.loads(made(library).schema.metadata[b"discretion"])

    assert 1 == told["seed"]
    assert "no row is about anybody" in told["made_up"]


@pytest.mark.parametrize("name", [*RECIPE.facts, "decision_type", "decision_place", "group_office"])
def test_three_in_ten_cells_say_nothing(rows: list[dict[str, Any]], name: str) -> None:
    applies = [
        row
        for row in rows
        if name != "crim_gang_conduct_age"
        or row["crim_gang_intentional_participation"] is not False
    ]
    share = sum(row[name] is None for row in applies) / len(applies)

    assert 0.3 == pytest.approx(share, abs=0.015)


def test_every_decision_has_its_day_in_the_range(rows: list[dict[str, Any]]) -> None:
    days = [row["decision_date"] for row in rows]

    assert date(2020, 1, 1) <= min(days) < date(2020, 2, 1)
    assert date(2025, 12, 1) < max(days) < date(2026, 1, 1)


@pytest.mark.parametrize("name", RECIPE.facts)
def test_every_value_of_a_fact_is_legal_on_the_day_of_its_row(
    library: Library, rows: list[dict[str, Any]], name: str
) -> None:
    fact = library.dictionary.facts[name]
    said = [(row[name], row["decision_date"]) for row in rows if row[name] is not None]

    assert said
    assert [] == [value for value, day in said if not is_legal(fact, value, day)]


@pytest.mark.parametrize("name", RECIPE.lists["offences"])
def test_every_value_of_a_field_is_legal_on_the_day_of_its_row(
    library: Library, rows: list[dict[str, Any]], name: str
) -> None:
    fact = library.dictionary.facts["offences"].fields[name]
    said = [
        (record[name], row["decision_date"])
        for row in rows
        for record in row["offences"] or ()
        if record[name] is not None
    ]

    assert said
    assert [] == [value for value, day in said if not is_legal(fact, value, day)]


def is_legal(fact: FactType, value: Any, day: date) -> bool:  # noqa: ANN401  # a cell
    domain = fact.domain(day)
    if isinstance(domain, Choices):
        word = {True: "yes", False: "no"}[value] if fact.kind is Kind.YES_NO else value
        return domain.words is None or word in domain.words
    assert isinstance(domain, Spans)
    low, high = domain.spans[0]
    return bool(low <= value <= high) and (fact.kind is not Kind.DATE or value <= day)


def test_no_day_is_before_another_that_it_never_precedes(
    library: Library, rows: list[dict[str, Any]]
) -> None:
    bound = [
        (row[later], row[earlier])
        for items, later, earlier in library.derivations.orders
        for row in rows
        if not items and None not in (row[later], row[earlier])
    ]

    assert len(bound) > ROWS
    assert all(earlier <= later for later, earlier in bound)


def test_a_fact_is_unsaid_where_what_it_needs_is_said_not_to_be(
    rows: list[dict[str, Any]],
) -> None:
    needed = {
        row["crim_gang_intentional_participation"]
        for row in rows
        if row["crim_gang_conduct_age"] is not None
    }

    assert {True, None} == needed


def test_lists_are_filled_empty_and_silent_in_their_shares(rows: list[dict[str, Any]]) -> None:
    lists = [row["offences"] for row in rows]
    lengths = {len(listed) for listed in lists if listed}

    assert 0.15 == pytest.approx(sum(listed is None for listed in lists) / ROWS, abs=0.01)
    assert 0.35 == pytest.approx(sum(bool(listed) for listed in lists) / ROWS, abs=0.01)
    assert {1, 2, 3, 4} == lengths


def test_a_list_is_said_to_be_whole_not_to_be_or_neither(rows: list[dict[str, Any]]) -> None:
    said = {(row["offences"] is None, row["offences__complete"]) for row in rows}

    assert {(True, None), (False, None), (False, True), (False, False)} == said


def test_the_bulk_engines_know_every_column_of_a_fact(library: Library) -> None:
    shape = shape_of(made(library).column_names, RECIPE.lists)

    assert {*RECIPE.facts} <= shape.facts.keys()
    assert {Form.EXACT} == {shape.facts[name] for name in RECIPE.facts}
    assert shape.lists["offences"].has_complete


def test_a_file_holds_the_rows_that_were_made(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "made.parquet"
    batches = synthetic_batches(RECIPE, library, rows=ROWS, seed=1, batch_rows=7_000)

    assert ROWS == write_synthetic(path, batches)
    assert [7_000, 7_000, 6_000] == row_groups(path)
    assert made(library) == pq.read_table(path)


def row_groups(path: Path) -> list[int]:
    told = pq.read_metadata(path)
    return [told.row_group(number).num_rows for number in range(told.num_row_groups)]


def test_a_file_without_a_batch_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="without a batch has no columns"):
        write_synthetic(tmp_path / "none.parquet", [])


@pytest.mark.parametrize(
    ("fact", "why"),
    [
        ("proc_preapproval_at", "it is a moment"),
        ("family", "it is a list"),
        ("dui_statute_requires_operation", "more than one yes-no fact"),
    ],
)
def test_a_fact_that_no_table_can_hold_is_named(library: Library, fact: str, why: str) -> None:
    asked = replace(RECIPE, facts=(fact,))

    with pytest.raises(NotDrawnError, match=why):
        next(synthetic_batches(asked, library, rows=1, seed=1))


def test_a_fact_is_drawn_everywhere_where_the_table_has_not_what_it_needs(
    library: Library,
) -> None:
    asked = replace(RECIPE, facts=("permanent_resident_from",), unknown=0.0)
    [batch] = synthetic_batches(asked, library, rows=100, seed=1)

    assert 0 == batch.column("permanent_resident_from").null_count
