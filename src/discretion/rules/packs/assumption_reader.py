"""Reading assumption sets: from a pack's own section, or from a file that every pack shares."""

from collections.abc import Iterator
from pathlib import Path

from discretion.entries import Entries
from discretion.frozen import replace
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.packs.tree_reader import condition_under
from discretion.source import Report
from discretion.source import read_yaml_file

WHAT = "an assumption set"
"""What its entries describe, for messages."""
FOLDER = "assumptions"
"""Where the sets lie, one to a file, that may be used under every instrument."""


def read_assumption_set(row: Entries) -> AssumptionSet:
    """Return the assumption set that some entries describe; the report has what is missing."""
    row.required("dated")
    if not row.has("sets"):
        row.report.error("key_missing", row.node, f"{row.what} has no `sets`", "add `sets:`")
    found = AssumptionSet(
        id=row.required("id"),
        title=row.text("title"),
        dated=row.day("dated"),
        by=row.required("by"),
        says=row.required("says"),
        source=row.text("source"),
        closings=tuple(_closings(row)),
    )
    row.finish()
    return found


def read_shared_sets(home: Path, reports: list[Report]) -> Iterator[AssumptionSet]:
    """Yield the assumption set of each file that the policies of a folder share.

    Args:
        home: the policies folder.
        reports: where the report of each file goes.

    """
    for path in sorted((home / FOLDER).glob("*.yaml")):
        report = Report(f"{FOLDER}/{path.name}")
        reports.append(report)
        node = read_yaml_file(path, report)
        if node is not None:
            found = read_assumption_set(Entries(node, report, WHAT))
            yield replace(found, file=report.file)


def _closings(row: Entries) -> Iterator[Closing]:
    for closing in row.rows("sets", "a closing"):
        yield Closing(
            fact=closing.required("fact"),
            value=closing.required("value"),
            when=condition_under(closing, "when"),
            instead_of_said=closing.flag("instead_of_said"),
        )
        closing.finish()
