"""Blocks of a document, each as what Word calls it."""
