"""How many rows each difference touches: by rules of three values, unknown apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from discretion.caseload.folder.mappings import mapping_for
from discretion.caseload.ledger import Ledger
from discretion.caseload.matters import read_matters
from discretion.compare.differences.impact import TableImpact
from discretion.compare.differences.impact import count_impact
from discretion.compare.side import PolicySide
from discretion.compare.witness import assessed
from discretion.facts.casefile import CaseFile
from discretion.rules.library import BUNDLED
from discretion.truth import Truth
from discretion.truth import disjunction
from tests.caseload.real_rows import FILE
from tests.caseload.real_rows import needs_file
from tests.compare.policies.comparing import FINAL
from tests.compare.policies.comparing import INTERIM
from tests.compare.policies.comparing import TODAY
from tests.compare.policies.comparing import assessor
from tests.compare.policies.comparing import side
from tests.repository.tree import ROOT

MADE_UP = ROOT / "tests/caseload/made_up_i213.csv"
STUDY = "latest_entry_and_charge_sections"


def matters_of(path: Path) -> Iterator[CaseFile]:
    words = assessor().library.words
    mapping = mapping_for(path, BUNDLED, words)
    assert mapping is not None
    return (each.case for each in read_matters(path, mapping, words, Ledger(path.name)))


def impact_on(path: Path, suffix: str = "") -> TableImpact:
    return count_impact(side(INTERIM + suffix), side(FINAL + suffix), matters_of(path), "", TODAY)


def truth_on(case: CaseFile, policy: PolicySide, kind: str, topic: str) -> Truth:
    """Return the truth of all rules of a topic, from the whole assessment of a case."""
    found = assessed(case, policy, assessor(), TODAY).findings
    return disjunction(
        each.truth for each in found if (each.rule.kind, each.rule.topic) == (kind, topic)
    )


@pytest.mark.parametrize("suffix", ["", f"+{STUDY}"])
def test_each_count_is_that_of_whole_assessments(suffix: str) -> None:
    """What is counted of a difference is what assessing each row under both policies comes to."""
    impact = impact_on(MADE_UP, suffix)
    cases = list(matters_of(MADE_UP))
    (found,) = [
        each for each in impact.impacts if (each.kind, each.topic) == ("category", "border_entry")
    ]
    truths = [
        tuple(
            truth_on(case, side(name + suffix), "category", "border_entry")
            for name in (INTERIM, FINAL)
        )
        for case in cases
    ]

    assert len(cases) == impact.matters
    assert truths.count((Truth.TRUE, Truth.FALSE)) == found.a_alone.true
    assert truths.count((Truth.FALSE, Truth.TRUE)) == found.b_alone.true
    denied = sum(one is Truth.FALSE or other is Truth.TRUE for one, other in truths)
    assert denied == found.a_alone.false
    for counts in (found.a_alone, found.b_alone):
        assert len(cases) == counts.true + counts.false + counts.unknown


def test_a_table_that_no_mapping_fits_has_none(tmp_path: Path) -> None:
    """A table whose headers no mapping names is left to whoever can name one."""
    table = tmp_path / "rows.csv"
    table.write_text("a,b\n1,2\n", "utf-8")

    assert mapping_for(table, BUNDLED, assessor().library.words) is None


@needs_file
@pytest.mark.slow
def test_the_real_rows_leave_most_open() -> None:
    """Of the real rows, what is not known is counted as unknown, and never as a difference."""
    impact = impact_on(FILE)
    found = {(each.kind, each.topic): each for each in impact.impacts}

    assert 8763 == impact.matters
    border = found["category", "border_entry"]
    assert (0, 970, 7793) == (border.a_alone.true, border.a_alone.false, border.a_alone.unknown)
    assert (0, 0, 8763) == (border.b_alone.true, border.b_alone.false, border.b_alone.unknown)
    safety = found["category", "public_safety"]
    assert 8763 == safety.a_alone.unknown == safety.b_alone.unknown
