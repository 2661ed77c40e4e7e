"""The days on which terms run out, for a reader: what is left, and what if a day is past."""

from collections.abc import Iterator

from discretion import Screened
from discretion import long_date
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading


def show_last_days(screened: Screened) -> Iterator[str]:
    """Yield the last day of each term, in the order of the rules, if there is any."""
    if not screened.last_days:
        return
    on = screened.facts_known_on
    yield subheading("Last days")
    yield paragraph(f"Counted from {long_date(on)}.")
    for each in screened.last_days:
        day = long_date(each.earliest)
        if each.latest != each.earliest:
            day = f"between {day} and {long_date(each.latest)}"
        citation = each.rule.citation
        mark = "" if citation.basis == "read" else f" [{citation.basis}]"
        left = counted(abs(each.days_left(on)), "day")
        told = f"{left} ago: {each.rule.note}" if each.may_be_past(on) else f"{left} left"
        yield paragraph(
            f"{day} ({told}). {each.rule.says} ({citation.pinpoint}{mark})", bullet="- "
        )
