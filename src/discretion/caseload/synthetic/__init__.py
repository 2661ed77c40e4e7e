"""Made-up tables of matters: the same for the same seed, and nobody's.

It knows kinds of facts, their ranges, the order of their days and their guards. It knows no
instrument, and not how often anything occurs: every word is as likely as every other, and the
facts of a row are drawn apart from each other. A table says in its own metadata that it is made up.

    >>> from datetime import date
    >>> from discretion.caseload.synthetic.batches import synthetic_batches
    >>> from discretion.caseload.synthetic.recipe import Recipe
    >>> from discretion.dates import DateRange
    >>> from discretion.rules.library import read_library
    >>> recipe = Recipe(
    ...     facts=("birth_date", "removable"),
    ...     lists={"offences": ("disposition",)},
    ...     days=DateRange(start=date(2020, 1, 1), end=date(2026, 1, 1)),
    ... )
    >>> [batch] = synthetic_batches(recipe, read_library(), rows=5, seed=1)
    >>> batch.num_rows, batch.schema.names[-4:]
    (5, ['birth_date', 'removable', 'offences', 'offences__complete'])
"""
