"""`discretion compare`: how two policies differ, with a case of each difference."""

import re
from argparse import Namespace
from datetime import date
from pathlib import Path

from discretion import Assessor
from discretion import Comparison
from discretion import ComparisonRequest
from discretion import PolicySide
from discretion import Problem
from discretion import Question
from discretion import TableImpact
from discretion import __version__
from discretion import answer_comparison
from discretion import answer_days
from discretion import compare_days
from discretion import compare_policies
from discretion import day_of_both
from discretion import has_errors
from discretion import lines_of_sides
from discretion import plain_impact
from discretion import plain_problem
from discretion import policy_side
from discretion.cli.compare.page import page_of
from discretion.cli.compare.table import count_table
from discretion.cli.compare.text import Extras
from discretion.cli.compare.text import show_comparison
from discretion.cli.compare.text_of_days import show_days
from discretion.cli.compare.writing import write_cases
from discretion.cli.files.new_file import NewFile
from discretion.cli.outcome import Outcome
from discretion.cli.policies import PacksRefusedError
from discretion.cli.policies import read_sound_library
from discretion.cli.question import UnfitWordsError
from discretion.cli.question import read_asked
from discretion.compare import read_version
from discretion.frozen import replace

TWO_DAYS = 2


def run_compare(words: Namespace, today: date) -> Outcome:
    """Return how two policies differ, or what changed between two days.

    Raises:
        PacksRefusedError: a bundled pack has problems that forbid an answer.
        DiscretionError: the words name something that is not known, or cannot be answered.

    """
    _check_words(words)
    assessor = Assessor(read_sound_library())
    if words.a is None:
        return _days(words, assessor, today)
    return _sides(words, assessor, today)


def _check_words(words: Namespace) -> None:
    """Refuse words that make no comparison together.

    Raises:
        UnfitWordsError: a policy or a day is missing, or too many are named.

    """
    if words.b is None and (words.a is not None or len(words.on) != TWO_DAYS):
        option = "compare" if words.a is None else "A"
        raise UnfitWordsError(
            option=option,
            why="needs something to set against it",
            remedy="name two policies, or give `--on` twice and no policy",
        )
    if words.b is not None and len(words.on) > 1:
        raise UnfitWordsError(
            option="--on",
            why="is given twice beside two policies",
            remedy="give it once, for the day of the decision in each case",
        )
    for option, value in (
        ("--table", words.table),
        ("--write", words.write),
        ("--page", words.page),
    ):
        if words.a is None and value is not None:
            raise UnfitWordsError(
                option=option, why="needs two policies", remedy="name them before it"
            )
    if words.mapping is not None and words.table is None:
        raise UnfitWordsError(option="--mapping", why="needs a table", remedy="add `--table FILE`")
    if words.force and words.page is None:
        remedy = "name the page with `--page`"
        raise UnfitWordsError(option="--force", why="replaces a page", remedy=remedy)


def _sides(words: Namespace, assessor: Assessor, today: date) -> Outcome:
    page = _new_page(words)
    comparison = _compared(words, assessor, today)
    impact: TableImpact | None = None
    problems: tuple[Problem, ...] = ()
    if words.table is not None:
        impact, problems = count_table(
            comparison, assessor.library, words.table, words.mapping, today
        )
    sides = (comparison.a, comparison.b)
    asked = Question(on=comparison.day, known_on=words.known_on or today)
    at_present = Question(on=today, known_on=today)
    then, now = lines_of_sides(sides, asked), lines_of_sides(sides, at_present)
    if page is not None:
        page.write(page_of(comparison, then, now, today, impact))
    extras = Extras(
        impact=impact,
        written=0 if words.write is None else write_cases(comparison, words.write),
        page=words.page or "",
    )
    answer = answer_comparison(comparison, then, assessor.governing(at_present), today, __version__)
    if impact is not None:
        answer["problems"] = [plain_problem(each) for each in problems]
        answer["impact"] = plain_impact(impact)
    return Outcome(
        answer=answer,
        write=lambda: show_comparison(comparison, then, now, today, extras),
        problems=problems,
    )


def _new_page(words: Namespace) -> NewFile | None:
    """Return the file that the page is asked for in, checked before the solver begins."""
    if words.page is None:
        return None
    page = NewFile(path=words.page, what="page", example="compared.html", force=words.force)
    page.check()
    return page


def _side(name: str, assessor: Assessor) -> PolicySide:
    """Return the side that words name: a bundled policy, or the pack of a folder.

    Raises:
        PacksRefusedError: the pack of a folder has problems that forbid to compare it.
        DiscretionError: nothing is called so.

    """
    folder = re.split(r"[@+]", name, maxsplit=1)[0]
    if not Path(folder).is_dir():
        return policy_side(name, assessor)
    version, problems = read_version(folder)
    if version is None or has_errors(problems):
        raise PacksRefusedError(problems)
    named = version.pack.instrument.id + name.removeprefix(folder)
    return policy_side(named, Assessor(version.library))


def _compared(words: Namespace, assessor: Assessor, today: date) -> Comparison:
    asked = read_asked(words, assessor.library)
    a, b = (_side(name, assessor) for name in (words.a, words.b))
    instruments = (side.ruleset.pack.instrument for side in (a, b))
    return compare_policies(
        a,
        b,
        ComparisonRequest(
            day=words.on[0] if words.on else day_of_both(*instruments),
            today=today,
            decision=asked.decision,
            seconds=words.seconds,
            most_ways=words.ways,
        ),
    )


def _days(words: Namespace, assessor: Assessor, today: date) -> Outcome:
    asked = read_asked(words, assessor.library)
    first = Question(
        on=words.on[0],
        known_on=words.known_on or today,
        component=asked.component,
        decision=asked.decision,
        classes=asked.classes,
        place=asked.place,
    )
    second = replace(first, on=words.on[1])
    request = ComparisonRequest(
        day=second.on,
        today=today,
        decision=asked.decision,
        seconds=words.seconds,
        most_ways=words.ways,
    )
    days = compare_days(assessor, first, second, request)
    then = {each.on: assessor.governing(each) for each in (first, second)}
    now = assessor.governing(replace(first, on=today, known_on=today))
    return Outcome(
        answer=answer_days(days, then, now, today, __version__),
        write=lambda: show_days(days, then, now, today),
    )
