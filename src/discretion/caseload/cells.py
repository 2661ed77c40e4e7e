"""One cell of a table: a typed value, nothing at all, or something that was taken out.

Blank is nothing at all, never a no; a word that a mapping lists as saying nothing is blank as well.
A cell that shows an exemption of the Freedom of Information
Act is redacted, whatever its column; so is one of the words that a mapping lists as withheld.
"""

import json
import re
from collections.abc import Mapping as Table
from datetime import date
from enum import Enum
from types import MappingProxyType
from typing import Any
from typing import TypeAlias
from typing import assert_never

from discretion.caseload.columns import Column
from discretion.caseload.columns import ColumnType
from discretion.caseload.columns import DayForm
from discretion.dates import FIRST_DAY
from discretion.dates import LAST_DAY

EXEMPTION = re.compile(r"\(?b\)?\s?\(\d\)", re.IGNORECASE)
"""How an exemption is shown where text was taken out, such as `(b)(6)`; source: 5 USC 552(b)."""
MIDNIGHT = re.compile(r"[T ](0?0:00(:00(\.0+)?)?|12:00(:00)? ?AM)(Z|\+00:00)?")
"""A time that says nothing, as databases write a day."""
TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?(Z|[+-]\d{2}:?\d{2})?")
"""A time of day beside a day."""
ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})", re.ASCII)
"""A day with its year first, which no other form can be taken for."""
MDY = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})", re.ASCII)
"""A day with its month first, with or without leading zeros."""


class Gap(Enum):
    """Why a cell that is not blank has no value."""

    REDACTED = "redacted"
    UNREADABLE = "unreadable"


Scalar: TypeAlias = str | date | int
Item: TypeAlias = Table[str, Scalar | Gap]
Cell: TypeAlias = Scalar | tuple[Item, ...] | Gap | None
"""What a cell holds; None for a blank one."""


def read_cell(text: str, column: Column) -> Cell:
    """Return what a cell holds.

    Args:
        text: the cell as it stands in the file.
        column: its column, for its type and the words that mean withheld.

    """
    flat = " ".join(text.split())
    if not flat or flat in column.nulls:
        return None
    if flat in column.withheld or EXEMPTION.match(flat):
        return Gap.REDACTED
    if column.type is ColumnType.JSON_LIST:
        return _items(text, column)
    return _scalar(flat, column.type, column)


def _scalar(flat: str, kind: ColumnType, column: Column) -> Scalar | Gap:
    match kind:
        case ColumnType.TEXT:
            return flat
        case ColumnType.DATE:
            return _day(flat, column)
        case ColumnType.NUMBER:
            return int(flat) if flat.isascii() and flat.isdigit() else Gap.UNREADABLE
        case ColumnType.JSON_LIST:
            return Gap.UNREADABLE
        case _:
            assert_never(kind)


def _day(flat: str, column: Column) -> date | Gap:
    """Return a day; a time beside it is passed over where it is midnight, or where it may stand."""
    found = ISO.match(flat)
    if found is None and column.form is DayForm.MDY:
        found = MDY.match(flat)
    if found is None:
        return Gap.UNREADABLE
    rest = flat[found.end() :]
    beside = TIME if column.has_time else MIDNIGHT
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return Gap.UNREADABLE
    if not FIRST_DAY <= day < LAST_DAY or (rest and not beside.fullmatch(rest)):
        return Gap.UNREADABLE
    return day


def _items(text: str, column: Column) -> tuple[Item, ...] | Gap:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return Gap.UNREADABLE
    if not isinstance(found, list) or not all(isinstance(item, dict) for item in found):
        return Gap.UNREADABLE
    return tuple(_item(item, column) for item in found)


def _item(item: dict[str, Any], column: Column) -> Item:
    """Return the fields of a record that the mapping types; what it does not type is not read."""
    known: dict[str, Scalar | Gap] = {}
    for name, kind in column.fields.items():
        value = item.get(name)
        if isinstance(value, bool | float | list | dict):
            known[name] = Gap.UNREADABLE
            continue
        flat = " ".join(str(value).split()) if value is not None else ""
        if not _is_text(flat):
            known[name] = Gap.UNREADABLE
        elif flat and flat not in column.nulls:
            withheld = flat in column.withheld or EXEMPTION.match(flat)
            known[name] = Gap.REDACTED if withheld else _scalar(flat, kind, column)
    return MappingProxyType(known)


def _is_text(text: str) -> bool:
    """Tell whether every character is whole: JSON can write half a one, which no file holds."""
    return text.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in text)
