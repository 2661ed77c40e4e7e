"""A strict reader of calendar files: what RFC 5545 asks of them, and nothing beyond it."""

import re
from datetime import UTC
from datetime import date
from datetime import datetime

LONGEST = 75
"""Source: RFC 5545, 3.1: octets of a line, without its break."""
NAME = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^;:,\"\x00-\x1f]+)*):(.*)")
TEXT = re.compile(r"(?:[^\\;,\x00-\x1f\x7f]|\\[\\;,nN])*")
"""Source: RFC 5545, 3.3.11."""
MOMENT = re.compile(r"\d{8}T\d{6}Z")
ONCE = {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "DESCRIPTION", "CLASS", "TRANSP"}
"""Properties of an event of which there may be one. Source: RFC 5545, 3.6.1."""
Event = dict[str, str]


def read_calendar(text: str) -> list[Event]:
    """Return the events of a calendar, each with its properties.

    Raises:
        ValueError: the text is no calendar file.

    """
    lines = [_property(line) for line in _unfolded(text)]
    names = [(name, value) for name, _, value in lines]
    _need(names[0] == ("BEGIN", "VCALENDAR"), "no beginning")
    _need(names[-1] == ("END", "VCALENDAR"), "no end")
    events: list[Event] = []
    head: Event = {}
    inside = False
    for name, parameters, value in lines[1:-1]:
        if (name, value) == ("BEGIN", "VEVENT"):
            _need(not inside, "an event in an event")
            inside = True
            events.append({})
        elif (name, value) == ("END", "VEVENT"):
            _need(inside, "an end of no event")
            inside = False
        else:
            holder = events[-1] if inside else head
            _need(not (not inside and events), "a property after the events")
            _need(name not in holder, f"{name} twice")
            holder[name] = _value(name, parameters, value)
    _need(not inside, "an event without an end")
    _need(head.get("VERSION") == "2.0" and bool(head.get("PRODID")), "no version or no program")
    _need(bool(events), "a calendar without a component")
    for each in events:
        _need({"UID", "DTSTAMP", "DTSTART"} <= each.keys() <= ONCE, f"properties {sorted(each)}")
    _need(len(events) == len({each["UID"] for each in events}), "an identifier twice")
    return events


def _need(holds: bool, why: str) -> None:  # noqa: FBT001 - a check reads best with its reason last
    if not holds:
        raise ValueError(why)


def _unfolded(text: str) -> list[str]:
    _need(text.endswith("\r\n"), "the last line does not end")
    broken = text.removesuffix("\r\n").split("\r\n")
    for line in broken:
        _need("\r" not in line and "\n" not in line, "a bare line break")
        _need(0 < len(line.encode()) <= LONGEST, f"a line of {len(line.encode())} octets")
    whole: list[str] = []
    for line in broken:
        if line.startswith((" ", "\t")):
            whole[-1] += line[1:]
        else:
            whole.append(line)
    return whole


def _property(line: str) -> tuple[str, str, str]:
    found = NAME.fullmatch(line)
    if found is None:
        message = f"no property: {line!r}"
        raise ValueError(message)
    return found[1], found[2], found[3]


def _value(name: str, parameters: str, value: str) -> str:
    if name in {"DTSTAMP", "DTSTART"} and not parameters:
        _need(bool(MOMENT.fullmatch(value)), f"{value!r} is no moment in UTC")
        return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).isoformat()
    if name == "DTSTART":
        _need(parameters == ";VALUE=DATE" and bool(re.fullmatch(r"\d{8}", value)), "no day")
        return date.fromisoformat(value).isoformat()
    _need(not parameters, f"parameters of {name}")
    _need(bool(TEXT.fullmatch(value)), f"{value!r} is no text")
    return re.sub(r"\\(.)", lambda at: "\n" if at[1] in "nN" else at[1], value)
