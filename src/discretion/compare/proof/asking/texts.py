"""The texts that the conditions of a pack mention, for a solver to choose among."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.assess.ruleset import Ruleset
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import parts_of
from discretion.rules.condition import terms_of
from discretion.rules.library import Library


def texts_in(library: Library, ruleset: Ruleset) -> Table[str, frozenset[str]]:
    """Return the texts that conditions mention, by fact, or by list and field with a dot."""
    found: dict[str, set[str]] = {}
    derivations, reading = library.derivations, ruleset.reading
    conditions = [*reading.rules.values(), *reading.judgments.values()]
    conditions.extend(row.when for row in ruleset.pack.outcomes)
    conditions.extend(derivations.guards.values())
    for source in derivations.derivable.values():
        conditions.extend((source.yes_when, source.no_when))
    for condition in conditions:
        if condition is not None:
            for name, text in _texts(condition, ""):
                found.setdefault(name, set()).add(text)
    return {name: frozenset(texts) for name, texts in found.items()}


def _texts(condition: Condition, items: str) -> Iterator[tuple[str, str]]:
    """Yield each text that a condition compares a fact or field with."""
    texts: list[str] = []
    match condition:
        case Within(words=words):
            texts.extend(words)
        case StartsWith(prefix=prefix):
            texts.extend((prefix, f"{prefix}…"))
        case Compare(right=Constant(value=str(text))):
            texts.append(text)
        case Exists() | ForAll() | Count():
            items = condition.items
        case _:
            pass
    for term in terms_of(condition) if texts else ():
        for leaf in leaf_terms(term):
            if not isinstance(leaf, Constant):
                name = f"{items}.{leaf.name}" if isinstance(leaf, Field) else leaf.name
                yield from ((name, text) for text in texts)
    for part in parts_of(condition):
        yield from _texts(part, items)
