"""Answers about official files: what stands in one, and what persons found of it.

It gives a verification its fixed keys and the sentence that every such answer holds, and it
compares nothing itself.

    >>> from discretion.answers.official.verified import NOTHING_VERIFIED
    >>> NOTHING_VERIFIED.partition(":")[0]
    'A match of phrases verifies nothing by itself'
"""
