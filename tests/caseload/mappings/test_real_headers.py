"""The headers of 229 real files: each shipped mapping fits its own releases and no other file."""

import csv
import gzip
from functools import cache

import pytest

from discretion.caseload.headings import find_headings
from tests.caseload.mappings.shipped import NAMES
from tests.caseload.mappings.shipped import SHARED
from tests.caseload.mappings.shipped import shipped

FILE = SHARED / "ice-file-headers/government_file_headers.csv.gz"
FITS = {
    "ddp-arrests-2025": {
        "ice/arrests/032025": 1,
        "ice/arrests/062025": 2,
        "ice/arrests/072025": 1,
        "ice/arrests/082025": 1,
    },
    "ddp-detainers": {
        "ice/detainers/032025": 1,
        "ice/detainers/062025": 2,
        "ice/detainers/072025": 1,
        "ice/detainers/082025": 1,
    },
    "ddp-detentions": {
        "ice/detentions/032025": 1,
        "ice/detentions/062025": 2,
        "ice/detentions/072025": 1,
        "ice/detentions/082025": 1,
    },
}
"""How many files of which release each mapping fits; every other mapping fits none."""

pytestmark = pytest.mark.skipif(
    not FILE.is_file(),
    reason="the headers of real files are kept beside the repository, never in it",
)


@cache
def files() -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the headers of each file, in their order."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    with gzip.open(FILE, "rt", encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            key = (row["release_path"], row["file_name"])
            found.setdefault(key, []).append((int(row["position"]), row["column_name"]))
    return {key: tuple(name for _, name in sorted(headers)) for key, headers in found.items()}


def test_the_files_are_those_that_were_counted() -> None:
    assert 229 == len(files())


@pytest.mark.parametrize("name", NAMES)
def test_a_mapping_fits_its_own_releases_and_no_other_file(name: str) -> None:
    origin = shipped(name).origin
    fits: dict[str, int] = {}
    for (release, _), headers in files().items():
        if not find_headings(headers, origin).missing:
            fits[release] = fits.get(release, 0) + 1

    assert FITS.get(name, {}) == fits


@pytest.mark.parametrize("name", sorted(FITS))
def test_a_file_that_fits_has_no_column_without_a_place_and_none_twice(name: str) -> None:
    origin = shipped(name).origin
    for headers in files().values():
        headings = find_headings(headers, origin)
        if not headings.missing:
            assert () == headings.new
            assert () == headings.twice
            assert sorted(headings.places.values()) == list(range(len(headers)))


def test_the_order_of_a_case_is_found_under_each_of_its_names() -> None:
    origin = shipped("ddp-detainers").origin
    spelt = {
        headers[headings.places["Final Order Yes No#1"]]
        for headers in files().values()
        if not (headings := find_headings(headers, origin)).missing
    }

    assert {"Final Order Yes No...33", "Case Final Order Yes No"} == spelt
