"""The numbers of variables: one for everything that can be missing, the same in every matter.

Facts are numbered in the order in which conditions come to them, and a list's records one after
the other with all their fields, because findings look at records so. A number says nothing about
what is known, so that what was worked out of one matter holds of another.
"""

from discretion.analysis.subjects import PRESENT
from discretion.analysis.subjects import AtomIndex
from discretion.analysis.subjects import Subject

APART = 1 << 40
"""How far apart the numbers of facts and lists are, so that a list's records lie between."""
FURTHER = 1 << 20
"""Where a list's further records begin: after as many known ones as any file can hold."""


class Numbering:
    """The number of every fact, and of every field of every record."""

    def __init__(self, index: AtomIndex) -> None:
        """Take what conditions read, and what is tied to it."""
        places = dict.fromkeys((*index.of, *index.joint))
        self._facts: dict[str, int] = {}
        self._fields: dict[str, dict[str, int]] = {items: {PRESENT: 0} for items in index.lists}
        for items, name in places:
            fields = self._fields[items] if items else self._facts
            fields[name] = len(fields) if items else len(fields) * APART
        after = len(self._facts)
        self._places = (*self._facts, *self._fields)
        self._lists = {items: (after + at) * APART for at, items in enumerate(self._fields)}

    def at(self, number: int) -> Subject:
        """Return the subject that has a number."""
        place, rest = divmod(number, APART)
        if place < len(self._facts):
            return Subject("", 0, self._places[place])
        items = self._places[place]
        record, field = divmod(rest, len(self._fields[items]))
        name = tuple(self._fields[items])[field]
        return Subject(items, record if record < FURTHER else FURTHER - record, name)

    def of(self, subject: Subject) -> int:
        """Return the number of a subject."""
        items, record, name = subject
        if not items:
            return self._facts[name]
        fields = self._fields[items]
        place = record if record > 0 else FURTHER - record
        return self._lists[items] + place * len(fields) + fields[name]
