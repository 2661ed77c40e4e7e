"""Law: what the text of an instrument is, and when it governs.

The layer knows instruments with their parts, what befell them on three clocks, citations and
provisions. It does not know facts of a person, rules or conditions: whether an instrument governs
never depends on whom it is applied to, apart from the classes that an order names.

    >>> from datetime import date
    >>> from discretion.law.event import StatusEvent
    >>> order = StatusEvent(
    ...     name="E1", part="II", kind="enjoined", start=date(2022, 3, 22),
    ...     latest_start=date(2022, 3, 22), end=date(2022, 7, 5), clock="legal", component="",
    ...     decisions=frozenset(), classes=frozenset(), place=None, condition="",
    ...     authority="A v. B", source="", certainty="primary", known_from=date(2022, 3, 22),
    ...     end_known_from=date(2022, 7, 5), order="", note="",
    ... )
    >>> order.is_base, str(order.covers(date(2022, 5, 1), known_on=date(2022, 5, 1)))
    (False, 'true')
    >>> str(order.covers(date(2022, 7, 5), known_on=date(2022, 7, 5)))
    'false'
"""
