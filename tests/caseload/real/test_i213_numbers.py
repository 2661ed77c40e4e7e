"""The real Forms I-213 through the commands: what was counted row by row, counted in bulk."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import numpy as np
import pytest

from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.reading import Reading
from tests.caseload.real.files import facts_of
from tests.caseload.real.files import real_files
from tests.caseload.real.files import results_of
from tests.caseload.study.study import COUNTED
from tests.caseload.study.study import EXPECTED
from tests.caseload.study.study import GUIDELINES
from tests.caseload.study.study import INTERIM
from tests.caseload.study.study import LIMBS
from tests.caseload.study.study import SET
from tests.cli.caseload.made import counts_of

if TYPE_CHECKING:
    from discretion.rules.library import Library

Made = Callable[..., Path]
REAL = EXPECTED["real"]
BOTH = ("--policy", GUIDELINES, "--policy", INTERIM)
ASSUMED = ("--assume", SET)
DAY = date(2020, 11, 1)
SHARES = {
    "border_limb_documented": "border documented",
    "conduct_documented": "conduct documented and border not",
    "neither_documented": "neither",
}

pytestmark = real_files


@pytest.fixture(scope="module")
def forced(ran: Made) -> Path:
    """Return the run in which both policies are asked of every row, with what the set assumes."""
    return ran("i213", *BOTH, *ASSUMED)


@pytest.fixture(scope="module")
def own_day(ran: Made) -> Path:
    return ran("i213", *ASSUMED)


@pytest.fixture(scope="module")
def limbs(forced: Path) -> tuple[Any, Any]:
    """Return the two border limbs of every row: 1 for true, 0 for false, -1 for unknown."""
    results = results_of(forced)
    found = []
    for place, policy in enumerate(counts_of(forced)["policies"]):
        bit = np.uint64(list(policy["counts"]).index(LIMBS[policy["instrument"]]))
        true, known = (
            results[f"{name}_{place}"].to_numpy() >> bit & np.uint64(1)
            for name in ("true", "known")
        )
        found.append(np.where(known == 1, true.astype(int), -1))
    return found[0], found[1]


@pytest.fixture(scope="module")
def felony(imported: Made, library: "Library") -> Any:  # noqa: ANN401  # an array
    """Return of which rows the agency says that there was an aggravated felony."""
    reading = Reading(rules={}, judgments={}, derivable=library.derivations.derivable)
    found = []
    for batch in facts_of(imported("i213")).to_batches():
        engine = BitmapEngine(batch, library.dictionary, reading, "decision_date")
        found.append(unpacked(engine.truth(COUNTED["felony"]).true, batch.num_rows))
    return np.concatenate(found)


def test_what_the_border_limbs_come_to(forced: Path) -> None:
    counts = counts_of(forced)
    found = {each["instrument"]: each["counts"] for each in counts["policies"]}

    assert REAL["rows"] == counts["rows"]
    assert REAL["guidelines"] == found[GUIDELINES][LIMBS[GUIDELINES]]
    assert REAL["interim"] == found[INTERIM][LIMBS[INTERIM]]


def test_in_which_share_each_row_counts(forced: Path) -> None:
    (shares,) = (each["shares"] for each in counts_of(forced)["policies"] if "shares" in each)

    assert {share: REAL[name] for share, name in SHARES.items()} == shares


def test_an_aggravated_felony_is_the_agencys_own_saying(
    felony: Any,  # noqa: ANN401  # an array
    limbs: tuple[Any, Any],
) -> None:
    assert REAL["aggravated felony"] == felony.sum()
    assert REAL["either of the last two"] == (felony | (limbs[1] == 1)).sum()


def test_where_the_two_texts_differ_and_why(limbs: tuple[Any, Any]) -> None:
    final, interim = limbs
    differ = (interim == 1) & (final != 1)

    assert REAL["differ"] == differ.sum()
    assert REAL["differ by policy"] == (differ & (final == 0)).sum()
    assert REAL["differ for want of facts"] == (differ & (final == -1)).sum()
    assert 0 == ((final == 1) & (interim != 1)).sum()


def test_the_row_of_the_day_itself_is_among_them(imported: Made, limbs: tuple[Any, Any]) -> None:
    entered = facts_of(imported("i213"), "bs_last_entry_date")["bs_last_entry_date"]
    on_the_day = np.array([each == DAY for each in entered.to_pylist()])

    assert REAL["on the day itself"] == on_the_day.sum()
    assert {(0, 1)} == set(zip(limbs[0][on_the_day], limbs[1][on_the_day], strict=True))


def test_without_the_set_no_row_meets_a_limb(ran: Made) -> None:
    found = {each["instrument"]: each for each in counts_of(ran("i213", *BOTH))["policies"]}
    interim = found[INTERIM]["counts"][LIMBS[INTERIM]]

    assert REAL["interim without the set"] == {name: n for name, n in interim.items() if n}
    assert 0 == found[GUIDELINES]["counts"][LIMBS[GUIDELINES]]["true"]
    assert 0 == found[GUIDELINES]["shares"]["border_limb_documented"]


def test_each_row_by_what_governed_its_own_day(own_day: Path) -> None:
    results = results_of(own_day)
    named = [each["instrument"] for each in counts_of(own_day)["policies"]]
    truths = [results[f"governs_{place}"].to_pylist() for place in range(len(named))]
    by_row = Counter(
        " ".join(
            f"{name} {'unknown' if truth is None else 'true'}"
            for name, truth in zip(named, row, strict=True)
            if truth is not False
        )
        for row in zip(*truths, strict=True)
    )
    expected = {name: counts["rows"] for name, counts in EXPECTED["own_day"].items()}

    assert expected == by_row


def test_the_limb_of_each_policy_among_the_rows_that_it_governed(own_day: Path) -> None:
    found = {}
    for policy in counts_of(own_day)["policies"]:
        limb = LIMBS.get(policy["instrument"])
        for state, block in (("true", policy), ("unknown", policy["may_have_governed"])):
            if limb is not None and block["rows"]:
                counts = {name: n for name, n in block["counts"][limb].items() if n}
                found[f"{policy['instrument']} {state}"] = {"rows": block["rows"], **counts}

    assert {name: each for name, each in EXPECTED["own_day"].items() if len(each) > 1} == found


def test_the_shares_for_both_ends_of_the_vacatur(own_day: Path) -> None:
    (policy,) = (each for each in counts_of(own_day)["policies"] if "shares" in each)
    sure, open_too = policy, policy["may_have_governed"]
    later = {"rows": sure["rows"], **{SHARES[k]: n for k, n in sure["shares"].items()}}
    earlier = {
        "rows": sure["rows"] + open_too["rows"],
        **{SHARES[k]: n + open_too["shares"][k] for k, n in sure["shares"].items()},
    }

    assert EXPECTED["vacatur"] == {"2023-06-23": earlier, "2023-07-30": later}


def test_the_day_of_the_last_entry_holds_back_more_rows_than_any_other_fact(forced: Path) -> None:
    (policy,) = (each for each in counts_of(forced)["policies"] if each["instrument"] == GUIDELINES)

    assert "bs_last_entry_date" == next(iter(policy["decides_alone_by_rule"][LIMBS[GUIDELINES]]))
