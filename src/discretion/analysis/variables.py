"""Variables: everything that is missing of one matter, by what its values can do.

A missing fact is a variable with its cells; facts that an atom or a date order ties together
share one, which has the first of their numbers.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Table

from discretion.analysis.cells.cache import CellCache
from discretion.analysis.cells.cache import Open
from discretion.analysis.cells.cells import Cells
from discretion.analysis.cells.cells import EntangledError
from discretion.analysis.cells.cells import is_open
from discretion.analysis.cells.numbering import Numbering
from discretion.analysis.cells.orders import InOrder
from discretion.analysis.cells.orders import in_order
from discretion.analysis.cells.variable import PRESENCE
from discretion.analysis.cells.variable import Assignment
from discretion.analysis.cells.variable import Variable
from discretion.analysis.subjects import PRESENT
from discretion.analysis.subjects import AtomIndex
from discretion.analysis.subjects import Order
from discretion.analysis.subjects import Place
from discretion.analysis.subjects import Subject
from discretion.entries import nothing
from discretion.facts.dictionary import FactType
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.truth import Truth


@dataclass(frozen=True, slots=True)
class Scope:
    """Where atoms are read: the matter, or one record of a list with what is known of it."""

    items: str = ""
    record: int = 0
    known: Table[str, Values] = nothing()

    def subject(self, place: Place) -> Subject:
        """Return the subject at a place that an atom reads in this scope."""
        return Subject(self.items, self.record, place[1]) if place[0] else Subject("", 0, place[1])


MATTER = Scope()


class Variables:
    """The variables of one view, made as conditions come to them."""

    def __init__(
        self, view: View, index: AtomIndex, numbering: Numbering, cache: CellCache
    ) -> None:
        """Take what is known, every atom there is, their numbers, and the cells made before."""
        self.named: dict[str, set[int]] = {}
        """The variables that belong to each missing fact."""
        self.unrecorded: set[int] = set()
        """The variables that nobody recorded: the first cell of each is its absence."""
        self._made: dict[int, Variable] = {}
        self._names: dict[int, tuple[str, ...]] = {}
        self._view = view
        self._index = index
        self._numbering = numbering
        self._cache = cache
        self._numbers: dict[Subject, int] = {}
        self._left: dict[Subject, Values] = {}
        self._days: dict[tuple[str, int], InOrder] = {}

    def __getitem__(self, number: int) -> Variable:
        """Return a variable by its number; a diagram drawn for another matter may have it first."""
        found = self._made.get(number)
        return self.make(number) if found is None else found

    def make(self, number: int) -> Variable:
        """Return a variable by its number, made where it is not yet."""
        if number not in self._made:
            subject = self._numbering.at(number)
            if not subject.items:
                self.number(subject, MATTER)
            elif subject.field == PRESENT:
                self.presence(subject.items, -subject.record)
            else:
                known = self._view.listed(subject.items)
                row = known[subject.record - 1] if subject.record > 0 else {}
                self.number(subject, Scope(subject.items, subject.record, row))
        return self._made[number]

    def names(self, number: int) -> tuple[str, ...]:
        """Return the missing facts that the subjects of a variable belong to, in their order."""
        if number not in self._names:
            self.make(number)
        return self._names[number]

    def number(self, subject: Subject, scope: Scope) -> int:
        """Return the number of the variable that an open subject belongs to."""
        found = self._numbers.get(subject)
        return self._make(subject, scope) if found is None else found

    def presence(self, items: str, further: int) -> int:
        """Return the number of the variable that tells whether a further record exists."""
        subject = Subject(items, -further, PRESENT)
        found = self._numbers.get(subject)
        if found is None:
            found = self._add((subject,), PRESENCE, tie=0)
            if self.is_unrecorded(items):
                self.unrecorded.add(found)
        return found

    def is_unrecorded(self, items: str) -> bool:
        """Tell whether a list is one of the file's own, and nobody recorded it."""
        return bool(self._view.absent(items)) and items not in self._view.complete

    def further(self, items: str, needed: int) -> int:
        """Return how many further records a list can have, at most those that are needed."""
        is_all = self._view.completeness(items) is Truth.TRUE
        return needed if not is_all or self.is_unrecorded(items) else 0

    def is_open(self, subject: Subject, scope: Scope) -> bool:
        """Tell whether more than one value of a subject is left."""
        return not self.is_inapplicable(subject, scope) and is_open(self.values(subject, scope))

    def is_inapplicable(self, subject: Subject, scope: Scope) -> bool:
        """Tell whether the file calls a subject not applicable."""
        inapplicable = self._view.inapplicable
        if not inapplicable or subject.name not in inapplicable:
            return False
        return _known(subject, scope, self._view) is None

    def values(self, subject: Subject, scope: Scope) -> Values:
        """Return what a subject may be in a completion: a record fact may always be recorded."""
        found = self._left.get(subject)
        if found is None:
            found = self._in_order(subject, scope) or self._said(subject, scope)
            self._left[subject] = found
        return found

    def _said(self, subject: Subject, scope: Scope) -> Values:
        known = _known(subject, scope, self._view)
        if known is not None:
            return known
        if self._absent(subject):
            return self._type(subject).domain(self._view.day)
        if subject.items:
            return self._view.field_values(subject.items, scope.known, subject.field)
        return self._view.values(subject.field)

    def _in_order(self, subject: Subject, scope: Scope) -> Values | None:
        """Return the days that date orders leave a subject, None where no order speaks of it."""
        orders = self._index.orders.get(subject.items)
        if not orders:
            return None
        return self._ordered(subject, scope, orders).days.get(subject.field)

    def _ordered(self, subject: Subject, scope: Scope, orders: tuple[Order, ...]) -> InOrder:
        place = (subject.items, subject.record)
        found = self._days.get(place)
        if found is None:
            days = {}
            for name in dict.fromkeys(name for pair in orders for name in pair):
                each = subject._replace(field=name)
                left = self._said(each, scope)
                if isinstance(left, Spans) and not self.is_inapplicable(each, scope):
                    days[name] = left
            found = self._days[place] = in_order(days, orders)
        return found

    def _type(self, subject: Subject) -> FactType:
        facts = self._view.dictionary.facts
        return facts[subject.items].fields[subject.field] if subject.items else facts[subject.field]

    def _absent(self, subject: Subject) -> str:
        """Return the value a subject has while nobody records it, empty for most."""
        return self._type(subject).absent if self._view.is_record else ""

    def _make(self, subject: Subject, scope: Scope) -> int:
        """Make the variable of a subject and of those tied to it."""
        if self.stands_alone((subject.items, subject.field)):
            return self._make_alone(subject, scope)
        tied = self._tied(subject, scope)
        names = tuple([each.field for each in tied])
        known: dict[Place, Values] = {}
        atoms = []
        for atom, others in self._cache.atoms(self._index, subject.items, names):
            read = {place: self._known_at(place, scope) for place in others}
            if None not in read.values():
                known.update({place: left for place, left in read.items() if left is not None})
                atoms.append(atom)
        shape, cells = self._cache.cells(
            Open(
                items=subject.items,
                left=tuple(zip(names, tied.values(), strict=True)),
                known=tuple(known.items()),
                orders=self._binding(subject, scope, names),
                absent=self._absent(subject),
            ),
            atoms,
        )
        number = self._add(tuple(tied), cells, tie=shape if len(tied) > 1 else 0)
        if self._view.is_record:
            self._note_unrecorded(number, tied, scope)
        return number

    def _make_alone(self, subject: Subject, scope: Scope) -> int:
        """Make the variable of what nothing is tied to: the same for the same values."""
        absent = self._absent(subject)
        number = self._numbering.of(subject)
        values = self.values(subject, scope)
        self._keep(number, self._cache.alone(self._index, subject, values, absent))
        if absent and _known(subject, scope, self._view) is None:
            self.unrecorded.add(number)
        return number

    def stands_alone(self, place: Place) -> bool:
        """Tell whether nothing ties a fact or field, and each atom that reads it reads it alone."""
        return self._cache.stands_alone(self._index, place)

    def _note_unrecorded(self, number: int, tied: Iterable[Subject], scope: Scope) -> None:
        """Keep a variable that nobody recorded, which is never tied to another."""
        listed = tuple(tied)
        for each in listed:
            if self._absent(each) and _known(each, scope, self._view) is None:
                if len(listed) > 1:
                    raise EntangledError(tuple(one.field for one in listed))
                self.unrecorded.add(number)

    def _tied(self, subject: Subject, scope: Scope) -> Assignment:
        """Return the open subjects that atoms or date orders tie to one, with itself."""
        if not self._index.joint.get((subject.items, subject.field)):
            return {subject: self.values(subject, scope)}
        tied: Assignment = {}
        waiting = [subject]
        while waiting:
            current = waiting.pop()
            if current in tied or not self.is_open(current, scope):
                continue
            tied[current] = self.values(current, scope)
            others = self._index.joint.get((current.items, current.field), ())
            waiting.extend(current._replace(field=name) for _, name in others)
        if len(tied) == 1:
            return tied
        return {each: tied[each] for each in sorted(tied, key=self._numbering.of)}

    def _known_at(self, place: Place, scope: Scope) -> Values | None:
        """Return what is known at a place besides, None where it is open or not applicable."""
        where = scope if place[0] else MATTER
        subject = where.subject(place)
        if self.is_inapplicable(subject, where):
            return None
        values = self.values(subject, where)
        return None if is_open(values) else values

    def _binding(self, subject: Subject, scope: Scope, names: tuple[str, ...]) -> tuple[Order, ...]:
        orders = self._index.orders.get(subject.items)
        if not orders or len(names) == 1:
            return ()
        binding = self._ordered(subject, scope, orders).binding
        return tuple(pair for pair in binding if set(pair) <= set(names))

    def _add(self, subjects: tuple[Subject, ...], cells: Cells, tie: int) -> int:
        number = self._numbering.of(subjects[0])
        self._keep(number, Variable(subjects, cells, tie))
        return number

    def _keep(self, number: int, variable: Variable) -> None:
        self._made[number] = variable
        names = []
        for subject in variable.subjects:
            self._numbers[subject] = number
            names.append(subject.name)
            self.named.setdefault(subject.name, set()).add(number)
        self._names[number] = tuple(names)


def _known(subject: Subject, scope: Scope, view: View) -> Values | None:
    return scope.known.get(subject.field) if subject.items else view.known.get(subject.field)
