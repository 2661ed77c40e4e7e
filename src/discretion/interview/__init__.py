"""The interview: asks for facts one by one, only those that can still matter, and loses nothing.

The layer knows a draft of a case file, what is missing from it and how answers are written down.
It asks for facts, never for legal conclusions, and it computes no finding.

    >>> from discretion.interview.draft import Draft
    >>> draft = Draft(head="case", name="demo", decision={"date": "2021-12-15"})
    >>> print(draft.text().splitlines()[0])
    case: demo
"""

from discretion.interview.ask import Ask
from discretion.interview.ask import Standing
from discretion.interview.draft import Draft
from discretion.interview.interviewer import Interviewer
from discretion.interview.reply import Command
from discretion.interview.reply import Refused
from discretion.interview.reply import Value
from discretion.interview.reply import choices
from discretion.interview.reply import read_reply
from discretion.interview.reply import read_words
from discretion.interview.session import Session
from discretion.interview.yaml_line import written

__all__ = [
    "Ask",
    "Command",
    "Draft",
    "Interviewer",
    "Refused",
    "Session",
    "Standing",
    "Value",
    "choices",
    "read_reply",
    "read_words",
    "written",
]
