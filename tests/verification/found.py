"""A review that somebody made up, and ways to vary it and to put it in a file."""

from datetime import date
from pathlib import Path

from discretion import replace
from discretion.verification import Findings
from discretion.verification import Review
from discretion.verification import Verdict
from discretion.verification import add_review

PACK, FILE = (f"sha256:{digit * 64}" for digit in "12")
OTHER = f"sha256:{'3' * 64}"
FOUND = Findings(
    instrument="memo-1999",
    provision="II.B",
    verdict=Verdict.AGREES,
    by="A. Reader",
    role="",
    on=date(2026, 11, 20),
    note="",
    corrects=None,
    pack=PACK,
    file=FILE,
    version="0.1.0",
)


def added(path: Path, *found: Findings) -> tuple[Review, ...]:
    """Return the reviews of a file after adding some."""
    reviews: tuple[Review, ...] = ()
    for each in found:
        reviews, problems = add_review(path, each)
        assert () == problems
    return reviews


def by(name: str, **changes: object) -> Findings:
    """Return the same review by another person."""
    return replace(FOUND, by=name, **changes)
