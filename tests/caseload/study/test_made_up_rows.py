"""The bundled study set on made-up rows, in the layout of the real ones."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from discretion.assess.assess import Request
from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from discretion.frozen import replace
from tests.caseload.study.study import EXPECTED
from tests.caseload.study.study import GUIDELINES
from tests.caseload.study.study import INTERIM
from tests.caseload.study.study import SET
from tests.caseload.study.study import TODAY
from tests.caseload.study.study import Study
from tests.caseload.study.study import write_made_up

if TYPE_CHECKING:
    from discretion.assess.assess import Assessor
    from discretion.assess.assessment import Finding
    from discretion.caseload.mapping import Mapping
    from discretion.caseload.matters import Matter
    from discretion.rules.library import Library

TEMPLATE = Path(__file__).parents[1] / "made_up_i213.csv"
ROWS = EXPECTED["rows"]
NAMES = [row["row"] for row in ROWS]


@pytest.fixture(scope="module")
def made(
    tmp_path_factory: pytest.TempPathFactory, seattle: "Mapping", library: "Library"
) -> "dict[str, Matter]":
    """Return the matter of each made-up row by what it shows."""
    path = write_made_up(tmp_path_factory.mktemp("rows") / "made_up.csv", TEMPLATE)
    ledger = Ledger(path.name)
    matters = list(read_matters(path, seattle, library.words, ledger))
    assert not [problem for problem in ledger.problems() if problem.code != "out_of_order"]
    return dict(zip(NAMES, matters, strict=True))


@pytest.fixture(scope="module")
def study(assessor: "Assessor") -> Study:
    return Study(assessor)


@pytest.mark.parametrize("row", ROWS, ids=NAMES)
def test_each_made_up_row_comes_to_what_is_expected(
    row: dict[str, object], made: "dict[str, Matter]", study: Study
) -> None:
    matter = made[str(row["row"])]
    told = study.told(matter.case, is_assumed=True)
    bare = study.told(matter.case, is_assumed=False)

    assert row["with"] == {"guidelines": told.guidelines, "interim": told.interim}
    assert row.get("without", {"guidelines": bare.guidelines, "interim": bare.interim}) == {
        "guidelines": bare.guidelines,
        "interim": bare.interim,
    }
    assert row.get("closes", told.closed) == told.closed
    assert row.get("instead", []) == list(told.instead)
    assert set(row.get("counted", ())) == told.counted  # type: ignore[call-overload]  # a list of names
    assert bool(row.get("flagged")) is bool(matter.out_of_order)


def test_no_limb_is_ever_met_on_what_these_rows_say_alone(
    made: "dict[str, Matter]", study: Study
) -> None:
    bare = study.all_told(made.values(), is_assumed=False)

    assert {"true"}.isdisjoint({each.guidelines for each in bare} | {each.interim for each in bare})
    assert not any(each.closed for each in bare)


def findings(assessor: "Assessor", matter: "Matter", instrument: str, rule: str) -> "Finding":
    request = Request(today=TODAY, instruments=(instrument,), assumptions=(SET,))
    (finding,) = (
        each
        for each in assessor.assess(matter.case, request).assessments[0].findings
        if each.rule.id == rule
    )
    return finding


def test_the_day_itself_is_explained(made: "dict[str, Matter]", assessor: "Assessor") -> None:
    # The twin of a real row: an entry on 1 November 2020 is after that day for nobody, and on or
    # after it for everybody. The two texts differ in these words, and in nothing else here.
    matter = made["the day itself is inside the one limb and outside the other"]
    final = findings(assessor, matter, GUIDELINES, "gl.bs.b").derivation
    before = findings(assessor, matter, INTERIM, "int.bs.2").derivation
    by_part = {part.condition: str(part.truth) for part in final.children}
    reached = {str(part.truth) for part in before.children[0].children}

    assert ["true", "true", "false"] == list(by_part.values())
    assert ("false", "true") == (str(final.truth), str(before.truth))
    assert set() == reached


def test_a_row_of_the_vacatur_is_told_what_is_on_record_and_nothing_assumed(
    made: "dict[str, Matter]", assessor: "Assessor"
) -> None:
    case = made["a ground of presence without admission says how"].case
    decision = replace(case.decision, day=date(2023, 2, 10))
    request = Request(today=TODAY, assumptions=(SET,))
    assessed = assessor.assess(replace(case, decision=decision), request)
    (made_of,) = assessed.assessments

    assert ("inherent_discretion", (), ()) == (
        made_of.instrument,
        made_of.assumptions,
        made_of.closed,
    )
    assert not any("inside the country" in line for line in made_of.recorded)
    assert [SET] == [each.id for each in assessed.assumptions]
