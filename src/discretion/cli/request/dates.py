"""`discretion request deadlines`: what is due around a request, and a calendar of it."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import date

from discretion import COUNTED
from discretion import Assessor
from discretion import __version__
from discretion import answer_deadlines
from discretion import has_errors
from discretion import long_date
from discretion.cli.files.new_file import NewFile
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policies import read_sound_library
from discretion.cli.request.reading import ReadRequest
from discretion.cli.request.reading import read_request
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.request import CheckedRequest
from discretion.request import DatesAsked
from discretion.request import Deadline
from discretion.request import calendar_of
from discretion.request import check_request
from discretion.request import deadline_in_words
from discretion.request import deadlines_of
from discretion.request import read_deadline_kinds


def run_deadlines(words: Namespace, today: date) -> Outcome:
    """Return what is due around the request of a case, and write a calendar where one is named.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the file of the case or of the office has.
        DiscretionError: nobody knows the office, or the calendar cannot be written.

    """
    library = read_sound_library()
    read: ReadRequest = read_request(words, library, today)
    kinds = read_deadline_kinds()
    if has_errors(kinds.problems):
        raise PacksRefusedError(kinds.problems)
    checked = check_request(read.case, read.asked, Assessor(library))
    asked = DatesAsked(today=today, kinds=kinds, sent_on=words.sent)
    found = deadlines_of(checked, asked, library)
    if words.ics is not None:
        new = NewFile(path=words.ics, what="calendar", example="dates.ics", force=words.force)
        new.write(calendar_of(found, today))
    return Outcome(
        answer=answer_deadlines(checked, asked, found, read.problems, __version__),
        write=lambda: "".join(_parts(checked, asked, found)).lstrip("\n"),
        problems=read.problems,
    )


def _parts(
    checked: CheckedRequest, asked: DatesAsked, found: tuple[Deadline, ...]
) -> Iterator[str]:
    yield heading(f"What is due around a request: {checked.case.name}")
    yield paragraph(COUNTED)
    day = long_date(checked.filing_on)
    known = "is history on that day" if checked.is_history else "is read on that day"
    yield paragraph(f"Read for a filing on {day}, as of today, {long_date(asked.today)}.")
    for policy in checked.policies:
        yield paragraph(f"{policy.title} {known}.", bullet="- ")
    yield subheading("Days")
    for each in found:
        yield paragraph(deadline_in_words(each), bullet="- ")
    yield paragraph(f"{asked.kinds.says} Reviewed: {asked.kinds.reviewed}.")
