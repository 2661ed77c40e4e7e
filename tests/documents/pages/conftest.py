"""The interim guidance against the Guidelines, compared once for all tests of the page."""

from datetime import date

import pytest

from discretion import Assessor
from discretion import Comparison
from discretion import ComparisonRequest
from discretion import compare_policies
from discretion import policy_side
from discretion import read_library
from tests.cli.console import TODAY

INTERIM, GUIDELINES = "ice-2021-02-18-interim", "dhs-2021-09-30-guidelines"
DAY = date(2021, 11, 29)


@pytest.fixture(scope="package")
def comparison() -> Comparison:
    """Return the comparison which has every relation but one."""
    assessor = Assessor(read_library())
    a, b = (policy_side(name, assessor) for name in (INTERIM, GUIDELINES))
    return compare_policies(a, b, ComparisonRequest(day=DAY, today=TODAY))
