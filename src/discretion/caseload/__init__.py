"""Caseloads: tables of decisions, mapped to matters by data alone.

It knows mappings, tables and rows. It never knows a file's columns by name, never reads a
protected or unmapped column, and never assesses: a row is not an assessment.

    >>> from discretion.caseload.mapping_reader import read_mapping
    >>> from discretion.rules.library import read_library
    >>> from discretion.source import Report, read_yaml
    >>> report = Report("arrests.yaml")
    >>> node = read_yaml("id: arrests", report)
    >>> read_mapping(node, read_library().words, report) is None
    True
    >>> report.problems[0].message
    'a mapping has no `version`'
"""
