"""Workbooks: their archive within bounds, their sheets, and their cells as text.

It knows archives, sheets and cells. It never knows a column by its name and computes no formula.

    >>> from datetime import datetime
    >>> from discretion.caseload.files.workbook.values import text_of
    >>> text_of(3.0), text_of(datetime(2021, 9, 30)), text_of(datetime(2021, 9, 30, 14, 5))
    ('3', '2021-09-30', '2021-09-30T14:05:00')
"""
