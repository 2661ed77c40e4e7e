"""Opening a run for counting, and saying what its tables rest on."""

from collections.abc import Iterator
from contextlib import contextmanager

from discretion.caseload.report.counting.counter import Counter
from discretion.caseload.report.making.basis import Basis
from discretion.caseload.report.making.basis import Extent
from discretion.caseload.report.making.summary import left_out_of
from discretion.caseload.report.provenance import Provenance
from discretion.caseload.report.provenance import provenance_of
from discretion.caseload.report.source import Run
from discretion.caseload.report.source import check_facts
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.wanted import Wanted
from discretion.caseload.report.words import Words
from discretion.frozen import replace
from discretion.rules.library import Library


@contextmanager
def open_run(run: Run, library: Library, wanted: Wanted, protected: str = "") -> Iterator[Basis]:
    """Open the files of a run, check that they are of the same rows, and close them at the end.

    Raises:
        FilesRefusedError: the files are of other rows.

    """
    check_facts(run)
    with Counter(run, protected) as counter:
        for by in wanted.groupings[:1] or ((protected,) if protected else ()):
            counter.check_join(by)
        yield Basis(run=run, words=Words(library=library), wanted=wanted, counter=counter)


def rests_on(basis: Basis, extent: Extent) -> Provenance:
    """Return what the tables of a run rest on."""
    return provenance_of(basis.run, basis.words, left_out_of(extent), basis.limit)


def with_exclusions(tables: tuple[ReportTable, ...], basis: Basis) -> tuple[ReportTable, ...]:
    """Return tables, each with the rows that are in none of them."""
    said = [
        "rows of which no assessment was made, which the table of rows counts by their reason",
    ]
    if not basis.wanted.every_row:
        said.append("rows that the policy did not govern, or of which that is not known")
    told_too = tuple(f"{each}." for each in said)
    return tuple(
        each if each.id in {"rows", "governed"} else replace(each, exclusions=told_too)
        for each in tables
    )
