"""The folder of an import: facts, protected columns apart, what was rejected, and a data report.

It knows files, mappings and where things are written. A folder holds `hand/` (what a person
chose), `output/`, the command and a log; nothing else makes it. No cell of a row is ever in a log
or in the name of a file.

    >>> from discretion.caseload.folder.importing import WRITTEN
    >>> WRITTEN
    ('facts.parquet', 'quarantine.parquet', 'rejects.csv', 'import.json', 'data-report.json')
"""
