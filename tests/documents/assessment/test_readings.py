"""Another reading is told by what it changes: findings, duties, the outcome and what is missing."""

from pathlib import Path

from discretion import AssessedCase
from discretion import Problem
from discretion import Request
from discretion import read_case_file
from discretion import replace
from discretion.answers.wording import LOOK_AT_THE_FILE
from discretion.answers.wording import NOTHING_ASSUMED
from discretion.answers.wording import NOTHING_RECORDED
from discretion.documents.assessment.readings import ALSO_MISSING
from discretion.documents.assessment.readings import OTHERWISE_ALIKE
from discretion.documents.content.document import sentences_of
from tests.documents.assessment.memos import EXAMPLES
from tests.documents.assessment.memos import TODAY
from tests.documents.assessment.memos import UNGUIDED
from tests.documents.assessment.memos import assessor
from tests.documents.assessment.memos import example
from tests.documents.assessment.memos import memo_of

ONCE = "{on: 2021-01-10, place: Chicago, manner: inspected_and_admitted}"
TWICE = f"{ONCE}, {{on: 2020-12-05, place: El Paso, manner: unlawful}}"
STUDY = "latest_entry_and_charge_sections"


def twice_entered(folder: Path, *changes: tuple[str, str]) -> AssessedCase:
    """Return a visitor who entered unlawfully once before, which two readings tell apart."""
    text = (EXAMPLES / "visitor-demo.yaml").read_text("utf-8").replace(ONCE, TWICE)
    for old, new in changes:
        text = text.replace(old, new)
    path = folder / "case.yaml"
    path.write_text(text, "utf-8")
    case, problems = read_case_file(path, assessor().library.words)
    assert case is not None
    return assessor().assess(case, Request(today=TODAY), problems)


def told(assessed: AssessedCase) -> dict[str, tuple[str, ...]]:
    return {each.text: each.citations for each in sentences_of(memo_of(assessed))}


def test_a_finding_and_an_outcome_that_another_reading_changes_are_told(tmp_path: Path) -> None:
    first, other = (assessed := twice_entered(tmp_path)).assessments
    sentences = told(assessed)

    assert first.reachable != other.reachable
    (outcome,) = [text for text in sentences if text.startswith("Outcome: ")]
    assert all(token in outcome for token in (*first.reachable, *other.reachable))
    assert sentences[outcome]
    (changed,) = [text for text in sentences if text.startswith("Met, but not met in the first")
                  and "II.C(b)" in text]  # fmt: skip
    assert ("the Guidelines, II.C(b)",) == sentences[changed]
    assert OTHERWISE_ALIKE in sentences


def test_what_bears_on_another_reading_alone_is_told_as_missing(tmp_path: Path) -> None:
    unlisted = ("entries: {complete: yes, records: [" + TWICE + "]}", "entries: unknown")
    assessed = twice_entered(tmp_path, unlisted)
    first, other = assessed.assessments
    asked = {row.fact for row in first.missing}
    more = [row.question for row in other.missing if row.fact not in asked]

    assert more
    assert ALSO_MISSING in told(assessed)
    assert all(any(question in text for text in told(assessed)) for question in more)


def test_what_may_be_wrong_with_the_file_is_told_at_the_head() -> None:
    problem = Problem(
        code="date_out_of_order",
        message="`a` is after `b`",
        help="check both",
        file="case.yaml",
        line=7,
        severity="warning",
    )
    clean = assessor().assess(example("visitor-demo"), Request(today=TODAY))
    faulty = assessor().assess(example("visitor-demo"), Request(today=TODAY), (problem,))
    says = "case.yaml, line 7: `a` is after `b` [date_out_of_order]. Check both."

    assert {LOOK_AT_THE_FILE, says} <= set(told(faulty))
    assert LOOK_AT_THE_FILE not in told(clean)


def test_where_nothing_guided_nothing_is_assumed_and_no_record_is_told_as_none() -> None:
    case = example(UNGUIDED)
    request = Request(today=TODAY, assumptions=(STUDY,))
    bare = replace(case, facts={}, lists={})

    assert NOTHING_ASSUMED in told(assessor().assess(case, request))
    assert NOTHING_RECORDED in told(assessor().assess(bare, Request(today=TODAY)))
