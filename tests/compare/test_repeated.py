"""A comparison says the same every time, whatever was compared before and however sets are kept."""

import os
import subprocess
import sys

from tests.cli.console import run

PAIR = ("compare", "dhs-2021-09-30-guidelines", "dhs-2021-09-30-guidelines@any_entry")
SECONDS = ("--seconds", "60")
"""So much that a busy machine settles every question."""
PROGRAM = "import sys; from tests.cli.console import run; sys.stdout.write(run(*sys.argv[1:]).out)"


def test_what_a_comparison_says_does_not_depend_on_what_was_compared_before() -> None:
    """What a comparison says does not depend on what was compared before."""
    first = run(*PAIR, *SECONDS).out
    run("compare", "dhs-2021-01-20-pekoske", "ice-2021-02-18-interim", "--ways", "1", *SECONDS)

    assert "Case 1" in first
    assert first == run(*PAIR, *SECONDS).out


def test_what_a_comparison_says_does_not_depend_on_the_order_of_sets() -> None:
    """What a comparison says does not depend on the order in which a process keeps sets."""
    said = {
        subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", PROGRAM, *PAIR, *SECONDS],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "3")
    }

    assert 1 == len(said)
