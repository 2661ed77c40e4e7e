"""Records: what was to be done by when, and what is known to have been done.

The layer knows the clock (deadlines, terms, lead times, federal holidays) and the duties of
policies that fall due on a day. It is pure: it reads no file, no clock and no network, it knows
the facts of no person, and it computes no finding. That nothing is known to have been delivered is
never taken to say that nothing was.

    >>> from datetime import date
    >>> from discretion.records import Counting, Length, due_within, next_business_day
    >>> due = due_within(date(2021, 10, 12), Length(amount=60, counting=Counting.CALENDAR_DAYS))
    >>> due.isoformat(), next_business_day(due).isoformat()
    ('2021-12-11', '2021-12-13')
"""

from discretion.records.clock import BackwardsLengthError
from discretion.records.clock import Counting
from discretion.records.clock import Length
from discretion.records.clock import due_before
from discretion.records.clock import due_within
from discretion.records.clock import due_within_hours
from discretion.records.clock import is_business_day
from discretion.records.clock import is_weekday
from discretion.records.clock import last_business_day
from discretion.records.clock import next_business_day
from discretion.records.clock import term_from
from discretion.records.duties import DutyRow
from discretion.records.duties import DutyStatus
from discretion.records.duties import list_duties
from discretion.records.holidays import HOLIDAYS
from discretion.records.holidays import Holiday
from discretion.records.holidays import OutsideCalendarError
from discretion.records.holidays import holiday_observed_on
from discretion.records.readings import Readings
from discretion.records.readings import readings_of
from discretion.rules.rule import Deliverable
from discretion.rules.rule import Delivery

__all__ = [
    "HOLIDAYS",
    "BackwardsLengthError",
    "Counting",
    "Deliverable",
    "Delivery",
    "DutyRow",
    "DutyStatus",
    "Holiday",
    "Length",
    "OutsideCalendarError",
    "Readings",
    "due_before",
    "due_within",
    "due_within_hours",
    "holiday_observed_on",
    "is_business_day",
    "is_weekday",
    "last_business_day",
    "list_duties",
    "next_business_day",
    "readings_of",
    "term_from",
]
