"""Which of the commands about tables is run; the libraries of the others are not even loaded."""

from argparse import Namespace
from datetime import date
from importlib.util import find_spec

from discretion import MissingExtraError
from discretion.cli.caseload.folders import FolderRefusedError
from discretion.cli.outcome import Outcome

WORK = "working with tables"
"""What needs those libraries, as a sentence begins with it."""
NEEDED = ("pyarrow", "numpy", "duckdb", "python_calamine", "xlsxwriter")
"""What the extra for caseloads installs, by the names that are imported."""


def run_caseload_command(words: Namespace, today: date) -> Outcome:
    """Run one of the commands about tables.

    Raises:
        FolderRefusedError: a folder, or a file in it, cannot be read or written.
        MissingExtraError: a library that tables need is not installed.

    """
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise MissingExtraError(WORK, missing[0], "caseload")
    try:
        return _run(words, today)
    except BrokenPipeError:
        raise
    except OSError as failure:
        raise FolderRefusedError(failure) from failure


def _run(words: Namespace, today: date) -> Outcome:
    """Run the command that the words name."""
    match words.action:
        case "import":
            from discretion.cli.caseload.command import run_import

            return run_import(words, today)
        case "report" | "compare" | "reproduce":
            return _about_runs(words, today)
        case "map":
            from discretion.cli.caseload.mapping_command import run_map

            return run_map(words, today)
        case "signals":
            from discretion.cli.caseload.signalling import run_signals

            return run_signals(words, today)
        case _:
            from discretion.cli.caseload.command import run_run

            return run_run(words, today)


def _about_runs(words: Namespace, today: date) -> Outcome:
    """Run one of the commands about finished runs."""
    from discretion.cli.caseload.reporting import run_compare
    from discretion.cli.caseload.reporting import run_report
    from discretion.cli.caseload.reporting import run_reproduce

    match words.action:
        case "report":
            return run_report(words, today)
        case "compare":
            return run_compare(words, today)
        case _:
            return run_reproduce(words, today)
