r"""Files of tables in bulk: sheets, their layouts, and their rows as batches of text.

It knows files, sheets, headers and cells as text. It never knows a fact, and never turns a column
into values that nobody asked for.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from discretion.caseload.files.batches import read_sheet
    >>> from discretion.caseload.files.notes import notes_on
    >>> from discretion.caseload.files.recognition.headers import recognise
    >>> from discretion.caseload.files.recognition.layout import Layout
    >>> from discretion.caseload.files.sheets import sheets_of
    >>> layout = Layout(name="arrests", headers=("Day", "Place"), required=frozenset({"Day"}))
    >>> notes = notes_on("arrests.csv")
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "arrests.csv"
    ...     _ = path.write_text("Day,Place\n2022-03-01,WA\n2022-03-02,WA,OR\n2022-03-03,OR\n")
    ...     (sheet,) = sheets_of(path, notes)
    ...     found = recognise(sheet.preview, [layout], notes)
    ...     batches = [batch.to_pydict() for batch in read_sheet(sheet, found, ["Day"], notes)]
    >>> batches
    [{'row_number': [1, 3], 'Day': ['2022-03-01', '2022-03-03']}]
    >>> [(each.row, each.reason) for each in notes.rejects]
    [(2, 'the number of cells differs from that of the headers')]
"""
