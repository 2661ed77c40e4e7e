"""Cells: the ways in which missing facts can bear on the atoms that read them.

Knows values, atoms and date orders. It does not know conditions, rules or diagrams.

    >>> from datetime import date
    >>> from discretion.analysis.cells.cells import Trial
    >>> from discretion.analysis.cells.cells import ordered_cells
    >>> from discretion.facts.values import Spans
    >>> from discretion.rules.grammar import read_condition
    >>> late = read_condition('entered_on > "2020-11-01"')
    >>> days = Spans(((date(2020, 1, 1), date(2021, 1, 1)),))
    >>> cells = ordered_cells("entered_on", days, (late,), Trial("", {}))
    >>> [str(row[0].single) for row in cells.rows]
    ['2020-01-01', '2020-11-02']
"""
