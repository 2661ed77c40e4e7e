"""What an unmapped column might be: headers and facts with nearly its name, for a person to see."""

from collections.abc import Iterator
from collections.abc import Sequence

from discretion.caseload.columns import word_of
from discretion.caseload.mapping import Mapping
from discretion.caseload.reading.traits import trait_named
from discretion.facts.case_reader import Words
from discretion.facts.protected import Protected

CLOSE = 0.6
"""How alike two names are to be told; as in every message that asks which name was meant."""
MOST = 2
"""How many names of each sort are told."""


def candidates_for(header: str, mappings: Sequence[Mapping], words: Words) -> Iterator[str]:
    """Yield what a column might be, in words; nothing follows from a name alone.

    Args:
        header: the column.
        mappings: the mappings at hand, whose headers and facts are looked through.
        words: the dictionary, whose facts are.

    """
    from difflib import get_close_matches

    known = {name: mapping for mapping in reversed(mappings) for name in mapping.origin.every}
    for name in get_close_matches(header, known, n=MOST, cutoff=CLOSE):
        yield f"`{name}` in {known[name].id}{_use(name, known[name])}"
    facts = words.dictionary.facts
    for fact in get_close_matches(word_of(header).lower(), facts, n=MOST, cutoff=CLOSE):
        yield f"the fact {fact}"


def trait_in(header: str, protected: Protected) -> str | None:
    """Return the protected trait that a column may hold, by any words of its name, or None."""
    trait = trait_named(header, protected)
    if trait is not None:
        return trait
    words = [word for word in word_of(header).lower().split("_") if word]
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            trait = protected.trait_of("_".join(words[start:end]))
            if trait is not None:
                return trait
    return None


def _use(name: str, mapping: Mapping) -> str:
    """Return what a mapping makes of one of its columns."""
    facts = [each.fact.name for each in mapping.facts if name in each.columns]
    facts += [each.fact.name for each in mapping.lists if name in each.reads]
    if mapping.decision.date == name:
        return ", the day of its decision"
    if facts:
        return f", read for {', '.join(dict.fromkeys(facts))}"
    groups = [word for word, column in mapping.groups.items() if column.name == name]
    if groups:
        return f", kept as the group {groups[0]}"
    return ", kept apart" if name in mapping.quarantine else ", not read"
