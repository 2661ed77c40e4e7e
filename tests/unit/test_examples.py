"""The examples in the docstrings of the package's folders run."""

import doctest
import importlib
import pkgutil

import pytest

import discretion

FOLDERS = [
    "discretion",
    *(
        module.name
        for module in pkgutil.walk_packages(discretion.__path__, "discretion.")
        if module.ispkg
    ),
]


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_example_of_a_folder_runs(folder: str) -> None:
    outcome = doctest.testmod(importlib.import_module(folder))

    assert 0 == outcome.failed
