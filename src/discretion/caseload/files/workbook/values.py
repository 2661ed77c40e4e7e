"""The values of cells as the text that a csv file of the same table would hold.

A day is written as 2021-09-30, and its time is added where it is not midnight; a number without a
fraction has none; yes and no are TRUE and FALSE, as spreadsheets show them. Only a cell that is
laid out as a day becomes one: any other number stays a number.
"""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from typing import TypeAlias

Value: TypeAlias = str | bool | float | date | datetime | time | timedelta
"""What a cell of a workbook holds; a blank one holds empty text."""
MOST_EXACT = 1 << 53
"""Up to which number a spreadsheet holds every integer."""


def text_of(value: Value) -> str:
    """Return a value as text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float | int):
        return str(int(value)) if abs(value) <= MOST_EXACT and value == int(value) else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat()
    if isinstance(value, timedelta):
        seconds = value.days * 86_400 + value.seconds
        return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return value.isoformat()
