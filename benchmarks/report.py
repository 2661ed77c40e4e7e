"""Results of benchmarks as plain data and as text."""

import json
import os
import platform
from collections.abc import Iterable
from textwrap import indent

from benchmarks.measure import Result


def plain(shown: Iterable[Result]) -> dict[str, object]:
    """Return results as plain data, with the machine that they come from."""
    listed = list(shown)
    return {
        "machine": {
            "python": platform.python_version(),
            "system": platform.platform(),
            "processors": os.cpu_count(),
        },
        "benchmarks": [result.plain() for result in listed],
        "met": all(goal.is_met for result in listed for goal in result.goals),
    }


def print_all(results: Iterable[Result], *, as_json: bool) -> int:
    """Print results, each once it is there, and return 0 if all goals are met, else 1.

    Args:
        results: what is measured.
        as_json: print the numbers as JSON, all of them at the end.

    """
    shown: list[Result] = []
    for result in results:
        shown.append(result)
        if not as_json:
            print(show(result), flush=True)
    told = plain(shown)
    if as_json:
        print(json.dumps(told, indent=2))
    else:
        print("All goals are met." if told["met"] else "Not every goal is met.")
    return 0 if told["met"] else 1


def show(result: Result) -> str:
    """Return a result for a reader."""
    told = [each.what for each in result.samples] + [each.what for each in result.goals]
    width = max(map(len, told))
    lines = [
        f"{'CPU time in ms':{width}} {'runs':>6} {'min':>9} {'median':>9} {'max':>9}",
        *(
            f"{sample.what:{width}} {len(sample.times):6} {min(sample.times):9.3f} "
            f"{sample.median:9.3f} {max(sample.times):9.3f}"
            for sample in result.samples
        ),
        "",
        *(
            f"{goal.what:{width}} {goal.value:9.2f}{goal.unit:2} goal at most {goal.limit:g}"
            f"{goal.unit}: {'met' if goal.is_met else 'NOT MET'}"
            for goal in result.goals
        ),
    ]
    title = f"{result.title}\n{'=' * len(result.title)}"
    return f"{title}\n{result.about}\n\n{indent(chr(10).join(lines), '  ')}\n"
