"""What the memo says of the example cases, one page to a case, to be read like prose.

Digests are left out, as they say nothing to a reader. Run this file to write the pages anew, and
read the difference as a supervisor would.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

from discretion import AssessedCase
from discretion import Assessor
from discretion import CaseFile
from discretion import Request
from discretion import read_case_file
from discretion import read_library
from discretion import replace
from discretion.documents import AssessmentTold
from discretion.documents import assessment_memo
from discretion.documents.content.document import Document
from tests.documents.content_text import as_text

PAGES = Path(__file__).parent / "pages"
EXAMPLES = Path(__file__).parents[3] / "examples"
TODAY = date(2026, 11, 24)
CASES = ("garcia-demo", "request-demo", "visitor-demo")
UNGUIDED = "unguided"
"""The first case on a day on which nothing guided such a decision."""
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
NAMES = (*CASES, UNGUIDED)


@cache
def assessor() -> Assessor:
    """Return an assessor of the bundled library."""
    return Assessor(read_library())


def example(name: str) -> CaseFile:
    """Return an example case, or the one that nothing guided."""
    found, _ = read_case_file(
        EXAMPLES / f"{CASES[0] if name == UNGUIDED else name}.yaml", assessor().library.words
    )
    assert found is not None
    if name != UNGUIDED:
        return found
    return replace(found, decision=replace(found.decision, day=date(2022, 8, 1)))


@cache
def assessed_example(name: str) -> AssessedCase:
    """Return an example case as it is assessed."""
    return assessor().assess(example(name), Request(today=TODAY))


def memo_of(assessed: AssessedCase) -> Document:
    """Return the memo on an assessed case."""
    told = AssessmentTold(assessed=assessed, library=assessor().library, today=TODAY)
    return assessment_memo(told)


def page_of(name: str) -> str:
    """Return what the memo says of an example case."""
    return _DIGEST.sub("sha256:DIGEST", as_text(memo_of(assessed_example(name))))


def renew() -> None:
    """Write every page anew."""
    PAGES.mkdir(exist_ok=True)
    for name in NAMES:
        (PAGES / f"{name}.txt").write_text(page_of(name), "utf-8")


if __name__ == "__main__":
    renew()
