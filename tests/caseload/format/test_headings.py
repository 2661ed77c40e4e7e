"""Headers of several releases: other spellings, headers of some releases alone, and twins."""

from typing import TYPE_CHECKING

import pytest

from discretion.caseload.headings import find_headings
from discretion.caseload.mapping import Layout
from discretion.caseload.mapping import Origin
from discretion.caseload.rows import matches
from tests.caseload.tables import GOOD
from tests.caseload.tables import HEADERS
from tests.caseload.tables import mapping_of
from tests.caseload.tables import matters
from tests.caseload.tables import row
from tests.caseload.tables import said
from tests.caseload.tables import table

if TYPE_CHECKING:
    from pathlib import Path

    from discretion.caseload.mapping import Mapping
    from discretion.rules.library import Library

ORIGIN = Origin(
    publisher="nobody",
    layout=Layout(delimiter=",", quote='"', encoding="utf-8"),
    headers=("Day", "Id"),
    optional=("Order#1", "Order#2", "Place"),
    also={
        "Id": ("Anonymized Id", "Civ Id(Subject Key) Unique Id"),
        "Order#1": ("Order...33", "Case Order"),
        "Order#2": ("Order...56", "Order"),
    },
)


@pytest.mark.parametrize(
    ("line", "places"),
    [
        ("Day,Id", {"Day": 0, "Id": 1}),
        ("Anonymized Id, Day ", {"Day": 1, "Id": 0}),
        ("Day,Civ Id(Subject Key)\r\nUnique Id", {"Day": 0, "Id": 1}),
        ("Order,Id,Order,Day", {"Day": 3, "Id": 1, "Order#1": 0, "Order#2": 2}),
        ("Order...56,Id,Order...33,Day", {"Day": 3, "Id": 1, "Order#1": 2, "Order#2": 0}),
        ("Case Order,Id,Order,Day", {"Day": 3, "Id": 1, "Order#1": 0, "Order#2": 2}),
        ("Id,Order,Day", {"Day": 2, "Id": 0, "Order#2": 1}),
        ("Day,Id,Place", {"Day": 0, "Id": 1, "Place": 2}),
    ],
)
def test_a_header_is_found_by_whichever_spelling_its_release_has(
    line: str, places: dict[str, int]
) -> None:
    found = find_headings(line.split(","), ORIGIN)

    assert places == found.places
    assert ((), (), ()) == (found.missing, found.twice, found.new)


def test_what_a_table_lacks_has_twice_or_has_anew_is_told() -> None:
    found = find_headings(["Id", "Id", "Anonymized Id", "Race", "", "Race"], ORIGIN)

    assert ("Day",) == found.missing
    assert ("Id",) == found.twice
    assert ("Anonymized Id", "Race", "") == found.new


def test_a_third_twin_is_new_and_never_taken_for_another() -> None:
    found = find_headings(["Day", "Id", "Order", "Order", "Order"], ORIGIN)

    assert (2, 3) == (found.places["Order#1"], found.places["Order#2"])
    assert ("Order",) == found.new


def several(library: "Library") -> "Mapping":
    """Return the made-up mapping for several releases of its table."""
    text = GOOD.replace(
        "headers: [Arrest Date, State, Entered, How,", "headers: [Arrest Date, State, Entered,"
    ).replace(
        "Written, Gender, Note]",
        "Written, Gender, Note]\n  optional: [How]\n"
        "  also: {Arrest Date: [Day Of Arrest], How: [Manner]}",
    )
    mapping, problems = mapping_of(text, library)
    assert mapping is not None, problems
    return mapping


def test_a_header_of_some_releases_alone_may_be_missing_without_a_word(
    tmp_path: "Path", library: "Library"
) -> None:
    mapping = several(library)
    without = table(tmp_path, HEADERS.replace(",How,", ","), "2022-03-01,WA" + "," * 8)

    assert matches(without, mapping)
    assert not matches(table(tmp_path, HEADERS.replace(",State,", ",")), mapping)
    found, ledger = matters(tmp_path, library, row(), mapping=mapping)
    assert () == ledger.problems()
    assert "unlawful" == said(found[0].case.facts["bs_entry_manner"]).single


def test_the_column_of_the_decision_may_have_another_spelling(
    tmp_path: "Path", library: "Library"
) -> None:
    mapping = several(library)
    line = HEADERS.replace("Arrest Date", "Day Of Arrest").replace("How", "Manner")

    assert matches(table(tmp_path, "a title", line), mapping)


def test_twins_are_refused_unless_the_mapping_tells_them_apart(
    tmp_path: "Path", library: "Library"
) -> None:
    told_apart = GOOD.replace("Written, Gender, Note]", 'Written, Gender, "Note#1", "Note#2"]')
    mapping, _ = mapping_of(
        told_apart.replace("ignore: [Note]", 'ignore: ["Note#1", "Note#2"]'), library
    )
    assert mapping is not None

    assert matches(table(tmp_path, f"{HEADERS},Note"), mapping)
    assert not matches(table(tmp_path, HEADERS), mapping)
