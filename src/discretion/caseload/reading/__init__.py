"""The parts of reading a mapping file: its headers, its codes, and where each fact comes from.

It knows the dictionary, the protected traits and the headers that a mapping names. It never opens
a table.

    >>> from discretion.caseload.reading.traits import protected_column
    >>> from discretion.rules.library import read_library
    >>> protected_column("gender_code", read_library().words.protected)
    'gender'
"""
