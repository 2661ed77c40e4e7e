"""Documents: what the package found, laid out as something to keep, print or show.

The layer knows pages, pictures and the libraries that make them, which are loaded when a document
is made and no sooner. It computes no finding and asks no question of law: it draws values that it
is given, with their words as they are.

    >>> from datetime import date
    >>> from discretion.documents.charts.axis import marks_between
    >>> [mark.text for mark in marks_between(date(2020, 5, 1), date(2023, 2, 1))]
    ['2021', '2022', '2023']
"""

from discretion.documents.charts.picture import draw_timeline

__all__ = ["draw_timeline"]
