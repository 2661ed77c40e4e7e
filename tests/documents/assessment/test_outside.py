"""A memo for outside tells nothing that stays inside, and nothing that is open."""

from functools import cache

import pytest

from discretion import CaseFile
from discretion import Request
from discretion import replace
from discretion.documents.content.blocks import Heading
from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from tests.documents.assessment.cases import SEEDS
from tests.documents.assessment.memos import TODAY
from tests.documents.assessment.memos import assessed_example
from tests.documents.assessment.memos import assessor
from tests.documents.assessment.memos import memo_of
from tests.request.test_saying import disclosed_at_random

SHOWN = "may_disclose"
CANARY = "Zebra-Kanarie-4711"


@cache
def outward_memo(seed: int) -> tuple[CaseFile, Document]:
    case = disclosed_at_random(seed)
    request = Request(today=TODAY, mode="request", audience="outward")
    return case, memo_of(assessor().assess(case, request))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_memo_for_outside_tells_nothing_that_stays_inside(seed: int) -> None:
    """A memo for outside says nothing of an internal fact, and tells nothing that is open."""
    case, document = outward_memo(seed)
    sentences = list(sentences_of(document))
    headings = {block.text for block in document.blocks if isinstance(block, Heading)}
    shown = {name for name, each in case.facts.items() if each.disclosure == SHOWN}
    shown |= {name for name, each in case.lists.items() if each.disclosure == SHOWN}
    said = {*case.facts, *case.lists}

    assert "" == document.mark
    for sentence in sentences:
        names = {name.partition("[")[0] for name in sentence.facts}
        if "on file" in sentence.text and "perhaps more" not in sentence.text:
            assert names & said <= shown or "not known" in sentence.text
        assert not sentence.text.startswith("Open: the")
    assert not {text for text in headings if "missing" in text or "Judgments" in text}


def test_the_memos_for_outside_have_something_to_say() -> None:
    told_of = [
        sentence
        for seed in SEEDS
        for sentence in sentences_of(outward_memo(seed)[1])
        if "on file" in sentence.text
    ]

    assert len(told_of) > len(SEEDS)


def test_a_paper_that_stays_inside_is_not_named_outside() -> None:
    case = assessed_example("request-demo").case
    papers = {name: replace(paper, title=CANARY) for name, paper in case.evidence.items()}
    hidden = replace(
        case,
        evidence={name: replace(each, disclosure="internal") for name, each in papers.items()},
    )
    request = Request(today=TODAY, mode="request", audience="outward")
    inside = memo_of(assessor().assess(hidden, Request(today=TODAY)))
    outside = memo_of(assessor().assess(hidden, request))

    assert any(CANARY in sentence.text for sentence in sentences_of(inside))
    assert not any(CANARY in sentence.text for sentence in sentences_of(outside))
