"""`discretion request deadlines`: what is due by which day, and a calendar that names nobody."""

from argparse import Namespace
from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import time

from discretion import Assessor
from discretion import __version__
from discretion import has_errors
from discretion.answers.request.deadlines import DeadlinesTold
from discretion.answers.request.deadlines import answer_deadlines
from discretion.cli.files.new_file import NewFile
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policies import read_sound_library
from discretion.cli.question import UnfitWordsError
from discretion.cli.request.dates import show_deadlines
from discretion.cli.request.reading import read_request
from discretion.records.deadlines import RequestState
from discretion.records.deadlines import calendar_of
from discretion.records.deadlines import is_sent
from discretion.request import check_request
from discretion.request.deadlines import Besides
from discretion.request.deadlines import deadlines_of
from discretion.request.deadlines import read_deadline_kinds


def run_deadlines(words: Namespace, today: date) -> Outcome:
    """Return what is due around the request of a case, and write the calendar that was asked for.

    Raises:
        PacksRefusedError: a bundled file has problems that forbid an answer.
        FilesRefusedError: the file of the case or of the office has.
        DiscretionError: nobody knows the office, words do not go together, or the calendar cannot
            be written.

    """
    state = _state(words, today)
    new = _calendar(words)
    library = read_sound_library()
    kinds = read_deadline_kinds()
    if has_errors(kinds.problems):
        raise PacksRefusedError(kinds.problems)
    read = read_request(words, library, today)
    checked = check_request(read.case, read.asked, Assessor(library))
    besides = Besides(state=state, motion_on=words.motion, removal_on=words.removal)
    found = deadlines_of(checked, words.sent, today, library, besides=besides, kinds=kinds)
    if new is not None:
        made_at = datetime.combine(today, time(), UTC)
        _write(new, calendar_of(found, made_at, words.series or ""))
    told = DeadlinesTold(
        checked=checked,
        deadlines=found,
        kinds=kinds,
        today=today,
        state=state,
        sent_on=words.sent,
        calendar=words.ics or "",
    )
    return Outcome(
        answer=answer_deadlines(told, read.problems, __version__),
        write=lambda: show_deadlines(told, library),
        problems=read.problems,
    )


def _state(words: Namespace, today: date) -> RequestState:
    """Return the state of the request.

    Raises:
        UnfitWordsError: it does not go with the day of sending, or that day lies ahead.

    """
    if words.sent is not None and words.sent > today:
        why = f"names {words.sent}, which is after today, {today}"
        raise UnfitWordsError(option="--sent", why=why, remedy="leave it out until it is sent")
    if words.state is None:
        return RequestState.DRAFT if words.sent is None else RequestState.SENT
    state = RequestState(words.state)
    if is_sent(state) and words.sent is None:
        why = f"says `{state.value}`, and no day of sending is given"
        raise UnfitWordsError(option="--state", why=why, remedy="add `--sent D`")
    if words.sent is not None and not is_sent(state):
        why = f"says `{state.value}`, and a day of sending is given"
        raise UnfitWordsError(option="--state", why=why, remedy="leave `--sent` out, or correct it")
    return state


def _calendar(words: Namespace) -> NewFile | None:
    """Return where the calendar goes, None where none is asked for.

    Raises:
        UnfitWordsError: words about a calendar make no sense without one.
        NewFileRefusedError: the file exists, or is no place for it.

    """
    if words.ics is None:
        for option, given in (("--series", words.series is not None), ("--force", words.force)):
            if given:
                why = "is about a calendar, and none is written"
                raise UnfitWordsError(option=option, why=why, remedy="add `--ics FILE`")
        return None
    new = NewFile(path=words.ics, what="calendar", example="deadlines.ics", force=words.force)
    new.check()
    return new


def _write(new: NewFile, calendar: str) -> None:
    """Write a calendar that has an entry.

    Raises:
        UnfitWordsError: it has none.
        NewFileRefusedError: the disk refuses it.

    """
    if not calendar:
        why = "asks for a calendar, and no deadline has a day that is not past"
        raise UnfitWordsError(option="--ics", why=why, remedy="leave it out")
    new.write(calendar)
