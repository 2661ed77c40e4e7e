"""What a reader of a report has to know first, in sentences."""

from collections.abc import Iterator
from collections.abc import Sequence

from discretion.caseload.report.counting.conditions import answered
from discretion.caseload.report.making.basis import Basis
from discretion.caseload.report.making.basis import Extent
from discretion.caseload.report.making.lines import Shown
from discretion.caseload.report.making.lines import shown_line
from discretion.caseload.report.making.rules import NONE_ESTABLISHED
from discretion.caseload.report.report import NOT_A_DECISION
from discretion.caseload.report.shares import part_of
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Cell
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import ReportTable

FEW = "a number that is hidden"
NOT_ASKED = "not_asked"


def summary_of(basis: Basis, extent: Extent, tables: tuple[ReportTable, ...]) -> tuple[str, ...]:
    """Return which policies governed how many rows, as of when, and how much is unknown."""
    known = basis.run.metadata.get("known_at")
    as_of = f"with facts {known}" if known else "with facts as recorded in the data"
    return (
        f"Rows assessed: {told(extent.rows)}, {as_of}.",
        *(
            sentence
            for policy, governed in zip(basis.run.policies, extent.governed, strict=True)
            for sentence in _policy(basis, policy, governed, tables)
        ),
        *NOT_A_DECISION,
    )


def waiting_of(table: ReportTable) -> str:
    """Return in how many rows, by topic, two policies cannot be told apart or alike yet."""
    names = ["rows", "for_want_of_facts", "neither_known"]
    names += [column.name for column in table.columns if column.name == NOT_ASKED]
    lines = [[row[table.place(name)] for name in names] for row in table.rows]
    open_lines = [line for line in lines if HIDDEN not in line]
    parts = [part for line in open_lines if (part := _waiting(line)) is not None]
    hidden = len(lines) - len(open_lines)
    rest = f", without {hidden} of which something is hidden" if hidden and parts else ""
    if not parts and not hidden:
        return f"{table.title}: of no topic are both asked in any row."
    rows = "rows in which both are asked" if NOT_ASKED in names else "rows"
    return (
        f"{table.title}: one answer or both are unknown in {_between(parts)} of the {rows}, by "
        f"topic{rest}."
    )


def _waiting(line: Sequence[Cell]) -> float | None:
    """Return the share of rows that wait on one topic, None where no row is asked on both sides."""
    rows, wanting, neither, *unasked = (each for each in line if isinstance(each, int))
    return part_of(wanting + neither, rows - sum(unasked))


def _between(parts: Sequence[float]) -> str:
    """Return from which to which share some range, that one where they are alike."""
    if not parts:
        return FEW
    least, most = percent(min(parts)), percent(max(parts))
    return most if least == most else f"{least} to {most}"


def left_out_of(extent: Extent) -> tuple[str, ...]:
    """Return how many rows were left out, each reason with its number."""
    return tuple(f"{reason}: {told(each)}" for reason, each in extent.left_out)


def told(shown: Shown) -> str:
    """Return a count in figures, or that it is hidden."""
    return FEW if isinstance(shown, Hidden) else f"{shown:,}"


def percent(value: object) -> str:
    """Return a share as a percentage."""
    return f"{value * 100:.1f}%" if isinstance(value, float) else FEW


def _policy(
    basis: Basis, policy: PolicyRun, governed: tuple[Shown, ...], tables: tuple[ReportTable, ...]
) -> Iterator[str]:
    title = basis.words.full_title(policy)
    yes, _, unknown = governed
    tail = "" if unknown == 0 else f", and may have governed {told(unknown)} more"
    yield f"{title} governed {told(yes)} of them{tail}{_when(basis, policy, tables)}."
    for table in tables:
        if table.id == f"outcomes-{policy.number}":
            *_, undetermined, part, _ = next(
                row for row in table.rows if row[0] == NONE_ESTABLISHED
            )
            shown = undetermined if isinstance(undetermined, int | Hidden) else 0
            counted = "every row" if basis.wanted.every_row else "the rows that it governed"
            yield (
                f"Under it nothing is established in {told(shown)} of {counted} ({percent(part)})."
            )
        if table.id == f"rules-{policy.number}":
            yield from _unknown(basis, policy, table)
            yield from _any_category(basis, policy, table)


def _unknown(basis: Basis, policy: PolicyRun, table: ReportTable) -> Iterator[str]:
    """Yield how much is unknown of each category."""
    place = table.place("unknown_share")
    names = {policy.rules[bit] for bit in basis.words.categories(policy)}
    parts = [row[place] for row in table.rows if row[0] in names]
    shown = [each for each in parts if isinstance(each, float)]
    if shown:
        yield f"Whether a category is met is unknown in {_between(shown)} of the rows, by category."


def _any_category(basis: Basis, policy: PolicyRun, table: ReportTable) -> Iterator[str]:
    """Yield in how many rows it is unknown whether any category is met at all.

    Nothing is said where something of a category is hidden, which might follow from it.
    """
    bits = basis.words.categories(policy)
    names = {policy.rules[bit] for bit in bits}
    lines = [row for row in table.rows if row[0] in names]
    if len(bits) <= 1 or any(HIDDEN in row for row in lines):
        return
    asked = answered(policy, bits)
    ((found,),) = basis.counter.truths([asked], basis.wanted.where(policy)).values()
    rows = sum(found.answers)
    if rows and HIDDEN not in shown_line(found, basis.limit):
        yield (
            f"Whether any category is met at all is unknown in {found.unknown:,} of {rows:,} rows "
            f"({percent(part_of(found.unknown, rows))})."
        )


def _when(basis: Basis, policy: PolicyRun, tables: tuple[ReportTable, ...]) -> str:
    """Return of which periods the decisions are, as far as a table shows them."""
    period = basis.wanted.period
    table_id = f"outcomes-{policy.number}-by-{period}"
    found = [table for table in tables if period and table.id == table_id]
    if not found or basis.wanted.every_row:
        return ""
    place = found[0].place("group")
    groups = [str(row[place]) for row in found[0].rows]
    periods = [each for each in groups if each[:4].isdigit() and "together" not in each]
    if not periods:
        return ""
    first, last = min(periods), max(periods)
    between = first if first == last else f"{first} to {last}"
    few = f", and of a {period} with few rows or more" if len(periods) < len(groups) else ""
    return f", in decisions of {between}{few}"
