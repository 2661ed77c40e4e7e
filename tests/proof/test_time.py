"""A sentence that time runs out for is told as such, with what was settled of it."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

from discretion.compare.proof.proving import Prover
from tests.cli.console import TODAY
from tests.proof.packs import edited
from tests.proof.packs import proof_of


def ticking() -> Callable[[], float]:
    """Return a clock that goes on by one second whenever somebody looks at it."""
    seconds = count()
    return lambda: float(next(seconds))


def test_a_sentence_that_time_runs_out_for_says_what_was_settled(tmp_path: Path) -> None:
    """Where time runs out, a sentence is not settled, and says how much of it is."""
    prover = Prover(3.0, ticking(), TODAY)
    proof = proof_of("no_dead_rule", *edited((), tmp_path), prover)

    assert ("not_settled", 2) == (proof.status, proof.settled)
    assert 8 == proof.parts
    assert "" == proof.noticed
    assert proof.counterexample is None


def test_what_is_refuted_stays_so_when_time_runs_out(tmp_path: Path) -> None:
    """A part that is refuted refutes the sentence, whatever was not settled beside it."""
    broken = {
        "file": "text.md",
        "replace": "bs_entry_manner == unlawful",
        "by": "bs_entry_manner == unlawful and bs_entry_manner == paroled",
    }
    prover = Prover(2.0, ticking(), TODAY)
    proof = proof_of("no_dead_rule", *edited([broken], tmp_path), prover)

    assert "refuted" == proof.status
    assert proof.settled < proof.parts
