"""`discretion policy`: list policies, show one, check a pack or its source, compare two."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from discretion import Assessor
from discretion import Library
from discretion import Question
from discretion import __version__
from discretion import answer_pack
from discretion import answer_policies
from discretion import check_packs
from discretion import has_errors
from discretion import plain_problem
from discretion.cli.outcome import DONE
from discretion.cli.outcome import PACK
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.text.pack import show_checked
from discretion.cli.text.pack import show_pack
from discretion.cli.text.pack import show_packs


def run_policy(words: Namespace, today: date) -> Outcome:
    """Return what one of the policy actions comes to.

    Raises:
        PacksRefusedError: a bundled pack has problems that forbid an answer.
        DiscretionError: the words name something that is not known, or cannot be answered.

    """
    if words.action == "check":
        return _check(words.path)
    if words.action == "verify-source":
        from discretion.cli.verify_source.command import run_verify_source

        return run_verify_source(words, today)
    if words.action == "diff":
        from discretion.cli.policy_diff.command import run_policy_diff

        return run_policy_diff(words, today)
    library = read_sound_library()
    if words.action == "list":
        return _list(library, today)
    pack = library.pack(words.id)
    return Outcome(
        answer=answer_pack(pack, library, __version__), write=lambda: show_pack(pack, library)
    )


def _list(library: Library, today: date) -> Outcome:
    lines = Assessor(library).governing(Question(on=today, known_on=today))
    return Outcome(
        answer=answer_policies(library, lines, today, __version__),
        write=lambda: show_packs(library, lines, today),
    )


def _check(path: str | None) -> Outcome:
    checked = check_packs(Path(path) if path else None)
    return Outcome(
        answer={
            "not_a_decision": True,
            "version": __version__,
            "problems": [plain_problem(problem) for problem in checked.problems],
            "checked": {"packs": checked.packs, "rules": checked.rules, "cases": checked.cases},
        },
        write=lambda: show_checked(checked),
        problems=checked.problems,
        code=PACK if has_errors(checked.problems) else DONE,
    )
