"""The made-up table is made again byte for byte, and shows what the guide promises of it."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import Mapping
from discretion.caseload.mapping_reader import read_mapping_file
from discretion.caseload.matters import NO_DAY
from discretion.caseload.matters import read_matters
from discretion.frozen import replace
from discretion.rules.library import read_library
from scripts.make_caseload_demo import FILE
from scripts.make_caseload_demo import MAPPING
from scripts.make_caseload_demo import STRETCHES
from scripts.make_caseload_demo import TITLES
from scripts.make_caseload_demo import table

LIBRARY = read_library()
HIDDEN = 10
"""A count up to this is hidden."""


def mapping() -> Mapping:
    found, _ = read_mapping_file(Path(LIBRARY.folder) / MAPPING, LIBRARY.words)
    assert found is not None
    return found


def lines() -> list[list[str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def read() -> tuple[list[date], Ledger]:
    """Return the day of each decision, and what was met."""
    ledger = Ledger(FILE.name)
    whole = mapping()
    # This reader takes what parts cells from the mapping; an import finds it by itself.
    origin = replace(whole.origin, layout=replace(whole.origin.layout, delimiter=","))
    matters = read_matters(FILE, replace(whole, origin=origin), LIBRARY.words, ledger)
    return [matter.case.decision.day for matter in matters], ledger


def test_the_table_is_made_again_byte_for_byte() -> None:
    assert table().encode() == FILE.read_bytes()


def test_the_table_says_above_its_headers_that_it_is_made_up() -> None:
    first = lines()[: len(TITLES)]

    assert TITLES[0].startswith("Made up:")
    assert [TITLES[0], TITLES[1]] == [line[0] for line in first]
    assert "Every row" in (FILE.parent / "README.md").read_text("utf-8")


def test_some_rows_are_equal_in_every_column() -> None:
    found = Counter(map(tuple, lines()))

    assert [3] == [times for times in found.values() if times > 1]


def test_the_table_shows_what_can_be_amiss() -> None:
    _, ledger = read()

    assert {NO_DAY: 2} == {reason: len(rows) for reason, rows in ledger.left_out.items()}
    assert {"entry_admission_class_descr"} == set(ledger.unmapped)
    assert ledger.redacted["entry_admission_class_descr"] > HIDDEN
    assert {"`bs_last_entry_date` lies after the day of the decision": 1} == {
        what: len(rows) for what, rows in ledger.flags.items()
    }


def test_every_stretch_of_days_has_enough_rows_to_be_told() -> None:
    days, _ = read()
    found = [sum(each.first <= day <= each.last for day in days) for each in STRETCHES]

    assert min(found) > HIDDEN
    assert len(days) == sum(found)
