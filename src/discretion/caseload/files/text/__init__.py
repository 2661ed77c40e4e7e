"""Text files in bulk: unpacked as a stream, parted by delimiter and quote, decoded cell by cell.

It knows bytes, lines and cells. It never knows a column by its name.

    >>> from discretion.caseload.files.text.numbering import Numbering
    >>> numbering = Numbering()
    >>> numbering.skip(2)
    >>> numbering.take(3).tolist()
    [1, 3, 4]
"""
