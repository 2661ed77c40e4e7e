"""Files of tables, as they come: text, workbooks and parquet, read in batches of texts.

It knows how files are written and where headers stand in them. It never knows what a column means:
that is the mapping's, which it is given, and it reads no column that no mapping asks for.

    >>> from discretion.caseload.files.cleaning import utf8_of
    >>> utf8_of("Ñ".encode("latin-1")) == ("Ñ".encode(), True)
    True
"""
