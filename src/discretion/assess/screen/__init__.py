"""Screens: matters read part by part, each with a verdict, under every way the law may stand.

It knows the parts of a matter, the numbers that count over all of them, the instruments on which
rules rest, and which state is the most restrictive. It names no instrument, rule or fact: a pack
that is marked as a screen says all of that. It decides nothing and orders nobody.

    >>> from discretion.assess.screen.verdict import Verdict, strictest
    >>> strictest(["hold", "barred"], ["barred", "hold", "clear"])
    'barred'
    >>> Verdict(state="hold", because_unknown=True).state
    'hold'
"""
