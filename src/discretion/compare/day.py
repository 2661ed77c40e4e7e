"""The day that a made case is decided on, where nobody names one."""

from datetime import date

from discretion.law.instrument import Instrument

IN_FORCE = "in_force"
"""The kind of event that begins an instrument's effect."""


def first_day(instrument: Instrument) -> date:
    """Return the first day on which an instrument was in force, else the day it was issued."""
    days = [event.start for event in instrument.events if event.kind == IN_FORCE and event.is_base]
    return min(days, default=instrument.issued_on)


def day_of_both(a: Instrument, b: Instrument) -> date:
    """Return the first day by which both instruments had been in force, or else issued."""
    return max(first_day(a), first_day(b))
