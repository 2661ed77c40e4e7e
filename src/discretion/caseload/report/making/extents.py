"""Tables of how many rows there are: read, left out, assessed, and governed by each policy."""

from collections.abc import Iterator

from discretion.caseload.report.making.basis import Basis
from discretion.caseload.report.making.basis import Extent
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.table import count
from discretion.caseload.report.table import words

UNIT = "one row of the table that was imported: one decision as it was recorded"
LEFT_OUT = "left out"


def extent_tables(basis: Basis, extent: Extent) -> Iterator[ReportTable]:
    """Yield the table of the rows, and that of which policy governed how many of them."""
    yield ReportTable(
        id="rows",
        title="Rows read, left out and assessed",
        unit=UNIT,
        definition=(
            "Rows that were read, those of which no assessment was made, by reason, and those "
            "assessed. Equal rows are counted as often as they stand in the table."
        ),
        columns=(words("what", "What became of the rows"), count("rows", "Rows")),
        rows=(
            ("read", extent.read),
            *((f"{LEFT_OUT}: {reason}", each) for reason, each in extent.left_out),
            ("assessed", extent.rows),
        ),
    )
    yield ReportTable(
        id="governed",
        title="Rows that each policy governed",
        unit=UNIT,
        definition=(
            "Of the rows assessed: those of a day, place and component for which the policy was "
            "in force, those for which it was not, and those of which that is not known."
        ),
        columns=(
            words("policy", "Policy"),
            words("title", "Its title"),
            count("true", "Governed"),
            count("false", "Did not govern"),
            count("unknown", "Unknown"),
        ),
        rows=tuple(
            (policy.name, basis.words.full_title(policy), *line)
            for policy, line in zip(basis.run.policies, extent.governed, strict=True)
        ),
        figure=("true", "false", "unknown"),
    )
