"""Reading the parts of a matter file: its head, and its facts with those of its parts.

It knows where a matter type says that its day, its place and its parts stand. It knows no rule.

    >>> from discretion.facts.reading.header_reader import OUTSIDE
    >>> OUTSIDE
    'other'
"""
