"""The first hundred real Forms I-213 with an entry date, assessed under the plain mapping.

Totals alone, and five rows compared by hand with what the policies say, each described without
anything that could tell whose it is.
"""

from collections import Counter
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from discretion.assess.assess import Request
from tests.caseload.real_rows import Cells
from tests.caseload.real_rows import needs_file

if TYPE_CHECKING:
    from discretion.assess.assess import Assessor
    from discretion.assess.assessment import AssessedCase
    from tests.caseload.real_rows import Share

TODAY = date(2026, 11, 24)
GUIDELINES = "dhs-2021-09-30-guidelines"
INTERIM = "ice-2021-02-18-interim"
STARTED, ENTERED_FORCE, VACATED = date(2021, 2, 18), date(2021, 11, 29), date(2022, 6, 25)
CUT_OFF = "2020-11-01"

pytestmark = needs_file


def truths(assessed: "list[AssessedCase]", rule: str) -> Counter[str]:
    """Return how often a rule is true, false and unknown, in its default interpretation."""
    found: Counter[str] = Counter()
    for each in assessed:
        listed = [made for made in each.assessments if rule in {f.rule.id for f in made.findings}]
        for finding in listed[0].findings if listed else ():
            if finding.rule.id == rule:
                found[str(finding.truth)] += 1
    return found


def outcomes(assessed: "list[AssessedCase]") -> Counter[tuple[str, str, int]]:
    """Return how often each instrument was read and established what, in its default reading.

    The number is that of the outcomes that stay reachable.
    """
    found: Counter[tuple[str, str, int]] = Counter()
    for each in assessed:
        first = each.assessments[0]
        found[first.instrument, first.established, len(first.reachable)] += 1
    return found


def test_each_row_is_assessed_by_what_governed_its_own_day(
    share: "Share", assessor: "Assessor"
) -> None:
    request = Request(today=TODAY)

    assessed = [assessor.assess(each.case, request) for each in share.hundred()]
    found = outcomes(assessed)
    border, recent = truths(assessed, "gl.bs.b"), truths(assessed, "int.bs.2")
    attempt, threat = truths(assessed, "gl.bs.a"), truths(assessed, "gl.ps.current")

    assert {
        (GUIDELINES, "", 6): 81,
        (INTERIM, "", 5): 17,
        ("inherent_discretion", "unguided_discretion", 1): 2,
    } == found
    assert {"unknown": 67, "false": 14} == border
    assert {"unknown": 17} == recent
    assert {"unknown": 81} == attempt
    assert {"unknown": 81} == threat


def test_the_guidelines_read_where_they_did_not_govern(
    share: "Share", assessor: "Assessor"
) -> None:
    request = Request(today=TODAY, instruments=(GUIDELINES,))

    assessed = [assessor.assess(each.case, request) for each in share.hundred()]
    found = outcomes(assessed)
    governed = Counter(str(each.assessments[0].governs) for each in assessed)
    border = truths(assessed, "gl.bs.b")

    assert {(GUIDELINES, "", 6): 100} == found
    assert {"true": 81, "false": 19} == governed
    assert {"unknown": 86, "false": 14} == border


def test_the_interim_guidance_read_where_it_did_not_govern(
    share: "Share", assessor: "Assessor"
) -> None:
    request = Request(today=TODAY, instruments=(INTERIM,))

    assessed = [assessor.assess(each.case, request) for each in share.hundred()]
    found = outcomes(assessed)
    governed = Counter(str(each.assessments[0].governs) for each in assessed)
    recent, attempt = truths(assessed, "int.bs.2"), truths(assessed, "int.bs.1")

    assert {(INTERIM, "", 5): 87, (INTERIM, "", 4): 13} == found
    assert {"true": 17, "false": 83} == governed
    assert {"unknown": 87, "false": 13} == recent
    assert {"unknown": 87, "false": 13} == attempt


def by_hand(
    share: "Share", assessor: "Assessor", chosen: Callable[[Cells, date], bool]
) -> "AssessedCase":
    """Return the first of the hundred that a description fits, assessed by its own day."""
    matter = next(
        each
        for each in share.hundred()
        if chosen(share.cells[each.address.row - 1], each.case.decision.day)
    )
    return assessor.assess(matter.case, Request(today=TODAY))


def deciding(assessed: "AssessedCase", rule: str) -> set[str]:
    """Return the missing facts that could still change a rule."""
    missing = assessed.assessments[0].missing
    return {each.fact for each in missing if rule in each.could_change}


def truth(assessed: "AssessedCase", rule: str) -> str:
    return next(str(f.truth) for f in assessed.assessments[0].findings if f.rule.id == rule)


def test_by_hand_an_entry_long_before_the_cut_off(share: "Share", assessor: "Assessor") -> None:
    # A row of the first window in force whose latest entry lies years before the cut-off. II.C(b)
    # asks for an unlawful entry after 1 November 2020: whatever the manner and the place, it is
    # not met, and nothing missing could change that. II.C(a) has no date, and stays open.
    assessed = by_hand(
        share,
        assessor,
        lambda cells, day: ENTERED_FORCE <= day < VACATED and cells["entry_date"] < "2018-01-01",
    )
    limb_b, limb_a = truth(assessed, "gl.bs.b"), truth(assessed, "gl.bs.a")
    open_b, open_a = deciding(assessed, "gl.bs.b"), deciding(assessed, "gl.bs.a")

    assert ("false", set()) == (limb_b, open_b)
    assert ("unknown", {"bs_apprehension_place", "bs_attempting_unlawful_entry"}) == (
        limb_a,
        open_a,
    )


def test_by_hand_an_entry_without_inspection_after_the_cut_off(
    share: "Share", assessor: "Assessor"
) -> None:
    # A row of the same window whose latest entry is months after the cut-off and whose class says
    # Without Inspection. Manner and date meet II.C(b); that the arrest was inside the country is
    # the one element that the form does not record, so the limb turns on it alone.
    assessed = by_hand(
        share,
        assessor,
        lambda cells, day: (
            ENTERED_FORCE <= day < VACATED
            and cells["entry_date"] > "2021-02-01"
            and cells["entry_admission_class_descr"] == "Without Inspection"
        ),
    )
    limb, missing = truth(assessed, "gl.bs.b"), deciding(assessed, "gl.bs.b")

    assert ("unknown", {"bs_apprehension_place"}) == (limb, missing)


def test_by_hand_an_entry_after_the_cut_off_whose_class_is_blank(
    share: "Share", assessor: "Assessor"
) -> None:
    # A row of the same window and the same kind of date, with a blank class. A charge of presence
    # without admission is no record of an entry in the plain mapping: manner and place are missing.
    assessed = by_hand(
        share,
        assessor,
        lambda cells, day: (
            ENTERED_FORCE <= day < VACATED
            and cells["entry_date"] > "2021-02-01"
            and not cells["entry_admission_class_descr"]
        ),
    )
    limb, missing = truth(assessed, "gl.bs.b"), deciding(assessed, "gl.bs.b")

    assert ("unknown", {"bs_apprehension_place", "bs_entry_manner", "entries.complete"}) == (
        limb,
        missing,
    )


def test_by_hand_an_interim_row_that_may_have_been_here_before(
    share: "Share", assessor: "Assessor"
) -> None:
    # A row of the interim window whose latest entry is after the cut-off. The interim test is
    # presence before 1 November 2020, in whatever manner: a latest entry cannot exclude an earlier
    # stay, so the presumption is reachable and not established, and the manner is not asked.
    assessed = by_hand(
        share,
        assessor,
        lambda cells, day: STARTED <= day < ENTERED_FORCE and cells["entry_date"] > CUT_OFF,
    )
    made = assessed.assessments[0]
    limb, missing = truth(assessed, "int.bs.2"), deciding(assessed, "int.bs.2")

    assert ("unknown", "") == (limb, made.established)
    assert "presumed_border_security" in made.reachable
    assert {
        "bs_physically_present_before_2020_11_01",
        "entries.complete",
        "first_entry_on",
        "presence.complete",
    } == missing


def test_by_hand_a_row_of_the_vacatur(share: "Share", assessor: "Assessor") -> None:
    # A row of an apprehension after 25 June 2022 and before the reversal. Nothing governed: the
    # answer is one assessment of inherent discretion, with what is recorded and no rule at all.
    assessed = by_hand(share, assessor, lambda _, day: day >= VACATED)
    made = assessed.assessments
    governing = {str(line.governs) for line in assessed.governing if not line.part}
    recorded = len(made[0].recorded)

    assert ["inherent_discretion"] == [each.instrument for each in made]
    assert ("unguided_discretion", ()) == (made[0].outcome, made[0].findings)
    assert "true" not in governing
    assert recorded > 0
