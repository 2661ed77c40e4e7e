"""Analysis: what every completion of a matter agrees on, and what is missing, exactly.

The layer knows decision diagrams over everything that a file leaves open. Where engines say what
holds on what is known, it says what would hold for each way the missing facts could turn out. It
does not know what a missing fact is called in a question, nor who may be asked.

    >>> from discretion.analysis.diagram import FALSE, TRUE, UNKNOWN, Diagrams
    >>> diagrams = Diagrams()
    >>> unlawful = diagrams.node(0, (FALSE, TRUE))
    >>> diagrams.either(unlawful, diagrams.opposite(unlawful)) == TRUE
    True
    >>> sorted(diagrams.terminals(diagrams.both(unlawful, UNKNOWN))) == [FALSE, UNKNOWN]
    True
"""
