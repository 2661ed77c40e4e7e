"""What several cells leave of one value: the days of a year, the length of a sentence.

It knows calendars and plain numbers. It knows no column, and it never narrows what was written.

    >>> from discretion.caseload.spans.days import in_year
    >>> str(in_year(1990).low)
    '1990-01-01'
"""
