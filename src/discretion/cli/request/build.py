"""`discretion request build`: a packet of a case, or why there is none."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import time
from pathlib import Path

from discretion import Assessor
from discretion import BuiltRequest
from discretion import FilesRefusedError
from discretion import Library
from discretion import Problem
from discretion import WrittenFile
from discretion import __version__
from discretion import answer_built_request
from discretion import has_errors
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policies import read_sound_library
from discretion.cli.question import UnfitWordsError
from discretion.cli.request.built_text import show_built
from discretion.cli.request.reading import ReadRequest
from discretion.cli.request.reading import read_request
from discretion.documents import Caption
from discretion.documents import ClientTold
from discretion.documents import Packet
from discretion.documents import PacketAsked
from discretion.documents import PacketWanted
from discretion.documents import RequestTold
from discretion.documents import Sentence
from discretion.documents import check_folder
from discretion.documents import client_sheet
from discretion.documents import make_packet
from discretion.documents import papers_left_out
from discretion.documents import prepare_request
from discretion.documents import read_caption
from discretion.documents import read_outline
from discretion.documents import too_large_for_office
from discretion.documents import write_packet
from discretion.frozen import replace
from discretion.records.deadlines import calendar_of
from discretion.records.deadlines import deadline_in_words
from discretion.request.deadlines import deadlines_of
from discretion.request.deadlines import read_deadline_kinds

LANGUAGES = ("en", "es")
"""In which languages the person is given a sheet."""


def run_build(words: Namespace, today: date) -> Outcome:
    """Write the packet of a case into a folder, or say why nothing is written.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the case, the office, the caption or an exhibit has.
        DiscretionError: nobody knows a name, a folder cannot be read or written, or what makes
            documents is not installed.

    """
    check_folder(Path(words.out), replace=words.force)
    library = read_sound_library()
    read = read_request(words, library, today)
    caption, problems = _caption(words.caption)
    outline = read_outline()
    if has_errors(outline.problems):
        raise PacksRefusedError(outline.problems)
    if has_errors(problems):
        raise FilesRefusedError(problems)
    wanted = PacketWanted(
        asked=read.asked,
        caption=caption,
        outline=outline,
        decisions=tuple(words.ask),
        confirmed=tuple(words.confirm),
    )
    prepared = prepare_request(read.case, wanted, Assessor(library))
    if prepared.told is None or prepared.problems:
        raise FilesRefusedError((*read.problems, *_in_file(words.case, prepared.problems)))
    told = prepared.told
    if not prepared.may_be_made:
        return _outcome(_built(told, None, words, read), library)
    packet = make_packet(_asked(told, words, read, today))
    too_large = too_large_for_office(packet)
    if too_large:
        raise FilesRefusedError(too_large)
    write_packet(Path(words.out), packet.files, replace=words.force)
    return _outcome(_built(packet.told, packet, words, read), library)


def _in_file(path: str, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    """Yield problems with the name of the case's file, which those of papers do not know."""
    return (replace(each, file=each.file or Path(path).name) for each in problems)


def _caption(path: str | None) -> tuple[Caption, tuple[Problem, ...]]:
    if path is None:
        return Caption(), ()
    found, problems = read_caption(Path(path))
    return found or Caption(), problems


def _asked(told: RequestTold, words: Namespace, read: ReadRequest, today: date) -> PacketAsked:
    kinds = read_deadline_kinds()
    if has_errors(kinds.problems):
        raise PacksRefusedError(kinds.problems)
    due = deadlines_of(told.checked, None, today, told.library, kinds=kinds)
    person = ClientTold(checked=told.checked, library=told.library, today=today)
    return PacketAsked(
        told=told,
        folder=read.asked.folder,
        version=__version__,
        review_only=words.review,
        dates=tuple(Sentence(text=deadline_in_words(each)) for each in due),
        calendar=calendar_of(due, datetime.combine(today, time(), UTC)),
        sheets=tuple(client_sheet(person, each) for each in LANGUAGES),
        template=None if words.template is None else _template(words.template),
    )


def _template(path: str) -> bytes:
    """Return an office's own Word file.

    Raises:
        UnfitWordsError: it cannot be read.

    """
    try:
        return Path(path).read_bytes()
    except OSError as failure:
        why = f"names no file that can be read: {(failure.strerror or 'unreadable').lower()}"
        remedy = "name a Word file (.docx)"
        raise UnfitWordsError(option="--template", why=why, remedy=remedy) from failure


def _built(
    told: RequestTold, packet: Packet | None, words: Namespace, read: ReadRequest
) -> BuiltRequest:
    files = packet.files.items() if packet else ()
    return BuiltRequest(
        checked=told.checked,
        asking=told.asking,
        written=tuple(
            WrittenFile(name=name, size=len(each.data), is_private=each.is_private)
            for name, each in files
        ),
        out=words.out if packet else "",
        blanks=told.caption.blanks,
        left_out=papers_left_out(told.checked),
        is_silent=packet.is_silent if packet else False,
        bundle_pages=packet.bundle.pages if packet and packet.bundle else None,
        problems=read.problems,
    )


def _outcome(built: BuiltRequest, library: Library) -> Outcome:
    return Outcome(
        answer=answer_built_request(built, __version__),
        write=lambda: show_built(built, library),
        problems=built.problems,
        code=STOPPED if built.checked.is_stopped else DONE,
    )
