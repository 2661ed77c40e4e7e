"""Rules: our reading of the text, as data.

The layer knows the condition tree in its text form and in plain English, the kinds of rule, the
packs and what makes one sound. It gives no condition a truth: engines do that. It does not know
any case but those that a pack brings as its own tests.

    >>> from discretion.rules.grammar import read_condition
    >>> from discretion.rules.show import show_condition
    >>> show_condition(read_condition('not (last_entry > "2020-11-01")  or   at_border'))
    'not (last_entry > "2020-11-01") or at_border'
"""
