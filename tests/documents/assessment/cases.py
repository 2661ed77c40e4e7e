"""The cases that memos are made of: examples by their names, random matters by their seeds."""

from functools import cache

from discretion import AssessedCase
from discretion import Request
from discretion.documents.content.document import Document
from discretion.documents.content.document import sentences_of
from discretion.documents.content.sentence import Sentence
from tests.documents.assessment.memos import NAMES
from tests.documents.assessment.memos import TODAY
from tests.documents.assessment.memos import assessed_example
from tests.documents.assessment.memos import assessor
from tests.documents.assessment.memos import memo_of
from tests.properties.matters import matter

SEEDS = range(6)
FOUND = (*NAMES[:-1], *SEEDS)
"""The cases under some instrument."""
EVERY = (*NAMES, *SEEDS)


@cache
def assessed_of(case: str | int) -> AssessedCase:
    """Return a case as it is assessed."""
    if isinstance(case, str):
        return assessed_example(case)
    return assessor().assess(matter(case, 0.5), Request(today=TODAY))


@cache
def memo(case: str | int) -> Document:
    """Return the memo on a case."""
    return memo_of(assessed_of(case))


def told(case: str | int) -> list[Sentence]:
    """Return every sentence of the memo on a case."""
    return list(sentences_of(memo(case)))
