"""A finished run over a made table: folders as an import and a run leave them, from a seed."""

import json
import random
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from discretion.frozen import dataclass
from discretion.rules.library import Library
from discretion.rules.library import read_library

WORD = (1 << 64) - 1
ADDRESS = ("row_file", "row_sheet", "row_number")
FACTS = ("entry_date", "age", "offences")
NAMED = ("border_limb_documented",)
FIRST = date(2021, 10, 1)
DAYS = 700
FILE = "made.csv"
LIBRARY: Library = read_library()
INTERIM, GUIDELINES = "ice-2021-02-18-interim", "dhs-2021-09-30-guidelines"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePolicy:
    """What one policy says of one row."""

    governs: bool | None
    true: int
    known: int
    established: str | None
    possible: int
    alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeRow:
    """One row: where it stands, when and where it was decided, and what was found."""

    number: int
    day: date
    place: str | None
    method: str
    protected: str
    named: bool | None
    policies: tuple[MadePolicy, ...]


def made_rows(count: int, seed: int, instruments: Sequence[str]) -> list[MadeRow]:
    """Return rows from a seed: most rules unknown, a few met in a handful of rows alone."""
    chance = random.Random(seed)
    return [_row(number, chance, instruments) for number in range(1, count + 1)]


def write_run(
    folder: Path,
    rows: Sequence[MadeRow],
    instruments: Sequence[str],
    **said: Any,  # noqa: ANN401
) -> Path:
    """Write what an import and a run leave, in one folder, and return it."""
    output = folder / "output"
    output.mkdir(parents=True)
    pq.write_table(_results(rows, instruments, said), output / "results.parquet")
    pq.write_table(_facts(rows), output / "facts.parquet")
    columns = {**_address(rows), "citizenship": pa.array([row.protected for row in rows])}
    pq.write_table(pa.table(columns), output / "quarantine.parquet")
    counts = {"left_out": {"a claim to citizenship": 4, "no day of the decision": 37}}
    (output / "counts.json").write_text(json.dumps(counts), "utf-8")
    return folder


def _row(number: int, chance: random.Random, instruments: Sequence[str]) -> MadeRow:
    day = FIRST + timedelta(days=chance.randrange(DAYS))
    return MadeRow(
        number=number,
        day=day,
        place=chance.choice(("WA/King", "WA/King", "WA/Pierce", "OR/Lane", "=cmd()", None)),
        method=chance.choices(("jail", "street", "court"), (600, 395, 5))[0],
        protected=chance.choices(("A", "B", ""), (70, 28, 2))[0],
        named=chance.choice((True, False, None)),
        policies=tuple(_policy(each, chance) for each in instruments),
    )


def _policy(instrument: str, chance: random.Random) -> MadePolicy:
    pack = LIBRARY.packs[instrument]
    true = known = 0
    for bit in range(len(pack.rules)):
        yes, no = ((1, 400), (30, 40), (0, 3))[bit % 3]
        drawn = chance.randrange(500)
        if drawn < yes + no:
            known |= 1 << bit
            true |= (drawn < yes) << bit
    tokens = [row.token for row in pack.outcomes]
    established = chance.choice((*tokens[1:3], None, None))
    return MadePolicy(
        governs=chance.choices((True, False, None), (80, 15, 5))[0],
        true=true,
        known=known,
        established=established,
        possible=chance.randrange(1, 1 << len(tokens)),
        alone=chance.choices((0, 1, 2, 3, 4), (40, 30, 20, 9, 1))[0],
    )


def _address(rows: Sequence[MadeRow]) -> dict[str, Any]:
    words = pa.dictionary(pa.int32(), pa.string())
    return {
        "row_file": pa.array([FILE] * len(rows), words),
        "row_sheet": pa.array([None] * len(rows), words),
        "row_number": pa.array([row.number for row in rows], pa.int64()),
    }


def _facts(rows: Sequence[MadeRow]) -> Any:  # noqa: ANN401  # a table of Arrow
    words = pa.dictionary(pa.int32(), pa.string())
    return pa.table(
        {
            **_address(rows),
            "decision_date": pa.array([row.day for row in rows], pa.date32()),
            "decision_place": pa.array([row.place for row in rows], words),
            "group_method": pa.array([row.method for row in rows], words),
        }
    )


def _results(rows: Sequence[MadeRow], instruments: Sequence[str], said: dict[str, Any]) -> Any:  # noqa: ANN401  # as above
    columns = _address(rows)
    policies = []
    for number, name in enumerate(instruments):
        pack = LIBRARY.packs[name]
        found = [row.policies[number] for row in rows]
        columns[f"governs_{number}"] = pa.array([each.governs for each in found], pa.bool_())
        words = 1 + (len(pack.rules) - 1) // 64
        for word in range(words):
            tail = f"_{word + 1}" if word else ""
            for what in ("true", "known"):
                bits = [(getattr(each, what) >> 64 * word) & WORD for each in found]
                columns[f"{what}_{number}{tail}"] = pa.array(bits, pa.uint64())
        columns[f"established_{number}"] = pa.array(
            [each.established for each in found], pa.dictionary(pa.int32(), pa.string())
        )
        columns[f"possible_{number}"] = pa.array([each.possible for each in found], pa.uint64())
        columns[f"decides_alone_{number}"] = pa.array([each.alone for each in found], pa.uint64())
        policies.append(
            {
                "instrument": name,
                "interpretation": "",
                "digest": pack.instrument.digest,
                "rules": list(pack.rules),
                "outcomes": [row.token for row in pack.outcomes],
                "facts": list(FACTS),
            }
        )
    columns[f"named_{NAMED[0]}"] = pa.array([row.named for row in rows], pa.bool_())
    metadata = _metadata(policies) | said
    return pa.table(columns).replace_schema_metadata({"discretion": json.dumps(metadata)})


def _metadata(policies: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "format": 1,
        "version": "0.1.0",
        "policies": policies,
        "assumptions": [],
        "known_at": None,
        "mapping": {"id": "made", "version": "1", "digest": "sha256:made"},
        "data": [{"file": FILE, "sha256": "0" * 64}],
        "engine": "bitmap",
    }
