"""Which mapping each sheet of some files fits, and the rows that it then gives."""

from collections.abc import Iterator
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

from discretion.caseload.files.batches import read_sheet
from discretion.caseload.files.fingerprint import Fingerprint
from discretion.caseload.files.fingerprint import fingerprint_of
from discretion.caseload.files.notes import Notes
from discretion.caseload.files.notes import Rejects
from discretion.caseload.files.notes import notes_on
from discretion.caseload.files.recognition.layout import Layout
from discretion.caseload.files.recognition.layout import Recognised
from discretion.caseload.files.recognition.stacks import stacks_of
from discretion.caseload.files.sheet import Sheet
from discretion.caseload.files.sheets import sheets_of
from discretion.caseload.ledger import Ledger
from discretion.caseload.mapping import Mapping
from discretion.errors import Problem
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """A file before it is read: its sheets with their first lines; none where it is refused."""

    fingerprint: Fingerprint
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A sheet with the mapping that it fits, and where its columns stand."""

    sheet: Sheet
    mapping: Mapping
    found: Recognised

    @property
    def shown(self) -> str:
        """The sheet as a reader finds it: the file's name, and its own where it has one."""
        name = self.sheet.name
        return f"{self.sheet.file}, sheet `{name}`" if name else self.sheet.file

    @property
    def wanted(self) -> tuple[str, ...]:
        """The columns of the sheet that the mapping asks for."""
        mapping, places = self.mapping, self.found.places
        groups = (column.name for column in mapping.groups.values())
        asked = dict.fromkeys((*mapping.columns, *groups, *mapping.quarantine))
        return tuple(name for name in asked if name in places)


def look_at(path: Path) -> LookedAt:
    """Return the sheets of a file with their first lines, and what is amiss with it."""
    notes = notes_on(path.name)
    try:
        fingerprint = fingerprint_of(path)
    except OSError as failure:
        why = (failure.strerror or "it is damaged").lower()
        remedy = "name the files in it" if path.is_dir() else "see whether it is there"
        notes.error("table_unreadable", f"the table cannot be read: {why}", remedy)
        fingerprint = Fingerprint(file=path.name, sha256="", size=0)
    sheets = () if notes.report.problems else sheets_of(path, notes)
    return LookedAt(fingerprint=fingerprint, sheets=sheets, problems=tuple(notes.report.problems))


def fit_sheets(
    looked: Sequence[LookedAt], mappings: Sequence[Mapping]
) -> tuple[tuple[Fit, ...], tuple[Problem, ...]]:
    """Return every sheet that fits a mapping, in the order of the files, with all problems.

    Args:
        looked: the files.
        mappings: those that a sheet may fit.

    """
    by_name = {mapping.id: mapping for mapping in mappings}
    layouts = [_layout(mapping) for mapping in mappings]
    sheets = [sheet for each in looked for sheet in each.sheets]
    stacks, problems = stacks_of(sheets, layouts)
    found = {
        id(part.sheet): Fit(sheet=part.sheet, mapping=by_name[stack.layout], found=part.recognised)
        for stack in stacks
        for part in stack.parts
    }
    fits = tuple(found[id(sheet)] for sheet in sheets if id(sheet) in found)
    own = [problem for each in looked for problem in each.problems]
    return fits, (*own, *problems)


def read_fit(fit: Fit, ledger: Ledger) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a sheet as texts, the columns alone that its mapping asks for.

    In a text file the first row below the header has the number 1; in a workbook each has the
    number that the sheet shows. Equal rows are all kept.

    Args:
        fit: the sheet and the mapping that it fits.
        ledger: where everything goes that keeps a row from being read.

    """
    notes = Notes(report=ledger.report, rejects=Rejects(), sheet=fit.sheet.name)
    yield from read_sheet(fit.sheet, fit.found, fit.wanted, notes)
    for reject in notes.rejects:
        ledger.rows += 1
        ledger.leave_out(reject.reason, reject.row)


def _layout(mapping: Mapping) -> Layout:
    """Return the headers of a mapping; a table may lack those of its protected columns."""
    origin, spared = mapping.origin, frozenset(mapping.quarantine)
    return Layout(
        name=mapping.id,
        headers=origin.every,
        required=frozenset(origin.headers) - spared,
        spellings=origin.also,
        unread=frozenset((*mapping.quarantine, *mapping.ignore)),
        spared=spared,
        key=mapping.decision.date,
        key_says="gives the day of each decision",
    )
