"""Every rule and outcome of every real Form I-213, in bulk as row by row with the reference engine.

Rows are compared by how many differ, so that a failure shows none of them.
"""

import json
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Any

import pytest

from discretion.assess.assess import Request
from discretion.assess.assume import assume
from discretion.assess.assume import suppose
from discretion.engines.interpretations import interpretations
from discretion.engines.reading import Reading as Conditions
from discretion.engines.reference import ReferenceEngine
from discretion.facts.view import Reading
from discretion.facts.view import view_case
from discretion.rules.assumption import WHOLE
from discretion.truth import Truth
from tests.caseload.real.files import real_files
from tests.caseload.real.files import results_of
from tests.caseload.study.study import GUIDELINES
from tests.caseload.study.study import INTERIM
from tests.caseload.study.study import SET
from tests.caseload.study.study import TODAY
from tests.cli.caseload.made import counts_of

if TYPE_CHECKING:
    from discretion.assess.assess import Assessor
    from discretion.assess.assessment import Assessment
    from discretion.facts.view import View
    from discretion.rules.library import Library
    from tests.caseload.real_rows import Share

Made = Callable[..., Path]
ASKED = ("--policy", GUIDELINES, "--policy", INTERIM, "--interpretation", "all")
SETS = [(), (SET,)]
EVERY = 12
"""One row in so many is also assessed exactly."""

pytestmark = [*real_files, pytest.mark.slow]


class Bulk:
    """The results of one run, taken apart row by row."""

    def __init__(self, run: Path) -> None:
        results = results_of(run)
        self.policies = counts_of(run)["policies"]
        self.metadata = _metadata(results)
        self.columns = {name: results[name].to_pylist() for name in results.schema.names}

    def mask(self, name: str, place: int, row: int, names: list[str]) -> frozenset[str]:
        """Return the names whose bits are set in a row."""
        found = set()
        for bit, each in enumerate(names):
            word = f"{name}_{place}" + (f"_{bit // 64 + 1}" if bit >= 64 else "")
            if self.columns[word][row] >> bit % 64 & 1:
                found.add(each)
        return frozenset(found)

    def rules(self, place: int, row: int) -> tuple[frozenset[str], frozenset[str]]:
        """Return the rules that are true in a row, and those that are known."""
        names = self.metadata[place]["rules"]
        return self.mask("true", place, row, names), self.mask("known", place, row, names)

    def possible(self, place: int, row: int) -> frozenset[str]:
        return self.mask("possible", place, row, self.metadata[place]["outcomes"])

    def alone(self, place: int, row: int) -> frozenset[str]:
        return self.mask("decides_alone", place, row, self.metadata[place]["facts"])


def _metadata(results: Any) -> list[dict[str, Any]]:  # noqa: ANN401  # a table of Arrow
    found: list[dict[str, Any]] = json.loads(results.schema.metadata[b"discretion"])["policies"]
    return found


@pytest.fixture(scope="module", params=SETS, ids=["without a set", "with the set"])
def assumed(request: pytest.FixtureRequest) -> tuple[str, ...]:
    found: tuple[str, ...] = request.param
    return found


@pytest.fixture(scope="module")
def bulk(ran: Made, assumed: tuple[str, ...]) -> Bulk:
    words = (word for name in assumed for word in ("--assume", name))
    return Bulk(ran("i213", *ASKED, *words))


def views(share: "Share", library: "Library", assumed: tuple[str, ...]) -> "Iterator[View]":
    """Yield every real row as the reference engine reads it, in the file's order."""
    conditions = Conditions(rules={}, judgments={}, derivable=library.derivations.derivable)
    sets = [library.assumption_sets[name] for name in assumed]
    for matter in share.matters:
        reading = Reading(mode="review", known_on=TODAY)
        stated = view_case(matter.case, library.dictionary, reading, "decision_date")
        supposed = suppose(stated, library.derivations, conditions)
        yield assume(supposed, sets, library.derivations, conditions).view


def test_every_rule_and_outcome_of_every_row(
    bulk: Bulk, share: "Share", library: "Library", assumed: tuple[str, ...]
) -> None:
    readings = [
        (pack, made.reading)
        for pack in (library.pack(GUIDELINES), library.pack(INTERIM))
        for made in interpretations(pack, library.derivations.derivable)
    ]
    differing = dict.fromkeys(("rules", "established", "possible"), 0)
    rows = 0
    for row, view in enumerate(views(share, library, assumed)):
        rows += 1
        for place, (pack, reading) in enumerate(readings):
            engine = ReferenceEngine(view, reading)
            truths = {rule: engine.rule(rule).truth for rule in bulk.metadata[place]["rules"]}
            true = frozenset(rule for rule, each in truths.items() if each is Truth.TRUE)
            known = frozenset(rule for rule, each in truths.items() if each is not Truth.UNKNOWN)
            outcomes = {each.token: engine.truth(each.when) for each in pack.outcomes}
            established, possible = _reached(outcomes, pack.when_open)
            differing["rules"] += (true, known) != bulk.rules(place, row)
            differing["established"] += established != bulk.columns[f"established_{place}"][row]
            differing["possible"] += possible != bulk.possible(place, row)

    assert len(readings) == len(bulk.policies)
    assert len(bulk.columns["true_0"]) == rows
    assert {"rules": 0, "established": 0, "possible": 0} == differing


def _reached(outcomes: dict[str, Truth], when_open: str) -> tuple[str | None, frozenset[str]]:
    """Return the outcome that is established, and those that may be, as a table is read."""
    possible = set()
    for token, truth in outcomes.items():
        if truth is not Truth.FALSE:
            possible.add(token)
        if truth is Truth.TRUE:
            return token, frozenset(possible)
    return None, frozenset({*possible, when_open})


def exact(
    share: "Share", assessor: "Assessor", assumed: tuple[str, ...], every: int
) -> "Iterator[tuple[int, tuple[Assessment, ...]]]":
    """Yield one row in so many with its assessments, exactly."""
    request = Request(
        today=TODAY, instruments=(GUIDELINES, INTERIM), assumptions=assumed, interpretation=None
    )
    for row in range(0, len(share.matters), every):
        yield row, assessor.assess(share.matters[row].case, request).assessments


def test_what_decides_alone_is_missing_and_what_can_be_reached_is_possible(
    bulk: Bulk, share: "Share", assessor: "Assessor", assumed: tuple[str, ...]
) -> None:
    outside = dict.fromkeys(("reachable", "missing", "named"), 0)
    for row, assessments in exact(share, assessor, assumed, EVERY):
        assert len(bulk.policies) == len(assessments)
        for place, each in enumerate(assessments):
            alone = {name.removesuffix(WHOLE) for name in bulk.alone(place, row)}
            missing = {missing.fact.partition("[")[0].partition(".")[0] for missing in each.missing}
            outside["reachable"] += not set(each.reachable) <= bulk.possible(place, row)
            outside["missing"] += not alone <= missing
            outside["named"] += bool(alone)

    assert (0, 0) == (outside["reachable"], outside["missing"])
    assert outside["named"] > 0
