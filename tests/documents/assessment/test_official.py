"""The memo tells an official nothing of what to do, and leaves their own part blank."""

import re

import pytest

from discretion import Request
from discretion import Truth
from discretion import replace
from discretion.answers.wording import BANNER
from discretion.documents.content.blocks import Grid
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Notice
from discretion.documents.content.document import sentences_of
from discretion.facts.values import one_word
from tests.documents.assessment.cases import EVERY
from tests.documents.assessment.cases import assessed_of
from tests.documents.assessment.cases import memo
from tests.documents.assessment.cases import told
from tests.documents.assessment.memos import TODAY
from tests.documents.assessment.memos import UNGUIDED
from tests.documents.assessment.memos import assessor
from tests.documents.assessment.memos import memo_of
from tests.properties.matters import account_of
from tests.properties.matters import matter

REFUSED = re.compile(
    r"\b(?:should be (?:arrested|detained|removed|deported|released)"
    r"|(?:must|ought to) be (?:arrested|detained|removed|deported)"
    r"|(?:we|i) (?:recommend|advise|suggest)|is recommended|recommendation"
    r"|scores?|ranks?|ranking|risk level|threat level|weights?|high risk|low risk)\b",
    re.IGNORECASE,
)
"""Words that would tell an official what to do, or order people."""


@pytest.mark.parametrize("case", EVERY)
def test_nothing_is_recommended_and_nobody_is_put_in_an_order(case: str | int) -> None:
    """Nothing is recommended but in the words that refuse to, and nobody is put in an order."""
    words = "\n".join(sentence.text for sentence in told(case)).replace(BANNER, "")

    assert [] == REFUSED.findall(words)
    assert "enough" not in " ".join(
        finding.measure for each in assessed_of(case).assessments for finding in each.findings
    )


@pytest.mark.parametrize("text", ["The person should be detained", "a score of 7", "We recommend"])
def test_a_recommendation_would_be_noticed(text: str) -> None:
    assert REFUSED.search(text)


@pytest.mark.parametrize("case", EVERY)
def test_a_memo_says_first_what_it_is_and_what_governs_today(case: str | int) -> None:
    """A memo says first that a human decides, then what governed and what governs today."""
    first = memo(case).blocks[0]
    headings = [block.text for block in memo(case).blocks if isinstance(block, Heading)]

    assert isinstance(first, Notice)
    assert BANNER == first.sentences[0].text
    assert ["What governed", "What governs"] == [
        text[:13].strip() for text in headings if text.startswith("What govern")
    ]
    assert memo(case).mark.startswith("Internal")
    assert TODAY == memo(case).dated


@pytest.mark.parametrize("case", EVERY)
def test_the_officials_own_part_is_blank(case: str | int) -> None:
    """Of the official's own part nothing is filled in but what each row is about."""
    blocks = memo(case).blocks
    start = next(
        number
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and block.text == "The official's own reasons"
    )
    forms = [block for block in blocks[start:] if isinstance(block, Grid)]

    assert forms
    for form in forms:
        assert all(cell.sentences == () for row in form.rows for cell in row[1:])
    empty = [row for row in forms[0].rows if row[0].sentences == ()]
    assert 3 == len(empty)


@pytest.mark.parametrize("case", EVERY)
def test_every_table_is_as_wide_as_its_head(case: str | int) -> None:
    """Every table has one cell for each heading in every row."""
    for block in memo(case).blocks:
        if isinstance(block, Grid):
            assert {len(block.head)} == {len(row) for row in block.rows}
            assert len(block.widths) == len(block.head)


def test_where_nothing_guided_the_facts_on_record_are_told_by_name() -> None:
    named = {fact for sentence in told(UNGUIDED) for fact in sentence.facts}

    assert {"offences", "birth_date", "bs_entry_manner"} <= named
    assert "decision_date" not in named


def test_a_claim_of_citizenship_stops_at_the_head_of_the_memo() -> None:
    case = matter(1, 0.2)
    facts = {**case.facts, "claims_us_citizenship": account_of(one_word("yes"))}
    document = memo_of(assessor().assess(replace(case, facts=facts), Request(today=TODAY)))

    gate = assessor().assess(replace(case, facts=facts), Request(today=TODAY)).threshold[0]
    assert Truth.TRUE is gate.state
    assert any(f"Stop. {gate.says}" == sentence.text for sentence in sentences_of(document))
