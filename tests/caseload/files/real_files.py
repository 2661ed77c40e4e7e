"""The real government files, read where they are present; counts alone are ever shown."""

import csv
import gzip
from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from discretion.caseload.files.recognition.layout import Layout
from tests.repository.tree import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = ROOT.parent / "shared/data"
needs_files = pytest.mark.skipif(
    not DATA.is_dir(),
    reason="the real files are kept beside the repository, never in it, and are not here",
)
"""Marks what only the real files can test."""
Headers = tuple[str, ...]


def layout(name: str, headers: str, required: str) -> Layout:
    """Return a layout whose headers are parted by `; `."""
    return Layout(
        name=name, headers=tuple(headers.split("; ")), required=frozenset(required.split("; "))
    )


ERO = (
    layout(
        "arrests",
        "Area of Responsibility; Apprehension Date; Apprehension Method; Apprehension Landmark; "
        "Operation; Processing Disposition; Birth Date; Citizenship; Gender",
        "Apprehension Date; Apprehension Method",
    ),
    layout(
        "removals",
        "Area of Responsibility; Apprehension Date; Processing Disposition Code; Birth Date; "
        "Citizenship; Gender; RC Threat Level; Final Charge Section; Departed Date; Removal Date",
        "Removal Date",
    ),
    layout(
        "encounters",
        "Event Area of Responsibility; Event Date; Landmark; Operation; Processing Disposition; "
        "Birth Date; Citizenship; Gender",
        "Event Date",
    ),
)
"""The three layouts of the releases for fiscal years 2016 to 2018."""
ROWS = {
    "EROArrests_FY2016": ("arrests", 110_104),
    "EROArrests_FY2017": ("arrests", 143_470),
    "EROArrests_FY2018": ("arrests", 158_581),
    "ICERemovals_FY2016": ("removals", 240_255),
    "ICERemovals_FY2017": ("removals", 226_119),
    "ICERemovals_FY2018": ("removals", 256_085),
    "EROEncounters_FY2016": ("encounters", 368_645),
    "EROEncounters_FY2017": ("encounters", 439_903),
}
"""How many rows the agency counts in each file, and whose layout it has."""
PERSON = Layout(
    name="persons",
    headers=("Unique Identifier",),
    required=frozenset(("Unique Identifier",)),
    spellings={
        "Unique Identifier": (
            "Anonymized Identifier",
            "Anonymized Identifer",
            "Sequence Number/Unique Identifier",
            "Civ Id(Subject Key) Unique Identifier",
        )
    },
)
"""Any table with a number for a person, by the spellings of all releases."""


def header_rows() -> "Mapping[tuple[str, str], Headers]":
    """Return the line of headers of each of the 229 files, by its release and name."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    path = DATA / "ice-file-headers/government_file_headers.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            found[row["release_path"], row["file_name"]].append(row["column_name"])
    return {key: tuple(names) for key, names in found.items()}
