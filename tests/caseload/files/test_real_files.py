"""Real files: every row of the agency's own counts, every header recognised, listed or reported."""

from collections import Counter

import pytest

from discretion.caseload.files.batches import read_sheet
from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.recognition.headers import recognise
from discretion.caseload.files.recognition.layout import flat
from discretion.caseload.files.recognition.stacks import stacks_of
from discretion.caseload.files.sheets import sheets_of
from tests.caseload.files.real_files import DATA
from tests.caseload.files.real_files import ERO
from tests.caseload.files.real_files import PERSON
from tests.caseload.files.real_files import ROWS
from tests.caseload.files.real_files import header_rows
from tests.caseload.files.real_files import layout
from tests.caseload.files.real_files import needs_files

pytestmark = [needs_files, pytest.mark.usefixtures("_one_line_failures")]
FACILITIES = layout(
    "facilities", "Name; Address; City; State; Zip; AOR; Type Detailed", "Name; AOR"
)


@pytest.mark.parametrize("name", ROWS)
def test_every_row_that_the_agency_counts_is_read(name: str) -> None:
    notes = notes_on(name)
    (sheet,) = sheets_of(DATA / f"ice-ero-fy16-18/{name}.csv.gz", notes)
    found = recognise(sheet.preview, ERO, notes)
    assert found is not None
    wanted = tuple(found.places)
    last = 0
    for batch in read_sheet(sheet, found, wanted[:3], notes):
        numbers = batch.column(0)
        assert (last + 1, last + len(batch)) == (numbers[0].as_py(), numbers[-1].as_py())
        last += len(batch)

    assert ROWS[name] == (found.layout, last)
    assert 5 == found.line
    assert [] == notes.report.problems
    assert 0 == len(notes.rejects)


@pytest.mark.parametrize(
    ("path", "day", "rows"),
    [
        ("nc-ice-arrests/nc_ice_arrests_2023-09_2025-07.csv.gz", "Apprehension Date", 4_595),
        ("seattle-i213/i213_seattle_2021-12_2025-12_dev.csv.gz", "apprehension_date", 8_763),
        ("wa-linked-sample/wa_detainer_arrest_encounter_detention_2024.csv.gz", "", 235),
    ],
)
def test_every_row_of_a_file_that_others_prepared_is_read(path: str, day: str, rows: int) -> None:
    notes = notes_on(path)
    (sheet,) = sheets_of(DATA / path, notes)
    day = day or sheet.preview[0][0]
    found = recognise(sheet.preview, (layout("any", day, day),), notes)
    assert found is not None

    assert rows == sum(len(batch) for batch in read_sheet(sheet, found, (day,), notes))
    assert 0 == len(notes.rejects)
    assert {"column_unmapped"} == {problem.code for problem in notes.report.problems}


def test_every_spelling_of_the_number_of_a_person_is_found() -> None:
    found: Counter[str] = Counter()
    for names in header_rows().values():
        met = recognise([names], (PERSON,), notes_on("headers"))
        if met is not None:
            found[flat(met.written["Unique Identifier"])] += 1

    assert {
        "Unique Identifier": 25,
        "Anonymized Identifier": 28,
        "Anonymized Identifer": 4,
        "Sequence Number/Unique Identifier": 9,
        "Civ Id(Subject Key) Unique Identifier": 1,
    } == found


def test_every_header_of_every_file_has_a_place_or_is_listed_as_unknown() -> None:
    files = header_rows()
    cells = 0
    for names in files.values():
        met = recognise([names], (PERSON,), notes_on("headers"))
        if met is not None:
            assert len(names) == len(met.places) + len(met.unknown)
            cells += len(names)
        else:
            notes = notes_on("headers")
            assert recognise([names], (PERSON,), notes) is None
            assert 1 == len(notes.report.problems)

    assert 229 == len(files)
    assert 6_397 == sum(map(len, files.values()))
    assert 2_000 < cells


def test_every_wrong_line_of_headers_is_reported_and_no_other() -> None:
    wrong: Counter[str] = Counter()
    for (release, _), names in header_rows().items():
        notes = notes_on("headers")
        recognise([names], (PERSON, *ERO), notes)
        wrong.update(release for each in notes.report.problems if each.code == "wrong_header_row")

    # Two with made-up names, eleven that are a title alone, one whose headers are values.
    assert {"cbp/ofo": 2, "ice/removals/14-03290": 11, "ice/arts/uwchr": 1} == wrong


def test_headers_that_a_program_made_unique_are_known_by_their_place() -> None:
    order = layout(
        "detainers", "Final Order Yes No#1; Final Order Yes No#2", "Final Order Yes No#1"
    )
    found = 0
    for names in header_rows().values():
        met = recognise([names], (order,), notes_on("headers"))
        if met is not None:
            assert {32, 55} == set(met.places.values())
            found += 1

    assert 4 == found


@pytest.mark.parametrize(
    ("file", "name", "sheets"),
    [
        ("FY21-detentionstats.xlsx", "Facilities FY21 YTD", 6),
        ("FY22-detentionStats.xlsx", "Facilities FY22", 10),
        ("FY23_detentionStats.xlsx", "Facilities EOFY23", 11),
        ("FY24_detentionStats.xlsx", "Facilities EOFY24", 12),
    ],
)
def test_the_sheets_of_a_workbook_of_statistics_are_told_apart(
    file: str, name: str, sheets: int
) -> None:
    found = sheets_of(DATA / "ice-detention-stats" / file, notes_on(file))
    stacks, problems = stacks_of(found, (FACILITIES, *ERO))

    assert sheets == len(found)
    assert [(FACILITIES.name, [name])] == [
        (stack.layout, [part.sheet.name for part in stack.parts]) for stack in stacks
    ]
    assert sheets - 1 == sum(each.code == "sheet_not_stacked" for each in problems)
    assert stacks[0].parts[0].recognised.line in {5, 6}


def test_the_same_sheet_of_several_years_is_one_stack() -> None:
    paths = sorted((DATA / "ice-detention-stats").glob("*.xlsx"))
    sheets = [sheet for path in paths for sheet in sheets_of(path, notes_on(path.name))]
    (stack,), _ = stacks_of(sheets, (FACILITIES,))
    counts = []
    for part in stack.parts:
        notes = notes_on(part.sheet.file)
        batches = read_sheet(part.sheet, part.recognised, ("Name", "Zip"), notes)
        counts.append(sum(len(batch) for batch in batches))

    assert [path.name for path in paths] == [part.sheet.file for part in stack.parts]
    assert all(100 < count < 150 for count in counts)
