"""Word files: documents that a person edits."""

from discretion.documents.word.word import document_as_word

__all__ = ["document_as_word"]
