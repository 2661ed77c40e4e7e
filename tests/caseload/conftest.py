"""What the tests of caseloads share: the words of the bundled policies, and a small mapping."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from discretion.assess.assess import Assessor
from discretion.caseload.mapping_reader import read_mapping_file
from discretion.rules.library import BUNDLED
from discretion.rules.library import read_library
from tests.caseload.real_rows import Share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from discretion.caseload.mapping import Mapping
    from discretion.rules.library import Library


@pytest.fixture(scope="session")
def library() -> "Library":
    return read_library()


@pytest.fixture(scope="session")
def seattle(library: "Library") -> "Mapping":
    """Return the bundled mapping of Forms I-213."""
    path = Path(BUNDLED) / "mappings/seattle-i213.yaml"
    mapping, problems = read_mapping_file(path, library.words)
    assert mapping is not None, problems
    return mapping


@pytest.fixture(scope="module")
def assessor(library: "Library") -> Assessor:
    return Assessor(library)


@pytest.fixture(scope="module")
def _one_line_failures(request: pytest.FixtureRequest) -> "Iterator[None]":
    """Keep a failure from printing what a test or a function holds of real rows."""
    before = request.config.option.tbstyle
    request.config.option.tbstyle = "line"
    yield
    request.config.option.tbstyle = before


@pytest.fixture(scope="module")
def share(_one_line_failures: None, seattle: "Mapping", library: "Library") -> Share:
    """Return the real rows, as matters and as cells."""
    return Share(seattle, library)
