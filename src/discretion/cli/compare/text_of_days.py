"""Two days for a reader: what governed on both, what went, what came, and what that changed."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date

from discretion import DaysCompared
from discretion import GoverningLine
from discretion import PolicySide
from discretion import long_date
from discretion.cli.compare.text import show_comparison
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph


def show_days(
    days: DaysCompared,
    then: Table[date, Iterable[GoverningLine]],
    now: Iterable[GoverningLine],
    today: date,
) -> str:
    """Return two days compared as text.

    Args:
        days: what stayed, went and came, with each comparison.
        then: what governed on each of the two days.
        now: what governs today.
        today: which day that is.

    """
    lines, on_second = tuple(now), tuple(then[days.second.on])
    return "".join(
        [
            *_told(days),
            *(show_comparison(each, on_second, lines, today) for each in days.comparisons),
        ]
    )


def _told(days: DaysCompared) -> Iterator[str]:
    first, second = long_date(days.first.on), long_date(days.second.on)
    yield heading(f"{first} and {second} compared, for a human reader")
    for sides, told in (
        (days.stayed, "Governed, or may have governed, on both days alike"),
        (days.went, f"On {first} alone"),
        (days.came, f"On {second} alone"),
    ):
        named = "; ".join(map(_named, sides)) or "nothing that tests anything"
        yield paragraph(f"{told}: {named}.", bullet="- ")
    if not days.comparisons:
        yield paragraph("There is nothing on the one day to set against the other.", bullet="- ")


def _named(side: PolicySide) -> str:
    parts = ", ".join(side.without_effect)
    without = f" without {parts}" if parts else ""
    return f"{side.ruleset.pack.instrument.title} ({side.name}){without}"
