"""Known disputes: an employer or a place looked up in published files of strikes and elections.

It knows how names of employers are compared, how published tables are laid out, and what a look-up
leaves owed. It never finds that there is a dispute or that there is none, and never says how alike
two names are with a number.

    >>> from discretion.worksite.disputes.guide import read_guide
    >>> from discretion.worksite.disputes.names import keys_of
    >>> keys_of("The Made-Up Foods Co., Inc.", read_guide().names)
    ('made', 'up', 'foods')
"""
