"""Engines: the meanings of the one condition tree.

Each gives a condition a truth from what is known, with strong Kleene logic; what a missing fact
could change is for the layer above, which is exact. Engines never import each other and never
know an instrument, a rule or a fact by name.

    >>> from datetime import date
    >>> from discretion.engines.reference import Reading, ReferenceEngine
    >>> from discretion.facts.dictionary import Dictionary, FactType, Kind
    >>> from discretion.facts.values import one_word
    >>> from discretion.facts.view import View
    >>> from discretion.rules.grammar import read_condition
    >>> asked = {
    ...     name: FactType(name=name, module="m", kind=Kind.YES_NO, question="?", phrase=name,
    ...                    words={"yes": "yes", "no": "no"})
    ...     for name in ("at_border", "unlawful")
    ... }
    >>> view = View(
    ...     dictionary=Dictionary(facts=asked), day=date(2021, 12, 15),
    ...     known={"at_border": one_word("no")},
    ... )
    >>> engine = ReferenceEngine(view, Reading(rules={}, judgments={}, derivable={}))
    >>> str(engine.truth(read_condition("at_border and unlawful")))
    'false'
    >>> str(engine.truth(read_condition("at_border or unlawful")))
    'unknown'
"""
