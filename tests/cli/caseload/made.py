"""Made-up tables of decisions in the layout of a real release, and how commands are run on them.

No row stands for anybody: every cell is drawn from a seed.
"""

import csv
import json
import random
from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.cli.console import Said
from tests.cli.console import run

TEMPLATE = Path(__file__).parents[2] / "caseload/made_up_i213.csv"
SET = "latest_entry_and_charge_sections"
GUIDELINES, INTERIM = "dhs-2021-09-30-guidelines", "ice-2021-02-18-interim"
FIRST = date(2021, 3, 1)
DAYS = 460
"""Over how many days the rows are spread: two policies governed in them, one after the other."""
ROWS = 240
Cells = dict[str, str]
GROUNDS = ("212a6Ai", "212a9CiII", "237a1B", "237a2Aiii", "8 USC 1182")
Change = Callable[[Cells, int], None]


def headers() -> tuple[str, list[str]]:
    """Return the title of the layout and its headers."""
    title, line, *_ = TEMPLATE.read_text("utf-8").splitlines()
    return title, line.split("|")


def write_table(
    path: Path, rows: int = ROWS, *, seed: int = 7, change: Change | None = None
) -> Path:
    """Write a made-up table of so many rows, each of them changed where that is asked."""
    title, names = headers()
    draw = random.Random(seed)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as handle:
        handle.write(f"{title}\n")
        writer = csv.DictWriter(handle, names, delimiter="|", lineterminator="\n")
        writer.writeheader()
        for number in range(1, rows + 1):
            cells = dict.fromkeys(names, "") | _drawn(draw, number)
            if change is not None:
                change(cells, number)
            writer.writerow(cells)
    return path


def _drawn(draw: random.Random, number: int) -> Cells:
    day = FIRST + timedelta(days=draw.randrange(DAYS))
    entered = day - timedelta(days=draw.randrange(1, 900))
    grounds = draw.sample(GROUNDS, draw.randrange(3))
    return {
        "source_row": str(number),
        "citizenship_country_descr": draw.choice(("ATLANTIS", "LEMURIA")),
        "gender_code": draw.choice(("M", "F", "")),
        "marital_status_descr": draw.choice(("Single", "Married", "")),
        "age": str(draw.randrange(15, 70)),
        "apprehension_date": day.isoformat(),
        "doc_completion_date": day.isoformat(),
        "apprehension_method_descr": draw.choice(("Located", "CAP Local Incarceration")),
        "apprehension_landmark_descr": draw.choice(("A ROAD", "A JAIL")),
        "apprehension_state": draw.choice(("WA", "OR", "")),
        "entry_date": draw.choice((entered.isoformat(), "")),
        "entry_admission_class_descr": draw.choice(("Without Inspection", "")),
        "processing_disposition_descr": draw.choice(("Other", "")),
        "admin_charges": json.dumps(
            [{"CHARGE_SECTION_CODE": each, "CHARGE_DESCRIPTION": "MADE UP"} for each in grounds]
        ),
        "criminal_charges": draw.choice(
            ("", "", '[{"NCIC_CATEGORY": "Larceny", "CHARGE_STATUS": "Convicted"}]')
        ),
    }


def caseload(*words: object) -> Said:
    """Run one of the commands about tables."""
    return run("caseload", *map(str, words))


def done(*words: object) -> Said:
    """Run one of the commands about tables, which comes to an end."""
    said = caseload(*words)
    assert 0 == said.code, said.err
    return said


def imported(folder: Path, **made: Any) -> Path:  # noqa: ANN401  # as the table is asked for
    """Write a made-up table and import it; return the folder of the import."""
    table = write_table(folder / "made.csv", **made)
    done("import", table, "--out", folder / "imported")
    return folder / "imported"


def bytes_of(folder: Path, *patterns: str) -> dict[str, bytes]:
    """Return every file below a folder that a pattern fits, by its path from there."""
    found = (path for each in patterns or ("**/*",) for path in folder.glob(each))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(found)
        if path.is_file()
    }


def counts_of(run_folder: Path) -> dict[str, Any]:
    """Return the counts that a run wrote."""
    read: dict[str, Any] = json.loads((run_folder / "output/counts.json").read_text("utf-8"))
    return read


def policies_of(run_folder: Path) -> Iterator[str]:
    """Yield the instruments of a run, in their order."""
    yield from (each["instrument"] for each in counts_of(run_folder)["policies"])
