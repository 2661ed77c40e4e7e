"""Recognising tables by their headers, in whatever line those stand.

It knows names of columns and layouts. It never knows a cell under the headers.

    >>> from discretion.caseload.files.notes import notes_on
    >>> from discretion.caseload.files.recognition.headers import recognise
    >>> from discretion.caseload.files.recognition.layout import Layout
    >>> layout = Layout(name="arrests", headers=("Day", "Place"), required=frozenset({"Day"}))
    >>> found = recognise([("Arrests of 2023",), ("Place", "Day")], [layout], notes_on("a.csv"))
    >>> found.line, dict(found.places)
    (1, {'Day': 1, 'Place': 0})
"""
