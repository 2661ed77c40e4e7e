"""What a request is read from: its case, the office, the checklist and the folder of exhibits."""

from argparse import Namespace
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from discretion import CaseFile
from discretion import FilesRefusedError
from discretion import Library
from discretion import MissingExtraError
from discretion import Problem
from discretion import has_errors
from discretion import read_case_file
from discretion.cli.policies import PacksRefusedError
from discretion.cli.question import UnfitWordsError
from discretion.frozen import dataclass
from discretion.request import RequestAsked
from discretion.request import find_office
from discretion.request import read_checklist

READER = "pypdfium2"
LOOKING = "looking at the files of exhibits"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRequest:
    """A case with everything that its request is looked through by, and what may be wrong."""

    case: CaseFile
    asked: RequestAsked
    problems: tuple[Problem, ...]


def read_request(words: Namespace, library: Library, today: date) -> ReadRequest:
    """Return what the words of a command name.

    Raises:
        PacksRefusedError: the bundled checklist has problems that forbid an answer.
        FilesRefusedError: the file of the case or of the office has.
        DiscretionError: nobody knows the office, the folder cannot be read, or what reads PDF
            files is not installed.

    """
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
    return ReadRequest(case=case, asked=asked, problems=tuple(problems))


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
