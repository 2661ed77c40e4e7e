"""The assessment memo: one case, laid out for an official to reason from.

The folder knows an assessed case and the words that the terminal uses for it. It recommends
nothing, and the official's own reasons are blank lines that only a person fills in.
"""
