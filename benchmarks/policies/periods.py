"""What governed over periods, in this process: as values, as data and as the table in words."""

from collections.abc import Callable
from datetime import date

from benchmarks.measure import Goal
from benchmarks.measure import Result
from benchmarks.measure import Sample
from benchmarks.measure import cpu_ms
from discretion import Assessor
from discretion import Library
from discretion import Question
from discretion import Timeline
from discretion import __version__
from discretion import answer_period
from discretion import timeline_of
from discretion.cli.text.period import show_period

TODAY = date(2026, 1, 1)
LIMIT = 50.0
"""The most that what governed over any period may take, in milliseconds of CPU time."""
PERIODS = {
    "every day of the calendar": (date.min, date.max),
    "the line of policies": (date(2014, 11, 20), TODAY),
    "one month": (date(2022, 3, 1), date(2022, 3, 31)),
}
"""What is measured, the longest period first; each is asked of every component at once."""

ABOUT = """\
What governed over a period, for every component, any decision and any place. `values` finds every
stretch of days, `data` adds the answer as JSON holds it, and `table` the numbered table in words
with what governs today; drawing a picture is not counted. The library is open, and each kind is
run once before the clock starts; nothing else is remembered between runs."""


def measure(library: Library, runs: int) -> Result:
    """Measure so many answers of each kind and period."""
    samples = tuple(
        Sample(what=f"governing, {period}, {kind}", times=_times(answer, runs))
        for period, (first, last) in PERIODS.items()
        for kind, answer in _kinds(library, first, last).items()
    )
    slowest = max(samples, key=lambda sample: sample.median)
    return Result(
        title="What governed over a period, in process",
        about=ABOUT,
        samples=samples,
        goals=(
            Goal(what=f"median of {slowest.what}", value=slowest.median, limit=LIMIT, unit="ms"),
        ),
    )


def _times(answer: Callable[[], object], runs: int) -> tuple[float, ...]:
    answer()
    return tuple(cpu_ms(answer) for _ in range(runs))


def _kinds(library: Library, first: date, last: date) -> dict[str, Callable[[], object]]:
    """Return each kind of answer to what governed over a period, ready to be run."""
    assessor = Assessor(library)
    question = Question(on=first, known_on=TODAY)
    now = Question(on=TODAY, known_on=TODAY)

    def values() -> object:
        return assessor.governing_period(question, last)

    def data() -> object:
        stretches = assessor.governing_period(question, last)
        today = assessor.governing(now)
        return answer_period(question, last, stretches, today, TODAY, __version__)

    def table() -> object:
        return show_period(timeline(), assessor.governing(now), TODAY, library)

    def timeline() -> Timeline:
        stretches = assessor.governing_period(question, last)
        instruments, vocabulary = library.instruments.values(), library.words.vocabulary
        return timeline_of(instruments, question, last, stretches, vocabulary)

    return {"values": values, "data": data, "table": table}
