"""What governed on the days that matter, by the orders and announcements of those days."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from discretion.assess import assess
from discretion.dates import LAST_DAY
from discretion.law.governing import GoverningLine
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.place import read_place
from discretion.truth import Truth
from tests.cases.law import TABLES
from tests.cases.law import library

Day = dict[str, Any]

_FILE = yaml.safe_load((Path(__file__).parent / "governing_days.yaml").read_text("utf-8"))
DAYS: list[Day] = _FILE["days"]
AROUND: list[Day] = _FILE["around"]
SENTENCES: list[Day] = _FILE["sentences"]
INSTRUMENTS = {"guidelines": "dhs-2021-09-30-guidelines", "interim": "ice-2021-02-18-interim"}
AROUND_DAYS = [
    pytest.param(row, day, id=f"{row['row']}-{row['asked']['decision']}-{day}")
    for row in AROUND
    for day in row["days"]
]
OTHER_CLOCKS = ("announced", "practice")
FEWEST = 3
"""The day before an event, the day itself and the day after."""


def lines_on(day: Day, component: str = "ICE-ERO") -> tuple[GoverningLine, ...]:
    """Return the lines of every pack for a decision of a day, by ICE where no other is named."""
    classes, place = day.get("class"), day.get("place")
    question = Question(
        on=day["day"],
        known_on=day.get("known_on", LAST_DAY),
        component=day.get("component", component),
        decision=day.get("decision", ""),
        classes=None if classes is None else frozenset(classes),
        place=None if place is None else read_place(place),
    )
    packs = library().packs.values()
    return governing_lines(
        (pack.instrument for pack in packs), question, library().words.vocabulary
    )


def found_of(lines: list[GoverningLine]) -> Day | None:
    """Return what the lines of an instrument say, by the words of the table."""
    if not lines:
        return None
    limited = [line for line in lines if line.part or line.status in {"enjoined", "stayed"}]
    whole = [line for line in lines if line not in limited]
    found: Day = {}
    if whole:
        found["whole"] = [whole[0].governs.name.lower(), whole[0].status, whole[0].certainty]
    if limited:
        found["parts"] = [
            [line.part, line.governs.name.lower(), line.status, line.certainty] for line in limited
        ]
    return found


def without_certainty(found: Day | None) -> Day | None:
    """Return what the lines of an instrument say, but for how sure it is."""
    if found is None:
        return None
    shorter: Day = {}
    if "whole" in found:
        shorter["whole"] = found["whole"][:-1]
    if "parts" in found:
        shorter["parts"] = [part[:-1] for part in found["parts"]]
    return shorter


@pytest.mark.parametrize("name", INSTRUMENTS)
@pytest.mark.parametrize(
    "day", [pytest.param(day, id=f"{day['day']}-{day.get('decision', 'any')}") for day in DAYS]
)
def test_what_governed_on_a_day_is_what_the_orders_say(day: Day, name: str) -> None:
    lines = [line for line in lines_on(day) if line.instrument == INSTRUMENTS[name]]
    expected = None if day[name] is None else dict(day[name])
    practice = expected.pop("practice", None) if expected else None

    assert expected == without_certainty(found_of(lines)), day["because"]
    assert practice in {None, *(line.practice for line in lines)}, day["because"]


@pytest.mark.parametrize(("row", "day"), AROUND_DAYS)
def test_an_event_changes_what_governed_on_its_day_and_on_no_other(row: Day, day: object) -> None:
    asked = {**row["asked"], "day": day}
    lines = [line for line in lines_on(asked) if line.instrument == asked["instrument"]]
    expected = None if row["days"][day] is None else dict(row["days"][day])
    clocks = {} if expected is None else {clock: expected.pop(clock, "") for clock in OTHER_CLOCKS}

    assert expected == found_of(lines), row["because"]
    for clock, status in clocks.items():
        assert status in {"", getattr(lines[0], clock)}, row["because"]


def test_every_event_of_the_history_is_asked_about_before_on_and_after_its_day() -> None:
    history = next(table["rows"] for table in TABLES if table["id"] == "7")
    events = {row["row"] for row in history if row["row"][1:].isdigit()}
    asked = {row["row"] for row in AROUND if len(row["days"]) >= FEWEST}

    assert events == asked


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["because"]) for row in SENTENCES if "govern" in row]
)
def test_who_governed_and_nobody_else(row: Day) -> None:
    whole = [line for line in lines_on(row) if not line.part]
    governed = sorted(line.instrument for line in whole if line.governs is Truth.TRUE)
    still_open = sorted(line.instrument for line in whole if line.governs is Truth.UNKNOWN)

    assert row["govern"] == governed
    assert row.get("open", []) == still_open


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=row["because"]) for row in SENTENCES if "line" in row]
)
def test_what_the_line_of_an_instrument_has_to_tell(row: Day) -> None:
    lines = [line for line in lines_on(row) if line.instrument == row["line"]]
    told = " ".join(f"{line.note} {line.condition}" for line in lines)

    assert [] == [words for words in row["tells"] if words not in told]


@pytest.mark.parametrize("most", [1, 3, assess.MOST_QUESTIONS])
def test_what_an_assessor_remembers_is_what_it_would_find(
    most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an assessor remembers of a day is what the orders say of it, however much it keeps."""
    monkeypatch.setattr(assess, "MOST_QUESTIONS", most)
    assessor = assess.Assessor(library())
    questions = [
        Question(on=day["day"], known_on=known_on, component=component)
        for day in DAYS[:5]
        for known_on in (LAST_DAY, day["day"])
        for component in ("ICE-ERO", "CBP")
    ]
    instruments = library().instruments.values()
    expected = [
        governing_lines(instruments, each, library().words.vocabulary) for each in questions
    ]

    assert expected == [assessor.governing(each) for each in questions]
    assert expected == [assessor.governing(each) for each in questions]
