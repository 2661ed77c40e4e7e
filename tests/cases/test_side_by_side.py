"""One case under several instruments: what is the same and what is not, case by case."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from discretion import Assessor
from discretion import Request
from discretion import SideBySide
from discretion import Truth
from discretion import read_case_file
from discretion import read_library
from discretion import set_side_by_side
from tests.properties.matters import TODAY

Case = dict[str, Any]

TABLE = (Path(__file__).parent / "side_by_side.yaml").read_text("utf-8")
CASES: list[Case] = yaml.load(TABLE, yaml.BaseLoader)  # noqa: S506  # it makes nothing but text
SIGNED = {"state": "settled", "by": "B. Official", "role": "official", "reasons": "Stated."}
WORDS = {"true": Truth.TRUE, "false": Truth.FALSE, "?": Truth.UNKNOWN, "-": None}
GOVERNS = {"yes": Truth.TRUE, "no": Truth.FALSE, "~": Truth.UNKNOWN}


@cache
def assessor() -> Assessor:
    return Assessor(read_library())


@pytest.fixture(params=CASES, ids=lambda case: case["id"])
def case(request: pytest.FixtureRequest) -> Case:
    found: Case = request.param
    return found


@pytest.fixture
def beside(case: Case, tmp_path: Path) -> SideBySide:
    decision = case.get("decision", {"type": "arrest", "date": "2021-12-15"})
    file = {
        "case": case["id"],
        "decision": {"component": "ICE-ERO", "class": [], **decision},
        "facts": case["facts"],
        "judgments": {
            name: {**SIGNED, "answer": answer, "on": decision["date"]}
            for name, answer in case.get("judgments", {}).items()
        },
    }
    path = tmp_path / "case.yaml"
    path.write_text(yaml.safe_dump(file), "utf-8")
    read, problems = read_case_file(path, assessor().library.words)

    assert () == problems
    assert read is not None
    request = Request(today=TODAY, instruments=tuple(case["policies"]))
    found = set_side_by_side(assessor().assess(read, request))
    assert found is not None
    return found


def test_what_instruments_say_of_a_topic_relates_as_expected(
    case: Case, beside: SideBySide
) -> None:
    found = {f"{row.topic} {row.side or row.kind}": row for row in beside.topics}
    for name, (*truths, relation) in case.get("says", {}).items():
        assert [WORDS[word] for word in truths] == [said.truth for said in found[name].said]
        assert relation == found[name].relation, case["because"]


def test_outcomes_relate_as_expected(case: Case, beside: SideBySide) -> None:
    assert case.get("outcome", beside.outcome) == beside.outcome, case["because"]


def test_each_instrument_governs_and_speaks_as_expected(case: Case, beside: SideBySide) -> None:
    assert case["policies"] == [side.assessment.instrument for side in beside.sides]
    for side, word in zip(beside.sides, case.get("governs", ()), strict=False):
        assert GOVERNS[word] is side.assessment.governs, case["because"]
    for side, word in zip(beside.sides, case.get("speaks", ()), strict=False):
        assert (word == "yes") is side.speaks, case["because"]


def test_duties_are_owed_as_expected(case: Case, beside: SideBySide) -> None:
    found = {group.topic: list(group.states) for group in beside.duties}
    for topic, states in case.get("duties", {}).items():
        assert states == found[topic], case["because"]


def test_every_case_expects_something_and_says_why() -> None:
    expecting = {"says", "outcome", "governs", "speaks", "duties"}

    assert [] == [case["id"] for case in CASES if not expecting.intersection(case)]
    assert [] == [case["id"] for case in CASES if not case["because"]]
    assert len(CASES) == len({case["id"] for case in CASES})
