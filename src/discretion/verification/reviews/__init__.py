r"""Reviews: what named persons found when they compared provisions with an official file.

It knows the file of reviews that a person keeps, and nothing of PDFs. Reviews are only ever
added: one that was wrong is corrected by another that names it, and both stay.

    >>> from discretion.source import Report
    >>> from discretion.verification.reviews.reader import reviews_in
    >>> report = Report("reviews.yaml")
    >>> reviews_in("format: 1\nreviews: []\n", report), report.problems
    ((), [])
"""
