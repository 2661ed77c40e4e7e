"""Every row of the tables of the worksite line is found where `worksite_tables.yaml` says."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cases.law import NAMES
from tests.cases.law import is_held
from tests.cases.law import pack_of

Row = dict[str, Any]

TABLES: list[Row] = yaml.safe_load(
    (Path(__file__).parent / "worksite_tables.yaml").read_text("utf-8")
)["tables"]
SECTIONS = ("0", "1", "2", "2.1", "2.2", "3", "4", "5", "6", "7", "8")
LAST_SOURCE = 61
ROWS = [
    pytest.param(row, id=f"{table['id']}/{row['row']}") for table in TABLES for row in table["rows"]
]
ROWS_OF_PACKS = {
    name: {place for table in TABLES for row in table["rows"] for place in row["in"]}
    for name in ("ws", "mou", "add", "oi", "dale", "ca_lab", "ca_civ", "laws", "uep")
}


@pytest.mark.parametrize("row", ROWS)
def test_every_row_is_found_where_the_table_says(row: Row) -> None:
    assert row["in"]
    assert [] == [place for place in row["in"] if not is_held(place)]


def test_the_tables_are_all_there_and_each_row_stands_once() -> None:
    rows = [(table["id"], row["row"]) for table in TABLES for row in table["rows"]]

    assert SECTIONS == tuple(table["id"] for table in TABLES)
    assert len(rows) == len(set(rows))


def test_every_source_of_the_register_has_a_row() -> None:
    register = next(table["rows"] for table in TABLES if table["id"] == "1")

    assert {f"S{n}" for n in range(1, LAST_SOURCE + 1)} <= {row["row"] for row in register}


@pytest.mark.parametrize("name", ROWS_OF_PACKS)
def test_every_provision_and_rule_of_the_line_stands_in_a_table(name: str) -> None:
    """What a pack of the line says follows from a row of the tables, and nothing is added."""
    pack = pack_of(NAMES[name])
    held = {f"{name} provision {each.citation.pinpoint}" for each in pack.provisions}
    held |= {f"{name} rule {rule}" for rule in pack.rules}

    assert set() == held - ROWS_OF_PACKS[name]
