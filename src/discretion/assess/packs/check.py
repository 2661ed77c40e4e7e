"""Checking a pack whole: its form, its sense, its cases, and what no matter could ever reach."""

from collections.abc import Iterable

from discretion.assess.packs.coverage import check_coverage
from discretion.assess.packs.reachable import reach_outcomes
from discretion.assess.ruleset import rulesets
from discretion.assess.ruleset import switched
from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.rules.cases import read_cases
from discretion.rules.checks.pack import check_files
from discretion.rules.checks.shared.assumptions import check_assumption_sets
from discretion.rules.checks.shared.dictionary import check_dictionary
from discretion.rules.library import Library
from discretion.rules.packs.places import Places
from discretion.rules.rule import OutcomeRow
from discretion.rules.rule import Pack

MISSING = "file_unreadable"
"""The code of a file that is not there; the check of files says so in its own words."""
UNREAD = frozenset((MISSING, "file_too_large", "not_utf8", "not_yaml"))
"""Codes of files, or blocks, that nothing was read of, so that all they say would be missing."""


def check_pack(library: Library, pack: Pack) -> tuple[Problem, ...]:
    """Return every problem of one pack, in the order of its files and lines.

    Which outcomes can be reached is only asked of a pack whose names and kinds are in order, as
    no matter can be read by one whose are not.
    """
    elsewhere = _elsewhere(library)
    own = [each for each in elsewhere if each.file.startswith(f"{pack.shown}/")]
    return _in_order([*own, *_found_in(library, pack, elsewhere)])


def check_library(library: Library) -> tuple[Problem, ...]:
    """Return every problem of the policy files: what reading them found, and every check."""
    elsewhere = _elsewhere(library)
    found = list(elsewhere)
    for pack in library.packs.values():
        found.extend(_found_in(library, pack, elsewhere))
    return _in_order(found)


def _elsewhere(library: Library) -> tuple[Problem, ...]:
    """Return the problems of reading the policy files, and of what their packs share."""
    shared = (*check_dictionary(library), *check_assumption_sets(library))
    return (*library.problems, *shared)


def _found_in(library: Library, pack: Pack, elsewhere: Iterable[Problem]) -> list[Problem]:
    """Return the problems of a pack that reading its instrument and its text did not find.

    Args:
        library: the policies that the pack is one of.
        pack: the pack.
        elsewhere: the problems of reading and of the dictionary, which forbid an analysis.

    """
    if any(each.code in UNREAD and each.file.startswith(f"{pack.shown}/") for each in elsewhere):
        return []
    found = list(check_files(library, pack))
    if pack.instrument.matter not in library.words.matters:
        return found
    cases, problems = read_cases(library, pack)
    found.extend(each for each in problems if each.code != MISSING)
    places = Places(pack)
    check_coverage(pack, cases, places)
    if not has_errors([*elsewhere, *found]):
        _check_reach(library, pack, places)
    for report in places.reports():
        found.extend(report.problems)
    return found


def _check_reach(library: Library, pack: Pack, places: Places) -> None:
    """Report each outcome that no matter reaches, in any interpretation, or that every one does."""
    whole = rulesets(library, pack)
    bare = tuple(switched(each, frozenset()) for each in whole)
    every = whole if bare == whole else (*whole, *bare)
    made = [reach_outcomes(each, library) for each in every]
    never = _in_all(each.never for each in made)
    for row in never:
        if row.unreachable:
            continue
        places.row("outcomes", "token", row.token).error(
            "unreachable_outcome",
            row.token,
            f"no matter reaches the outcome `{row.token}`",
            "the rows above it take every matter that meets its condition: reorder or widen it",
        )
    for row in _in_all(each.always for each in made):
        if row not in never:
            places.row("outcomes", "token", row.token).error(
                "outcome_always_met",
                row.token,
                f"every matter meets the condition of the outcome `{row.token}`",
                "state the condition under which it holds, so that a blank is never read as a no",
            )


def _in_all(several: Iterable[tuple[OutcomeRow, ...]]) -> list[OutcomeRow]:
    first, *others = several
    return [row for row in first if all(row in rows for rows in others)]


def _in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return problems by file and line, each once."""
    return tuple(
        sorted(
            dict.fromkeys(problems),
            key=lambda each: (each.file, each.line or 0, each.column or 0, each.code),
        )
    )
