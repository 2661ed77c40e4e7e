"""Typesetting: documents as PDF/UA."""

from discretion.documents.typeset.typeset import document_as_pdf

__all__ = ["document_as_pdf"]
