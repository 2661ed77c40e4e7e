"""Running policies over a table of matters: what governed each row, and what each rule says of it.

It knows packs, facts tables and results. It names no instrument, and what it says of a row is a
count's worth of truth values: a row is not an assessment.

    >>> import numpy as np
    >>> from discretion.caseload.running.masks import words_of
    >>> first, second = np.array([0b01], dtype=np.uint8), np.array([0b11], dtype=np.uint8)
    >>> [word.tolist() for word in words_of([first, second], rows=2)]
    [[3, 2]]
"""
