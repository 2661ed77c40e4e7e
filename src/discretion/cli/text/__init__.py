r"""Answers for a reader: plain text that reads well in a terminal, on paper and aloud.

Knows assessments, governing lines and packs, and how to say them. It does not know the words of
a command, computes no finding and prints nothing itself.

    >>> from discretion.cli.text.layout import paragraph
    >>> paragraph("Open: two accounts conflict.", bullet="- ")
    '- Open: two accounts conflict.\n'
"""
