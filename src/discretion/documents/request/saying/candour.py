"""Candour: what may not be said while something of its kind stays inside.

A no, a none, a zero and a length say that there is nothing else. They are told where nothing that
the file knows of the same kind stays inside, and are otherwise passed over in silence. Which facts
are of one kind is data.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from fnmatch import fnmatchcase

from discretion.documents.request.told.request_told import RequestTold
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.request import Way
from discretion.rules.condition import rules_in
from discretion.rules.packs.digest import facts_read
from discretion.rules.rule import Pack

NONE = frozenset(("no", "none", "never"))
"""Values that say that there is nothing of a kind."""


class Candour:
    """Knows of one request which kinds of fact have something that stays inside."""

    def __init__(self, told: RequestTold) -> None:
        """Take the request, with what its file says and the groups of its outline."""
        self.groups = told.outline.candour
        self.kept = (
            frozenset(way.fact for way in told.checked.facts if way.way is not Way.GOES_OUT)
            - told.outline.not_told
        )

    def is_kept(self, names: Iterable[str]) -> bool:
        """Tell whether anything of the kind of some facts stays inside."""
        mine = {kind for name in names for kind in self._kinds(name)}
        return any(not mine.isdisjoint(self._kinds(each)) for each in self.kept)

    def _kinds(self, name: str) -> Iterator[str]:
        for number, patterns in enumerate(self.groups):
            if any(fnmatchcase(name, pattern) for pattern in patterns):
                yield str(number)


def says_none(fact: FactType, values: Values) -> bool:
    """Tell whether values of a fact say that there is nothing of a kind."""
    if isinstance(values, Choices):
        word = values.single or ""
        return word in NONE or word.startswith(("not_", "no_"))
    return fact.kind is Kind.NUMBER and values.low == 0


def facts_below(pack: Pack, rule: str) -> Iterator[str]:
    """Yield the facts that a rule of a pack reads, also through the rules that it rests on."""
    read: dict[str, list[str]] = {}
    for reader, fact in facts_read(pack):
        read.setdefault(reader, []).append(fact)
    todo, seen = [rule], set[str]()
    while todo:
        name = todo.pop()
        if name in seen or name not in pack.rules:
            continue
        seen.add(name)
        found = pack.rules[name]
        yield from read.get(name, ())
        yield from read.get(found.judgment, ())
        if found.when is not None:
            todo.extend(rules_in(found.when))
