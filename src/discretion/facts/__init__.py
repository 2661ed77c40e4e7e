"""Facts: what can be said of a matter, and what one file says of one matter.

The layer knows the dictionary, protected traits, claims with their evidence, and which claims
count for which reader. What is known of a fact is the set of values it may still have. The layer
does not know policy: no rule, no condition and no outcome.

    >>> from datetime import date
    >>> from discretion.facts.values import Spans, compare, one_value
    >>> last_entry = Spans(((date(2020, 10, 1), date(2020, 12, 31)),))
    >>> str(compare(last_entry, ">", one_value(date(2020, 11, 1))))
    'unknown'
    >>> str(compare(last_entry, ">", one_value(date(2019, 1, 1))))
    'true'
"""
