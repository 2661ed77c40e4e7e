"""The bundle of a packet: exhibits as one PDF that shows what they show and tells nothing else."""

from discretion.documents.bundle.asked import Bundle
from discretion.documents.bundle.asked import BundleAsked
from discretion.documents.bundle.asked import BundleExhibit
from discretion.documents.bundle.asked import SourceFile
from discretion.documents.bundle.bundle import build_bundle

__all__ = ["Bundle", "BundleAsked", "BundleExhibit", "SourceFile", "build_bundle"]
