"""The forms of sentences: what each asks of a pack, and which change of it must be noticed.

Each form knows its question and its mutants, and nothing of solvers in time or of texts.
"""
