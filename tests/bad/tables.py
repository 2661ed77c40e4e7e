"""Mistakes of tables as situations: files, folders and runs that no text can be kept of."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter

from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.sheets import sheets_of
from discretion.caseload.folder.again import run_again
from discretion.caseload.folder.importing import import_files
from discretion.caseload.folder.mappings import ReadMapping
from discretion.caseload.folder.mappings import own_mapping
from discretion.caseload.guiding.seen import see_table
from discretion.caseload.ledger import Ledger
from discretion.caseload.report import compare_runs
from discretion.caseload.report import make_report
from discretion.caseload.report import read_run
from discretion.caseload.report import reproduce_report
from discretion.caseload.report import write_report
from discretion.caseload.rows import read_rows
from discretion.caseload.running.asked import Asked
from discretion.caseload.running.run import run_folder
from discretion.caseload.running.shares import shares_of
from discretion.caseload.running.wanted import RunWanted
from discretion.caseload.signals.finding import find_signals
from discretion.caseload.signals.methods import bundled_methods
from discretion.caseload.signals.methods import read_methods
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import replace
from discretion.rules.library import read_library
from tests.caseload.report.made import FIRST
from tests.caseload.report.made import GUIDELINES
from tests.caseload.report.made import LIBRARY
from tests.caseload.report.made import made_rows
from tests.caseload.report.made import write_run
from tests.caseload.tables import GOOD
from tests.caseload.tables import HEADERS
from tests.caseload.tables import ROW
from tests.caseload.tables import table

Problems = tuple[Problem, ...]
Fill = Callable[[Any, Any], object]
LINE = ROW.split(",")


def problems_of_import(folder: Path, *paths: Path, mappings: tuple[str, ...] = (GOOD,)) -> Problems:
    """Return what is told when some tables are imported through made-up mappings."""
    files = [_written(folder / f"{number}.yaml", text) for number, text in enumerate(mappings)]
    read = tuple(each for file in files for each in own_mapping(file, _words()))
    return refused(lambda: _import(folder, paths, read))


def refused(attempt: Callable[[], object]) -> Problems:
    """Return the problems with which something is refused, else those that it gives."""
    try:
        found = attempt()
    except FilesRefusedError as refusal:
        return refusal.problems
    return found if isinstance(found, tuple) else ()


def _import(folder: Path, paths: tuple[Path, ...], mappings: tuple[ReadMapping, ...]) -> Problems:
    return import_files(paths, folder / "out", mappings, _words(), lambda _, __: None).problems


@cache
def _words() -> Any:  # noqa: ANN401  # the words of the bundled policies
    return read_library().words


def _written(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def _file(folder: Path, text: str | bytes, name: str = "table.csv") -> Problems:
    return problems_of_import(folder, _written(folder / name, text))


def _book(folder: Path, fill: Fill) -> Path:
    """Return a workbook whose first sheet is the made-up table, filled further."""
    path = folder / "table.xlsx"
    with xlsxwriter.Workbook(path, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Rows")
        sheet.write_row(0, 0, HEADERS.split(","))
        sheet.write_row(1, 0, LINE)
        fill(book, sheet)
    return path


def _workbook(folder: Path, fill: Fill) -> Problems:
    return problems_of_import(folder, _book(folder, fill))


def _stacked(book: Any, _: object) -> None:  # noqa: ANN401  # xlsxwriter comes without types
    book.add_worksheet("Notes").write_row(0, 0, ("Term", "Meaning"))


def _cut_workbook(folder: Path) -> Problems:
    path = _book(folder, lambda _, __: None)
    return problems_of_import(folder, _written(path, path.read_bytes()[:2000]))


def _rows(folder: Path, text: str | bytes) -> Problems:
    """Return what is told when a table is read row by row."""
    path = _written(folder / "table.csv", text)
    (mapping,) = own_mapping(_written(folder / "good.yaml", GOOD), _words())
    ledger = Ledger(path.name)
    list(read_rows(path, mapping.mapping, ledger))
    return ledger.problems()


def _parquet(folder: Path) -> Problems:
    path = folder / "table.parquet"
    columns = dict(zip(HEADERS.split(","), ([cell] for cell in LINE), strict=True))
    pq.write_table(pa.table(columns), path)
    return problems_of_import(folder, _written(path, path.read_bytes()[:-40]))


def _two_mappings(folder: Path) -> Problems:
    other = GOOD.replace("id: made-up", "id: other").replace("Arrest Date", "Held On")
    paths = [_written(folder / f"{name}.csv", f"{headers}\n{ROW}\n")
             for name, headers in (("one", HEADERS),
                                   ("two", HEADERS.replace("Arrest Date", "Held On")))]  # fmt: skip
    return problems_of_import(folder, *paths, mappings=(GOOD, other))


def _alike(folder: Path) -> Problems:
    path = table(folder, HEADERS, ROW)
    other = GOOD.replace("id: made-up", "id: other")
    return problems_of_import(folder, path, mappings=(GOOD, other))


def _seen(folder: Path) -> Problems:
    path = _written(folder / "table.csv", f"{ROW}\n{ROW}\n")
    return refused(lambda: see_table(sheets_of(path, notes_on(path.name)), ()))


def _run(folder: Path) -> Problems:
    asked = Asked(instruments=(GUIDELINES,))
    wanted = RunWanted(library=LIBRARY, asked=asked, known_on=FIRST, version="1")
    return refused(lambda: run_folder(folder, folder / "run", wanted, lambda _, __: None))


def _damaged_import(folder: Path) -> Problems:
    (folder / "output").mkdir()
    _written(folder / "output/facts.parquet", "no table")
    _written(folder / "output/import.json", "{}")
    return _run(folder)


def _made_run(folder: Path, rows: int = 3) -> Path:
    return write_run(folder, made_rows(rows, 1, (GUIDELINES,)), (GUIDELINES,))


def _not_given(folder: Path) -> Problems:
    run = replace(read_run(_made_run(folder / "run")), metadata={"data": [{"file": "made.csv"}]})
    return refused(lambda: run_again((), LIBRARY)((run,), folder))


def _no_results(folder: Path) -> Problems:
    return refused(lambda: read_run(folder / "run"))


def _none_assessed(folder: Path) -> Problems:
    (folder / "run/output").mkdir(parents=True)
    _written(folder / "run/output/counts.json", '{"rows": 0}')
    return _no_results(folder)


def _asked_run(folder: Path, asked: str) -> Problems:
    """Return what is told of a run that says what it was asked, and no more."""
    (folder / "run/output").mkdir(parents=True)
    _written(folder / "run/output/run.json", asked)
    return _no_results(folder)


def _twice(folder: Path) -> Problems:
    inner = folder / "inner"
    inner.mkdir()
    return problems_of_import(folder, table(folder, HEADERS, ROW), table(inner, HEADERS, ROW))


def _unknown_format(folder: Path) -> Problems:
    results = _made_run(folder / "run") / "output/results.parquet"
    pq.write_table(pq.read_table(results).replace_schema_metadata({}), results)
    return refused(lambda: read_run(folder / "run"))


def _other_rows(folder: Path) -> Problems:
    one, other = (read_run(_made_run(folder / f"{rows}", rows)) for rows in (30, 29))
    return refused(lambda: compare_runs(one, other, LIBRARY))


def _report_taken(folder: Path) -> Problems:
    run = read_run(_made_run(folder / "run"))
    _written(folder / "run/mine", "mine")
    return refused(lambda: write_report(make_report(run, LIBRARY), (run,), folder / "run"))


def _no_places(_: Path) -> Problems:
    methods = bundled_methods(LIBRARY.folder)[0]
    assert methods is not None
    days = pa.table({"decision_date": pa.array([FIRST], pa.date32())})
    return refused(lambda: find_signals(days, methods))


def _methods(folder: Path) -> Problems:
    text = "id: a\nversion: 1\nkinds: {street: {counts: yes, says: outside}}\ncodes: {X: stret}\n"
    return read_methods(_written(folder / "methods.yaml", text))[1]


def _shares(folder: Path, when: str) -> Problems:
    own = folder / "policies"
    (own / "shares").mkdir(parents=True)
    _written(
        own / "shares/made-up.yaml",
        f"mapping: made-up\npolicy: {GUIDELINES}\n"
        f"shares:\n  - {{id: one, when: {json.dumps(when)}, says: made up}}\n"
        "rest: {id: rest, says: made up}\n",
    )
    return refused(lambda: shares_of("made-up", replace(LIBRARY, folder=own)))


TABLES: dict[str, Callable[[Path], Problems]] = {
    "data_not_given": _not_given,
    "error_cells": lambda folder: _workbook(
        folder, lambda _, sheet: sheet.write_formula(1, 1, "=NA()", None, "#N/A")
    ),
    "file_too_large--sheet": lambda folder: problems_of_import(
        folder, _book(folder, lambda _, sheet: sheet.write(1_048_575, 40, "far"))
    ),
    "file_twice": _twice,
    "folder_in_use": _report_taken,
    "formula_cells": lambda folder: _workbook(
        folder, lambda _, sheet: sheet.write_formula(1, 1, '="WA"', None, "WA")
    ),
    "import_damaged": _damaged_import,
    "layouts_alike": _alike,
    "mappings_differ": _two_mappings,
    "merged_cells": lambda folder: _workbook(
        folder, lambda _, sheet: sheet.merge_range("B3:B4", "WA")
    ),
    "no_decision_column": lambda folder: _rows(folder, "Arest Date,State\n2022-03-01,WA\n"),
    "no_decision_column--far": lambda folder: _rows(folder, "A,B\n1,2\n"),
    "no_headers_seen": _seen,
    "no_import": _run,
    "no_manifest": lambda folder: refused(lambda: reproduce_report(folder, LIBRARY)),
    "no_places": _no_places,
    "no_results": _no_results,
    "no_rows": lambda folder: _file(folder, f"{HEADERS}\n"),
    "no_rows_assessed": _none_assessed,
    "not_a_condition--shares": lambda folder: _shares(folder, "age >"),
    "other_rows": _other_rows,
    "run_damaged": lambda folder: _asked_run(folder, "{"),
    "run_not_finished": lambda folder: _asked_run(folder, '{"policies": []}'),
    "sheet_hidden": lambda folder: _workbook(
        folder, lambda book, _: book.add_worksheet("Behind").hide()
    ),
    "sheet_not_stacked": lambda folder: _workbook(folder, _stacked),
    "table_not_decoded": lambda folder: _file(
        folder, f"{HEADERS}\n{ROW}".encode() + b" caf\xe9\n"
    ),
    "table_not_decoded--rows": lambda folder: _rows(folder, b"\xe9,\n"),
    "table_not_decoded--wide": lambda folder: _file(folder, f"{HEADERS}\n{ROW}\n".encode("utf-16")),
    "table_unreadable": lambda folder: problems_of_import(folder, folder / "none.csv"),
    "table_unreadable--cut": lambda folder: _file(folder, b"PAR1 cut short", "table.parquet"),
    "table_unreadable--ending": lambda folder: _file(folder, "words", "table.doc"),
    "table_unreadable--empty": lambda folder: _file(folder, ""),
    "table_unreadable--named": lambda folder: _file(folder, b"%PDF-1.7", "table.csv"),
    "table_unreadable--old": lambda folder: _file(
        folder, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "table.xlsx"
    ),
    "table_unreadable--parquet": _parquet,
    "table_unreadable--rows": lambda folder: _rows(folder, f'{HEADERS}\n"no end'),
    "table_unreadable--workbook": _cut_workbook,
    "unknown_format--results": _unknown_format,
    "unknown_kind": _methods,
    "unknown_rule--shares": lambda folder: _shares(folder, 'rule("gl.bs.bb")'),
}  # fmt: skip
"""What makes each mistake in an empty folder, and the problems that are told of it."""
