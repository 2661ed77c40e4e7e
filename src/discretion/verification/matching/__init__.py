r"""Finding words in a text that was set for paper: letters, page edges, places, near misses.

It knows how print differs from plain text, and nothing of packs or reviews. Two texts are the
same words here if they differ only in how they are set: letter case, ligatures, spaces, hyphens
and dashes, kinds of quotation marks, where lines and pages break. Every other letter, digit and
mark of punctuation counts.

    >>> from discretion.verification.matching.letters import letters_of
    >>> letters_of(("The of\N{LATIN SMALL LIGATURE FI}cial re-\nview",)).text
    'theofficialreview'
"""
