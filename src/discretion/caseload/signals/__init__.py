"""Signals: days and places of which a table records more arrests than of any other day there.

A place is compared with nothing but itself: its own other days in the same table. No number is
ever a threshold, as the policy on worksites sets none. The code that says worksite is told beside
a group and is never a condition. It knows days, places and codes of methods, and counts them; it
never reads a fact or a trait of a person, and lists nobody. A signal is no finding: it is a prompt
to look for the operation, and to screen it.

    >>> from datetime import date
    >>> from discretion.caseload.signals.signal import OtherDays
    >>> OtherDays(number=3, largest=5, median=1, next_on=date(2022, 5, 3)).largest
    5
"""
