"""`discretion protection request`: reads a worksite's file, and writes the request if it may be."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from discretion import DiscretionError
from discretion import FilesRefusedError
from discretion import __version__
from discretion import answer_request
from discretion import has_errors
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policies import read_sound_library
from discretion.cli.protection.text import show_request
from discretion.whole import OWNER_ONLY
from discretion.whole import write_whole
from discretion.worksite import agency_request
from discretion.worksite import program_on
from discretion.worksite import read_agency_request
from discretion.worksite import read_guide
from discretion.worksite import read_request_form


class RequestRefusedError(DiscretionError):
    """A request cannot be written where it was asked for."""

    def __init__(self, path: str, why: str, remedy: str) -> None:
        """Name the file, say why and what to do."""
        super().__init__(f"the request cannot be written to `{path}`: {why}: {remedy}")
        self.path = path


def run_request(words: Namespace, today: date) -> Outcome:
    """Write the request to a labor agency, or say why nothing is written.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the file of the request has mistakes.
        RequestRefusedError: it cannot be written where it was asked for.

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
        _write(words.out, agency_request(request, form), force=words.force)
    return Outcome(
        answer=answer_request(program, words.out, problems, __version__),
        write=lambda: show_request(program, words.out, form, library),
        problems=problems,
        code=DONE if program.may_be_written else STOPPED,
    )


def _write(path: str, text: str, *, force: bool) -> None:
    """Write a request for nobody but its owner, whole or not at all."""
    if path in {"", "-"}:
        raise RequestRefusedError(path, "that names no file", "name one, such as request.txt")
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            raise RequestRefusedError(path, "it is a folder or a device", "name a file")
        if target.exists() and not force:
            raise RequestRefusedError(path, "it exists", "name another file, or add `--force`")
        write_whole(target, text, OWNER_ONLY)
    except OSError as failure:
        why = (failure.strerror or "the disk refuses it").lower()
        raise RequestRefusedError(path, why, "name a file in a folder that you can write") from None
