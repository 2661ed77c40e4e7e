r"""Reading a pack folder: the literate text, its rule blocks and the instrument beside it.

Knows the files and their keys, and reports every mistake of form with its place. It does not know
whether a condition makes sense: the checks beside it do.

    >>> from discretion.rules.packs.literate import read_blocks
    >>> read_blocks("# I Scope\n```rule\nid: a\n```\n")[0].headings
    ('I Scope',)
"""
