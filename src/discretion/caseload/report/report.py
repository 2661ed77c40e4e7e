"""A report as a value: its tables, what a reader has to know first, and what all of it rests on."""

from discretion.caseload.report.provenance import MARK
from discretion.caseload.report.provenance import Provenance
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.wanted import Wanted
from discretion.frozen import dataclass

NOT_A_DECISION = (
    "A person decides. Nothing here is a decision, advice to act, or a finding about anybody.",
    "Unknown means that the record does not say: it is counted apart, and never as a no.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The tables of a report and what they rest on.

    `kind` is a word for programs. `summary` says in sentences what a reader has to know first:
    which policies governed, as of when, how much is unknown, and that a person decides.
    `provenance` has one entry for each run, with the letter that it is known by, empty for one.
    `columns` names the quarantined columns of an audit.
    """

    kind: str
    title: str
    summary: tuple[str, ...]
    tables: tuple[ReportTable, ...]
    provenance: tuple[tuple[str, Provenance], ...]
    wanted: Wanted
    columns: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands under every table and picture, in sentences, what is common to runs once."""
        found = [
            f"{letter}. {line}" if letter and line not in self._shared() else line
            for letter, each in self.provenance
            for line in each.lines
        ]
        once = tuple(dict.fromkeys(line for line in found if line != MARK))
        return (*once, MARK)

    def under(self, table: ReportTable) -> tuple[str, ...]:
        """Return everything that stands under one of the tables."""
        return (
            f"What is counted: {table.unit}.",
            f"Definition: {table.definition}",
            *(f"Not in this table: {each}" for each in table.exclusions),
            *table.notes,
            *self.lines,
        )

    def _shared(self) -> frozenset[str]:
        lines = [frozenset(each.lines) for _, each in self.provenance]
        return frozenset.intersection(*lines) if lines else frozenset()
