"""Caseloads: tables of decisions, mapped to matters by data alone, and run in bulk.

It knows mappings, tables and rows. It never knows a file's columns by name, never reads a
protected or unmapped column, and never assesses: a row is not an assessment.

    >>> from discretion.caseload.mapping_reader import read_mapping
    >>> from discretion.rules.library import read_library
    >>> from discretion.source import Report, read_yaml
    >>> report = Report("arrests.yaml")
    >>> node = read_yaml("id: arrests", report)
    >>> read_mapping(node, read_library().words, report) is None
    True
    >>> report.problems[0].message
    'a mapping has no `version`'
"""

from importlib import import_module as _load
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discretion.caseload.folder.again import imported_of
    from discretion.caseload.folder.again import is_import_of
    from discretion.caseload.folder.again import law_known_on
    from discretion.caseload.folder.again import run_again
    from discretion.caseload.folder.importing import Imported
    from discretion.caseload.folder.importing import import_files
    from discretion.caseload.folder.mappings import ReadMapping
    from discretion.caseload.folder.mappings import bundled_mappings
    from discretion.caseload.folder.mappings import own_mapping
    from discretion.caseload.importing.in_memory import import_table
    from discretion.caseload.running.asked import Asked
    from discretion.caseload.running.notebook import run_caseload
    from discretion.caseload.running.run import ANOTHER_RUN
    from discretion.caseload.running.run import Ran
    from discretion.caseload.running.run import is_run
    from discretion.caseload.running.run import remove_run
    from discretion.caseload.running.run import run_folder
    from discretion.caseload.running.wanted import RunWanted
    from discretion.caseload.running.wanted import check_engine

__all__ = [
    "ANOTHER_RUN",
    "Asked",
    "Imported",
    "Ran",
    "ReadMapping",
    "RunWanted",
    "bundled_mappings",
    "check_engine",
    "import_files",
    "import_table",
    "imported_of",
    "is_import_of",
    "is_run",
    "law_known_on",
    "own_mapping",
    "remove_run",
    "run_again",
    "run_caseload",
    "run_folder",
]

_HOMES = {
    "ANOTHER_RUN": "running.run",
    "Asked": "running.asked",
    "Imported": "folder.importing",
    "Ran": "running.run",
    "ReadMapping": "folder.mappings",
    "RunWanted": "running.wanted",
    "bundled_mappings": "folder.mappings",
    "check_engine": "running.wanted",
    "import_files": "folder.importing",
    "import_table": "importing.in_memory",
    "imported_of": "folder.again",
    "is_import_of": "folder.again",
    "is_run": "running.run",
    "law_known_on": "folder.again",
    "own_mapping": "folder.mappings",
    "remove_run": "running.run",
    "run_again": "folder.again",
    "run_caseload": "running.notebook",
    "run_folder": "running.run",
}
"""Where each public name lives. A module is loaded when one of its names is first asked for: most
need libraries for tables, which rows that are read one by one do without."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Return a public name, and keep it so that it is not asked for again."""
        if name not in _HOMES:
            message = f"module `{__name__}` has no public name `{name}`"
            raise AttributeError(message)
        value = getattr(_load(f"{__name__}.{_HOMES[name]}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        """Return the public names, whether or not they are loaded."""
        return __all__
