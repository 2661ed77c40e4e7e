"""Answers about two versions of a pack: what changed, in the files' words and in plain English.

It gives a change its fixed keys and finds the English of a condition; it compares nothing itself.

    >>> from discretion.answers.change.changed import SECTIONS
    >>> SECTIONS["rules"]
    'rule'
"""
