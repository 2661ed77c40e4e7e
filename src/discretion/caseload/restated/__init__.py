"""Published figures that were restated: the same figure in two workbooks, with two values.

It knows sheets of published totals. It never reads a row about a decision, and decides nothing: it
tells that one figure was published twice and differs, and where each stands.

    >>> from discretion.caseload.restated.figures import title_of
    >>> title_of("Arrests of Crews FY2018 - EOFY2023")
    'Arrests of Crews'
"""
