"""`discretion caseload map`: a draft of a mapping for a table that no mapping fits."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from discretion import FilesRefusedError
from discretion import __version__
from discretion import has_errors
from discretion import plain_problem
from discretion.caseload.folder.fitting import fit_sheets
from discretion.caseload.folder.fitting import look_at
from discretion.caseload.folder.mappings import bundled_mappings
from discretion.caseload.guiding.drafting import Draft
from discretion.caseload.guiding.drafting import draft_mapping
from discretion.caseload.guiding.questions import Question
from discretion.caseload.guiding.questions import questions_on
from discretion.caseload.guiding.seen import see_table
from discretion.cli.files.new_file import NewFile
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph


def run_map(words: Namespace, _: date) -> Outcome:
    """Draft a mapping for a table.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the table cannot be read, or has no line of headers.
        UnknownNameError: the table has no column of the name that was chosen for its day.
        NewFileRefusedError: the draft cannot be written where it is asked for.

    """
    library = read_sound_library()
    new = None
    if words.out is not None:
        new = NewFile(path=words.out, what="draft", example="mapping.yaml", force=words.force)
        new.check()
    mappings = bundled_mappings(library.folder, library.words)
    looked = look_at(Path(words.file))
    if has_errors(looked.problems):
        raise FilesRefusedError(looked.problems)
    known = [each.mapping for each in mappings]
    fits, _problems = fit_sheets((looked,), known)
    fitting = [each.mapping.id for each in fits]
    table = see_table(looked.sheets, known)
    draft = draft_mapping(table, mappings, library.words, words.date or "")
    questions = tuple(questions_on(table, tuple(library.words.vocabulary.decisions)))
    if new is not None:
        new.write(draft.text)
    return Outcome(
        answer={
            "not_a_decision": True,
            "version": __version__,
            "problems": [plain_problem(each) for each in looked.problems],
            "fits": fitting,
            **_answer(draft, questions),
        },
        write=lambda: "".join(_lines(draft, questions, fitting, words)),
        problems=looked.problems,
    )


def _answer(draft: Draft, questions: tuple[Question, ...]) -> dict[str, Any]:
    return {
        "nearest": draft.nearest or None,
        "mapped": list(draft.mapped),
        "groups": list(draft.grouped),
        "quarantine": list(draft.quarantined),
        "ignore": list(draft.ignored),
        "questions": [
            {
                "key": each.key,
                "asks": each.asks,
                "why": each.why,
                "choices": list(each.choices),
                "needed": each.needed,
            }
            for each in questions
        ],
        "draft": draft.text,
    }


def _lines(
    draft: Draft, questions: tuple[Question, ...], fitting: list[str], words: Namespace
) -> Iterator[str]:
    if words.out is None:
        yield draft.text
        return
    if fitting:
        named = ", ".join(fitting)
        yield paragraph(f"A bundled mapping reads this table as it is, so none is needed: {named}.")
    near = f" as in {draft.nearest}" if draft.nearest else ""
    yield paragraph(
        f"Read{near}: {counted(len(draft.mapped), 'column')}. Kept for reports: "
        f"{counted(len(draft.grouped), 'column')}. Kept apart, as their names may speak of a "
        f"protected trait: {counted(len(draft.quarantined), 'column')}. Left for you to decide: "
        f"{counted(len(draft.ignored), 'column')}."
    )
    yield heading("What only you can say")
    for each in questions:
        if not (words.date and each.key == "decision.date"):
            needed = " Without it the table is not read." if each.needed else ""
            yield paragraph(f"{each.key}: {each.asks} {each.why}{needed}", bullet="- ")
    yield paragraph(f"Written: {words.out}")
