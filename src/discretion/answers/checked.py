"""Checking packs: every problem of the bundled ones, or of one in a folder of anybody's."""

import os
from collections.abc import Iterable
from collections.abc import Iterator

from discretion.assess.assess import Assessor
from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.rules.library import BUNDLED
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.rule import Pack
from discretion.source import FilePath


def check_packs(folder: FilePath | None = None) -> tuple[Problem, ...]:
    """Return the problems of a pack folder, or of every bundled pack when None.

    The cases of a pack are run where nothing else is wrong with it.
    """
    from discretion.assess.packs.check import check_library
    from discretion.assess.packs.check import check_pack

    home = os.path.realpath(BUNDLED)
    asked = home if folder is None else os.path.realpath(folder)
    is_bundled = asked == home or asked.startswith(f"{home}{os.sep}")
    library = read_library(extra_packs=() if is_bundled or folder is None else (folder,))
    if asked == home:
        return _with_cases(library, library.packs.values(), check_library(library))
    chosen = [pack for pack in library.packs.values() if os.path.realpath(pack.folder) == asked]
    if not chosen:
        # A folder among the bundled ones that is no pack is read as one, for what it lacks.
        return library.problems or read_library(extra_packs=(asked,)).problems
    found = tuple(problem for pack in chosen for problem in check_pack(library, pack))
    return _with_cases(library, chosen, found)


def _with_cases(
    library: Library, packs: Iterable[Pack], found: tuple[Problem, ...]
) -> tuple[Problem, ...]:
    return found if has_errors(found) else (*found, *_cases(library, packs))


def _cases(library: Library, packs: Iterable[Pack]) -> Iterator[Problem]:
    from discretion.assess.packs.cases import case_problems
    from discretion.rules.cases import read_cases

    assessor = Assessor(library)
    for pack in packs:
        read, _ = read_cases(library, pack)
        yield from case_problems(assessor, pack, read.cases)
