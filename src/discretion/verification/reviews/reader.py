"""Reading a file of reviews: numbered without a gap, each correction after what it corrects."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from discretion.dates import FIRST_DAY
from discretion.entries import Entries
from discretion.errors import Problem
from discretion.errors import has_errors
from discretion.source import Report
from discretion.source import read_text
from discretion.source import read_yaml
from discretion.verification.reviews.review import Findings
from discretion.verification.reviews.review import Review
from discretion.verification.reviews.review import Verdict

FORMAT = "1"
"""The format of files of reviews that is written, and the only one that is read."""
DIGEST = re.compile(r"sha256:[0-9a-f]{64}")
VERDICTS = {verdict.value: verdict for verdict in Verdict}


def read_reviews(path: Path) -> tuple[tuple[Review, ...], tuple[Problem, ...]]:
    """Return the reviews of a file, and the problems of it: with an error there are no reviews.

    Args:
        path: the file, which has to exist.

    """
    report = Report(path.name)
    text = read_text(path, report)
    reviews = reviews_in(text, report) if text is not None else ()
    return reviews, tuple(report.problems)


def reviews_in(text: str, report: Report) -> tuple[Review, ...]:
    """Return the reviews of a text; with an error in the report there are none."""
    node = read_yaml(text, report)
    if node is None:
        return ()
    entries = Entries(node, report, "a file of reviews")
    version = entries.required("format")
    if version and version != FORMAT:
        report.error(
            "unknown_format",
            entries.node_of("format"),
            f"reviews in the format `{version}` cannot be read",
            f"use the version of the package that wrote them; this one reads format {FORMAT}",
        )
        return ()
    reviews: list[Review] = []
    for row in entries.rows("reviews", "a review"):
        reviews.append(_review(row, reviews))
    entries.finish()
    return () if has_errors(report.problems) else tuple(reviews)


def _review(row: Entries, before: list[Review]) -> Review:
    number = len(before) + 1
    given = row.required("review")
    if given and given != str(number):
        row.report.error(
            "review_number",
            row.node_of("review"),
            f"the review at place {number} has the number `{given}`",
            "put the file back as it was: reviews are only ever added, and count from 1",
        )
    findings = Findings(
        instrument=row.required("instrument"),
        provision=row.required("provision"),
        verdict=row.word("verdict", VERDICTS, Verdict.DIFFERS),
        by=row.required("by"),
        role=row.text("role"),
        on=_day(row),
        note=row.text("note"),
        corrects=_corrected(row, before),
        pack=_digest(row, "pack"),
        file=_digest(row, "file"),
        version=row.required("version"),
    )
    row.required("verdict")
    row.finish()
    return Review(number=number, findings=findings)


def _day(row: Entries) -> date:
    row.required("on")
    return row.day("on") or FIRST_DAY


def _digest(row: Entries, key: str) -> str:
    text = row.required(key)
    if text and not DIGEST.fullmatch(text):
        row.report.error(
            "not_a_digest",
            row.node_of(key),
            f"`{text}` is no digest",
            "put back what was written: `sha256:` with 64 hexadecimal digits",
        )
    return text


def _corrected(row: Entries, before: list[Review]) -> int | None:
    text = row.text("corrects")
    if not text:
        return None
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not is_correctable(number, row.text("instrument"), row.text("provision"), before):
        row.report.error(
            "corrects_nothing",
            row.node_of("corrects"),
            f"`{text}` is no earlier review of this provision that still stands",
            "put back what was written: the number of the review that this one corrects",
        )
    return number


def is_correctable(number: int, instrument: str, provision: str, before: Sequence[Review]) -> bool:
    """Tell whether a review stands, uncorrected, that a further one of a provision may correct.

    Args:
        number: which review.
        instrument: whose provision the further one is about.
        provision: which provision it is about.
        before: the reviews before it.

    """
    if not 1 <= number <= len(before):
        return False
    found = before[number - 1].findings
    is_corrected = any(each.findings.corrects == number for each in before)
    return (found.instrument, found.provision) == (instrument, provision) and not is_corrected
