"""One version of a pack, read from its folder or from among the bundled ones."""

from collections.abc import Iterator
from pathlib import Path

from discretion.errors import Problem
from discretion.errors import UnknownVersionError
from discretion.errors import has_errors
from discretion.frozen import dataclass
from discretion.rules.cases import read_cases
from discretion.rules.checks.pack import check_files
from discretion.rules.checks.shared.dictionary import check_dictionary
from discretion.rules.library import Library
from discretion.rules.library import read_library
from discretion.rules.packs.changes.marks import CHANGES
from discretion.rules.packs.changes.marks import Changes
from discretion.rules.packs.changes.marks import read_changes
from discretion.rules.packs.changes.meaning import Meaning
from discretion.rules.packs.changes.meaning import meaning_of
from discretion.rules.rule import Pack
from discretion.source import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class PackVersion:
    """One version of a pack, among the policies that it is read with.

    It takes the place of the bundled version there. `changes` is what its `CHANGES.md` holds, and
    `meaning` what the pack means.
    """

    library: Library
    pack: Pack
    changes: Changes
    meaning: Meaning

    @property
    def is_marked(self) -> bool:
        """Whether the last mark of `CHANGES.md` is of what the pack means now."""
        marks = self.changes.marks
        return bool(marks) and marks[-1].meaning == self.meaning

    @property
    def is_outdated(self) -> bool:
        """Whether the last mark is of what the pack means now, and of other cases."""
        marks = self.changes.marks
        return bool(marks) and not self.is_marked and marks[-1].meaning.is_same(self.meaning)

    def keeps_marks_of(self, earlier: "PackVersion") -> bool:
        """Tell whether every mark of an earlier version still stands here."""
        kept = {mark.meaning for mark in self.changes.marks}
        return all(mark.meaning in kept for mark in earlier.changes.marks)


def read_version(named: str) -> tuple[PackVersion | None, tuple[Problem, ...]]:
    """Return a version of a pack, None where problems forbid to compare it, and its problems.

    A change that is told nowhere is no problem here, as it is what the comparison is for.

    Args:
        named: a pack's folder, or the id of a bundled pack where there is no such folder.

    Raises:
        UnknownVersionError: there is neither.

    """
    is_folder = Path(named).is_dir()
    library = read_library(extra_packs=(named,) if is_folder else (), replacing=True)
    if not is_folder and named not in library.instruments:
        raise UnknownVersionError(named, library.instruments)
    pack = _in_folder(library, Path(named)) if is_folder else library.packs[named]
    problems = tuple(dict.fromkeys(_problems(library, pack)))
    if pack is None or has_errors(problems):
        return None, problems
    report = Report(f"{pack.shown}/{CHANGES}")
    version = PackVersion(
        library=library,
        pack=pack,
        changes=read_changes(pack, report),
        meaning=meaning_of(pack),
    )
    return version, (*problems, *report.problems)


def _in_folder(library: Library, folder: Path) -> Pack | None:
    asked = folder.resolve()
    found = (pack for pack in library.packs.values() if Path(pack.folder).resolve() == asked)
    return next(found, None)


def _problems(library: Library, pack: Pack | None) -> Iterator[Problem]:
    yield from library.problems
    if pack is not None:
        yield from check_dictionary(library)
        yield from check_files(library, pack)
        if pack.instrument.matter in library.words.matters:
            yield from read_cases(library, pack)[1]


def kinship(old: PackVersion, new: PackVersion) -> tuple[Problem, ...]:
    """Return what is odd about two versions that are compared all the same, as warnings."""
    before, after = old.pack, new.pack
    file = f"{after.shown}/instrument.yaml"
    if Path(before.folder).resolve() == Path(after.folder).resolve():
        return (
            Problem(
                code="same_version",
                message="both versions are the same folder, so nothing can differ",
                help="name the pack as it was before, then the pack as it is now",
                file=file,
                severity="warning",
            ),
        )
    if before.instrument.id != after.instrument.id:
        return (
            Problem(
                code="other_instrument",
                message=f"the new pack describes `{after.instrument.id}` and the old one "
                f"`{before.instrument.id}`, so they are no versions of one instrument",
                help="compare two versions of one pack, or read all differences as those of two "
                "instruments",
                file=file,
                line=1,
                severity="warning",
            ),
        )
    return ()
