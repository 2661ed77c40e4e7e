"""Conditions in plain English, in the dictionary's own phrases, with no name in sight.

Knows the words of facts and how clauses are put together so that they read one way only. It gives
no condition a truth.

    >>> from discretion.rules.english import show_value
    >>> show_value("2021-09-30")
    '2021-09-30'
"""

from discretion.rules.english.clauses import English
from discretion.rules.english.values import show_span
from discretion.rules.english.values import show_value
from discretion.rules.english.values import show_values

__all__ = ["English", "show_span", "show_value", "show_values"]
