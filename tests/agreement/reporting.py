"""What is said of engines that were compared, and the cases that are saved of their differences."""

from collections.abc import Iterable
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tests.agreement.comparing import Compared
from tests.agreement.engine import KINDS
from tests.agreement.engine import Engine
from tests.agreement.engine import without
from tests.agreement.reducing.saved import read_trial
from tests.agreement.reducing.saved import written
from tests.agreement.reducing.smallest import differs_from
from tests.agreement.reducing.smallest import smallest


def report(compared: Compared) -> Iterator[str]:
    """Yield what was compared with an engine, kind by kind, and what was not."""
    engine, tally = compared.engine, compared.tally
    truths = sorted((str(truth), number) for truth, number in tally.truths.items())
    counts = ", ".join(f"{number:,} {truth}" for truth, number in truths)
    yield f"{engine.name}: {tally.compared:,} comparisons ({counts})"
    yield f"  {len(compared.found) or 'no'} policies with a difference"
    kinds = ", ".join(f"{kind} {tally.kinds[kind]:,}" for kind in KINDS if tally.kinds[kind])
    yield f"  on {kinds}"
    if engine.leaves_out:
        kinds = ", ".join(sorted(engine.leaves_out))
        yield f"  leaves out {kinds}: {tally.left_out:,} comparisons not made"
    unmet = [kind for kind in KINDS if not tally.kinds[kind] and kind not in engine.leaves_out]
    if unmet:
        yield f"  never met {', '.join(unmet)}: make more policies"


def save_differences(compared: Compared, folder: Path) -> Iterator[str]:
    """Save each difference as small as it can be, and yield where it stands and what it says."""
    for difference in compared.found:
        trial = smallest(difference, differs_from(compared.engine))
        text = written(trial, f"{compared.engine.name} once said something else.")
        path = folder / f"found_{sha256(text.encode()).hexdigest()[:8]}.yaml"
        path.write_text(text, "utf-8")
        yield f"  saved as {path.name}, which every run replays from now on:"
        yield from (f"    {line}" for line in text.splitlines())


def replay(engine: Engine, paths: Iterable[Path]) -> tuple[str, list[str]]:
    """Return how many saved cases an engine was asked, and those in which it is wrong."""
    asked, left_out, wrong = 0, 0, []
    for path in paths:
        trial, expected = read_trial(path)
        if trial.rule not in without(trial.policy, engine.leaves_out).reading.rules:
            left_out += 1
            continue
        asked += 1
        (truths,) = engine.truths(trial.policy, [trial.view])
        if str(truths[trial.rule]) != expected:
            wrong.append(f"  {path.name}: {truths[trial.rule]}, not {expected}")
    return f"{asked} saved cases replayed, {left_out} left out", wrong
