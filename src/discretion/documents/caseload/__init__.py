"""A report on a table of decisions as a page that stands alone, with pictures and their tables.

It draws tables that were made elsewhere, and counts nothing.
"""

from discretion.documents.caseload.page import PAGE
from discretion.documents.caseload.page import caseload_page
from discretion.documents.caseload.page import page_files

__all__ = ["PAGE", "caseload_page", "page_files"]
