"""Protected columns, shuffled among the rows or taken out, change no byte that a run writes.

The results say of which file they were made; all else in them is compared byte by byte.
"""

import csv
import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any
from typing import NamedTuple

import pyarrow.parquet as pq
import pytest

from discretion.caseload.names import KEY
from tests.caseload.real.files import files_of
from tests.caseload.real.files import real_files
from tests.caseload.study.study import SET
from tests.cli.caseload.made import done

TABLES = {
    "i213": ("citizenship_country_descr", "gender_code", "marital_status_descr"),
    "arrests": ("Citizenship", "Gender"),
}
"""The protected columns of one file of each layout."""
OF_THE_FILE = ("data", "facts_sha256")
"""What results say of the file that they were made from."""
TAIL = 8
"""How many bytes of a parquet file follow its footer, of which the first four tell its length."""
Change = Callable[[list[list[str]], list[int]], list[list[str]]]

pytestmark = real_files


class Written(NamedTuple):
    """What an import and a run wrote: the protected columns, and what none of them may change."""

    quarantine: bytes
    facts: bytes
    parts: dict[str, bytes]
    said: list[dict[str, Any]]
    counts: bytes


def shuffled(rows: list[list[str]], places: list[int]) -> list[list[str]]:
    """Return rows with what stands in some places shuffled among them, each column by itself."""
    draw = random.Random(11)
    columns = [draw.sample([row[place] for row in rows[1:]], len(rows) - 1) for place in places]
    changed = [rows[0]]
    for number, row in enumerate(rows[1:]):
        own = list(row)
        for place, column in zip(places, columns, strict=True):
            own[place] = column[number]
        changed.append(own)
    return changed


def taken_out(rows: list[list[str]], places: list[int]) -> list[list[str]]:
    return [[cell for at, cell in enumerate(row) if at not in places] for row in rows]


def emptied(rows: list[list[str]], places: list[int]) -> list[list[str]]:
    return [
        rows[0],
        *([cell if at not in places else "" for at, cell in enumerate(row)] for row in rows[1:]),
    ]


def as_it_is(rows: list[list[str]], _: list[int]) -> list[list[str]]:
    return rows


def written(folder: Path, name: str, change: Change) -> Written:
    """Import and run one file of a layout, changed, and return what came of it."""
    path = files_of(name)[0]
    with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as handle:
        lines = list(csv.reader(handle, delimiter="|"))
    below = next(at for at, line in enumerate(lines) if TABLES[name][0] in line)
    places = [lines[below].index(column) for column in TABLES[name]]
    folder.mkdir()
    table = folder / f"{path.stem}"
    with table.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, delimiter="|")
        writer.writerows([*lines[:below], *change(lines[below:], places)])
    done("import", table, "--out", folder / "imported")
    assume = ("--assume", SET) if name == "i213" else ()
    done("run", folder / "imported", "--out", folder / "run", *assume)
    output = folder / "run/output"
    parts = sorted((output / "results").glob("*.parquet"))
    return Written(
        quarantine=(folder / "imported/output/quarantine.parquet").read_bytes(),
        facts=(folder / "imported/output/facts.parquet").read_bytes(),
        parts={part.name: _rows_of(part) for part in parts}
        | {part.name: part.read_bytes() for part in (output / "results").glob("*.json")},
        said=[_said_by(part) for part in parts],
        counts=(output / "counts.json").read_bytes(),
    )


def _rows_of(part: Path) -> bytes:
    """Return the bytes of a parquet file without its footer, in which it says what it is of."""
    content = part.read_bytes()
    return content[: -TAIL - int.from_bytes(content[-TAIL:-4], "little")]


def _said_by(part: Path) -> dict[str, Any]:
    said: dict[str, Any] = json.loads((pq.read_schema(part).metadata or {})[KEY])
    return {key: value for key, value in said.items() if key not in OF_THE_FILE}


@pytest.fixture(scope="module", params=["i213", pytest.param("arrests", marks=pytest.mark.slow)])
def plain(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Written]:
    folder = tmp_path_factory.mktemp("plain") / "folder"
    return request.param, written(folder, request.param, as_it_is)


@pytest.mark.parametrize(
    "change", [shuffled, taken_out, pytest.param(emptied, marks=pytest.mark.slow)]
)
def test_no_byte_changes_but_those_of_the_columns_themselves(
    plain: tuple[str, Written], change: Change, tmp_path: Path
) -> None:
    name, before = plain

    after = written(tmp_path / "folder", name, change)
    differing = [
        field
        for field, one, other in zip(Written._fields, before, after, strict=True)
        if one != other
    ]

    assert ["quarantine"] == differing
    assert before.parts
