r"""What text goes through on its way to a screen, a file or another program.

Knows how wide a line is, which characters a terminal would obey instead of showing, and what to
do where nothing can be written. It does not know what is said.

    >>> from discretion.cli.screen.visible import visible
    >>> visible("a case\x1b[2J")
    'a case\\x1b[2J'
"""
