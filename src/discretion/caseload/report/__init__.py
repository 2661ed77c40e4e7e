"""Reports: what a run over a table of decisions found, as tables that may be shown.

It knows runs, counts and tables. It never shows a row, never shows a cell that a limit hides, and
never says anything about a person: counts are no findings about anybody.

    >>> from discretion.caseload.report.hiding import blocks_of
    >>> blocks_of((4, 900, 200), 10)
    ((0, 2), (1,))
"""
