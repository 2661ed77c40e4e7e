"""Running policies over a table of matters: a plan, what governed each row, and the written parts.

It knows packs, facts tables and results. It names no instrument, and what it says of a row is a
count's worth of truth values: a row is not an assessment.

    >>> from discretion.caseload.running.tallies import Tallies, Thing
    >>> Tallies({Thing(0, "governed", "rows", ""): 2})[Thing(0, "governed", "rows", "")]
    2
"""
