"""The bulk engine: conditions over batches of rows, as planes of bits.

It reads the condition tree as the reference engine does, with strong Kleene logic, and agrees with
it row by row. Of every condition it keeps two planes, one bit to a row: where it is known to be
true, and where it is known to be false. Where neither is set it is unknown. It explains nothing.

    >>> from discretion.engines.bitmap.planes import Planes, planes_of
    >>> import numpy as np
    >>> yes = planes_of(np.array([True, False, False]), np.array([False, True, False]))
    >>> [plane.tolist() for plane in yes]
    [[1], [2]]
"""
