"""The review page: documents to be read through before they are sent, with what they rest on."""

from discretion.documents.review.page import Review
from discretion.documents.review.page import review_page

__all__ = ["Review", "review_page"]
