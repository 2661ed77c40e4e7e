"""Compare every engine and every oracle with the reference: `python -m tests.agreement.run`.

It prints how often each was compared, on which kinds of node, and what it leaves out; it ends with
0 only if nothing differs. A difference is made small and saved as a case, which every run replays.
"""

import argparse
import sys
from collections.abc import Iterator
from hashlib import sha256
from time import process_time

from tests.agreement.comparing import Compared
from tests.agreement.comparing import compare_engine
from tests.agreement.engine import KINDS
from tests.agreement.engine import Engine
from tests.agreement.engine import without
from tests.agreement.joined import EVERY_RUN
from tests.agreement.oracles.cel import Cel
from tests.agreement.oracles.columns import Polars
from tests.agreement.oracles.logic import Clingo
from tests.agreement.reducing.saved import CASES
from tests.agreement.reducing.saved import read_trial
from tests.agreement.reducing.saved import saved_cases
from tests.agreement.reducing.saved import written
from tests.agreement.reducing.smallest import Trial
from tests.agreement.reducing.smallest import differs_from
from tests.agreement.reducing.smallest import smallest

ORACLES: tuple[Engine, ...] = (Clingo(), Cel(), Polars())
POLICIES, MATTERS = 400, 20
"""Some 54,000 comparisons with each engine."""


def main() -> int:
    """Compare, print what was compared, and return 0 if nothing differs, else 1."""
    parser = argparse.ArgumentParser(prog="agreement", description=__doc__)
    parser.add_argument("--policies", type=int, default=POLICIES, help="how many are made")
    parser.add_argument("--matters", type=int, default=MATTERS, help="how many of each policy")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first policy")
    words = parser.parse_args()
    seeds = range(words.first, words.first + words.policies)
    engines = (*EVERY_RUN, *ORACLES)
    agrees = True
    for engine in engines:
        start = process_time()
        compared = compare_engine(engine, seeds, words.matters)
        _print(*report(compared), f"  {process_time() - start:.0f} s of CPU")
        _print(*(f"  {line}" for line in _saved(compared)))
        agrees &= not compared.found
    for engine in engines:
        replayed, wrong = replays(engine)
        _print(f"{engine.name}: {replayed} saved cases replayed", *wrong)
        agrees &= not wrong
    return 0 if agrees else 1


def report(compared: Compared) -> Iterator[str]:
    """Yield what was compared with an engine, kind by kind, and what was not."""
    engine, tally = compared.engine, compared.tally
    truths = ", ".join(f"{number:,} {truth}" for truth, number in sorted_truths(compared))
    yield f"{engine.name}: {tally.compared:,} comparisons ({truths})"
    yield f"  {len(compared.found) or 'no'} policies with a difference"
    kinds = ", ".join(f"{kind} {tally.kinds[kind]:,}" for kind in KINDS if tally.kinds[kind])
    yield f"  on {kinds}"
    if engine.leaves_out:
        kinds = ", ".join(sorted(engine.leaves_out))
        yield f"  leaves out {kinds}: {tally.left_out:,} comparisons not made"
    unseen = [kind for kind in KINDS if not tally.kinds[kind] and kind not in engine.leaves_out]
    if unseen:
        yield f"  never met {', '.join(unseen)}: make more policies"


def sorted_truths(compared: Compared) -> list[tuple[str, int]]:
    """Return how often each truth was what the reference says, by its name."""
    return sorted((str(truth), number) for truth, number in compared.tally.truths.items())


def replays(engine: Engine) -> tuple[int, list[str]]:
    """Return how many saved cases an engine was asked, and those in which it differs."""
    asked, wrong = 0, []
    for path in saved_cases():
        trial, expected = read_trial(path)
        if trial.rule not in without(trial.policy, engine.leaves_out).reading.rules:
            continue
        asked += 1
        (truths,) = engine.truths(trial.policy, [trial.view])
        if str(truths[trial.rule]) != expected:
            wrong.append(f"  {path.name}: {truths[trial.rule]}, not {expected}")
    return asked, wrong


def _saved(compared: Compared) -> Iterator[str]:
    """Save each difference as small as it can be, and yield where it stands."""
    for difference in compared.found:
        trial: Trial = smallest(difference, differs_from(compared.engine))
        text = written(trial, f"{compared.engine.name} once said something else.")
        path = CASES / f"found_{sha256(text.encode()).hexdigest()[:8]}.yaml"
        path.write_text(text, "utf-8")
        yield f"saved as {path.name}: {text}"


def _print(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
