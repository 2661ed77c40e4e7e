"""One made report for all tests of its page."""

import pytest

from discretion.caseload.report import Report
from discretion.caseload.report import Wanted
from discretion.caseload.report import make_report
from discretion.caseload.report import read_run
from tests.caseload.report.made import GUIDELINES
from tests.caseload.report.made import INTERIM
from tests.caseload.report.made import LIBRARY
from tests.caseload.report.made import made_rows
from tests.caseload.report.made import write_run

BOTH = (INTERIM, GUIDELINES)


@pytest.fixture(scope="session")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Return a report with every kind of table."""
    folder = write_run(tmp_path_factory.mktemp("made") / "run", made_rows(600, 11, BOTH), BOTH)
    return make_report(read_run(folder), LIBRARY, Wanted(by=("place",), every_row=True))
