"""Compare every engine and every oracle with the reference: `python -m tests.agreement.run`.

It prints how often each was compared, on which kinds of node, and what it leaves out; it ends with
0 only if nothing differs. A difference is made small and saved as a case, which every run replays.
"""

import argparse
import sys
from time import process_time

from tests.agreement.comparing import compare_engine
from tests.agreement.engine import Engine
from tests.agreement.joined import EVERY_RUN
from tests.agreement.oracles.cel import Cel
from tests.agreement.oracles.columns import Polars
from tests.agreement.oracles.logic import Clingo
from tests.agreement.reducing.saved import CASES
from tests.agreement.reducing.saved import saved_cases
from tests.agreement.reporting import replay
from tests.agreement.reporting import report
from tests.agreement.reporting import save_differences

ORACLES: tuple[Engine, ...] = (Clingo(), Cel(), Polars())
POLICIES, MATTERS = 400, 20
"""Some 55,000 comparisons with each engine."""


def main() -> int:
    """Compare, print what was compared, and return 0 if nothing differs, else 1."""
    parser = argparse.ArgumentParser(prog="agreement", description=__doc__)
    parser.add_argument("--policies", type=int, default=POLICIES, help="how many are made")
    parser.add_argument("--matters", type=int, default=MATTERS, help="how many of each policy")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first policy")
    words = parser.parse_args()
    seeds = range(words.first, words.first + words.policies)
    agrees = True
    for engine in (*EVERY_RUN, *ORACLES):
        replayed, wrong = replay(engine, saved_cases())
        start = process_time()
        compared = compare_engine(engine, seeds, words.matters)
        _print(*report(compared), f"  {process_time() - start:.0f} s of CPU")
        _print(*save_differences(compared, CASES))
        _print(f"  {replayed}", *wrong)
        agrees &= not compared.found and not wrong
    return 0 if agrees else 1


def _print(*lines: str) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
