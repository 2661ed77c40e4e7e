"""Deadlines of a request: kinds that have a source, the days they come to, and a calendar file.

It takes plain days and counts; it knows no case, no name and no policy. Nothing is counted
without a source, and what is not known is told as such, with what to record.

    >>> from discretion.records.deadlines.states import RequestState, moves_from
    >>> [state.value for state in moves_from(RequestState.DENIED)]
    ['escalated', 'refiled']
"""

from discretion.records.deadlines.asked import Begin
from discretion.records.deadlines.asked import DeadlinesAsked
from discretion.records.deadlines.asked import OfficeTerm
from discretion.records.deadlines.calendar_file import calendar_of
from discretion.records.deadlines.deadline import Bound
from discretion.records.deadlines.deadline import Count
from discretion.records.deadlines.deadline import Deadline
from discretion.records.deadlines.deadline import Running
from discretion.records.deadlines.deadline import deadline_in_words
from discretion.records.deadlines.kind import DeadlineKind
from discretion.records.deadlines.kind import DeadlineKinds
from discretion.records.deadlines.kind import Direction
from discretion.records.deadlines.kind import Start
from discretion.records.deadlines.listing import list_deadlines
from discretion.records.deadlines.states import RequestState
from discretion.records.deadlines.states import is_sent
from discretion.records.deadlines.states import moves_from

__all__ = [
    "Begin",
    "Bound",
    "Count",
    "Deadline",
    "DeadlineKind",
    "DeadlineKinds",
    "DeadlinesAsked",
    "Direction",
    "OfficeTerm",
    "RequestState",
    "Running",
    "Start",
    "calendar_of",
    "deadline_in_words",
    "is_sent",
    "list_deadlines",
    "moves_from",
]
