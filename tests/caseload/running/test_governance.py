"""What governed the rows of a table is what governed each of their decisions by itself."""

from datetime import date
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.caseload.names import DECISION
from discretion.caseload.running.governance import Governance
from discretion.errors import UnknownNameError
from discretion.frozen import replace
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.standing import Standing
from discretion.law.standing import standings
from discretion.place import place_codes
from discretion.place import read_place
from discretion.rules.library import read_library
from discretion.truth import Truth

if TYPE_CHECKING:
    from discretion.rules.library import Library

DAY = "decision_date"
PLACE, COMPONENT, TYPE = DECISION
WORDS = pa.dictionary(pa.int32(), pa.string())
TODAY = date(2026, 11, 24)
Asked = tuple[date, str | None, str | None, str | None]


@pytest.fixture(scope="module")
def library() -> "Library":
    return read_library()


def turning_days(library: "Library") -> list[date]:
    """Return the days on which something befell an instrument, and those beside them."""
    return sorted(
        {
            day + timedelta(days=more)
            for instrument in library.instruments.values()
            for event in instrument.events
            for day in (event.start, event.latest_start, event.end)
            if day is not None
            for more in (-1, 0, 1)
        }
    )


def rows_of(asked: list[Asked]) -> Any:  # noqa: ANN401  # a batch of Arrow
    days, places, components, decisions = zip(*asked, strict=True)
    return pa.RecordBatch.from_pydict(
        {
            DAY: pa.array(days, pa.date32()),
            PLACE: pa.array(places, WORDS),
            COMPONENT: pa.array(components, WORDS),
            TYPE: pa.array(decisions, WORDS),
        }
    )


def random_rows(random: Random, library: "Library", number: int) -> list[Asked]:
    """Return decisions of two places, components and types, on days about which the law turns."""
    vocabulary, days = library.words.vocabulary, random.sample(turning_days(library), 12)
    near = [day + timedelta(days=more) for day in days for more in (-1, 0, 1)]
    places = random.sample([None, "US-TX", "US-WA", "S.D. Tex.", *place_codes()], 2)
    components = random.sample([None, "ICE", *vocabulary.components], 2)
    decisions = random.sample([None, "arrest", *vocabulary.decisions], 2)
    return [
        (
            random.choice((*near, random.choice(days) + timedelta(days=-4000))),
            random.choice(places),
            random.choice(components),
            random.choice(decisions),
        )
        for _ in range(number)
    ]


def by_itself(asked: Asked, library: "Library", known_on: date) -> dict[str, Standing]:
    day, place, component, decision = asked
    question = Question(
        on=day,
        known_on=known_on,
        component=component or "",
        decision=decision or "",
        place=read_place(place) if place else None,
    )
    lines = governing_lines(library.instruments.values(), question, library.words.vocabulary)
    return standings(lines)


def told(governance: Governance, batch: Any) -> list[dict[str, Standing]]:  # noqa: ANN401  # as above
    """Return how every instrument stood for each row, in the words of one question."""
    governed = governance.governed(batch, DAY)
    truths = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}
    rows: list[dict[str, Standing]] = [{} for _ in range(batch.num_rows)]
    for name in governance.library.instruments:
        parts = governed.without_effect(name)
        for number, cell in enumerate(governed.column(name).to_pylist()):
            out = [each for each, where in parts.items() if where[number]]
            assert len(out) <= 1
            rows[number][name] = Standing(
                governs=truths[cell], without_effect=out[0] if out else ()
            )
    return rows


@given(
    random=st.integers(0, 2**32).map(Random), known_on=st.dates(date(2020, 1, 1), date(2026, 6, 1))
)
@settings(deadline=None, max_examples=15)
def test_each_row_is_governed_by_what_governs_its_question(
    random: Random, known_on: date, library: "Library"
) -> None:
    """Each row of a table is governed by what governs its own question of law."""
    governance = Governance(library, known_on)
    for _ in range(2):
        asked = random_rows(random, library, 60)
        expected = [by_itself(each, library, known_on) for each in asked]
        found = told(governance, rows_of(asked))

        assert [
            {name: row.get(name, Standing()) for name in library.instruments} for row in expected
        ] == found


@pytest.mark.parametrize("decision", [None, "execute_removal_order"])
def test_each_turn_of_the_law_is_a_turn_for_the_rows_of_that_day(
    decision: str | None, library: "Library"
) -> None:
    asked: list[Asked] = [(day, None, None, decision) for day in turning_days(library)]
    expected = [by_itself(each, library, TODAY) for each in asked]
    found = told(Governance(library, TODAY), rows_of(asked))

    assert [
        {name: row.get(name, Standing()) for name in library.instruments} for row in expected
    ] == found


def test_an_end_that_begins_nothing_is_a_turn_too(library: "Library") -> None:
    last = date(2022, 2, 9)
    instrument = library.instruments["dhs-2021-09-30-guidelines"]
    events = tuple(
        replace(event, end=last, end_known_from=last)
        for event in instrument.events
        if event.kind == "in_force" and event.is_base and event.start < last
    )
    ended = replace(instrument, events=events)
    only = replace(library, instruments={ended.id: ended})
    days = (last - timedelta(days=1), last)
    governed = Governance(only, TODAY).governed(
        rows_of([(day, None, "ICE-ERO", "arrest") for day in days]), DAY
    )

    assert [True, False] == governed.column(ended.id).to_pylist()


def test_a_table_that_does_not_say_where_by_whom_and_what_asks_that_of_every_row(
    library: "Library",
) -> None:
    day = date(2022, 2, 10)
    batch = pa.RecordBatch.from_pydict({DAY: pa.array([day], pa.date32())})
    governance = Governance(library, TODAY)
    expected = by_itself((day, None, None, None), library, TODAY)

    assert [{name: expected.get(name, Standing()) for name in library.instruments}] == told(
        governance, batch
    )


def test_parts_that_were_out_of_effect_are_told_and_some_rows_are_left_open(
    library: "Library",
) -> None:
    days = turning_days(library)
    governance = Governance(library, TODAY)
    asked: list[Asked] = [(day, None, "ICE-ERO", "arrest") for day in days]
    governed = governance.governed(rows_of(asked), DAY)

    assert any(governed.without_effect(name) for name in library.instruments)
    assert any(governed.column(name).null_count for name in library.instruments)


@pytest.mark.parametrize(
    "asked",
    [
        (TODAY, "nowhere", None, None),
        (TODAY, None, "nobody", None),
        (TODAY, None, None, "nothing"),
    ],
)
def test_a_word_that_nobody_knows_is_refused(asked: Asked, library: "Library") -> None:
    governance = Governance(library, TODAY)

    with pytest.raises(UnknownNameError):
        governance.governed(rows_of([asked]), DAY)
