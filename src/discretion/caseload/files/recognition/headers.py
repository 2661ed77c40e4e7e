"""Which layout a table has, by its headers alone, and where each of its columns stands.

The line of the headers is looked for among the first lines by the names that layouts know, so that
titles above it do no harm. What is missing, new, twice or merely alike is reported.
"""

from collections.abc import Sequence

from discretion.caseload.files.notes import Notes
from discretion.caseload.files.recognition.layout import Layout
from discretion.caseload.files.recognition.layout import Recognised
from discretion.caseload.files.recognition.layout import flat
from discretion.caseload.files.recognition.layout import recognised_in
from discretion.caseload.files.recognition.unrecognised import fault_of
from discretion.caseload.files.recognition.unrecognised import nearest_header
from discretion.caseload.files.recognition.unrecognised import report_unrecognised
from discretion.frozen import replace

OTHER_NAME = "if it has another name there, write that under `source: also:` in the mapping"
MOST_NAMES = 20
"""How many headers a problem names."""


def recognise(
    preview: Sequence[Sequence[str]], layouts: Sequence[Layout], notes: Notes
) -> Recognised | None:
    """Return the layout that a table has, None where it has none or two fit alike.

    Args:
        preview: the first lines of the table.
        layouts: the layouts that it may have.
        notes: where everything goes that is out of order; nothing is guessed silently.

    """
    found = [
        recognised_in(line, number, layout)
        for number, line in enumerate(preview)
        for layout in layouts
    ]
    by_name = {layout.name: layout for layout in layouts}
    fits = [each for each in found if by_name[each.layout].required <= {*each.places, *each.twice}]
    if not fits:
        report_unrecognised(preview, found, by_name, notes)
        return None
    best = min(fits, key=_fit)
    alike = sorted({each.layout for each in fits if _fit(each)[:-1] == _fit(best)[:-1]})
    if len(alike) > 1:
        names = " and ".join(f"`{name}`" for name in alike)
        notes.error(
            "layouts_alike",
            f"the headers of {notes.place} fit the mappings {names} alike",
            "name the one that is meant with `--mapping`",
        )
        return None
    titles = tuple(" ".join(filter(None, map(flat, line))) for line in preview[: best.line])
    _report_twice(best, layouts, notes)
    _report_headers(best, preview, notes)
    return replace(best, titles=titles)


def _fit(found: Recognised) -> tuple[int, int, int, int]:
    """Return how well a line fits a layout, least for the best, and the line's number."""
    known = len(found.places) + len(found.twice)
    return -known, len(found.missing), len(found.unknown), found.line


def _report_twice(found: Recognised, layouts: Sequence[Layout], notes: Notes) -> None:
    """Report what stands twice: it forbids an answer, but where nothing is read from it."""
    unread = next(layout.unread for layout in layouts if layout.name == found.layout)
    for header in found.twice:
        message = f"the column `{header}` stands twice in {notes.place}, and the two may disagree"
        if header in unread:
            notes.warning("column_twice", message, "nothing is read from it, in either place")
        else:
            notes.error("column_twice", message, "give each its own name in a copy of the table")


def _report_headers(found: Recognised, preview: Sequence[Sequence[str]], notes: Notes) -> None:
    """Report what is missing or new, and a wrong line of headers above the right one."""
    for header in found.missing:
        notes.warning(
            "column_missing",
            f"{notes.place} has no column `{header}`, and what it feeds stays unknown",
            nearest_header(header, found.unknown) or OTHER_NAME,
        )
    if found.unknown:
        names = [
            f"`{flat(name)}`" if flat(name) else "one without a name" for name in found.unknown
        ]
        shown, more = names[:MOST_NAMES], len(names) - MOST_NAMES
        and_more = f" and {more} more" if more > 0 else ""
        notes.warning(
            "column_unmapped",
            f"the mapping `{found.layout}` knows no such column of {notes.place}: "
            f"{', '.join(shown)}{and_more}",
            "it is not read: give it a place in the mapping",
        )
    for line in preview[: found.line]:
        fault = fault_of(line)
        if fault:
            notes.warning(
                "wrong_header_row",
                f"{notes.place} has the headers in line {found.line + 1}, and above them {fault}",
                "compare the rows with the original: whatever wrote this file read it wrongly",
            )
            break
