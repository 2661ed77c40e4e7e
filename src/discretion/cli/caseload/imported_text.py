"""What an import came to, for a reader: the data report on one page, and never a cell."""

from collections.abc import Iterator
from collections.abc import Sequence
from typing import Any

from discretion.caseload import Imported
from discretion.caseload.restated.comparing import Restated
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph

MOST_SHARES = 12
"""How many shares of unknown the terminal shows; the folder holds all."""

LEAST = 0.001
"""The least share that is told as a number, and the least distance from all."""


def show_import(imported: Imported, out: str) -> str:
    """Return what an import came to as text."""
    return "".join(_lines(imported, out))


def show_restated(restated: Sequence[Restated]) -> str:
    """Return what workbooks of published figures say differently as text, table by table."""
    return "".join(_restated_lines(restated))


def _restated_lines(restated: Sequence[Restated]) -> Iterator[str]:
    yield heading("Restated figures")
    yield paragraph(
        f"{capital(counted(len(restated), 'figure'))} of one table, label and fiscal year "
        f"{'differs' if len(restated) == 1 else 'differ'} between these workbooks. Which is right "
        "the files do not tell: cite each with its file."
    )
    for table in dict.fromkeys(each.table for each in restated):
        yield paragraph(f"{table}:")
        for each in (one for one in restated if one.table == table):
            told = "; ".join(
                f"{_marked(one.number)} in {one.file}, sheet `{one.sheet}`, cell {one.cell}"
                for one in each.figures
            )
            yield paragraph(f"{', '.join(each.label)}, {each.year}: {told}.", bullet="- ")


def _marked(number: str) -> str:
    """Return a whole number with a mark for each thousand, any other as it was read."""
    return f"{int(number):,}" if number.lstrip("-").isdecimal() else number


def _lines(imported: Imported, out: str) -> Iterator[str]:
    report: dict[str, Any] = imported.report
    mapping = imported.mapping
    status = f", {mapping.status}" if mapping.status else ""
    yield paragraph(f"Read by the mapping {mapping.id}, version {mapping.version}{status}.")
    yield paragraph(mapping.grain)
    yield heading("Rows")
    for sheet in report["sheets"]:
        name = f"{sheet['file']}, {sheet['sheet']}" if sheet["sheet"] else sheet["file"]
        left = "".join(
            f"; {number:,} left out: {reason}" for reason, number in sheet["left_out"].items()
        )
        yield paragraph(f"{name}: {counted_in(sheet['rows'])}{left}", bullet="- ")
    yield paragraph(
        f"{capital(counted_in(report['rows']))} in all. Rows that are equal in every column are "
        "all kept."
    )
    for total in report.get("totals", ()):
        place = f"{total['file']}, {total['sheet']}" if total["sheet"] else total["file"]
        same = "as many as" if total["found"] == total["rows_read"] else "another number than"
        yield paragraph(
            f"{place}, line {total['line']}, states {total['label']}: {total['found']:,}, which is "
            f"{same} the {total['rows_read']:,} rows that were read of the file.",
            bullet="- ",
        )
    if report.get("first_decision"):
        yield paragraph(
            f"Decisions from {report['first_decision']} to {report['last_decision']}, by the "
            f"column `{report['decision_column']}`."
        )
    yield from _unknown(report)
    yield from _redacted(report)
    if report["quarantined"]:
        named = ", ".join(report["quarantined"])
        yield paragraph(f"Kept apart and never read by a rule: {named}.")
    yield paragraph(f"Written: {out}")


def counted_in(rows: int) -> str:
    """Return how many rows there are, with a mark for each thousand."""
    return f"{rows:,} {counted(rows, 'row').split()[1]}"


def percent(share: float) -> str:
    """Return a share as a percentage; not quite all is never told as all, nor little as nothing."""
    if 0 < share < LEAST:
        return "less than 0.1 %"
    if 1 - LEAST < share < 1:
        return "more than 99.9 %"
    return f"{100 * share:.1f} %"


def _unknown(report: dict[str, Any]) -> Iterator[str]:
    found = report.get("unknown_share", {}).items()
    shares = sorted((share, name) for name, share in found if share is not None)
    if not shares:
        return
    yield heading("Unknown")
    yield paragraph("The share of rows of which the table says nothing; a blank is never a no.")
    for share, name in shares[:MOST_SHARES]:
        yield paragraph(f"{name}: {percent(share)}", bullet="- ")
    if len(shares) > MOST_SHARES:
        yield paragraph(f"and {counted(len(shares) - MOST_SHARES, 'further fact')}")


def _redacted(report: dict[str, Any]) -> Iterator[str]:
    found: dict[str, float] = {}
    for sheet in report["sheets"]:
        for column, share in sheet["redacted_share"].items():
            found[column] = max(found.get(column, 0.0), share or 0.0)
    if found:
        yield heading("Withheld")
        for column, share in sorted(found.items()):
            yield paragraph(f"{column}: up to {percent(share)} of a sheet", bullet="- ")
