"""The guide to official files shows a file that is made as it says, and a file that is read."""

import re
from pathlib import Path

import typst

from discretion.source import Report
from discretion.verification import read_document
from discretion.verification.matching.search import WIDEST_GAP
from discretion.verification.pdf_reader import LARGEST_PDF
from discretion.verification.pdf_reader import MOST_CHARACTERS
from discretion.verification.pdf_reader import MOST_PAGES
from discretion.verification.reviews.reader import reviews_in
from discretion.verification.reviews.review import ReviewState
from scripts.documents.consoles import ROOT
from tests.cli.verify_source.test_answer import KEYS
from tests.cli.verify_source.test_answer import PHRASE
from tests.cli.verify_source.test_answer import PROVISION
from tests.cli.verify_source.test_answer import REVIEW

GUIDE = (ROOT / "docs/how-to-verify-a-source.md").read_text("utf-8")
MEMO = ROOT / "examples/made-up-memo.pdf"


def test_the_example_says_what_it_is_made_from(tmp_path: Path) -> None:
    made = tmp_path / MEMO.name
    made.write_bytes(typst.compile(str(MEMO.with_suffix(".typ"))))
    kept, problems = read_document(MEMO)
    fresh, _ = read_document(made)

    assert () == problems
    assert kept is not None
    assert fresh is not None
    assert fresh.pages == kept.pages
    assert all("MADE UP, nobody's policy" in page.replace("’", "'") for page in kept.pages)


def test_the_reviews_of_the_guide_can_be_read() -> None:
    found = re.search(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)
    assert found is not None
    report = Report("reviews.yaml")

    assert 1 == len(reviews_in(found[1], report))
    assert [] == report.problems


def test_the_guide_tells_every_state_every_key_and_every_limit() -> None:
    limits = (str(WIDEST_GAP), f"{LARGEST_PDF // 1_000_000} MB", f"{MOST_PAGES:,} pages")
    keys = {*KEYS, *PHRASE, *PROVISION, *REVIEW}

    assert [] == [state.value for state in ReviewState if f"| `{state.value}` |" not in GUIDE]
    assert [] == sorted(key for key in keys if f"`{key}`" not in GUIDE)
    assert [] == [limit for limit in (*limits, f"{MOST_CHARACTERS:,}") if limit not in GUIDE]
