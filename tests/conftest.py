"""What every test run says at its end."""

from typing import TYPE_CHECKING

from tests.repository.sizes import SOFT_LINES
from tests.repository.sizes import long_files
from tests.repository.tree import CODE
from tests.repository.tree import python_sources

if TYPE_CHECKING:
    import pytest


def pytest_terminal_summary(terminalreporter: "pytest.TerminalReporter") -> None:
    """Report the files that grow long, before they are too long."""
    for path, lines in long_files(python_sources(*CODE), SOFT_LINES).items():
        terminalreporter.write_line(f"{path} has {lines} lines; {SOFT_LINES} are plenty")
