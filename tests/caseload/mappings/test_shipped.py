"""What holds of every shipped mapping, whatever table it is of."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from discretion.caseload.mapping import FromColumn
from discretion.caseload.reading.groups import GROUPS
from discretion.caseload.reading.traits import protected_column
from tests.caseload.mappings.shipped import FOLDER
from tests.caseload.mappings.shipped import NAMES
from tests.caseload.mappings.shipped import ROWS
from tests.caseload.mappings.shipped import library
from tests.caseload.mappings.shipped import shipped
from tests.caseload.tables import mapping_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MARITAL = ("Marital Status", "marital_status_descr")
"""What no policy names as a protected trait, and no policy asks."""


def test_the_shipped_mappings_are_these() -> None:
    assert [
        "ddp-arrests-2025",
        "ddp-arrests-2026",
        "ddp-detainers",
        "ddp-detentions",
        "ice-ero-arrests-2016",
        "ice-ero-encounters-2016",
        "ice-ero-removals-2016",
        "seattle-i213",
    ] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_mapping_says_what_it_was_tried_on_and_who_has_read_it(name: str) -> None:
    mapping = shipped(name)

    assert mapping.status in {"tested on real rows", "headers only, no rows seen"}
    assert "nobody yet" == mapping.reviewed
    assert mapping.cite
    assert mapping.grain.startswith("One ")


def test_the_forms_have_a_second_version_because_nothing_on_them_has_a_day_of_its_own() -> None:
    mapping = shipped("seattle-i213")
    provenances = [each.provenance for each in mapping.facts]
    provenances.extend(each.provenance for each in mapping.lists)

    assert "2" == mapping.version
    assert {((), None)} == {(each.known_on, each.drawn_on) for each in provenances}


@pytest.mark.parametrize("name", NAMES)
def test_every_protected_column_is_quarantined(name: str) -> None:
    mapping = shipped(name)
    protected = {
        header
        for header in mapping.origin.every
        if protected_column(header, library().words.protected) or header in MARITAL
    }

    assert protected == set(mapping.quarantine)
    assert protected.isdisjoint(mapping.columns)
    assert protected.isdisjoint(column.name for column in mapping.groups.values())


def quarantined() -> "Iterator[tuple[str, str]]":
    for name in NAMES:
        for column in shipped(name).quarantine:
            if column not in MARITAL:
                yield name, column


@pytest.mark.parametrize(("name", "column"), list(quarantined()))
def test_a_protected_column_is_refused_as_a_fact_and_as_a_group(name: str, column: str) -> None:
    text = (FOLDER / f"{name}.yaml").read_text("utf-8")
    as_group = text.replace("groups:\n", f'groups:\n  county: "{column}"\n', 1)
    as_fact = text.replace("facts:\n", f'facts:\n  mit_rehabilitation: {{from: "{column}"}}\n', 1)
    for changed in (as_group.replace("\n  county: Apprehension County", ""), as_fact):
        assert changed != text
        mapping, problems = mapping_of(changed, library())

        assert mapping is None
        assert "protected_column" in {problem.code for problem in problems}


@pytest.mark.parametrize("name", NAMES)
def test_no_number_of_a_person_or_of_a_file_is_read(name: str) -> None:
    mapping = shipped(name)
    read = {*mapping.columns, *(column.name for column in mapping.groups.values())}
    words = ("identifier", "eid ", "alien file", " id")

    assert [] == [column for column in read if any(word in column.lower() for word in words)]


@pytest.mark.parametrize("name", NAMES)
def test_a_group_feeds_nothing(name: str) -> None:
    mapping = shipped(name)
    assert mapping.groups
    assert mapping.groups.keys() <= GROUPS.keys()
    for column in mapping.groups.values():
        fed = [mapped for mapped in mapping.facts if column.name in mapped.columns]
        coded = [isinstance(each.source, FromColumn) and each.source.codes for each in fed]

        assert all(coded), f"{column.name} is read only through codes"


def test_every_mapping_has_made_up_rows() -> None:
    assert set(NAMES) - {"seattle-i213"} == {row["mapping"] for row in ROWS}


def test_no_row_of_the_examples_is_of_anybody() -> None:
    text = (Path(__file__).parent / "rows.yaml").read_text("utf-8")

    assert text.startswith("# Made-up rows")
