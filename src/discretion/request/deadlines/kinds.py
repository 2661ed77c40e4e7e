"""Reading the kinds of deadline: a kind without a source is a problem, and never a deadline."""

from collections.abc import Iterator
from pathlib import Path

from discretion.entries import Entries
from discretion.frozen import replace
from discretion.records import Counting
from discretion.records import Length
from discretion.records.deadlines import DeadlineKind
from discretion.records.deadlines import DeadlineKinds
from discretion.records.deadlines import Direction
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import Start
from discretion.rules.library import BUNDLED
from discretion.source import FilePath
from discretion.source import Report
from discretion.source import read_yaml_file

FILE = "requests/deadlines.yaml"
"""Where the kinds of deadline lie in the policies folder."""
STARTS = {each.value: each for each in Start}
DIRECTIONS = {each.value: each for each in Direction}
COUNTINGS = {each.value: each for each in Counting}
STATES = {each.value: each for each in RequestState}


def read_deadline_kinds(policies: FilePath = BUNDLED) -> DeadlineKinds:
    """Return the kinds of deadline of a policies folder, with every problem of their file.

    Args:
        policies: the folder that holds `requests/`.

    """
    report = Report(FILE)
    node = read_yaml_file(Path(policies) / FILE, report)
    entries = Entries(node, report, "the list of deadlines")
    entries.required("id")
    found = DeadlineKinds(
        version=entries.required("version"),
        basis=entries.required("basis"),
        reviewed=entries.required("reviewed"),
        says=entries.required("says"),
        cite=entries.texts("cite"),
        kinds=tuple(_kinds(entries)),
    )
    entries.finish()
    return replace(found, problems=tuple(report.problems))


def _kinds(entries: Entries) -> Iterator[DeadlineKind]:
    for row in entries.rows("kinds", "a kind of deadline"):
        for key in ("from", "counts"):
            row.required(key)
        yield DeadlineKind(
            id=row.required("id"),
            title=row.required("title"),
            says=row.required("says"),
            start=row.word("from", STARTS, Start.HEARING),
            direction=row.word("counts", DIRECTIONS, Direction.ON),
            length=_length(row),
            office=row.text("office"),
            times=row.whole_number("times") or 1,
            papers=frozenset(row.texts("papers")),
            decisions=frozenset(row.texts("decisions")),
            runs_in=frozenset(_states(row)),
            is_open=row.flag("open"),
            is_event=row.flag("event"),
            basis=row.required("basis"),
            source=row.required("source"),
            remedy=row.required("remedy"),
        )
        row.finish()


def _length(row: Entries) -> Length | None:
    amount = row.whole_number("length")
    counting = row.word("counting", COUNTINGS, Counting.CALENDAR_DAYS)
    return None if amount is None else Length(amount=amount, counting=counting)


def _states(row: Entries) -> Iterator[RequestState]:
    """Yield the states of a row; a word that is none is reported with the nearest one."""
    for item in row.items("runs_in"):
        word = getattr(item, "text", "")
        if word in STATES:
            yield STATES[word]
        else:
            hint = f"one of: {', '.join(STATES)}"
            row.report.error("unknown_word", item, f"`{word}` cannot stand under `runs_in`", hint)
