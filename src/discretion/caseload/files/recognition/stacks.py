"""Which sheets belong together: those of one layout, whatever their files and names.

A table split over sheets is one table. What has no layout, such as a summary, footnotes or a list
of codes, is reported and stands beside it.
"""

from collections.abc import Iterable
from collections.abc import Sequence

from discretion.caseload.files.notes import Notes
from discretion.caseload.files.notes import Rejects
from discretion.caseload.files.recognition.headers import recognise
from discretion.caseload.files.recognition.layout import Layout
from discretion.caseload.files.recognition.layout import Recognised
from discretion.caseload.files.sheet import Sheet
from discretion.errors import Problem
from discretion.frozen import dataclass
from discretion.source import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One sheet of a stack, and where its columns stand."""

    sheet: Sheet
    recognised: Recognised


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """The sheets of one layout, in the order in which they were given."""

    layout: str
    parts: tuple[Part, ...]


def stacks_of(
    sheets: Iterable[Sheet], layouts: Sequence[Layout]
) -> tuple[tuple[Stack, ...], tuple[Problem, ...]]:
    """Return the sheets of each layout, with everything that is out of order.

    Args:
        sheets: the sheets of one or several files.
        layouts: the layouts that they may have.

    """
    parts: dict[str, list[Part]] = {}
    problems: list[Problem] = []
    apart: dict[str, list[tuple[Sheet, list[Problem]]]] = {}
    for sheet in sheets:
        notes = Notes(report=Report(sheet.file), rejects=Rejects(), sheet=sheet.name)
        found = recognise(sheet.preview, layouts, notes)
        if found is None:
            apart.setdefault(sheet.file, []).append((sheet, notes.report.problems))
        else:
            parts.setdefault(found.layout, []).append(Part(sheet=sheet, recognised=found))
            problems += notes.report.problems
    stacked = {part.sheet.file for listed in parts.values() for part in listed}
    for file, others in apart.items():
        for sheet, why in others:
            problems += _not_stacked(sheet, why) if file in stacked else why
    stacks = tuple(Stack(layout=name, parts=tuple(listed)) for name, listed in parts.items())
    return stacks, tuple(problems)


def _not_stacked(sheet: Sheet, why: Sequence[Problem]) -> list[Problem]:
    """Return the problem of a sheet beside tables of its file: told, and it forbids nothing."""
    report = Report(sheet.file)
    reasons = ": ".join(problem.message for problem in why[:1])
    report.warning(
        "sheet_not_stacked",
        None,
        f"the sheet `{sheet.name}` is not read with the others: {reasons}",
        "if it holds rows of the table, give its headers a place in the mapping",
    )
    return report.problems
