"""Packs put to the test: what only an assessment, or every completion of one, can tell of them.

Knows rulesets and assessments. It does not know files or how anything is shown.

    >>> from discretion.engines.interpretations import names_of
    >>> names_of("last_entry_on_record and absolute")
    ('last_entry_on_record', 'absolute')
"""
