"""Files that the tests of the command share."""

from pathlib import Path

import pytest

from tests.cli.verify_source.memo import PHRASES
from tests.cli.verify_source.memo import memo


@pytest.fixture
def whole(tmp_path: Path) -> str:
    path = tmp_path / "memo.pdf"
    path.write_bytes(memo(PHRASES))
    return str(path)


@pytest.fixture
def reviews(tmp_path: Path) -> str:
    return str(tmp_path / "reviews.yaml")
