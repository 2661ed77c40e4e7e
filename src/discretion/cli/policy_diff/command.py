"""`discretion policy diff`: what an author changed between two versions of a pack."""

from argparse import Namespace
from datetime import date

from discretion import Comparison
from discretion import IncomparableError
from discretion import MissingExtraError
from discretion import Problem
from discretion import Question
from discretion import __version__
from discretion import answer_change
from discretion import has_errors
from discretion import lines_of_sides
from discretion import plain_comparison
from discretion.cli.compare.solver import require_solver
from discretion.cli.compare.text import show_differences
from discretion.cli.compare.text import show_limits
from discretion.cli.compare.text import show_table
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policy_diff.text import show_change
from discretion.cli.text.layout import heading
from discretion.compare import PackVersion
from discretion.compare import change_between
from discretion.compare import kinship
from discretion.compare import read_version


def run_policy_diff(words: Namespace, today: date) -> Outcome:
    """Return what changed from one version of a pack to another.

    Raises:
        PacksRefusedError: one of the two has problems that forbid to compare it.
        UnknownVersionError: one of the two is neither a folder nor a bundled pack.

    """
    (old, told), (new, also_told) = read_version(words.old), read_version(words.new)
    problems = tuple(dict.fromkeys((*told, *also_told)))
    if old is None or new is None or has_errors(problems):
        raise PacksRefusedError(problems)
    change = change_between(old, new, today)
    problems = (*problems, *kinship(old, new))
    comparison = None
    is_one = old.pack.instrument.id == new.pack.instrument.id
    if is_one and old.meaning.rules != new.meaning.rules:
        comparison, unsolved = _for_whom(old, new, today)
        problems = (*problems, *unsolved)
    answer = answer_change(change, problems, __version__)
    if comparison is not None:
        asked = Question(on=comparison.day, known_on=today)
        sides = (comparison.a, comparison.b)
        answer["compared"] = plain_comparison(comparison, lines_of_sides(sides, asked))
    return Outcome(
        answer=answer,
        write=lambda: show_change(change, today) + _show_for_whom(comparison),
        problems=problems,
    )


def _for_whom(
    old: PackVersion, new: PackVersion, today: date
) -> tuple[Comparison | None, tuple[Problem, ...]]:
    """Return who is treated differently, None where that cannot be worked out, which is told."""
    try:
        require_solver("telling who is treated differently")
        from discretion.cli.policy_diff.for_whom import compare_versions

        return compare_versions(old, new, today), ()
    except (MissingExtraError, IncomparableError) as failure:
        told = Problem(
            code="not_compared",
            severity="warning",
            message=f"who is treated differently is not told: {failure}",
            help="what changed in the texts and rules is told in full",
            file=f"{new.pack.shown}/instrument.yaml",
        )
        return None, (told,)


def _show_for_whom(comparison: Comparison | None) -> str:
    """Return who is treated differently as text, A being the old version and B the new one."""
    if comparison is None:
        return ""
    return "".join(
        [
            heading("Who is treated differently: A is the old version, B the new one"),
            *show_table(comparison),
            *show_differences(comparison),
            *show_limits(comparison),
        ]
    )
