"""Deadlines of a checked request: what a file, an office and the policies say of its days.

>>> from discretion.request.deadlines import read_deadline_kinds
>>> [kind.title for kind in read_deadline_kinds().kinds][:2]
['Hearing', 'Last day to send a request before a hearing']
"""

from discretion.request.deadlines.gather import Besides
from discretion.request.deadlines.gather import StateWithoutSendingError
from discretion.request.deadlines.gather import deadlines_of
from discretion.request.deadlines.kinds import read_deadline_kinds

__all__ = ["Besides", "StateWithoutSendingError", "deadlines_of", "read_deadline_kinds"]
