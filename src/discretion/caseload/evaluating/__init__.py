"""Evaluating batches: what engines answer of each row, as masks, labels and tallies.

It knows plans, engines and batches of a facts table. It writes nothing, and knows no file.

    >>> import numpy as np
    >>> from discretion.caseload.evaluating.masks import words_of
    >>> first, second = np.array([0b01], dtype=np.uint8), np.array([0b11], dtype=np.uint8)
    >>> [word.tolist() for word in words_of([first, second], rows=2)]
    [[3, 2]]
"""
