"""Mistakes as data: the bad file of each folder, and the problems it is told of.

A folder is named by the code of its problem, with two hyphens and a word where one code has
several. It holds a `case.yaml`, a file of `reviews.yaml` or a `request.yaml`; a `table.csv`, which
is imported through the made-up mapping of the tests; a `mapping.yaml`, which says what is changed
in that mapping; or a `change.yaml` that says what is changed in the good pack beside it, and
further files of the bad one. What cannot be kept as a file is made when the test runs.
`expected.yaml` lists the problems: all of them, each with the words that are underlined. Run this
file to write them anew, and read the difference like prose.
"""

import re
import shutil
import sys
from collections.abc import Iterable
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from discretion.assess.assess import Assessor
from discretion.assess.packs.cases import case_problems
from discretion.assess.packs.check import check_library
from discretion.caseload.mapping_reader import read_mapping_file
from discretion.errors import Problem
from discretion.facts.case_reader import read_case_file
from discretion.rules.cases import read_cases
from discretion.rules.checks.history.changes import check_changes
from discretion.rules.library import BUNDLED
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.verification import read_reviews
from discretion.worksite import read_agency_request
from discretion.worksite import read_guide
from discretion.worksite import read_request_form
from tests.bad.situations import SITUATIONS
from tests.bad.tables import problems_of_import
from tests.caseload.tables import GOOD as GOOD_MAPPING

HERE = Path(__file__).parent
GOOD = HERE / "good"
"""A small pack without a mistake, which each bad one differs from in a file or two."""
CASE, CHANGE, EXPECTED = "case.yaml", "change.yaml", "expected.yaml"
REVIEWS = "reviews.yaml"
REQUEST = "request.yaml"
TABLE, MAPPING = "table.csv", "mapping.yaml"
POLICIES = "policies"
"""What a folder holds of the policies that belong to no pack, in place of the bundled."""
TWICE = "duplicate_instrument"
"""The mistake that takes the good pack as well."""
LARGE = 50_000_000
"""The bytes of a file that nobody means to be read."""
MADE = {
    "file_too_large": b"case: large\n" + b"# nothing\n" * (LARGE // len("# nothing\n")),
    "not_utf8": "case: caf\N{LATIN SMALL LETTER E WITH ACUTE}\n".encode("latin-1"),
    "empty_file": b"",
}
"""Files made when a test runs, by the folder that expects their problem."""
Told = dict[str, object]


def folders() -> list[Path]:
    """Return the folder of every mistake, in the order of their names."""
    found = (path for path in HERE.iterdir() if path.is_dir() and path.name[0] not in "._")
    return sorted(path for path in found if path != GOOD)


def code_of(folder: Path) -> str:
    """Return the code that a folder is about."""
    return folder.name.partition("--")[0]


def expected(folder: Path) -> list[Told]:
    """Return the problems that a folder expects."""
    told: list[Told] = yaml.safe_load((folder / EXPECTED).read_text("utf-8"))
    return told


def told(folder: Path, workshop: Path) -> list[Told]:
    """Return the problems that the bad file of a folder is told of.

    Args:
        folder: the mistake.
        workshop: an empty folder to put files together in.

    """
    if folder.name in SITUATIONS:
        return [
            _told(problem, next(workshop.rglob(problem.file or "*"), workshop))
            for problem in SITUATIONS[folder.name](workshop)
        ]
    if (folder / REVIEWS).is_file():
        path = folder / REVIEWS
        return [_told(problem, path) for problem in read_reviews(path)[1]]
    if (folder / REQUEST).is_file():
        path = folder / REQUEST
        _, problems = read_agency_request(path, read_request_form(), read_guide().names)
        return [_told(problem, path) for problem in problems]
    if (folder / TABLE).is_file():
        path = folder / TABLE
        mapping = _mapping(folder, workshop).read_text("utf-8")
        found = problems_of_import(workshop, path, mappings=(mapping,))
        return [_told(problem, path) for problem in found]
    if (folder / MAPPING).is_file():
        path = _mapping(folder, workshop)
        return [_told(problem, path) for problem in read_mapping_file(path, bundled().words)[1]]
    if (folder / CASE).is_file() or folder.name in MADE:
        path = workshop / CASE
        made = MADE.get(folder.name)
        path.write_bytes((folder / CASE).read_bytes() if made is None else made)
        _, problems = read_case_file(path, bundled().words)
        return [_told(problem, path) for problem in problems]
    return _told_of_pack(folder, workshop)


def _told_of_pack(folder: Path, workshop: Path) -> list[Told]:
    """Return the problems of the good pack with what a folder changes in it."""
    pack = workshop / "pack"
    shutil.copytree(GOOD, pack)
    for path in folder.iterdir():
        if path.name == POLICIES:
            shutil.copytree(path, policies(workshop), dirs_exist_ok=True)
        elif path.is_dir():
            shutil.copytree(path, pack / path.name, dirs_exist_ok=True)
        elif path.name not in {CHANGE, EXPECTED}:
            shutil.copy(path, pack / path.name)
    if (folder / CHANGE).is_file():
        for change in yaml.safe_load((folder / CHANGE).read_text("utf-8")):
            _change(pack / change["file"], change)
    packs = (pack, GOOD) if code_of(folder) == TWICE else (pack,)
    return [
        _told(problem, _written(problem, pack, workshop))
        for problem in pack_problems(packs, workshop)
    ]


def _mapping(folder: Path, workshop: Path) -> Path:
    """Return the made-up mapping with what a folder changes in it."""
    path = workshop / MAPPING
    path.write_text(GOOD_MAPPING, "utf-8")
    if (folder / MAPPING).is_file():
        for change in yaml.safe_load((folder / MAPPING).read_text("utf-8")):
            _change(path, change)
    return path


def _written(problem: Problem, pack: Path, workshop: Path) -> Path:
    """Return the file of a problem: of the pack, else of the policies it stands among."""
    path = pack / problem.file
    return path if path.exists() else policies(workshop) / problem.file


def _change(path: Path, change: dict[str, str]) -> None:
    """Put other words in the place of some that stand once in a file; no words remove the file."""
    if "replace" not in change:
        path.unlink()
        return
    text = path.read_text("utf-8")
    if text.count(change["replace"]) != 1:
        message = f"`{change['replace']}` does not stand once in {path.name}"
        raise ValueError(message)
    path.write_text(text.replace(change["replace"], change["by"]), "utf-8")


def pack_problems(packs: tuple[Path, ...], workshop: Path) -> Iterator[Problem]:
    """Yield the problems of some packs, each with its file named as it is in its pack."""
    library = read_library(policies(workshop), packs)
    found = list(check_library(library))
    if not found:
        assessor = Assessor(library)
        for each in library.packs.values():
            cases, _ = read_cases(library, each)
            found.extend(case_problems(assessor, each, cases.cases))
    if not found:
        for each in library.packs.values():
            found.extend(check_changes(each))
    places = re.compile("|".join(re.escape(f"{pack}/") for pack in packs))
    for problem in found:
        yield Problem(
            code=problem.code,
            message=places.sub("", problem.message),
            help=problem.help,
            file=places.sub("", problem.file),
            line=problem.line,
            column=problem.column,
            severity=problem.severity,
        )


def policies(workshop: Path) -> Path:
    """Return a folder with the bundled words and facts, and without their packs."""
    folder = workshop / POLICIES
    if not folder.is_dir():
        shutil.copytree(BUNDLED, folder, ignore=shutil.ignore_patterns("packs"))
        (folder / "packs").mkdir()
    return folder


@cache
def bundled() -> Library:
    """Return the library that case files are read with."""
    return read_library()


def _told(problem: Problem, path: Path) -> Told:
    """Return a problem as a folder expects it; what is plain is left out."""
    told: Told = {"code": problem.code, "message": problem.message}
    if problem.help:
        told["help"] = problem.help
    if problem.severity != "error":
        told["severity"] = problem.severity
    if problem.file != CASE:
        told["file"] = problem.file
    if problem.line is not None:
        told["line"] = problem.line
    if problem.column is not None:
        line = path.read_text("utf-8", errors="replace").splitlines()[(problem.line or 1) - 1]
        told["words"] = underlined(problem, line)
    return told


def underlined(problem: Problem, line: str) -> str:
    """Return the words of a line that a problem points at.

    They are the first of its message that stand there, else what stands there up to a blank.
    """
    rest = line[(problem.column or 1) - 1 :]
    for words in re.findall(r"`([^`]+)`", problem.message):
        if rest.startswith(words):
            return str(words)
    found = re.search(r"[^\s{}\[\],:-][^\s{}\[\],:]*", rest)
    return found.group() if found else rest


def renew(chosen: Iterable[Path]) -> None:
    """Write what some folders expect anew, from what they are told now."""
    for folder in chosen:
        with TemporaryDirectory() as workshop:
            problems = told(folder, Path(workshop))
        text = yaml.safe_dump(problems, sort_keys=False, allow_unicode=True, width=100)
        (folder / EXPECTED).write_text(text, "utf-8")


if __name__ == "__main__":
    names = sys.argv[1:]
    renew([HERE / name for name in names] or folders())
