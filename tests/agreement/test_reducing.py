"""A planted mistake is found, made as small as it can be, and saved so that it reads back alike.

Run this file to save the planted mistakes anew: `python -m tests.agreement.test_reducing`.
"""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from scripts.documents.consoles import ROOT
from tests.agreement.comparing import compare_engine
from tests.agreement.engine import KINDS
from tests.agreement.joined import Walker
from tests.agreement.making import matters_of
from tests.agreement.making import trees_of
from tests.agreement.reducing.mistakes import MISTAKES
from tests.agreement.reducing.saved import CASES
from tests.agreement.reducing.saved import read_trial
from tests.agreement.reducing.saved import written
from tests.agreement.reducing.smallest import Trial
from tests.agreement.reducing.smallest import differs_from
from tests.agreement.reducing.smallest import pruned
from tests.agreement.reducing.smallest import smaller
from tests.agreement.reducing.smallest import smallest
from tests.agreement.reporting import replay
from tests.agreement.reporting import report
from tests.agreement.reporting import save_differences
from tests.agreement.test_agreement import MATTERS
from tests.agreement.test_agreement import POLICIES

NAMES = sorted(MISTAKES)


def mistaken(name: str) -> Walker:
    """Return the engine in which a mistake is planted."""
    return Walker(name=name, walk=MISTAKES[name])


@cache
def found(name: str) -> Trial:
    """Return the first difference of a mistaken engine, as small as it can be."""
    engine = mistaken(name)
    every = (compare_engine(engine, (seed,), MATTERS).found for seed in range(POLICIES))
    first = next(differences[0] for differences in every if differences)
    return smallest(first, differs_from(engine))


def text_of(name: str) -> str:
    """Return a planted mistake as it is saved."""
    return written(found(name), str(MISTAKES[name].__doc__))


@pytest.mark.parametrize("name", NAMES)
def test_a_planted_mistake_is_found_and_made_as_small_as_it_can_be(name: str) -> None:
    """A mistake planted in an engine is found in one run, and saved with nothing to spare."""
    differs = differs_from(mistaken(name))
    trial = found(name)

    assert differs(trial)
    assert [] == [each for each in smaller(trial) if differs(each)]
    assert (CASES / f"{name}.yaml").read_text("utf-8") == text_of(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_saved_case_shows_the_mistake_when_it_is_read_back(name: str) -> None:
    trial, _ = read_trial(CASES / f"{name}.yaml")

    assert differs_from(mistaken(name))(trial)


def test_a_trial_that_is_saved_reads_back_with_the_same_truth(tmp_path: Path) -> None:
    """What is saved of a tree and a matter says all that its truth depends on."""
    path = tmp_path / "case.yaml"
    for seed in range(25):
        random = Random(seed)
        policy = trees_of(random)
        for view in matters_of(random, policy, 2):
            for rule in policy.reading.rules:
                trial = Trial(policy=policy, view=view, rule=rule)
                path.write_text(written(pruned(trial), "a trial"), "utf-8")
                again, expected = read_trial(path)

                assert (trial.expected, str(trial.expected)) == (again.expected, expected)


def test_the_case_that_the_page_shows_is_one(tmp_path: Path) -> None:
    text = (ROOT / "docs/agreement.md").read_text("utf-8")
    path = tmp_path / "case.yaml"
    path.write_text(text.partition("```yaml\n")[2].partition("```")[0], "utf-8")
    trial, expected = read_trial(path)

    assert expected == str(trial.expected)
    assert differs_from(mistaken("count_forgets_completeness"))(trial)


def test_a_run_that_finds_a_difference_says_so_and_saves_it(tmp_path: Path) -> None:
    engine = mistaken("not_of_unknown_is_true")
    compared = compare_engine(engine, range(3), MATTERS)
    told = list(save_differences(compared, tmp_path))
    saved = sorted(tmp_path.iterdir())

    assert "  3 policies with a difference" in report(compared)
    assert {f"  saved as {path.name}, which every run replays from now on:" for path in saved} <= {
        *told
    }
    assert replay(Walker(), saved) == (f"{len(saved)} saved cases replayed, 0 left out", [])
    assert len(saved) == len(replay(engine, saved)[1])


def test_what_an_engine_leaves_out_is_counted_and_told() -> None:
    """Whatever an engine cannot express is left out by name, and counted."""
    whole = compare_engine(Walker(), range(9), MATTERS)
    part = compare_engine(Walker(leaves_out=frozenset(("Count",))), range(9), MATTERS)
    told = f"  leaves out Count: {part.tally.left_out:,} comparisons not made"

    assert 0 < part.tally.left_out < whole.tally.compared
    assert whole.tally.compared == part.tally.compared + part.tally.left_out
    assert 0 == part.tally.kinds["Count"] < whole.tally.kinds["Count"]
    assert told in report(part)
    path = CASES / "count_forgets_completeness.yaml"
    assert ("0 saved cases replayed, 1 left out", []) == replay(part.engine, [path])


def test_a_kind_that_no_tree_had_is_told() -> None:
    compared = compare_engine(Walker(), (), MATTERS)

    assert f"  never met {', '.join(KINDS)}: make more policies" in report(compared)


if __name__ == "__main__":
    for each in NAMES:
        (CASES / f"{each}.yaml").write_text(text_of(each), "utf-8")
