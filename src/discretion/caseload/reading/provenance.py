"""Reading what goes with a value: words that mean withheld, since when it is known, its paper."""

from discretion.caseload.columns import ColumnType
from discretion.caseload.mapping import Codes
from discretion.caseload.mapping import Provenance
from discretion.caseload.reading.codes import UNKNOWN
from discretion.caseload.reading.headers import Headers
from discretion.dates import day_of
from discretion.entries import Entries


def read_gaps(row: Entries) -> tuple[str, ...]:
    """Return the words that mean withheld; a blank is unknown and can be nothing else."""
    if row.text("blank", UNKNOWN) != UNKNOWN:
        row.report.error(
            "blank_read_as_value",
            row.node_of("blank"),
            "a blank cell is unknown and is never read as a value",
            "write `blank: unknown`; a study closes it with a named assumption set",
        )
    return tuple(" ".join(word.split()) for word in row.texts("withheld"))


def read_provenance(row: Entries, headers: Headers) -> Provenance:
    """Return since when a claim could be known and on what paper it rests.

    `known_on` names a column of days, the day on which the table was drawn, or several columns and
    that day in the order in which they are asked.
    """
    at = row.node_of("known_on")
    words = [" ".join(word.split()) for word in row.texts("known_on")]
    days = [day_of(word) for word in words]
    drawn_on = days.pop() if days and days[-1] is not None else None
    columns = words[: len(days)]
    for word, day in zip(columns, days, strict=True):
        if day is None:
            headers.ask(word, at, (ColumnType.DATE,))
        else:
            row.report.error(
                "drawn_day_not_last",
                at,
                f"`{word}` stands before a column, which could then never be asked",
                "write the day on which the table was drawn last",
            )
    return Provenance(known_on=tuple(columns), drawn_on=drawn_on, evidence=row.text("evidence"))


def check_nulls(codes: Codes | None, nulls: frozenset[str], row: Entries) -> None:
    """Report every value that has a code and is listed as saying nothing, so that none is read."""
    for word in sorted(nulls & (codes or {}).keys()):
        row.report.error(
            "null_with_code",
            row.node_of("codes"),
            f"`{word}` has a code and stands under `nulls` as a word that says nothing",
            "take it out of the one or the other",
        )
