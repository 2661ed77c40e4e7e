"""Documents: what the package found, laid out as something to keep, print or show.

The layer knows pages, pictures and the libraries that make them, which are loaded when a document
is made and no sooner. It computes no finding and asks no question of law: it draws values that it
is given, with their words as they are.

    >>> from datetime import date
    >>> from discretion.documents.charts.axis import marks_between
    >>> [mark.text for mark in marks_between(date(2021, 11, 29), date(2022, 6, 25))]
    ['Dec 2021', 'Jan 2022', 'Feb 2022', 'Mar 2022', 'Apr 2022', 'May 2022', 'Jun 2022']
"""

from discretion.documents.charts.picture import draw_timeline

__all__ = ["draw_timeline"]
