"""What every test run says at its end, and what of a person's machine it does without."""

from collections.abc import Iterator

import pytest

from tests.repository.sizes import SOFT_LINES
from tests.repository.sizes import long_files
from tests.repository.tree import CODE
from tests.repository.tree import python_sources


@pytest.fixture(scope="session", autouse=True)
def no_cache_and_no_columns_of_a_person(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.delenv("COLUMNS", raising=False)
        patched.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Report the files that grow long, before they are too long."""
    for path, lines in long_files(python_sources(*CODE), SOFT_LINES).items():
        terminalreporter.write_line(f"{path} has {lines} lines; {SOFT_LINES} are plenty")
