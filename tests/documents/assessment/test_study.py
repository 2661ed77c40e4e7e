"""What is assumed, whose account is read and what is no authority is told before any finding."""

from functools import cache

import pytest

from discretion import Request
from discretion import assumed_answers
from discretion import read_case_file
from discretion.answers.wording import ASSUMED_TITLE
from discretion.answers.wording import authority_in_words
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Notice
from discretion.documents.content.document import sentences_of
from tests.documents.assessment.memos import EXAMPLES
from tests.documents.assessment.memos import TODAY
from tests.documents.assessment.memos import assessor
from tests.documents.assessment.memos import memo_of

SET = "latest_entry_and_charge_sections"
POLICIES = ("dhs-2021-09-30-guidelines", "dhs-2017-02-20-kelly")
"""One that governed on the day of the example, and one that did not."""


@cache
def blocks(example: str) -> tuple[Block, ...]:
    case, problems = read_case_file(EXAMPLES / f"{example}.yaml", assessor().library.words)
    assert case is not None
    request = Request(today=TODAY, party="agency", instruments=POLICIES, assumptions=(SET,))
    return memo_of(assessor().assess(case, request, problems)).blocks


def place_of(text: str, example: str = "study-demo") -> int:
    """Return where the first heading stands that begins with some words."""
    return next(
        number
        for number, block in enumerate(blocks(example))
        if isinstance(block, Heading) and block.text.startswith(text)
    )


def notices(example: str = "study-demo") -> list[str]:
    found = [block for block in blocks(example) if isinstance(block, Notice)]
    return [sentence.text for block in found for sentence in block.sentences]


def test_a_set_of_assumptions_is_told_at_the_head_and_its_answers_before_the_outcome() -> None:
    answers = blocks("study-demo")[place_of(ASSUMED_TITLE) + 1]

    assert isinstance(answers, Listing)
    assert any(text.startswith(f"Assumed for a study ({SET}") for text in notices())
    assert place_of("Under: ") < place_of(ASSUMED_TITLE) < place_of("Outcome")
    assert {"bs_entry_manner", "bs_apprehension_place"} <= {
        fact for item in answers.items for sentence in item for fact in sentence.facts
    }
    assert all("Taken to be: " in sentence.text for item in answers.items for sentence in item)


def test_what_is_assumed_is_told_of_its_own_fact() -> None:
    case, _ = read_case_file(EXAMPLES / "study-demo.yaml", assessor().library.words)
    assert case is not None
    assessed = assessor().assess(case, Request(today=TODAY, assumptions=(SET,)))
    facts = assessor().library.dictionary.facts
    told = {sentence.text: sentence.facts for sentence in sentences_of(memo_of(assessed))}

    for question, answer, _ in assumed_answers(assessed.assessments[0]):
        ((name,),) = [each for text, each in told.items() if text.startswith(f"{question} Taken")]
        fact = facts[name.removesuffix(".complete")]
        assert question in {fact.question, fact.complete_question}
        assert answer


def test_an_instrument_that_did_not_govern_is_told_as_no_authority() -> None:
    case, _ = read_case_file(EXAMPLES / "study-demo.yaml", assessor().library.words)
    assert case is not None
    assessed = assessor().assess(case, Request(today=TODAY, instruments=POLICIES))
    told = [text for each in assessed.assessments for text in authority_in_words(each)]

    assert any("did not govern the decision, and is no authority" in text for text in told)
    assert set(told) <= set(notices())


def test_whose_account_is_read_alone_is_told_at_the_head() -> None:
    early = blocks("garcia-demo")[: place_of("What governed", "garcia-demo")]

    assert any("the agency's account is read alone" in str(block) for block in early)


@pytest.mark.parametrize("example", ["garcia-demo", "visitor-demo"])
def test_every_instrument_that_was_asked_for_has_its_own_limits(example: str) -> None:
    headings = [block.text for block in blocks(example) if isinstance(block, Heading)]

    assert len(POLICIES) == len([text for text in headings if text.startswith("Limits of what")])
    assert len(POLICIES) == headings.count("What is not encoded here")
    assert headings.index("The official's own reasons") > headings.index("How the text was read")
