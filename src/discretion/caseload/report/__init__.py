"""Reports: what a run over a table of decisions found, as tables that may be shown.

It knows runs, counts and tables. It never shows a row, never shows a count that a limit hides, and
never says anything about a person: counts are no findings about anybody.

    >>> from discretion.caseload.report.hiding import blocks_of
    >>> blocks_of((4, 900, 200), 10)
    ((0, 1), (2,))
"""

from discretion.caseload.report.hiding import CMS_LIMIT
from discretion.caseload.report.hiding import is_small
from discretion.caseload.report.kinds.audit import audit_outcomes
from discretion.caseload.report.kinds.audit import quarantined
from discretion.caseload.report.kinds.comparison import compare_runs
from discretion.caseload.report.kinds.one_run import make_report
from discretion.caseload.report.making.lines import Shown
from discretion.caseload.report.making.lines import shown_line
from discretion.caseload.report.making.lines import shown_part
from discretion.caseload.report.reading import read_run
from discretion.caseload.report.report import Report
from discretion.caseload.report.source import Run
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.wanted import LimitTooLowError
from discretion.caseload.report.wanted import Wanted
from discretion.caseload.report.writing.folder import write_report
from discretion.caseload.report.writing.reproducing import Reproduced
from discretion.caseload.report.writing.reproducing import reproduce_report

__all__ = [
    "CMS_LIMIT",
    "LimitTooLowError",
    "Report",
    "ReportTable",
    "Reproduced",
    "Run",
    "Shown",
    "Wanted",
    "audit_outcomes",
    "compare_runs",
    "is_small",
    "make_report",
    "quarantined",
    "read_run",
    "reproduce_report",
    "shown_line",
    "shown_part",
    "write_report",
]
