"""Every edit, made once and compared once for all tests of it."""

import pytest

from tests.compare.edits import EDITS
from tests.compare.edits import Made
from tests.compare.edits import compared


@pytest.fixture(scope="session", params=EDITS, ids=lambda edit: edit["edit"].replace(" ", "-"))
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Return an edit with what is said of it."""
    return request.param, compared(request.param, tmp_path_factory.mktemp("edit"))
