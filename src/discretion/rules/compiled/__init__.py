"""The compiled library: what the policy files say, kept as JSON so that YAML is read only once.

Knows how a value of the library is laid out in lines, and when an entry of the cache counts. It
knows no policy and no fact of any person, and what it holds is a shortcut and never an authority.

    >>> from discretion.facts.dictionary import Kind
    >>> from discretion.rules.compiled.lines import Lines
    >>> from discretion.rules.compiled.lines import Writer
    >>> from discretion.vocabulary import Vocabulary
    >>> writer = Writer()
    >>> kept = Vocabulary(components={"ICE": "ICE"}, decisions={}, classes={}, inside={})
    >>> line = writer.keep(kept)
    >>> Lines(writer.lines).value(line) == kept
    True
"""
