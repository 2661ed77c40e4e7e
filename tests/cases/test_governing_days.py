"""What governed on the days that matter, by the orders and announcements of those days."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from discretion.dates import LAST_DAY
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.rules.library import Library
from discretion.rules.library import read_library

Day = dict[str, Any]

DAYS: list[Day] = yaml.safe_load((Path(__file__).parent / "governing_days.yaml").read_text("utf-8"))
INSTRUMENTS = {"guidelines": "dhs-2021-09-30-guidelines", "interim": "ice-2021-02-18-interim"}


@cache
def library() -> Library:
    return read_library()


def lines_on(day: Day) -> tuple[GoverningLine, ...]:
    """Return the lines for an ICE decision of a day."""
    classes = day.get("class")
    question = Question(
        on=day["day"],
        known_on=day.get("known_on", LAST_DAY),
        component="ICE-ERO",
        decision=day.get("decision", ""),
        classes=None if classes is None else frozenset(classes),
    )
    packs = (library().pack(instrument) for instrument in INSTRUMENTS.values())
    return governing_lines(
        (pack.instrument for pack in packs), question, library().words.vocabulary
    )


def found_of(lines: list[GoverningLine]) -> Day | None:
    """Return what the lines of an instrument say, by the words of the table."""
    if not lines:
        return None
    told = [(line.part, line.governs.name.lower(), line.status) for line in lines]
    restrained = [line for line in told if line[2] in {"enjoined", "stayed"}]
    whole = [line for line in told if line not in restrained]
    found: Day = {}
    if whole:
        found["whole"] = [whole[0][1], whole[0][2]]
    if restrained:
        found["parts"] = [list(line) for line in restrained]
    return found


@pytest.mark.parametrize("name", INSTRUMENTS)
@pytest.mark.parametrize(
    "day", [pytest.param(day, id=f"{day['day']}-{day.get('decision', 'any')}") for day in DAYS]
)
def test_what_governed_on_a_day_is_what_the_orders_say(day: Day, name: str) -> None:
    lines = [line for line in lines_on(day) if line.instrument == INSTRUMENTS[name]]
    expected = None if day[name] is None else dict(day[name])
    practice = expected.pop("practice", None) if expected else None

    assert expected == found_of(lines), day["because"]
    assert practice in {None, *(line.practice for line in lines)}, day["because"]
