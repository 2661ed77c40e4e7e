"""Making a report: of one run, of two runs compared, or of an audit apart from both."""

from collections.abc import Iterator

from discretion.caseload.report.kinds.comparison import couples
from discretion.caseload.report.kinds.opening import open_run
from discretion.caseload.report.kinds.opening import rests_on
from discretion.caseload.report.kinds.opening import with_exclusions
from discretion.caseload.report.making.basis import Basis
from discretion.caseload.report.making.basis import extent_of
from discretion.caseload.report.making.extents import extent_tables
from discretion.caseload.report.making.groups import group_tables
from discretion.caseload.report.making.pairs import Pair
from discretion.caseload.report.making.pairs import pair_tables
from discretion.caseload.report.making.rules import facts_table
from discretion.caseload.report.making.rules import named_table
from discretion.caseload.report.making.rules import outcomes_table
from discretion.caseload.report.making.rules import rules_table
from discretion.caseload.report.making.summary import summary_of
from discretion.caseload.report.report import Report
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.source import Run
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.wanted import Wanted
from discretion.caseload.report.wanted import check_wanted
from discretion.frozen import replace
from discretion.rules.library import Library

REPORT = "caseload_report"
DEFAULT = Wanted()


def make_report(run: Run, library: Library, wanted: Wanted = DEFAULT) -> Report:
    """Return the tables of a run.

    Args:
        run: a finished run with its import.
        library: the packs and the dictionary, for their words.
        wanted: by what rows are grouped, which of them count, and how few are hidden.

    Raises:
        FilesRefusedError: the results are not of the rows that were imported.
        LimitTooLowError: the limit would hide nothing.
        UnknownNameError: there is nothing of a name to group rows by.

    """
    check_wanted(wanted, run)
    with open_run(run, library, _possible(run, wanted)) as basis:
        extent = extent_of(basis)
        tables = (*extent_tables(basis, extent), *_tables(basis))
        return Report(
            kind=REPORT,
            title="Report on a table of decisions",
            summary=summary_of(basis, extent, tables),
            tables=with_exclusions(tables, basis),
            provenance=(("", rests_on(basis, extent)),),
            wanted=basis.wanted,
        )


def _possible(run: Run, wanted: Wanted) -> Wanted:
    """Return what is wanted, without a table over time where there are no days to make it from."""
    return wanted if run.facts is not None else replace(wanted, period="")


def _tables(basis: Basis) -> Iterator[ReportTable]:
    """Yield the tables of each policy, then those of each two, where every row counts."""
    for policy in basis.run.policies:
        if basis.is_told(policy):
            yield from _policy_tables(basis, policy)
    if basis.wanted.every_row:
        for one, other in couples(basis.run, basis.words):
            yield from pair_tables(
                Pair(a=one, b=other, counter=basis.counter, words=basis.words, limit=basis.limit)
            )


def _policy_tables(basis: Basis, policy: PolicyRun) -> Iterator[ReportTable]:
    yield rules_table(basis, policy)
    if policy.outcomes:
        yield outcomes_table(basis, policy)
    if policy.facts and basis.run.tells_alone:
        yield facts_table(basis, policy)
    under = basis.run.metadata.get("named_under", policy.instrument)
    if basis.run.named and policy.instrument == under:
        yield named_table(basis, policy)
    for by in basis.wanted.groupings:
        yield from group_tables(basis, policy, by)
