"""Engines: the meanings of the one condition tree.

Each gives a condition a truth from what is known, with strong Kleene logic; what a missing fact
could change is for the layer above, which is exact. Engines never import each other and never
know an instrument, a rule or a fact by name.

    >>> from discretion.rules.grammar import read_condition
    >>> str(read_condition("not (a and b)").part.parts[0].term.name)
    'a'
"""
