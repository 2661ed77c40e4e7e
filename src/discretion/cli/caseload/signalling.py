"""`discretion caseload signals`: days and places that stand out, as prompts to screen."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from discretion import FilesRefusedError
from discretion import Library
from discretion import Problem
from discretion import __version__
from discretion.caseload.names import FACTS
from discretion.caseload.names import OUTPUT
from discretion.caseload.report.hiding import NO_LIMIT
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.wanted import check_limit
from discretion.caseload.signals.finding import read_signals
from discretion.caseload.signals.methods import bundled_methods
from discretion.caseload.signals.operation_file import name_of
from discretion.caseload.signals.operation_file import to_operation_file
from discretion.caseload.signals.shown import Asked
from discretion.caseload.signals.shown import ShownSignal
from discretion.caseload.signals.shown import ShownSignals
from discretion.caseload.signals.shown import counted_rows
from discretion.caseload.signals.shown import show_signals
from discretion.caseload.signals.signal import View
from discretion.caseload.signals.words import NO_FINDING
from discretion.caseload.signals.words import NO_LIST
from discretion.caseload.signals.words import NO_THRESHOLD
from discretion.caseload.signals.words import notes_on
from discretion.caseload.signals.words import sentences_of
from discretion.caseload.signals.words import title_of
from discretion.cli.caseload.folders import claim_folder
from discretion.cli.caseload.folders import note_command
from discretion.cli.caseload.folders import remove_old
from discretion.cli.caseload.limits import asked_limit
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policies import read_sound_library
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph

STARTING_FILES = "signal-*.yaml"
"""What the names of starting files look like."""
NO_IMPORT = Problem(
    code="no_import",
    message="there is no facts table to look for signals in",
    help="name the folder that `discretion caseload import` made",
    file=FACTS,
)
PRIVATE = "Private: nothing is hidden in this list, so that a few people can be told. Keep it so."


def run_signals(words: Namespace, today: date) -> Outcome:
    """List the days and places that stand out in an imported table.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: there is no facts table, or it names no places.
        FolderTakenError: the folder for starting files holds something already.
        LimitTooLowError: the limit would hide nothing.

    """
    library = read_sound_library()
    limit = asked_limit(words)
    check_limit(limit)
    facts = Path(words.folder) / OUTPUT / FACTS
    if not facts.is_file():
        raise FilesRefusedError((NO_IMPORT,))
    methods, problems = bundled_methods(library.folder)
    if methods is None:
        raise PacksRefusedError(problems)
    out = claim_folder(words.out, replace=words.force) if words.out else None
    found = read_signals(facts, methods)
    view = View(words.by) if words.by else None
    asked = Asked(most=words.most, at_least=words.at_least or 0, view=view)
    shown = show_signals(found, limit or NO_LIMIT, asked)
    files = _write(shown, out, library, words, today) if out else {}
    return Outcome(
        answer=_answer(shown, list(files)),
        write=lambda: "".join(_lines(shown, len(files), words.out)),
    )


def _write(
    shown: ShownSignals, out: Path, library: Library, words: Namespace, today: date
) -> dict[str, str]:
    """Write a starting file for each signal, and return them by their names."""
    files: dict[str, str] = {}
    alike: Counter[str] = Counter()
    for each in shown.signals:
        name = name_of(each)
        alike[name] += 1
        more = f"-{alike[name]}" if alike[name] > 1 else ""
        files[f"{name}{more}.yaml"] = to_operation_file(each, shown, library.words)
    if words.force:
        remove_old(out, STARTING_FILES)
    note_command(out, words.typed, today, [f"{len(files)} starting files"])
    for name, text in files.items():
        (out / name).write_text(text, encoding="utf-8")
    return files


def _answer(shown: ShownSignals, files: list[str]) -> dict[str, Any]:
    found = shown.found
    return {
        "not_a_decision": True,
        "version": __version__,
        "problems": [],
        "says": [NO_FINDING, NO_THRESHOLD, NO_LIST],
        "notes": list(notes_on(shown)),
        "rows": found.rows,
        "rows_that_count": _told(counted_rows(shown)),
        "hidden_up_to": shown.limit,
        "at_least": shown.at_least or None,
        "signals": [_signal(each, shown) for each in shown.signals],
        "not_shown": {
            "hidden": shown.hidden,
            "too_close": shown.too_close,
            "under": shown.under,
            "further": shown.further,
        },
        "files": files,
    }


def _signal(each: ShownSignal, shown: ShownSignals) -> dict[str, Any]:
    signal = each.signal
    return {
        "by": signal.view.value,
        "place": signal.place or None,
        "day": signal.day.isoformat(),
        "rows": signal.rows,
        "more_than_other_days": each.above,
        "other_days": signal.others.number,
        "largest_other_day": _told(each.largest),
        "median_other_day": _told(each.median),
        "methods": [{"codes": list(codes), "rows": rows} for codes, rows in each.methods],
        "coded_worksite": _told(each.coded_worksite),
        "set_apart": _told(each.set_apart),
        "says": list(sentences_of(each, shown)),
    }


def _told(number: int | Hidden | None) -> int | str | None:
    return number.value if isinstance(number, Hidden) else number


def _lines(shown: ShownSignals, files: int, out: str | None) -> Iterator[str]:
    for sentence in (NO_FINDING, NO_THRESHOLD, NO_LIST):
        yield paragraph(sentence)
    if not shown.limit:
        yield paragraph(PRIVATE)
    yield heading(f"Signals: {len(shown.signals)}")
    for number, each in enumerate(shown.signals, start=1):
        yield paragraph(f"{title_of(each)} (by {each.signal.view.value})", bullet=f"{number}. ")
        for sentence in sentences_of(each, shown):
            yield paragraph(sentence, indent="   ")
    yield heading("What counts, and what is not listed")
    for note in notes_on(shown):
        yield paragraph(note, bullet="- ")
    if out:
        yield paragraph(f"Written: {counted(files, 'starting file')} in {out}.")
