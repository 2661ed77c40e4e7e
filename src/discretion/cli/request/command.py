"""`discretion request`: what keeps a request from being filed; its deadlines lie beside."""

from argparse import Namespace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from discretion import Assessor
from discretion import FilesRefusedError
from discretion import MissingExtraError
from discretion import Problem
from discretion import __version__
from discretion import answer_checked_request
from discretion import has_errors
from discretion import read_case_file
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policies import read_sound_library
from discretion.cli.question import UnfitWordsError
from discretion.cli.request.text import show_request
from discretion.request import RequestAsked
from discretion.request import check_request
from discretion.request import find_office
from discretion.request import read_checklist

READER = "pypdfium2"
LOOKING = "looking at the files of exhibits"


def run_request(words: Namespace, today: date) -> Outcome:
    """Return what keeps the request of a case from being filed, or when something is due.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the file of the case or of the office has.
        DiscretionError: nobody knows the office, the folder cannot be read, or what reads PDF
            files is not installed.

    """
    if words.action == "deadlines":
        from discretion.cli.request.deadlines import run_deadlines

        return run_deadlines(words, today)
    library = read_sound_library()
    checklist = read_checklist()
    if has_errors(checklist.problems):
        raise PacksRefusedError(checklist.problems)
    folder = None if words.exhibits is None else _folder(words.exhibits)
    case, problems = read_case_file(words.case, library.words)
    office, of_office = (None, ()) if words.office is None else find_office(words.office)
    problems = (*problems, *of_office)
    if case is None or has_errors(problems):
        raise FilesRefusedError(problems)
    if library.words.matters[case.matter].is_dated_by_facts():
        title = library.words.matters[case.matter].title
        raise FilesRefusedError((*problems, other_matter(title)))
    asked = RequestAsked(today=today, checklist=checklist, office=office, folder=folder)
    checked = check_request(case, asked, Assessor(library))
    return Outcome(
        answer=answer_checked_request(checked, problems, __version__),
        write=lambda: show_request(checked, library),
        problems=problems,
        code=STOPPED if checked.is_stopped else DONE,
    )


def _folder(word: str) -> Path:
    """Return the folder of exhibits.

    Raises:
        MissingExtraError: what reads PDF files is not installed.
        UnfitWordsError: there is no such folder, or it may not be read.

    """
    if find_spec(READER) is None:
        raise MissingExtraError(LOOKING, READER, "documents")
    folder = Path(word)
    try:
        next(folder.iterdir(), None)
    except OSError as failure:
        why = f"names no folder that can be read: {(failure.strerror or 'unreadable').lower()}"
        remedy = "name the folder in which the exhibits lie"
        raise UnfitWordsError(option="--exhibits", why=why, remedy=remedy) from failure
    return folder


def other_matter(title: str) -> Problem:
    """Return that a file is about another matter than a person's case."""
    return Problem(
        code="other_matter",
        message=f"the file is about {title}, and a request is made for a person's case",
        help="name the file of a person's case",
        line=1,
    )
