"""Completions of a matter: conditions as decision diagrams over everything that is missing.

Where the engines ask what holds on what is known, this asks what would hold for each way the
missing facts could turn out, and so is exact. A judgment that nobody settled stays unknown in
every completion: no fact settles it.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass
from dataclasses import field
from typing import assert_never

from discretion.analysis.cells import Assignment
from discretion.analysis.cells import Scope
from discretion.analysis.cells import Variable
from discretion.analysis.cells import is_open
from discretion.analysis.cells import joint_variable
from discretion.analysis.cells import single_variable
from discretion.analysis.cells import truth_in
from discretion.analysis.diagram import FALSE
from discretion.analysis.diagram import TRUE
from discretion.analysis.diagram import UNKNOWN
from discretion.analysis.diagram import Diagrams
from discretion.analysis.subjects import PRESENT
from discretion.analysis.subjects import AtomIndex
from discretion.analysis.subjects import Subject
from discretion.analysis.subjects import places_of
from discretion.engines.atoms import Atom
from discretion.engines.atoms import atom_truth
from discretion.engines.reference import Reading
from discretion.engines.terms import Record
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.rules.condition import And
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Judged
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import Settled
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from discretion.rules.condition import parts_of
from discretion.truth import Truth

TRUTHS = {FALSE: Truth.FALSE, UNKNOWN: Truth.UNKNOWN, TRUE: Truth.TRUE}
NODES = {truth: node for node, truth in TRUTHS.items()}
MATTER = Scope()

Fresh = tuple[tuple[str, int], ...]
"""How many further records of each open list a finding is completed with, sorted by list."""


class MixedAtomError(Exception):
    """An atom ties an open fact of the matter to a field; the pack check refuses such packs."""


@dataclass(slots=True)
class CellCache:
    """Variables made before, by what they were made from; shared between assessments."""

    made: dict[tuple[object, ...], Variable] = field(default_factory=dict)


class Completion:
    """Every completion of one view, as diagrams over shared variables."""

    def __init__(
        self, view: View, reading: Reading, index: AtomIndex, cache: CellCache | None = None
    ) -> None:
        """Take what is known, what conditions refer to, and every atom that they may reach."""
        self.view = view
        self.reading = reading
        self.index = index
        self.cache = cache or CellCache()
        self.diagrams = Diagrams()
        self.variables: list[Variable] = []
        self._place: dict[Subject, int] = {}
        self._rules: dict[tuple[str, Fresh], int] = {}
        self._atoms: dict[tuple[Atom, str, int], int] = {}
        self._needs: dict[str, dict[Condition, tuple[str, int]]] = {}

    def finding(self, condition: Condition) -> int:
        """Return the diagram of a condition, completed with as many further records as it needs."""
        return self._build(condition, MATTER, self.fresh((condition,)))

    def rule(self, identifier: str, fresh: Fresh | None = None) -> int:
        """Return the diagram of a rule."""
        condition = self.reading.rules[identifier]
        needed = self.fresh((condition,)) if fresh is None else fresh
        key = (identifier, needed)
        found = self._rules.get(key)
        if found is None:
            found = self._rules[key] = self._build(condition, MATTER, needed)
        return found

    def conditions(self, conditions: Iterable[Condition]) -> tuple[int, ...]:
        """Return the diagrams of several conditions, completed with the same further records."""
        listed = tuple(conditions)
        fresh = self.fresh(listed)
        return tuple(self._build(condition, MATTER, fresh) for condition in listed)

    def number_of(self, subject: Subject) -> int:
        """Return the number of the variable that a subject belongs to."""
        return self._place[subject]

    def recorded_absent(self) -> dict[int, int]:
        """Return, for each variable of a record fact nobody recorded, the cell of its absence."""
        absent: dict[int, int] = {}
        for number, variable in enumerate(self.variables):
            cell = self._absent_cell(variable)
            if cell is not None:
                absent[number] = cell
        return absent

    def _absent_cell(self, variable: Variable) -> int | None:
        subject = variable.subjects[0]
        fact = self.view.dictionary.facts[subject.items or subject.field]
        if not fact.absent or (not subject.items and subject.field in self.view.known):
            return None
        if subject.items:
            return 0 if subject.field == PRESENT else None
        if len(variable.subjects) > 1:
            return None
        # Absence may share its cell with another word, which then stands for both.
        absent = {subject: one_word(fact.absent)}
        turns = [(atom, truth_in(atom, self.view, MATTER, absent)) for atom in variable.signs]
        return next(
            cell
            for cell in range(len(variable.cells))
            if all(variable.signs[atom][cell] is holds for atom, holds in turns)
        )

    def fresh(self, conditions: Iterable[Condition]) -> Fresh:
        """Return how many further records of each open list could matter to some conditions.

        One for each exists or all, and one more than the number for each count: so many show
        every combination of what further records can make of them.
        """
        needs: dict[Condition, tuple[str, int]] = {}
        for condition in conditions:
            needs.update(self._needed(condition))
        totals: dict[str, int] = {}
        for items, number in needs.values():
            if self.view.completeness(items) is not Truth.TRUE or self._unrecorded(items):
                totals[items] = totals.get(items, 0) + number
        return tuple(sorted(totals.items()))

    def _unrecorded(self, items: str) -> bool:
        return bool(self.view.dictionary.facts[items].absent) and items not in self.view.complete

    def _needed(self, condition: Condition) -> dict[Condition, tuple[str, int]]:
        found: dict[Condition, tuple[str, int]] = {}
        match condition:
            case Exists() | ForAll():
                found[condition] = (condition.items, 1)
            case Count():
                found[condition] = (condition.items, condition.number + 1)
            case RuleMet():
                if condition.rule not in self._needs:
                    inner = self._needed(self.reading.rules[condition.rule])
                    self._needs[condition.rule] = inner
                found.update(self._needs[condition.rule])
            case Judged():
                rests_on = self.reading.judgments[condition.judgment]
                if rests_on is not None and condition.judgment not in self.view.settled:
                    found.update(self._needed(rests_on))
            case Holds(term=Fact(name=name)) if name not in self.view.known:
                derivable = self.reading.derivable.get(name)
                for source in (derivable.yes_when, derivable.no_when) if derivable else ():
                    if source is not None:
                        found.update(self._needed(source))
        for part in parts_of(condition):
            found.update(self._needed(part))
        return found

    def _build(self, condition: Condition, scope: Scope, fresh: Fresh) -> int:
        diagrams = self.diagrams
        match condition:
            case Holds(term=Fact(name=name)) if (
                name in self.reading.derivable and name not in self.view.known
            ):
                return self._derivable(condition, name, fresh)
            case Holds() | Compare() | Within() | Between() | StartsWith():
                return self._atom(condition, scope)
            case And():
                return diagrams.all_of(self._build(part, scope, fresh) for part in condition.parts)
            case Or():
                return diagrams.any_of(self._build(part, scope, fresh) for part in condition.parts)
            case Not():
                return diagrams.opposite(self._build(condition.part, scope, fresh))
            case Exists():
                return diagrams.any_of(self._records(condition.items, condition.where, fresh))
            case ForAll():
                broken = Not(condition.where)
                found = diagrams.any_of(self._records(condition.items, broken, fresh))
                return diagrams.opposite(found)
            case Count():
                return self._count(condition, fresh)
            case RuleMet():
                return self.rule(condition.rule, fresh)
            case Judged():
                return self._judged(condition.judgment, fresh)
            case Settled():
                return TRUE if condition.judgment in self.view.settled else FALSE
            case _:
                assert_never(condition)

    def _derivable(self, condition: Holds, name: str, fresh: Fresh) -> int:
        """Build a fact that is yes where it follows, no where its opposite does, else open."""
        derivable = self.reading.derivable[name]
        found = self._atom(condition, MATTER)
        if derivable.no_when is not None:
            no = self._build(derivable.no_when, MATTER, fresh)
            found = self.diagrams.both(self.diagrams.opposite(no), found)
        if derivable.yes_when is not None:
            found = self.diagrams.either(self._build(derivable.yes_when, MATTER, fresh), found)
        return found

    def _judged(self, judgment: str, fresh: Fresh) -> int:
        met = self.view.settled.get(judgment)
        if met is not None:
            return TRUE if met else FALSE
        rests_on = self.reading.judgments[judgment]
        if rests_on is None:
            return UNKNOWN
        return self.diagrams.both(self._build(rests_on, MATTER, fresh), UNKNOWN)

    def _records(self, items: str, where: Condition | None, fresh: Fresh) -> Iterator[int]:
        """Yield, for each known and each further record, whether it is there and satisfies."""
        for number, known in enumerate(self.view.listed(items), start=1):
            yield TRUE if where is None else self._build(where, Scope(items, number, known), fresh)
        for further in range(1, dict(fresh).get(items, 0) + 1):
            present = self._present(items, further)
            if where is None or present == FALSE:
                yield present
            else:
                scope = Scope(items, -further, {})
                yield self.diagrams.both(present, self._build(where, scope, fresh))

    def _present(self, items: str, further: int) -> int:
        """Return whether a further record exists: one must, where the list says it is not all."""
        known = self.view.complete.get(items)
        if known is Truth.FALSE and further == 1:
            return TRUE
        subject = Subject(items, -further, PRESENT)
        if subject not in self._place:
            cells = ({subject: one_word("no")}, {subject: one_word("yes")})
            self._add(Variable((subject,), cells, {}))
        return self.diagrams.node(self._place[subject], (FALSE, TRUE))

    def _count(self, condition: Count, fresh: Fresh) -> int:
        """Build a count by going through the records with the number found so far."""
        records = list(self._records(condition.items, condition.where, fresh))
        at_least = self._at_least(records, condition.number)
        more = self._at_least(records, condition.number + 1)
        opposite = self.diagrams.opposite
        match condition.operator:
            case ">=":
                return at_least
            case ">":
                return more
            case "<":
                return opposite(at_least)
            case "<=":
                return opposite(more)
            case "==":
                return self.diagrams.both(at_least, opposite(more))
            case _:
                return opposite(self.diagrams.both(at_least, opposite(more)))

    def _at_least(self, records: list[int], number: int) -> int:
        row = [TRUE] + [FALSE] * number if number >= 0 else [TRUE]
        for record in records:
            row = row[:1] + [
                self.diagrams.either(row[count], self.diagrams.both(record, row[count - 1]))
                for count in range(1, len(row))
            ]
        return row[-1]

    def _atom(self, atom: Atom, scope: Scope) -> int:
        key = (atom, scope.items, scope.record)
        found = self._atoms.get(key)
        if found is None:
            found = self._atoms[key] = self._new_atom(atom, scope)
        return found

    def _new_atom(self, atom: Atom, scope: Scope) -> int:
        record = Record(scope.items, scope.known or {}) if scope.items else None
        open_subjects = self._open(places_of(atom, scope.items), scope)
        truth = atom_truth(atom, self.view, record)
        if truth is not Truth.UNKNOWN and not any(
            self._may_be_recorded(subject) for subject in open_subjects
        ):
            return NODES[truth]
        if not open_subjects:
            return NODES[truth]
        subject = next(iter(open_subjects))
        if subject not in self._place:
            self._make_variable(subject, scope)
        number = self._place[subject]
        variable = self.variables[number]
        if not open_subjects.keys() <= set(variable.subjects):
            raise MixedAtomError(atom)
        children = tuple([TRUE if holds else FALSE for holds in variable.signs[atom]])
        return self.diagrams.node(number, children)

    def _open(self, places: Iterable[tuple[str, str]], scope: Scope) -> dict[Subject, Values]:
        """Return the subjects at some places that more than one value is left of."""
        found: dict[Subject, Values] = {}
        for place in places:
            subject = scope.subject(place)
            if subject not in found:
                values = self._values(subject, scope)
                if is_open(values):
                    found[subject] = values
        return found

    def _values(self, subject: Subject, scope: Scope) -> Values:
        """Return what a subject may be in a completion: a record fact may always be recorded."""
        if subject.items:
            return self.view.field_values(subject.items, scope.known or {}, subject.field)
        if self._may_be_recorded(subject):
            return self.view.dictionary.facts[subject.field].domain(self.view.day)
        return self.view.values(subject.field)

    def _may_be_recorded(self, subject: Subject) -> bool:
        if subject.items or subject.field in self.view.known:
            return False
        return bool(self.view.dictionary.facts[subject.field].absent)

    def _make_variable(self, subject: Subject, scope: Scope) -> None:
        """Make the variable of a subject and of those tied to it."""
        tied = {
            each: self._in_order(each, left, scope)
            for each, left in self._tied(subject, scope).items()
        }
        atoms = self._tied_atoms(tied, scope)
        places = {(each.items, each.field) for each in tied}
        places.add(("", self.index.constant))
        plain = all(places.issuperset(places_of(atom, scope.items)) for atom, _ in atoms)
        key = (self.view.day, *((each.items, each.field, left) for each, left in tied.items()))
        made = self.cache.made.get(key) if plain else None
        if made is None:
            if len(tied) == 1:
                made = single_variable(subject, tied[subject], atoms, self.view)
            else:
                made = joint_variable(tied, atoms, self._orders(tied, scope), self.view)
            if plain:
                self.cache.made[key] = made
        self._add(_renamed(made, subject.record))

    def _orders(
        self, tied: Table[Subject, Values], scope: Scope
    ) -> Iterator[tuple[Subject, Subject]]:
        """Yield (earlier, later) for each date order among tied subjects."""
        for later in tied:
            earlier = self._earlier(later, scope)
            if earlier is not None and earlier in tied:
                yield earlier, later

    def _tied(self, subject: Subject, scope: Scope) -> dict[Subject, Values]:
        """Return the open subjects that atoms or date orders tie to one, with itself."""
        tied: dict[Subject, Values] = {}
        waiting = [subject]
        while waiting:
            current = waiting.pop()
            left = self._values(current, scope)
            if current in tied or not is_open(left):
                continue
            tied[current] = left
            others = self.index.joint.get((current.items, current.field), frozenset())
            waiting.extend(
                scope.subject(place) for place in sorted(others) if place[0] == current.items
            )
        return tied

    def _tied_atoms(self, tied: Iterable[Subject], scope: Scope) -> list[tuple[Atom, Scope]]:
        """Return every atom that reads a tied subject, with where it is read."""
        atoms: dict[Atom, None] = {}
        for subject in tied:
            atoms.update(dict.fromkeys(self.index.of.get((subject.items, subject.field), ())))
        return [(atom, scope) for atom in atoms]

    def _earlier(self, later: Subject, scope: Scope) -> Subject | None:
        fact = self._fact_type(later)
        if not fact.not_before:
            return None
        return (
            Subject(later.items, later.record, fact.not_before)
            if later.items
            else (scope.subject(("", fact.not_before)))
        )

    def _fact_type(self, subject: Subject) -> FactType:
        facts = self.view.dictionary.facts
        return facts[subject.items].fields[subject.field] if subject.items else facts[subject.field]

    def _in_order(self, subject: Subject, values: Values, scope: Scope) -> Values:
        """Return the days left that respect the dictionary's date orders with what is known."""
        if self._fact_type(subject).kind is not Kind.DATE or not isinstance(values, Spans):
            return values
        low, high = values.low, values.high
        earlier = self._earlier(subject, scope)
        if earlier is not None:
            floor = self._values(earlier, scope)
            if isinstance(floor, Spans):
                low = max(low, floor.low)  # type: ignore[type-var]  # days
        for later in self._later(subject, scope):
            ceiling = self._values(later, scope)
            if isinstance(ceiling, Spans):
                high = min(high, ceiling.high)  # type: ignore[type-var]  # days
        kept = tuple(
            (max(start, low), min(end, high))
            for start, end in values.spans
            if start <= high and end >= low
        )
        return Spans(kept) if kept else values

    def _later(self, subject: Subject, scope: Scope) -> Iterator[Subject]:
        facts = self.view.dictionary.facts
        siblings = facts[subject.items].fields if subject.items else facts
        for name, fact in siblings.items():
            if fact.not_before == subject.field and fact.kind is Kind.DATE:
                yield scope.subject((subject.items, name))

    def _add(self, variable: Variable) -> None:
        for subject in variable.subjects:
            self._place[subject] = len(self.variables)
        self.variables.append(variable)


def _renamed(variable: Variable, record: int) -> Variable:
    """Return a variable made for another record, for this one."""
    if variable.subjects[0].record == record:
        return variable
    new = {subject: subject._replace(record=record) for subject in variable.subjects}
    cells: list[Assignment] = [
        {new[subject]: values for subject, values in decided.items()} for decided in variable.cells
    ]
    alike = variable.alike
    return Variable(
        tuple(new.values()),
        tuple(cells),
        variable.signs,
        None if alike is None else {new[subject]: pairs for subject, pairs in alike.items()},
    )
