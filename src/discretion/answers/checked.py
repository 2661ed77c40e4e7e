"""Checking packs: every problem of the bundled ones, or of one in a folder of anybody's."""

from pathlib import Path

from discretion.errors import Problem
from discretion.rules.library import BUNDLED
from discretion.rules.library import read_library


def check_packs(folder: Path | None = None) -> tuple[Problem, ...]:
    """Return the problems of a pack folder, or of every bundled pack when None."""
    if folder is None or folder.resolve().is_relative_to(BUNDLED):
        return read_library().problems
    return read_library(extra_packs=(folder,)).problems
