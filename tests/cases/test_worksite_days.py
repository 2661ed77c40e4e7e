"""What governed on the days that matter to the worksite line, as its sources have it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from discretion.dates import LAST_DAY
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.place import read_place
from tests.cases.law import NAMES
from tests.cases.law import library

Row = dict[str, Any]

ROWS: list[Row] = yaml.safe_load((Path(__file__).parent / "worksite_days.yaml").read_text("utf-8"))[
    "days"
]
DAYS = [
    pytest.param(row["asked"], day, row["told"][day], id=f"{row['about']}-{day}")
    for row in ROWS
    for day in row["told"]
]
LINE = (
    "ws", "mou", "add", "oi", "vic11", "vic21", "vic25", "pa", "dale", "hg07", "st09", "ca_lab",
    "ca_civ", "laws", "uep",
)  # fmt: skip


@pytest.mark.parametrize(("asked", "day", "expected"), DAYS)
def test_what_governed_on_a_day_is_what_the_sources_say(
    asked: Row, day: date, expected: Row
) -> None:
    place = asked.get("place")
    question = Question(
        on=day,
        known_on=asked.get("known_on", LAST_DAY),
        component=asked["component"],
        decision=asked["decision"],
        place=None if place is None else read_place(place),
    )
    instrument = library().instruments[asked["instrument"]]
    found = [
        [line.governs.name.lower(), line.legal, line.announced, line.practice]
        for line in governing_lines([instrument], question, library().words.vocabulary)
        if not line.part
    ]

    assert ([] if expected["says"] is None else [expected["says"]]) == found, expected["because"]


def test_every_instrument_of_the_line_is_asked_about() -> None:
    assert {NAMES[name] for name in LINE} == {row["asked"]["instrument"] for row in ROWS}
