"""Checks of what policy files say: names, kinds, guards, cycles, traits, citations and history.

Knows packs and the dictionary, never a case. Every check adds problems and goes on, so that all
of them are told together. What takes an analysis of every completion stands in a layer above.

    >>> from discretion.rules.packs.places import word_in
    >>> word_in("when: not b and b_too", "b", 1)
    11
"""
