"""Days that exceed all others of their place are found, and nothing else is looked at."""

from collections import Counter

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.caseload.signals.finding import find_signals
from discretion.caseload.signals.signal import OtherDays
from discretion.caseload.signals.signal import View
from discretion.errors import FilesRefusedError
from tests.caseload.signals.made import JAIL
from tests.caseload.signals.made import LOCATED
from tests.caseload.signals.made import METHODS
from tests.caseload.signals.made import NORTH
from tests.caseload.signals.made import PLANT
from tests.caseload.signals.made import SOUTH
from tests.caseload.signals.made import STREET
from tests.caseload.signals.made import TOWN
from tests.caseload.signals.made import WORKSITE
from tests.caseload.signals.made import Arrests
from tests.caseload.signals.made import by
from tests.caseload.signals.made import day
from tests.caseload.signals.made import find
from tests.caseload.signals.made import places
from tests.caseload.signals.made import table

QUIET = [Arrests(number, 1 + number % 2, PLANT) for number in range(10)]
"""Ten days with one arrest or two."""
PLANTED = [*QUIET, Arrests(20, 14), Arrests(20, 10, method=WORKSITE), Arrests(20, 3, method=JAIL)]
"""The same with an operation, on which some arrests are coded worksite and some custody."""
LINES = st.lists(
    st.builds(
        Arrests,
        day=st.integers(0, 6),
        number=st.integers(1, 4),
        landmark=st.sampled_from([PLANT, TOWN, None]),
        office=st.sampled_from([NORTH, SOUTH, None]),
        method=st.sampled_from([LOCATED, STREET, WORKSITE, JAIL, None]),
    ),
    min_size=1,
    max_size=25,
)


def test_a_planted_operation_is_found_with_its_place_s_other_days() -> None:
    (signal,) = by(find(PLANTED), View.LANDMARK)

    assert (PLANT, day(20), 24) == (signal.place, signal.day, signal.rows)
    assert OtherDays(number=10, largest=2, median=1, next_on=None) == signal.others
    assert ((STREET, 14), (WORKSITE, 10)) == signal.methods
    assert (10, 3) == (signal.coded_worksite, signal.set_apart)


def test_the_code_that_says_worksite_is_no_condition() -> None:
    uncoded = [line._replace(method=None) if line.method == WORKSITE else line for line in PLANTED]

    assert places(find(PLANTED)) == places(find(uncoded))


@pytest.mark.parametrize("code", [WORKSITE, LOCATED, "A code that nobody sorted"])
def test_which_code_of_those_that_count_an_arrest_has_changes_nothing(code: str) -> None:
    recoded = [line._replace(method=code) if line.method == STREET else line for line in PLANTED]

    assert places(find(PLANTED)) == places(find(recoded))


def test_ordinary_days_of_a_busy_jail_are_not_found() -> None:
    jail = [Arrests(number, 20 + number, "Made-up Jail", method=JAIL) for number in range(30)]

    assert [] == places(find([*jail, Arrests(3, 1, TOWN), Arrests(4, 1, TOWN)]))


def test_without_methods_every_row_counts_and_a_jail_is_compared_with_itself() -> None:
    jail = [Arrests(number, 20 + number % 3, "Made-up Jail", method=JAIL) for number in range(30)]
    found = find([*jail, *PLANTED], "group_method")

    assert [(PLANT, 20, 27)] == places(found)
    assert (False, 1) == (found.has_methods, found.tied[0])


def test_a_day_that_another_equals_is_none_and_is_counted() -> None:
    found = find([Arrests(1, 12), Arrests(2, 12), Arrests(3, 1)])

    assert ([], (1, 1)) == (places(found), found.tied)


def test_the_only_day_of_a_place_has_nothing_to_be_compared_with() -> None:
    (signal,) = by(find([Arrests(5, 8)]), View.LANDMARK)

    assert OtherDays(number=0, largest=None, median=None, next_on=None) == signal.others


def test_arrests_over_offices_are_one_day_of_their_landmark() -> None:
    lines = [Arrests(9, 6, office=NORTH), Arrests(9, 5, office=SOUTH), Arrests(9, 4, office=None)]
    (signal,) = by(find([*QUIET[:9], *lines]), View.LANDMARK)

    assert (15, 2, True) == (signal.rows, signal.spread, signal.is_partly_unnamed)


def test_rows_without_an_office_are_compared_with_each_other() -> None:
    lines = [Arrests(1, 2, TOWN, None), Arrests(2, 9, PLANT, None), Arrests(2, 4, TOWN, None)]

    assert [("", 2, 13)] == places(find([*lines, Arrests(3, 1)]), View.OFFICE)[:1]


def test_rows_without_a_landmark_are_counted_and_compared_with_nothing() -> None:
    found = find([Arrests(1, 30, None), Arrests(2, 1)])

    assert [(PLANT, 2, 1)] == places(found)
    assert 30 == found.unplaced[0]


@pytest.mark.parametrize("spelt", ["\t Plant  Road Area", "PLANT ROAD AREA", "plant road area "])
def test_tabs_and_capitals_make_no_other_place(spelt: str) -> None:
    lines = [Arrests(1, 3), Arrests(2, 3), Arrests(2, 2, spelt)]

    assert [(PLANT, 2, 5)] == places(find(lines))


def test_a_landmark_alone_or_an_office_alone_will_do() -> None:
    assert (View.OFFICE,) == find(PLANTED, "group_landmark").views
    assert (View.LANDMARK,) == find(PLANTED, "group_office").views


def test_a_table_without_places_is_refused() -> None:
    with pytest.raises(FilesRefusedError) as refused:
        find(PLANTED, "group_landmark", "group_office")

    assert ["no_places"] == [problem.code for problem in refused.value.problems]


def test_an_empty_table_has_no_places() -> None:
    with pytest.raises(FilesRefusedError):
        find([])


def test_no_other_column_is_looked_at() -> None:
    """Traits of people, and any fact, change nothing: they are not read at all."""
    made = table(PLANTED)
    half = made.num_rows // 2
    traits = ["F"] * half + ["M"] * (made.num_rows - half)
    shuffled = made.append_column("Gender", pa.array(traits[::-1]))
    first = find_signals(made.append_column("Gender", pa.array(traits)), METHODS)

    assert first == find_signals(shuffled, METHODS)
    assert first == find_signals(made, METHODS)


@given(lines=LINES)
def test_a_signal_is_the_one_fullest_day_of_its_place(lines: list[Arrests]) -> None:
    """A count by hand finds the same days, and places whose largest count is shared have none."""
    if not any(line.landmark for line in lines):
        return
    counts: Counter[tuple[str, int]] = Counter()
    for line in lines:
        if line.landmark and line.method != JAIL:
            counts[line.landmark, line.day] += line.number
    expected = []
    for place in {place for place, _ in counts}:
        days = [(number, on) for (name, on), number in counts.items() if name == place]
        largest = max(number for number, _ in days)
        if 1 == sum(number == largest for number, _ in days):
            expected.append((place, max(days)[1], largest))

    assert sorted(expected) == places(find(lines))


@given(lines=LINES)
def test_the_order_of_rows_changes_nothing(lines: list[Arrests]) -> None:
    if not any(line.landmark or line.office for line in lines):
        return

    assert set(find(lines).signals) == set(find(lines[::-1]).signals)
