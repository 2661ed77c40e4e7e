"""`discretion request check`: what keeps a request from being filed."""

from argparse import Namespace
from datetime import date

from discretion import Assessor
from discretion import __version__
from discretion import answer_checked_request
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.request.reading import read_request
from discretion.cli.request.text import show_request
from discretion.request import check_request


def run_request(words: Namespace, today: date) -> Outcome:
    """Return what keeps the request of a case from being filed.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the file of the case or of the office has.
        DiscretionError: nobody knows the office, the folder cannot be read, or what reads PDF
            files is not installed.

    """
    library = read_sound_library()
    read = read_request(words, library, today)
    checked = check_request(read.case, read.asked, Assessor(library))
    return Outcome(
        answer=answer_checked_request(checked, read.problems, __version__),
        write=lambda: show_request(checked, library),
        problems=read.problems,
        code=STOPPED if checked.is_stopped else DONE,
    )
