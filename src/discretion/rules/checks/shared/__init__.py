"""Checks of what every pack shares: the dictionary, the matter types and the assumption sets.

Knows no pack, so that what is wrong here is told whichever pack is asked about.

    >>> from discretion.rules.checks.shared.dictionary import GATE_EFFECTS
    >>> "stop" in GATE_EFFECTS
    True
"""
