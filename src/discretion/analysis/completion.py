"""Completions of a matter: conditions as decision diagrams over everything that is missing.

Where the engines ask what holds on what is known, this asks what would hold for each way the
missing facts could turn out, and so is exact. A judgment that nobody settled stays unknown in
every completion, and so does whatever reads a fact that the file calls not applicable: no fact
settles them.
"""

from collections.abc import Iterator
from typing import TypeAlias
from typing import assert_never

from discretion.analysis.cells.cells import EntangledError
from discretion.analysis.cells.cells import Trial
from discretion.analysis.cells.cells import is_open
from discretion.analysis.diagram import FALSE
from discretion.analysis.diagram import TRUE
from discretion.analysis.diagram import UNKNOWN
from discretion.analysis.groundwork import Groundwork
from discretion.analysis.reach import Needs
from discretion.analysis.subjects import Place
from discretion.analysis.subjects import Subject
from discretion.analysis.variables import MATTER
from discretion.analysis.variables import Scope
from discretion.analysis.variables import Variables
from discretion.engines.atoms import Atom
from discretion.engines.reading import Reading
from discretion.facts.values import one_word
from discretion.facts.view import View
from discretion.frozen import replace
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
from discretion.truth import Truth

Codes: TypeAlias = dict[str, int]
"""A number for all that is known of each fact and list, equal for equals."""
Further: TypeAlias = dict[str, int]
"""How many further records of each list a finding is completed with."""

TRUTHS = {FALSE: Truth.FALSE, UNKNOWN: Truth.UNKNOWN, TRUE: Truth.TRUE}


class Completion:
    """Every completion of one view, as diagrams over shared variables."""

    def __init__(
        self, view: View, reading: Reading, groundwork: Groundwork, *, is_passing: bool = False
    ) -> None:
        """Take what is known, what conditions refer to, and what was prepared of them.

        Args:
            view: the matter.
            reading: the rules, judgments and derivable facts that conditions may refer to.
            groundwork: what was prepared.
            is_passing: whether the reading is of this matter alone, so that no rule's is kept.

        """
        self.view = view
        self.reading = reading
        self.groundwork = groundwork
        self.codes: Codes = {} if is_passing else groundwork.memory.codes(view)
        self.drawn = groundwork.memory.drawn
        self.diagrams = self.drawn.diagrams
        self.variables = Variables(view, groundwork.index, groundwork.numbering, groundwork.cells)
        self._as_said: dict[tuple[str, ...], Completion] = {}
        self._rules: dict[str, list[tuple[Further, int]]] = {}
        self._touched: set[str] = set()
        """The lists that what is being built has come to."""
        self._atoms: dict[tuple[int, int], tuple[Atom, int]] = {}
        """The diagram of each atom in each record, by the atom's identity."""

    def as_said(self, facts: tuple[str, ...]) -> "Completion":
        """Return the same matter with facts that could follow from others only as they are said.

        What follows in every completion stands as known. A file may say such a fact itself, and
        that then counts, so it is missing beside what it would follow from.

        Args:
            facts: those that a finding reaches.

        """
        found = self._as_said.get(facts)
        if found is None:
            known = {
                name: one_word("yes" if follows == TRUE else "no")
                for name in facts
                if (follows := self._following(name)) in {TRUE, FALSE}
            }
            derivable = {
                name: source for name, source in self.reading.derivable.items() if name not in facts
            }
            plain = replace(self.reading, derivable=derivable)
            view = self.view.with_known(known, {})
            found = self._as_said[facts] = Completion(view, plain, self.groundwork, is_passing=True)
        return found

    def _following(self, name: str) -> int:
        """Return the diagram of a derivable fact."""
        holds = Holds(Fact(name))
        return self.finding(holds, self.groundwork.reach((holds,), self.reading).needs)

    def finding(self, condition: Condition, needs: Needs) -> int:
        """Return the diagram of a condition.

        Args:
            condition: what is asked.
            needs: how many further records of each list can matter to it, and to all that stands
                beside it.

        """
        return self._build(condition, MATTER, self.further(needs))

    def rule(self, identifier: str, needs: Needs) -> int:
        """Return the diagram of a rule; see `finding`."""
        return self._rule(identifier, self.further(needs))

    def further(self, needs: Needs) -> Further:
        """Return how many further records there can be, of what is needed."""
        return {items: self.variables.further(items, needed) for items, needed in needs}

    def _rule(self, identifier: str, further: Further) -> int:
        """Return the diagram of a rule, built once for each number of records of its own lists."""
        made = self._rules.setdefault(identifier, [])
        for lists, node in made:
            if all(further[items] == number for items, number in lists.items()):
                self._touched.update(lists)
                return node
        before, self._touched = self._touched, set()
        node = self._drawn(identifier, further)
        made.append(({items: further[items] for items in self._touched}, node))
        self._touched |= before
        return node

    def _drawn(self, identifier: str, further: Further) -> int:
        """Return the diagram of a rule, as drawn for a matter that agrees on all it reaches."""
        condition = self.reading.rules[identifier]
        if not self.codes:
            return self._build(condition, MATTER, further)
        reach = self.groundwork.reach((condition,), self.reading)
        records = tuple([further[items] for items, _ in reach.needs])
        key = (reach, records, reach.known(self.codes, self.view.settled))
        node = self.drawn.rules.get(key)
        if node is None:
            node = self.drawn.rules[key] = self._build(condition, MATTER, further)
        self._touched.update(items for items, _ in reach.needs)
        return node

    def _build(self, condition: Condition, scope: Scope, further: Further) -> int:
        diagrams = self.diagrams
        match condition:
            case Holds(term=Fact(name=name)) if (
                name in self.reading.derivable and name not in self.view.known
            ):
                return self._derivable(condition, name, further)
            case Holds() | Compare() | Within() | Between() | StartsWith():
                return self._atom(condition, scope)
            case And():
                return diagrams.all_of(
                    self._build(part, scope, further) for part in condition.parts
                )
            case Or():
                return diagrams.any_of(
                    self._build(part, scope, further) for part in condition.parts
                )
            case Not():
                return diagrams.opposite(self._build(condition.part, scope, further))
            case Exists():
                return diagrams.any_of(self._records(condition.items, condition.where, further))
            case ForAll():
                met = self._records(condition.items, Not(condition.where), further)
                return diagrams.opposite(diagrams.any_of(met))
            case Count():
                return self._count(condition, further)
            case RuleMet():
                return self._rule(condition.rule, further)
            case Judged():
                return self._judged(condition.judgment, further)
            case Settled():
                return TRUE if condition.judgment in self.view.settled else FALSE
            case _:
                assert_never(condition)

    def _derivable(self, condition: Holds, name: str, further: Further) -> int:
        """Build a fact that is yes where it follows, no where its opposite does, else as said.

        What it follows from is built first, so that a completion says it only where it does not
        follow.
        """
        yes, no = self._sources(name, further)
        said = self._atom(condition, MATTER)
        return self.diagrams.choose(yes, TRUE, self.diagrams.choose(no, FALSE, said))

    def _sources(self, name: str, further: Further) -> tuple[int, int]:
        """Return where a derivable fact follows as yes, and where as no."""
        source = self.reading.derivable[name]
        yes, no = (
            FALSE if condition is None else self._build(condition, MATTER, further)
            for condition in (source.yes_when, source.no_when)
        )
        return yes, no

    def follows(self, subject: Subject, further: Further) -> int:
        """Return where a fact that nobody said follows from others, as yes or as no."""
        name = subject.field
        if subject.items or name not in self.reading.derivable or name in self.view.known:
            return FALSE
        return self.diagrams.either(*self._sources(name, further))

    def _judged(self, judgment: str, further: Further) -> int:
        met = self.view.settled.get(judgment)
        if met is not None:
            return TRUE if met else FALSE
        rests_on = self.reading.judgments[judgment]
        if rests_on is None:
            return UNKNOWN
        return self.diagrams.both(self._build(rests_on, MATTER, further), UNKNOWN)

    def _records(self, items: str, where: Condition | None, further: Further) -> Iterator[int]:
        """Yield, for each known and each further record, whether it is there and satisfies."""
        self._touched.add(items)
        for number, known in enumerate(self.view.listed(items), start=1):
            scope = Scope(items, number, known)
            yield TRUE if where is None else self._build(where, scope, further)
        for number in range(1, further[items] + 1):
            present = self._present(items, number)
            if where is None:
                yield present
            else:
                met = self._build(where, Scope(items, -number), further)
                yield self.diagrams.both(present, met)

    def _present(self, items: str, number: int) -> int:
        """Return whether a further record exists: one must, where the list says it is not all."""
        if number == 1 and self.view.complete.get(items) is Truth.FALSE:
            return TRUE
        return self.diagrams.node(self.variables.presence(items, number), (FALSE, TRUE))

    def _count(self, condition: Count, further: Further) -> int:
        records = list(self._records(condition.items, condition.where, further))
        opposite, number = self.diagrams.opposite, condition.number
        match condition.operator:
            case ">=":
                return self._at_least(records, number)
            case ">":
                return self._at_least(records, number + 1)
            case "<":
                return opposite(self._at_least(records, number))
            case "<=":
                return opposite(self._at_least(records, number + 1))
        exactly = self.diagrams.both(
            self._at_least(records, number), opposite(self._at_least(records, number + 1))
        )
        return exactly if condition.operator == "==" else opposite(exactly)

    def _at_least(self, records: list[int], number: int) -> int:
        """Build a count by going through the records with the number found so far."""
        row = [TRUE] + [FALSE] * max(number, 0)
        for record in records:
            row = row[:1] + [
                self.diagrams.either(row[count], self.diagrams.both(record, row[count - 1]))
                for count in range(1, len(row))
            ]
        return row[-1]

    def _atom(self, atom: Atom, scope: Scope) -> int:
        key = (id(atom), scope.record)
        found = self._atoms.get(key)
        if found is None:
            found = self._atoms[key] = (atom, self._new_atom(atom, scope))
        return found[1]

    def _new_atom(self, atom: Atom, scope: Scope) -> int:
        """Build an atom: decided where all it reads is known, else by the cells of what is open."""
        places = self.groundwork.places(atom, scope.items)
        if len(places) == 1 and self.variables.stands_alone(places[0]):
            return self._alone(atom, places[0], scope)
        known = {}
        missing = []
        variables = self.variables
        for place in places:
            where = scope if place[0] else MATTER
            subject = where.subject(place)
            if variables.is_inapplicable(subject, where):
                return UNKNOWN
            known[place] = variables.values(subject, where)
            if is_open(known[place]):
                missing.append((subject, where))
        if not missing:
            return TRUE if Trial(scope.items, known).holds(atom, {}) else FALSE
        number = variables.number(*missing[0])
        signs = variables[number].cells.signs.get(atom)
        if signs is None:
            raise EntangledError(tuple(subject.field for subject, _ in missing))
        return self.diagrams.node(number, tuple([TRUE if sign else FALSE for sign in signs]))

    def _alone(self, atom: Atom, place: Place, scope: Scope) -> int:
        """Build an atom of what no other atom ties to anything: the same for the same values."""
        where = scope if place[0] else MATTER
        subject = where.subject(place)
        variables = self.variables
        if variables.is_inapplicable(subject, where):
            return UNKNOWN
        values = variables.values(subject, where)
        if not is_open(values):
            return TRUE if Trial(scope.items, {place: values}).holds(atom, {}) else FALSE
        key = (id(atom), self.groundwork.numbering.of(subject), values, self.view.is_record)
        found = self.drawn.atoms.get(key)
        if found is None:
            number = variables.number(subject, where)
            signs = variables[number].cells.signs[atom]
            node = self.diagrams.node(number, tuple([TRUE if sign else FALSE for sign in signs]))
            found = self.drawn.atoms[key] = (atom, node)
        return found[1]
