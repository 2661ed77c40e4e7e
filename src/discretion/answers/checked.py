"""Checking packs: every problem of the bundled ones, or of one in a folder of anybody's."""

import os

from discretion.assess.assess import Assessor
from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.frozen import dataclass
from discretion.rules.library import BUNDLED
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.rule import Pack
from discretion.source import FilePath


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPacks:
    """What a check of packs came to: their problems, and how much of them was looked at.

    `cases` counts those that were run: none where a pack has an error, as nothing it says is sound.
    """

    problems: tuple[Problem, ...]
    packs: int = 0
    rules: int = 0
    cases: int = 0


def check_packs(folder: FilePath | None = None) -> CheckedPacks:
    """Return the problems of a pack folder, or of every bundled pack when None.

    The cases of a pack are run where nothing else is wrong with it. A pack in a folder takes the
    place of a bundled one of the same instrument, as it may be another version of it.
    """
    from discretion.assess.packs.check import check_library
    from discretion.assess.packs.check import check_pack

    home = os.path.realpath(BUNDLED)
    asked = home if folder is None else os.path.realpath(folder)
    is_bundled = asked == home or asked.startswith(f"{home}{os.sep}")
    further = () if is_bundled or folder is None else (folder,)
    library = read_library(extra_packs=further, replacing=True)
    if asked == home:
        return _with_cases(library, tuple(library.packs.values()), check_library(library))
    chosen = tuple(
        pack for pack in library.packs.values() if os.path.realpath(pack.folder) == asked
    )
    if not chosen:
        # A folder among the bundled ones that is no pack is read as one, for what it lacks.
        problems = library.problems or read_library(extra_packs=(asked,)).problems
        return CheckedPacks(problems=problems)
    found = tuple(problem for pack in chosen for problem in check_pack(library, pack))
    return _with_cases(library, chosen, found)


def _with_cases(
    library: Library, packs: tuple[Pack, ...], found: tuple[Problem, ...]
) -> CheckedPacks:
    """Return what was found, and what the cases come to where nothing forbids to run them.

    Whether the changes of a pack are told is asked last, when all else of it is in order, as the
    cases are still to change before.
    """
    from discretion.assess.packs.cases import case_problems
    from discretion.rules.cases import read_cases
    from discretion.rules.checks.changes import check_changes

    rules, cases = sum(len(pack.rules) for pack in packs), 0
    if not has_errors(found):
        assessor = Assessor(library)
        for pack in packs:
            read, _ = read_cases(library, pack)
            cases += len(read.cases)
            differing = case_problems(assessor, pack, read.cases)
            changes = () if has_errors(differing) else check_changes(pack)
            found = (*found, *differing, *changes)
    return CheckedPacks(problems=found, packs=len(packs), rules=rules, cases=cases)
