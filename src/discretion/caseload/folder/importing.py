"""Importing files into a folder: every table that a mapping fits, stacked with its like."""

import csv
import json
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from discretion.caseload.folder.fitting import Fit
from discretion.caseload.folder.fitting import LookedAt
from discretion.caseload.folder.fitting import fit_sheets
from discretion.caseload.folder.fitting import look_at
from discretion.caseload.folder.fitting import read_fit
from discretion.caseload.folder.mappings import ReadMapping
from discretion.caseload.folder.reported import SheetMet
from discretion.caseload.folder.reported import data_report
from discretion.caseload.folder.stacking import Stack
from discretion.caseload.folder.totals import plain_total
from discretion.caseload.folder.totals import totals_in
from discretion.caseload.importing.batches import SheetImporter
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import Mapping
from discretion.caseload.names import DATA_REPORT
from discretion.caseload.names import FACTS
from discretion.caseload.names import HAND
from discretion.caseload.names import IMPORT
from discretion.caseload.names import MAPPING
from discretion.caseload.names import OUTPUT
from discretion.caseload.names import QUARANTINE
from discretion.caseload.names import REJECTS
from discretion.caseload.names import ROW_NUMBER
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.facts.case_reader import Words
from discretion.frozen import dataclass

WRITTEN = (FACTS, QUARANTINE, REJECTS, IMPORT, DATA_REPORT)
"""What an import makes anew in its output."""
Progress = Callable[[str, int], None]
"""Is told the name of the file that is read, and how many rows are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to: the mapping, what each sheet held, and every problem met."""

    mapping: Mapping
    sheets: tuple[SheetMet, ...]
    looked_at: tuple[LookedAt, ...]
    problems: tuple[Problem, ...]
    report: dict[str, object]


def import_files(
    paths: Sequence[Path],
    out: Path,
    mappings: Sequence[ReadMapping],
    words: Words,
    progress: Progress,
) -> Imported:
    """Read tables into a folder, batch by batch, and return what was met.

    Sheets of one layout are stacked, in the order of the files. A sheet that no mapping fits is
    told and left alone where others of its file are read; a whole file that none fits, or that
    cannot be read, forbids the import, so that nobody counts without it. Nothing is dropped for
    being equal to something else.

    Args:
        paths: the files.
        out: the folder, of which `output` is written.
        mappings: those that a table may fit.
        words: the dictionary that they were checked against.
        progress: is told how far the import is.

    Raises:
        FilesRefusedError: a file cannot be read or fits no mapping, two fit different ones, or
            two have one name.

    """
    _check_names(paths)
    looked = tuple(look_at(path) for path in paths)
    fits, met = fit_sheets(looked, [each.mapping for each in mappings])
    problems = list(met)
    chosen = {fit.mapping.id: fit.mapping for fit in fits}
    if not fits or len(chosen) > 1 or has_errors(problems):
        problems.extend(_several(chosen))
        raise FilesRefusedError(tuple(problems))
    (mapping,) = chosen.values()
    read = next(each for each in mappings if each.mapping is mapping)
    output = out / OUTPUT
    output.mkdir(parents=True, exist_ok=True)
    for name in WRITTEN:
        (output / name).unlink(missing_ok=True)
    sheets = tuple(_import_all(fits, output, words, progress))
    problems.extend(problem for each in sheets for problem in each.ledger.problems())
    report = data_report(mapping, sheets, output / FACTS)
    listed = [sheet for each in looked for sheet in each.sheets]
    report["totals"] = [plain_total(each) for each in totals_in(listed, sheets)]
    _keep(out / HAND, read)
    _write(output, read, looked, sheets, report)
    return Imported(
        mapping=mapping,
        sheets=sheets,
        looked_at=looked,
        problems=tuple(problems),
        report=report,
    )


def _check_names(paths: Sequence[Path]) -> None:
    """Check that the names of files tell their rows apart.

    Raises:
        FilesRefusedError: two files have one name.

    """
    problems = [
        Problem(
            code="file_twice",
            message=f"{times} of the files have this name, by which a row is known",
            help="name each file once, and give two different files different names",
            file=name,
        )
        for name, times in Counter(path.name for path in paths).items()
        if times > 1
    ]
    if problems:
        raise FilesRefusedError(tuple(problems))


def _import_all(
    fits: Sequence[Fit], output: Path, words: Words, progress: Progress
) -> Iterator[SheetMet]:
    """Write the facts and the protected columns of every sheet, and yield what each held."""
    with Stack(output / FACTS) as facts, Stack(output / QUARANTINE) as quarantine:
        for fit in fits:
            ledger = Ledger(fit.shown)
            _tell_unplaced(fit, ledger)
            name = fit.sheet.file
            importer = SheetImporter(name, fit.sheet.name, fit.mapping, words, ledger)
            for raw in _batches(fit, ledger):
                made = importer.batch(raw)
                facts.add(made.facts)
                quarantine.add(made.quarantine)
                progress(name, ledger.rows)
            yield SheetMet(fit=fit, ledger=ledger)


def _batches(fit: Fit, ledger: Ledger) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a sheet; one without any yields a batch of none, which has its columns."""
    is_read = False
    for raw in read_fit(fit, ledger):
        is_read = True
        yield raw
    if not is_read:
        columns = {ROW_NUMBER: pa.int64(), **dict.fromkeys(fit.wanted, pa.string())}
        yield pa.RecordBatch.from_pylist([], pa.schema(list(columns.items())))
    if not ledger.rows:
        ledger.report.warning(
            "no_rows",
            None,
            "no row stands under the headers",
            "see whether the rows are in another sheet or another file",
        )


def _tell_unplaced(fit: Fit, ledger: Ledger) -> None:
    """Report columns that a mapping names as headers and gives no place."""
    mapping = fit.mapping
    placed = {*mapping.columns, *mapping.quarantine, *mapping.ignore}
    placed.update(column.name for column in mapping.groups.values())
    for name in fit.found.places:
        if name not in placed:
            ledger.report.warning(
                "column_unmapped",
                None,
                f"the column `{name}` is neither mapped, quarantined nor ignored",
                "it is not read: give it a place in the mapping",
            )


def _several(chosen: dict[str, Mapping]) -> Iterator[Problem]:
    if len(chosen) > 1:
        named = ", ".join(f"`{name}`" for name in chosen)
        yield Problem(
            code="mappings_differ",
            message=f"the tables fit different mappings: {named}",
            help="import the files of each layout into a folder of its own",
        )


def _write(
    output: Path,
    read: ReadMapping,
    looked: Sequence[LookedAt],
    sheets: Sequence[SheetMet],
    report: dict[str, object],
) -> None:
    mapping = read.mapping
    told = {
        "mapping": {
            "id": mapping.id,
            "version": mapping.version,
            "status": mapping.status,
            "digest": f"sha256:{read.sha256}",
            "grain": mapping.grain,
            "publisher": mapping.origin.publisher,
            "cite": list(mapping.cite),
        },
        "decision_column": mapping.decision.date,
        "left_out": _left_out(sheets),
        "data": [
            {
                "file": each.fingerprint.file,
                "bytes": each.fingerprint.size,
                "sha256": each.fingerprint.sha256,
            }
            for each in looked
        ],
    }
    (output / IMPORT).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    (output / DATA_REPORT).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    with (output / REJECTS).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "sheet", "row", "reason"))
        for each in sheets:
            for reason, rows in each.ledger.left_out.items():
                name, sheet = each.fit.sheet.file, each.fit.sheet.name
                writer.writerows((name, sheet, row, reason) for row in rows)


def _keep(hand: Path, read: ReadMapping) -> None:
    """Keep the mapping with the data that was read through it, so that it can be read again."""
    hand.mkdir(parents=True, exist_ok=True)
    (hand / MAPPING).write_text(read.text, encoding="utf-8")


def _left_out(sheets: Sequence[SheetMet]) -> dict[str, int]:
    """Return how many rows were left out, by reason."""
    found: Counter[str] = Counter()
    for each in sheets:
        found.update({reason: len(rows) for reason, rows in each.ledger.left_out.items()})
    return dict(sorted(found.items()))
