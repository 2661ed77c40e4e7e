"""Charts: values as pictures that can be read without seeing them, and printed without colour.

A chart is laid out here in points, drawn by a charting library and then made accessible. Nothing
in it depends on the machine: no measuring of fonts, no time zone, no language of the system.

    >>> from discretion.documents.charts.looks import Look
    >>> Look.GOVERNED.told
    'governed'
"""
