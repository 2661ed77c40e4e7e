"""Answers: assessments, timelines and policies as plain data, key by key, and as sentences.

The layer knows everything that an assessment holds, the fixed keys and their order, and which
claims a reader may see. It decides nothing and computes no finding, and it does not know whether
its data become JSON, text or a page.

    >>> from discretion.answers.plain import plain_truth, plain_values
    >>> from discretion.facts.values import Choices
    >>> from discretion.truth import Truth
    >>> plain_truth(Truth.UNKNOWN) is None
    True
    >>> plain_values(Choices(frozenset(("paroled", "unlawful"))))
    ['paroled', 'unlawful']
"""
