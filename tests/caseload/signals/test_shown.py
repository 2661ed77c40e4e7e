"""What is shown of signals: in an exact order, without what a limit hides, in plain words."""

from discretion.caseload.report.hiding import CMS_LIMIT
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.signals.shown import Asked
from discretion.caseload.signals.shown import ShownSignals
from discretion.caseload.signals.shown import show_signals
from discretion.caseload.signals.signal import View
from discretion.caseload.signals.words import notes_on
from discretion.caseload.signals.words import sentences_of
from discretion.caseload.signals.words import title_of
from tests.caseload.signals.made import JAIL
from tests.caseload.signals.made import LOCATED
from tests.caseload.signals.made import NORTH
from tests.caseload.signals.made import PLANT
from tests.caseload.signals.made import SOUTH
from tests.caseload.signals.made import STREET
from tests.caseload.signals.made import TOWN
from tests.caseload.signals.made import WORKSITE
from tests.caseload.signals.made import Arrests
from tests.caseload.signals.made import day
from tests.caseload.signals.made import find

EVERY = Asked(most=100, view=View.LANDMARK)
PLAIN = [
    *(Arrests(1, 30), Arrests(2, 25)),
    *(Arrests(3, 20, TOWN, SOUTH), Arrests(4, 3, TOWN, SOUTH)),
    *(Arrests(5, 9, "Small Place", SOUTH), Arrests(6, 1, "Small Place", SOUTH)),
]
"""A place with two large days, one with a large and a small day, and one whose largest is small."""


def shown(lines: list[Arrests], limit: int = CMS_LIMIT, asked: Asked = EVERY) -> ShownSignals:
    return show_signals(find(lines), limit, asked)


def said(found: ShownSignals) -> list[str]:
    return [" ".join(sentences_of(each, found)) for each in found.signals]


def test_the_order_is_by_how_far_a_day_exceeds_the_others_of_its_place() -> None:
    found = shown(PLAIN, 0)

    assert [(TOWN, 17), ("Small Place", 8), (PLANT, 5)] == [
        (each.signal.place, each.above) for each in found.signals
    ]


def test_a_hidden_count_is_taken_for_the_largest_that_it_could_be() -> None:
    found = shown(PLAIN)

    assert [(TOWN, 10), (PLANT, 5)] == [(each.signal.place, each.above) for each in found.signals]
    assert [HIDDEN, 25] == [each.largest for each in found.signals]
    assert [None, day(2)] == [each.next_on for each in found.signals]


def test_a_hidden_count_changes_nothing_that_is_shown() -> None:
    """Whatever the other day of a place counts up to the limit, the whole list is the same."""
    lists = {
        tuple(said(shown([*PLAIN[:3], Arrests(4, number, TOWN, SOUTH)])))
        for number in range(1, CMS_LIMIT + 1)
    }

    assert 1 == len(lists)


def test_a_day_with_few_arrests_is_counted_and_not_shown() -> None:
    found = shown(PLAIN)

    assert 1 == found.hidden
    assert "further places with a fullest day: 1." in " ".join(notes_on(found))
    assert "is no size of an operation" in " ".join(notes_on(found))


def test_small_counts_of_methods_are_told_together_alone() -> None:
    lines = [Arrests(1, 30), Arrests(1, 12, method=LOCATED), Arrests(1, 4, method=WORKSITE)]
    (signal,) = shown(lines).signals

    assert (((LOCATED, STREET, WORKSITE), 46),) == signal.methods
    assert HIDDEN is signal.coded_worksite


def test_a_private_list_tells_every_count() -> None:
    lines = [Arrests(1, 7), Arrests(1, 4, method=WORKSITE), Arrests(1, 2, method=JAIL)]
    (signal,) = shown(lines, 0).signals

    assert (((STREET,), 7), ((WORKSITE,), 4)) == signal.methods
    assert (4, 2) == (signal.coded_worksite, signal.set_apart)


def test_where_nothing_is_coded_worksite_none_is_said() -> None:
    (text,) = said(shown([Arrests(1, 30)]))

    assert "Coded as worksite, which was no condition: none." in text


def test_how_many_are_wanted_and_from_how_many_arrests_is_the_reader_s_choice() -> None:
    found = shown(PLAIN, 0, Asked(most=1, at_least=15, view=View.LANDMARK))

    assert [TOWN] == [each.signal.place for each in found.signals]
    assert (1, 1) == (found.under, found.further)
    assert "fewer than the 15 you asked for: 1" in " ".join(notes_on(found))


def test_an_office_s_day_that_gives_a_few_arrests_away_is_not_shown() -> None:
    """Beside a landmark's day that is shown, here or in another list, its rest would be told."""
    lines = [Arrests(1, 20), Arrests(1, 4, TOWN)]
    offices = Asked(most=100, view=View.OFFICE)

    assert ((), 1) == (shown(lines, asked=offices).signals, shown(lines, asked=offices).too_close)
    assert 1 == len(shown(lines, 0, offices).signals)
    assert 1 == len(shown([Arrests(1, 20), Arrests(1, 14, TOWN)], asked=offices).signals)


def test_what_the_name_of_a_place_tells_is_said() -> None:
    names = {
        "DO NOT USE": "not to be used",
        "MADE COUNTY JAIL": "jail",
        "MAD GENERAL AREA, NON-SPECIFIC": "whole area",
        "MADE FUGITIVE OPERATIONS": "office or a team",
        "BRIDGE TOWN": "",
    }
    for name, part in names.items():
        (text,) = said(shown([Arrests(1, 30, name)]))

        assert part in text
        assert bool(part) is ("The name is" in text or "own list" in text)


def test_a_place_that_is_not_said_is_told_as_such() -> None:
    found = shown([Arrests(1, 30, TOWN, None), Arrests(2, 1)], asked=Asked(most=9))
    (unsaid,) = (each for each in found.signals if not each.signal.place)

    assert "office not said, 2 March 2022" == title_of(unsaid)
    assert "name no office" in " ".join(sentences_of(unsaid, found))


def test_codes_that_the_choice_does_not_know_are_named() -> None:
    notes = " ".join(notes_on(shown([Arrests(1, 30, method="Made-up Code"), Arrests(2, 1)])))

    assert "does not know, which count: Made-up Code." in notes
    assert NORTH not in notes
