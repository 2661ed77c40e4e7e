"""Answers: what assessments and timelines are as plain data and as text, key by key.

The layer knows every value that an assessment holds and the fixed order of keys (the formats).
It decides nothing and computes no finding.

    >>> from discretion.answers.plain import plain_truth
    >>> from discretion.truth import Truth
    >>> plain_truth(Truth.UNKNOWN) is None
    True
"""
