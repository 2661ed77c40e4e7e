"""An audit: outcomes by protected columns that stood apart from every rule."""

from collections.abc import Iterator

import pyarrow.parquet as pq

from discretion.caseload.names import ADDRESS
from discretion.caseload.report.kinds.opening import open_run
from discretion.caseload.report.kinds.opening import rests_on
from discretion.caseload.report.kinds.opening import with_exclusions
from discretion.caseload.report.making.basis import extent_of
from discretion.caseload.report.making.extents import extent_tables
from discretion.caseload.report.making.protected import CAN_SHOW
from discretion.caseload.report.making.protected import CANNOT_SHOW
from discretion.caseload.report.making.protected import protected_tables
from discretion.caseload.report.report import NOT_A_DECISION
from discretion.caseload.report.report import Report
from discretion.caseload.report.source import Run
from discretion.caseload.report.source import with_quarantine
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.wanted import Wanted
from discretion.caseload.report.wanted import check_wanted
from discretion.errors import UnknownNameError
from discretion.frozen import replace
from discretion.rules.library import Library

AUDIT = "caseload_audit"
DEFAULT = Wanted()


def audit_outcomes(
    run: Run, library: Library, columns: tuple[str, ...], wanted: Wanted = DEFAULT
) -> Report:
    """Return outcomes by protected columns that were kept apart from every rule.

    It is never part of another report, and belongs into a folder of its own.

    Args:
        run: a finished run whose import has quarantined columns.
        library: the packs and the dictionary, for their words.
        columns: the quarantined columns, each named by whoever asks; there is no default.
        wanted: which rows count, and how few of them are hidden.

    Raises:
        UnknownNameError: the import has no such column in quarantine.

    """
    known = quarantined(run)
    for name in columns:
        if name not in known:
            kind = "column in quarantine"
            raise UnknownNameError(kind, name, known)
    asked = replace(wanted, by=(), period="")
    check_wanted(asked, run)
    tables = list(_tables(run, library, columns, asked))
    with open_run(with_quarantine(run), library, asked) as basis:
        extent = extent_of(basis)
        return Report(
            kind=AUDIT,
            title="Audit of outcomes by columns that no rule reads",
            summary=(CAN_SHOW, CANNOT_SHOW, *NOT_A_DECISION),
            tables=with_exclusions((*extent_tables(basis, extent), *tables), basis),
            provenance=(("", rests_on(basis, extent)),),
            wanted=asked,
            columns=columns,
        )


def _tables(
    run: Run, library: Library, columns: tuple[str, ...], asked: Wanted
) -> Iterator[ReportTable]:
    for name in columns:
        with open_run(run, library, asked, protected=name) as basis:
            for policy in run.policies:
                if basis.is_told(policy):
                    yield from protected_tables(basis, policy, name)


def quarantined(run: Run) -> tuple[str, ...]:
    """Return the columns that the import of a run put into quarantine."""
    if run.quarantine is None:
        return ()
    return tuple(name for name in pq.read_schema(run.quarantine).names if name not in ADDRESS)
