"""Real tables of 2016 to 2018, where they are present: totals alone, and never a row."""

import csv
import gzip
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from discretion.caseload.mapping import FromColumn
from discretion.caseload.rows import matches
from tests.caseload.mappings.shipped import NAMES
from tests.caseload.mappings.shipped import SHARED
from tests.caseload.mappings.shipped import read_table
from tests.caseload.mappings.shipped import shipped

FOLDER = SHARED / "ice-ero-fy16-18"
TITLES = 5
EVERY = 40
"""One row in so many is read as a matter; every row is counted by its columns."""
FILES = {
    "EROArrests_FY2016": ("ice-ero-arrests-2016", 110_104),
    "EROArrests_FY2017": ("ice-ero-arrests-2016", 143_470),
    "EROArrests_FY2018": ("ice-ero-arrests-2016", 158_581),
    "ICERemovals_FY2016": ("ice-ero-removals-2016", 240_255),
    "ICERemovals_FY2017": ("ice-ero-removals-2016", 226_119),
    "ICERemovals_FY2018": ("ice-ero-removals-2016", 256_085),
    "EROEncounters_FY2016": ("ice-ero-encounters-2016", 368_645),
    "EROEncounters_FY2017": ("ice-ero-encounters-2016", 439_903),
}
"""The mapping and the rows of each file, as the agency and others count them."""
COUNTS = {
    ("EROArrests_FY2016", "Apprehension Method"): {
        "CAP Local Incarceration": 36_514,
        "Located": 14_385,
        "Non-Custodial Arrest": 11_329,
        "Worksite Enforcement": 10,
    },
    ("EROArrests_FY2017", "Apprehension Method"): {
        "CAP Local Incarceration": 56_887,
        "287(g) Program": 7_164,
        "Worksite Enforcement": 17,
    },
    ("EROArrests_FY2018", "Apprehension Method"): {
        "CAP Local Incarceration": 65_374,
        "ERO Reprocessed Arrest": 5_732,
        "Worksite Enforcement": 93,
    },
    ("EROArrests_FY2016", "Processing Disposition"): {
        "Warrant of Arrest/Notice to Appear": 39_616,
        "ADMINISTRATIVE DEPORTATION I-851/I-851A": 5_425,
        "Prosecutorial Discretion": 1_939,
    },
    ("EROArrests_FY2017", "Processing Disposition"): {
        "ADMINISTRATIVE DEPORTATION I-851/I-851A": 4_474,
        "Prosecutorial Discretion": 625,
    },
    ("EROArrests_FY2018", "Processing Disposition"): {
        "ADMINISTRATIVE DEPORTATION I-851/I-851A": 4_234,
        "Prosecutorial Discretion": 250,
    },
}
"""What others published of the arrests."""
Rows = list[list[str]]

pytestmark = [
    pytest.mark.skipif(
        not FOLDER.is_dir(), reason="the real tables are kept beside the repository, never in it"
    ),
    pytest.mark.usefixtures("_one_line_failures"),
]


def lines(name: str) -> Iterator[list[str]]:
    with gzip.open(FOLDER / f"{name}.csv.gz", "rt", encoding="utf-8-sig", newline="") as handle:
        yield from csv.reader(handle, delimiter="|")


@pytest.mark.parametrize("name", FILES)
def test_a_table_fits_its_own_mapping_and_no_other(name: str) -> None:
    path = FOLDER / f"{name}.csv.gz"

    assert [FILES[name][0]] == [each for each in NAMES if matches(path, shipped(each))]


def sample_of(name: str, folder: Path) -> tuple[Path, int]:
    """Write one row in so many under the titles of a table; return the file and their number."""
    read = lines(name)
    path, count = folder / f"{name}.csv", 0
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, delimiter="|")
        writer.writerows(islice(read, TITLES + 1))
        for row in islice(read, 0, None, EVERY):
            writer.writerow(row)
            count += 1
    return path, count


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_every_row_of_a_sample_is_a_matter_and_no_word_of_it_is_unknown(name: str) -> None:
    mapping = shipped(FILES[name][0])
    with TemporaryDirectory() as folder:
        path, count = sample_of(name, Path(folder))
        matters, ledger = read_table(path, mapping)
    facts = Counter(fact for each in matters for fact in each.case.facts)
    redacted = sum(each.case.facts["birth_date"].reason == "redacted" for each in matters)
    met = [problem.code for problem in ledger.problems() if problem.code != "out_of_order"]

    assert -(-FILES[name][1] // EVERY) == count
    assert count == len(matters)
    assert [] == met
    assert count == redacted
    assert facts["claims_us_citizenship"] < count / 10
    assert {each.case.decision.type for each in matters} == {mapping.decision.type.word}


@pytest.mark.slow
@pytest.mark.parametrize("name", FILES)
def test_every_word_of_every_row_has_a_code_and_the_published_numbers_are_met(name: str) -> None:
    mapping = shipped(FILES[name][0])
    read = islice(lines(name), TITLES, None)
    headers = [" ".join(header.split()) for header in next(read)]
    words: dict[str, Counter[str]] = {header: Counter() for header in headers}
    coded = {
        mapped.source.column: mapped.source.codes
        for mapped in mapping.facts
        if isinstance(mapped.source, FromColumn) and mapped.source.codes is not None
    }
    rows = 0
    for row in read:
        rows += 1
        for header in coded:
            words[header][" ".join(row[headers.index(header)].split())] += 1
    unknown = {
        header: sorted(set(words[header]) - {""} - set(codes)) for header, codes in coded.items()
    }

    assert FILES[name][1] == rows
    assert {header: [] for header in coded} == unknown
    for (file, header), counts in COUNTS.items():
        if file == name:
            assert counts == {word: words[header][word] for word in counts}


@pytest.mark.slow
def test_citizens_born_abroad_are_found_in_every_year() -> None:
    found = sum("Foreign Born USC" in row for name in list(FILES)[:3] for row in lines(name))

    assert 90 == found
