"""The interview: asks for facts one by one, only those that can still matter, and loses nothing.

The layer knows a draft of a case file, what is missing from it and how answers are written down.
It asks for facts, never for legal conclusions, and it computes no finding.

    >>> from discretion.interview.draft import Draft
    >>> draft = Draft(head="case", name="demo", decision={"date": "2021-12-15"})
    >>> print(draft.text().splitlines()[0])
    case: demo
"""
