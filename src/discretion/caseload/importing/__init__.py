"""Importing in bulk: batches of raw cells become batches of facts, through a mapping.

It knows a mapping, texts and Arrow. It reads no cell and judges no code by itself: each distinct
combination of texts is read once, by the very code that reads a table row by row.

    >>> import pyarrow as pa
    >>> from discretion.caseload.importing.texts import Texts
    >>> texts = Texts(pa.array(["WA", "OR", "WA", None]))
    >>> texts.distinct, texts.indices.tolist()
    (['WA', 'OR', ''], [0, 1, 0, 2])
"""
