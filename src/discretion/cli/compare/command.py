"""`discretion compare`: how two policies differ, with a case of each difference."""

from argparse import Namespace
from datetime import date

from discretion import Assessor
from discretion import Comparison
from discretion import ComparisonRequest
from discretion import Question
from discretion import __version__
from discretion import answer_comparison
from discretion import compare_policies
from discretion import day_of_both
from discretion import policy_side
from discretion.cli.compare.text import show_comparison
from discretion.cli.compare.writing import write_cases
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library


def run_compare(words: Namespace, today: date) -> Outcome:
    """Return how two policies differ.

    Raises:
        PacksRefusedError: a bundled pack has problems that forbid an answer.
        DiscretionError: the words name something that is not known, or cannot be answered.

    """
    assessor = Assessor(read_sound_library())
    a, b = (policy_side(name, assessor) for name in (words.a, words.b))
    instruments = (side.ruleset.pack.instrument for side in (a, b))
    request = ComparisonRequest(
        day=words.on[0] if words.on else day_of_both(*instruments),
        today=today,
        decision=words.decision or "",
        seconds=words.seconds,
        most_ways=words.ways,
    )
    comparison = compare_policies(a, b, request)
    written = 0 if words.write is None else write_cases(comparison, words.write)
    return _outcome(comparison, assessor, today, written)


def _outcome(comparison: Comparison, assessor: Assessor, today: date, written: int) -> Outcome:
    then = assessor.governing(Question(on=comparison.day, known_on=today))
    now = assessor.governing(Question(on=today, known_on=today))
    return Outcome(
        answer=answer_comparison(comparison, then, now, today, __version__),
        write=lambda: show_comparison(comparison, then, now, today, written),
    )
