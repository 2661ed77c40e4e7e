"""What is said of a table whose headers no layout has: the nearest, and what went wrong with it.

Nothing is guessed. A line that a program made of a title, or of values, is told apart from headers
that nobody knows yet, since what to do next is different.
"""

import re
from collections.abc import Iterable
from collections.abc import Mapping as Table
from collections.abc import Sequence

from discretion.caseload.files.notes import Notes
from discretion.caseload.files.notes import times
from discretion.caseload.files.recognition.layout import PREVIEW_LINES
from discretion.caseload.files.recognition.layout import Layout
from discretion.caseload.files.recognition.layout import Recognised
from discretion.caseload.files.recognition.layout import flat
from discretion.caseload.files.recognition.layout import original
from discretion.errors import nearest

VALUE = re.compile(
    r"-?\d[\d,]*(\.\d*)?(E[+-]?\d+)?|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}([ T].*)?", re.IGNORECASE
)
"""A number or a day, which names no column."""
MOST_NEAR = 3
"""How many headers a table lacks at the most where one of its own may be one of them, misspelt."""
DRAFT = "draft a mapping with `discretion caseload map`, or see whether it holds decisions"
MOST_NAMES = 6
"""How many headers a problem names."""


def nearest_header(name: str, names: Iterable[str]) -> str:
    """Return a sentence naming the nearest header, or an empty string; letters may differ."""
    plain = [flat(each) for each in names]
    for each in plain:
        if each.casefold() == name.casefold():
            return f"did you mean `{each}`?"
    return nearest(name, plain)


def fault_of(line: Sequence[str]) -> str:
    """Return, in words, why a line can be no headers; empty where it can."""
    names = [flat(cell) for cell in line]
    made_up = [name for place, name in enumerate(names) if name and not original(name, place)]
    if made_up:
        title = next((name for name in names if name and name not in made_up), "")
        told = " of a title" if title else ""
        return f"stand names that a program made up{told}: `{made_up[0]}`"
    if any(VALUE.fullmatch(name) for name in names):
        return "stand values instead of names"
    return ""


def report_unrecognised(
    preview: Sequence[Sequence[str]],
    found: Sequence[Recognised],
    layouts: Table[str, Layout],
    notes: Notes,
) -> None:
    """Report why a table has none of the layouts.

    Args:
        preview: the first lines of the table.
        found: what each line holds of each layout.
        layouts: the layouts by their names.
        notes: where the problem goes.

    """
    near = max(found, key=lambda each: len(each.places) + len(each.twice), default=None)
    if near is not None and (near.places or near.twice):
        _report_near(near, layouts[near.layout], notes)
        return
    number, line = _headers_like(preview)
    fault = fault_of(line) or _title_alone(line)
    if fault:
        notes.error(
            "wrong_header_row",
            f"the headers of {notes.place} are lost: in line {number + 1} {fault}",
            "go back to the original file, whose headers stand in a later line",
        )
        return
    if not any(flat(cell) for cell in line):
        notes.error(
            "table_unrecognised",
            f"nothing stands in the first {times(PREVIEW_LINES, 'line')} of {notes.place}",
            "see whether the headers stand in another sheet or another file",
        )
        return
    names = sorted({name for each in layouts.values() for name in each.required})
    close = [hint for cell in line if flat(cell) and (hint := nearest_header(flat(cell), names))]
    notes.error(
        "table_unrecognised",
        f"no mapping knows a header of {notes.place} in its first {times(len(preview), 'line')}",
        close[0] if close else DRAFT,
    )


def _report_near(near: Recognised, layout: Layout, notes: Notes) -> None:
    lacking = sorted(
        layout.required - near.places.keys() - {*near.twice},
        key=lambda name: (name != layout.key, name),
    )
    which = "which" if len(lacking) == 1 else "of which the first"
    why = f", {which} {layout.key_says}" if layout.key and layout.key in lacking else ""
    hints = [hint for name in lacking if (hint := nearest_header(name, near.unknown))]
    more = len(lacking) - MOST_NAMES
    rest = f" and {more} more" if more > 0 else ""
    names = ", ".join(f"`{name}`" for name in lacking[:MOST_NAMES]) + rest
    notes.error(
        "table_unrecognised",
        f"line {near.line + 1} of {notes.place} comes nearest to the mapping `{near.layout}`, "
        f"and lacks {names}{why}",
        hints[0] if hints and len(lacking) <= MOST_NEAR else DRAFT,
    )


def _headers_like(preview: Sequence[Sequence[str]]) -> tuple[int, Sequence[str]]:
    """Return the first line that has the most cells filled, which headers mostly have."""
    return max(
        enumerate(preview),
        key=lambda pair: (sum(1 for cell in pair[1] if flat(cell)), -pair[0]),
        default=(0, ()),
    )


def _title_alone(fullest: Sequence[str]) -> str:
    filled = [flat(cell) for cell in fullest if flat(cell)]
    if len(filled) != 1:
        return ""
    return "stands one cell alone, as a title does, and no line has a second cell"
