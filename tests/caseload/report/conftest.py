"""One made run for all tests of reports, and the report that hides nothing of it."""

from pathlib import Path

import pytest

from discretion.caseload.report import Report
from discretion.caseload.report import Run
from discretion.caseload.report import Wanted
from discretion.caseload.report import make_report
from discretion.caseload.report import read_run
from tests.caseload.report.made import GUIDELINES
from tests.caseload.report.made import INTERIM
from tests.caseload.report.made import LIBRARY
from tests.caseload.report.made import MadeRow
from tests.caseload.report.made import made_rows
from tests.caseload.report.made import write_run

BOTH = (INTERIM, GUIDELINES)


@pytest.fixture(scope="session")
def rows() -> list[MadeRow]:
    """Return the rows of the run."""
    return made_rows(1500, 7, BOTH)


@pytest.fixture(scope="session")
def run(rows: list[MadeRow], tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Return the run."""
    return read_run(write_run(tmp_path_factory.mktemp("made") / "run", rows, BOTH))


@pytest.fixture(scope="session")
def private(run: Run) -> Report:
    """Return the report that hides nothing."""
    return make_report(run, LIBRARY, Wanted(by=("place", "method"), period="quarter", limit=None))


@pytest.fixture(scope="session")
def public(run: Run) -> Report:
    """Return the report that hides small counts."""
    return make_report(run, LIBRARY, Wanted(by=("place", "method"), period="quarter"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that is not there yet."""
    return tmp_path / "report"
