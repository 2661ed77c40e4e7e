"""What an author changed between two versions of a pack: texts, rules, facts, cases and events.

Every item of a pack is laid out as aspects, each of them text that is the same if and only if the
aspect is. It knows rules, law and facts, compares what is written, and proves nothing of what the
rules come to.

    >>> from discretion.compare.change.aspects import changes_of
    >>> found, = changes_of({"II": {"text": "Care."}}, {"II": {"text": "Great care."}})
    >>> found.kind.value, found.differences[0].after
    ('changed', 'Great care.')
"""
