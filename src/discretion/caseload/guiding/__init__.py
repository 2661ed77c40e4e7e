"""Guiding a person to a mapping of their own, for a table that no mapping fits.

It knows the headers of a table, the form of its first cells and the mappings that are at hand. It
drafts, and never decides: nothing is mapped but what a mapping at hand maps under the same header,
and the person chooses the day of the decision. No draft holds the text of a cell.

    >>> from discretion.caseload.guiding.seen import form_of
    >>> form_of("9/30/2021").value
    'days, month first'
"""
