"""Known operations are found in the real arrests, without the code that says worksite.

They describe real people and are kept beside the repository, never in it: only counts of a whole
day at a whole area are looked at.
"""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

from discretion.caseload.folder.importing import import_files
from discretion.caseload.folder.mappings import bundled_mappings
from discretion.caseload.report.hiding import CMS_LIMIT
from discretion.caseload.signals.finding import READ
from discretion.caseload.signals.finding import find_signals
from discretion.caseload.signals.shown import Asked
from discretion.caseload.signals.shown import show_signals
from discretion.caseload.signals.signal import Found
from discretion.caseload.signals.signal import View
from discretion.rules.library import read_library
from tests.caseload.signals.made import METHODS
from tests.caseload.signals.made import WORKSITE
from tests.repository.tree import ROOT

DATA = ROOT.parent / "shared/data"
NATIONWIDE = DATA / "ice-ero-fy16-18/EROArrests_FY2018.csv.gz"
CAROLINA = DATA / "nc-ice-arrests/nc_ice_arrests_2023-09_2025-07.csv.gz"
AREAS = {
    ("CRI GENERAL AREA, NON-SPECIFIC", date(2018, 5, 9)): 20,
    ("KNX GENERAL AREA, NON-SPECIFIC", date(2018, 4, 5)): 16,
    ("GRI GENERAL AREA, NON-SPECIFIC", date(2018, 8, 8)): 11,
}
"""The rows that count on the day of a known operation, some of which are coded worksite."""
needs_nationwide = pytest.mark.skipif(
    not NATIONWIDE.is_file(), reason="the real arrests are kept beside the repository, and not here"
)
needs_carolina = pytest.mark.skipif(
    not CAROLINA.is_file(), reason="the real arrests are kept beside the repository, and not here"
)


@pytest.fixture(scope="module")
def nationwide(tmp_path_factory: pytest.TempPathFactory) -> pa.Table:
    """Return what signals read of the arrests of fiscal year 2018."""
    return _imported(NATIONWIDE, tmp_path_factory.mktemp("nationwide"))


@needs_nationwide
def test_three_known_operations_are_among_the_prompts(nationwide: pa.Table) -> None:
    found = find_signals(nationwide, METHODS)

    assert AREAS.items() <= _areas(found).items()
    assert all(each.coded_worksite for each in found.signals if (each.place, each.day) in AREAS)


@needs_nationwide
def test_they_are_found_all_the_same_where_the_code_is_taken_out(nationwide: pa.Table) -> None:
    method = nationwide["group_method"].cast(pa.string())
    uncoded = pc.if_else(pc.equal(method, WORKSITE), pa.scalar(None, pa.string()), method)
    place = nationwide.column_names.index("group_method")
    found = find_signals(nationwide.set_column(place, "group_method", uncoded), METHODS)

    assert AREAS.items() <= _areas(found).items()
    assert not any(each.coded_worksite for each in found.signals)


@needs_nationwide
def test_they_are_found_all_the_same_where_no_method_is_said(nationwide: pa.Table) -> None:
    found = _areas(find_signals(nationwide.drop_columns(["group_method"]), METHODS))

    assert AREAS.keys() <= found.keys()


@needs_nationwide
def test_how_many_prompts_there_are_is_as_the_guide_tells(nationwide: pa.Table) -> None:
    found = find_signals(nationwide, METHODS)
    several = [
        show_signals(found, CMS_LIMIT, Asked(most=999, view=view))
        for view in (View.LANDMARK, View.OFFICE, None)
    ]

    assert [41, 18, 59] == [len(each.signals) for each in several]
    assert 1355 == several[0].hidden


@needs_nationwide
def test_an_operation_spread_over_landmarks_is_not_among_those_shown(nationwide: pa.Table) -> None:
    """28 August 2018 near Dallas: what the rule misses is told, as what it finds is."""
    found = find_signals(nationwide, METHODS)

    assert date(2018, 8, 28) not in {
        each.signal.day for each in show_signals(found, CMS_LIMIT, Asked(most=999)).signals
    }
    assert date(2018, 8, 28) in {each.day for each in found.signals}


@needs_carolina
def test_an_operation_of_three_days_in_one_state_is_found_in_a_private_list_alone(
    tmp_path: Path,
) -> None:
    found = find_signals(_imported(CAROLINA, tmp_path), METHODS)
    private, public = (show_signals(found, limit, Asked(most=999)) for limit in (0, CMS_LIMIT))
    on = date(2025, 6, 26)

    assert on in {each.signal.day for each in private.signals}
    assert on not in {each.signal.day for each in public.signals}


def _areas(found: Found) -> dict[tuple[str, date], int]:
    return {
        (each.place, each.day): each.rows for each in found.signals if each.view is View.LANDMARK
    }


def _imported(path: Path, out: Path) -> pa.Table:
    library = read_library()
    mappings = bundled_mappings(library.folder, library.words)
    import_files([path], out, mappings, library.words, lambda _, __: None)
    return pq.read_table(out / "output/facts.parquet", columns=list(READ))
