"""`discretion policy diff`: what an author changed between two versions of a pack."""

from argparse import Namespace
from datetime import date

from discretion import __version__
from discretion import answer_change
from discretion import has_errors
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policy_diff.text import show_change
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
    return Outcome(
        answer=answer_change(change, problems, __version__),
        write=lambda: show_change(change, today),
        problems=problems,
    )
