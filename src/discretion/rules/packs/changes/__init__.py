"""What a pack means in a few digits, and the lines of its `CHANGES.md` that say so.

Knows what of a pack is meaning and what is prose. It does not know whether a change is told: that
is a check.

    >>> from discretion.rules.library import read_library
    >>> from discretion.rules.packs.changes.meaning import meaning_of
    >>> pack, *_ = read_library().packs.values()
    >>> str(meaning_of(pack)).startswith("Meaning: rules ")
    True
"""
