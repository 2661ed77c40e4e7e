"""Restated figures: what two workbooks of one publisher say differently of one and the same thing.

It knows sheets, titles, labels and numbers. It never knows which of two figures is right, and
never takes two labels for one unless they are equal with white space folded.

    >>> from discretion.caseload.restated.figures import figures_of
    >>> from discretion.caseload.restated.grid import Grid
    >>> grid = Grid(
    ...     file="FY22.xlsx",
    ...     sheet="Semiannual",
    ...     lines=(("Arrests FY2020 - YTD2022",), ("Fiscal Year", "Arrests"), ("FY2021", "218")),
    ... )
    >>> [(each.table, each.label, each.year, each.number, each.cell) for each in figures_of(grid)]
    [('Arrests', ('Arrests',), 'FY2021', '218', 'B3')]
"""
