"""`discretion protection request`: reads a worksite's file, and writes the request if it may be."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from discretion import FilesRefusedError
from discretion import __version__
from discretion import answer_request
from discretion import has_errors
from discretion.cli.files.new_file import NewFile
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policies import read_sound_library
from discretion.cli.protection.text import show_request
from discretion.whole import OWNER_ONLY
from discretion.worksite import agency_request
from discretion.worksite import program_on
from discretion.worksite import read_agency_request
from discretion.worksite import read_guide
from discretion.worksite import read_request_form


def run_request(words: Namespace, today: date) -> Outcome:
    """Write the request to a labor agency, or say why nothing is written.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the file of the request has mistakes.
        NewFileRefusedError: it cannot be written where it was asked for.

    """
    library, form, guide = read_sound_library(), read_request_form(), read_guide()
    bundled = (*form.problems, *guide.problems)
    if has_errors(bundled):
        raise PacksRefusedError(bundled)
    request, problems = read_agency_request(Path(words.file), form, guide.names)
    if request is None or has_errors(problems):
        raise FilesRefusedError(problems)
    program = program_on(request, form.program, library, today)
    if program.may_be_written:
        new = NewFile(
            path=words.out,
            what="request",
            example="request.txt",
            force=words.force,
            mode=OWNER_ONLY,
        )
        new.write(agency_request(request, form))
    return Outcome(
        answer=answer_request(program, words.out, problems, __version__),
        write=lambda: show_request(program, words.out, form, library),
        problems=problems,
        code=DONE if program.may_be_written else STOPPED,
    )
