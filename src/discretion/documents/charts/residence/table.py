"""The data table that stands beside a picture of a residence."""

from collections.abc import Iterable

from discretion.documents.charts.residence.months import INSIDE
from discretion.documents.charts.residence.months import OUTWARD
from discretion.documents.charts.residence.months import Run
from discretion.documents.charts.residence.months import outward_of
from discretion.documents.charts.residence.months import years_of
from discretion.request import Covered
from discretion.request import Residence

NONE = "none"


def residence_table(
    residence: Residence, *, is_outward: bool = False
) -> tuple[tuple[str, ...], ...]:
    """Return the months of a residence as rows of words: the headings, then a row for each year.

    Args:
        residence: the months.
        is_outward: whether it goes out; it then tells nothing of papers that stay inside.

    """
    told, seen = (OUTWARD, outward_of(residence)) if is_outward else (INSIDE, residence)
    head = ("Year", "Months", *(f"{words[:1].upper()}{words[1:]}" for words in told.values()))
    rows = (
        (
            str(year),
            str(sum(run.count for run in runs)),
            *(_named(covered, runs) for covered in told),
        )
        for year, runs in years_of(seen)
    )
    return head, *rows


def _named(covered: Covered, runs: Iterable[Run]) -> str:
    return ", ".join(run.named for run in runs if run.covered is covered) or NONE
