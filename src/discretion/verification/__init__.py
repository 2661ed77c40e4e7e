"""Verification: a pack beside the official text of its instrument, which somebody has as a PDF.

The layer knows the text of a PDF, which phrases of a pack stand in it, and what named persons
found when they compared the two. That phrases match verifies nothing by itself, so it never says
that a provision is verified: it says what a person found, of which pack and of which file. It
computes no finding of a matter.

    >>> from discretion import read_library
    >>> from discretion.verification import Document, verify_source
    >>> pack = next(each for each in read_library().packs.values() if each.provisions)
    >>> document = Document(name="memo.pdf", sha256="", pages=("Another text.",))
    >>> {each.state.value for each in verify_source(pack, document).provisions}
    {'not_reviewed'}
"""

from discretion.verification.document import Document
from discretion.verification.matching.nearest import Passage
from discretion.verification.pdf_reader import read_document
from discretion.verification.phrase import Phrase
from discretion.verification.reviews.adding import add_review
from discretion.verification.reviews.reader import read_reviews
from discretion.verification.reviews.review import Findings
from discretion.verification.reviews.review import Review
from discretion.verification.reviews.review import ReviewState
from discretion.verification.reviews.review import Stale
from discretion.verification.reviews.review import Standing
from discretion.verification.reviews.review import Verdict
from discretion.verification.verify import ReviewedProvision
from discretion.verification.verify import Sighting
from discretion.verification.verify import Verification
from discretion.verification.verify import phrases_found
from discretion.verification.verify import verify_source

__all__ = [
    "Document",
    "Findings",
    "Passage",
    "Phrase",
    "Review",
    "ReviewState",
    "ReviewedProvision",
    "Sighting",
    "Stale",
    "Standing",
    "Verdict",
    "Verification",
    "add_review",
    "phrases_found",
    "read_document",
    "read_reviews",
    "verify_source",
]
