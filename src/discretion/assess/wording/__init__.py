"""Wording: what an assessment holds, in the sentences that every text, page and document shares.

The folder knows findings, judgments, missing facts and duties, and the words for each. It computes
no finding, and it does not know whether its words end up on a terminal, on paper or in a file.

    >>> from discretion.assess.wording.findings import FINDING_STATES
    >>> from discretion.truth import Truth
    >>> FINDING_STATES[Truth.UNKNOWN]
    'Open'
"""
