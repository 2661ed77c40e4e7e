"""The core and the command line start without heavy libraries and without a way to the network."""

import subprocess
import sys

import pytest

HEAVY = (
    *("numpy", "pyarrow", "duckdb", "polars", "pyspark", "python_calamine", "xlsxwriter"),
    *("z3", "django", "pandas", "pydantic", "altair", "vl_convert"),
)
NETWORK = ("socket", "ssl", "urllib.request", "http.client")

PROGRAM = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


def loaded_by(module: str, names: tuple[str, ...]) -> list[str]:
    """Return which of some modules a fresh interpreter has loaded after importing another."""
    answer = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-I", "-c", PROGRAM, module, *names],
        check=True,
        capture_output=True,
        text=True,
    )
    return answer.stdout.split()


@pytest.mark.parametrize(
    "module", ["discretion", "discretion.cli", "discretion.caseload", "discretion.caseload.matters"]
)
def test_starting_loads_nothing_heavy_and_nothing_that_reaches_a_network(module: str) -> None:
    """Starting the package or a command loads nothing heavy and nothing that reaches a network."""
    assert [] == loaded_by(module, HEAVY + NETWORK)


def test_a_module_that_reaches_a_network_is_noticed() -> None:
    found = loaded_by("http.client", NETWORK)

    assert {"socket", "http.client"} <= set(found)
