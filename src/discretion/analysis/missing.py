"""Missing facts, exactly: what each could still change, with a pair of cases that shows it.

A fact that is not listed can change nothing; each listed one has two completions that differ in
it alone and give a named finding two answers. What a pair needs besides stands in both.
"""

from collections.abc import Hashable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass

from discretion.analysis.cells import Assignment
from discretion.analysis.completion import TRUTHS
from discretion.analysis.completion import Completion
from discretion.analysis.diagram import Diagrams
from discretion.analysis.reach import Reach
from discretion.analysis.reach import known_lists
from discretion.analysis.subjects import PRESENT
from discretion.analysis.subjects import Subject
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.condition import Condition
from discretion.truth import Truth

OUTCOME = "outcome"
"""What a witness names when the outcome itself differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessCase:
    """One completion: the missing facts given a value, and what the named finding then is."""

    decided: Table[Subject, Values]
    gives: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """Two completions that differ in one missing fact alone, and the finding they change."""

    changes: str
    a: WitnessCase
    b: WitnessCase


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFact:
    """A missing fact that can still change something, and what."""

    fact: str
    could_change_outcome: bool
    could_change: tuple[str, ...]
    witness: Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class Exact:
    """What is settled, what is reachable and what is missing, over every completion.

    `settled` maps each finding to its truth where all completions agree, else unknown.
    """

    settled: Table[str, Truth]
    reachable: tuple[str, ...]
    missing: tuple[MissingFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One finding over every completion: the terminals reached, and what decides between them."""

    reached: tuple[str, ...]
    deciding: tuple[tuple[str, Witness], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a matter: the findings that are reported and the outcome table.

    `reach` maps each finding, and the outcome, to what it can depend on.
    """

    findings: tuple[str, ...]
    outcomes: tuple[tuple[str, Condition], ...]
    when_open: str
    reach: Table[str, Reach]


def analyse(
    completion: Completion, question: Question, memory: dict[Hashable, Decided] | None = None
) -> Exact:
    """Return what every completion of a matter agrees on and what could still change.

    Args:
        completion: the matter, with everything that is missing.
        question: the findings and the outcome table.
        memory: what was decided before, for matters that agree on all that a finding reaches.

    """
    decided: dict[str, Decided] = {}
    lists = known_lists(completion.view)
    store = {} if memory is None else memory
    for name in (OUTCOME, *question.findings):
        key = (name, question.reach[name].known(completion.view, lists))
        found = store.get(key)
        if found is None:
            found = store[key] = _decide(completion, question, name)
        decided[name] = found
    outcome = decided.pop(OUTCOME)
    return Exact(
        settled={
            name: Truth(each.reached[0]) if len(each.reached) == 1 else Truth.UNKNOWN
            for name, each in decided.items()
        },
        reachable=outcome.reached,
        missing=tuple(_missing(outcome, decided)),
    )


def _missing(outcome: Decided, decided: dict[str, Decided]) -> Iterator[MissingFact]:
    changes: dict[str, dict[str, Witness]] = {}
    for name, each in {OUTCOME: outcome, **decided}.items():
        for fact, witness in each.deciding:
            changes.setdefault(fact, {})[name] = witness
    for fact, findings in changes.items():
        yield MissingFact(
            fact=fact,
            could_change_outcome=OUTCOME in findings,
            could_change=tuple(name for name in findings if name != OUTCOME),
            witness=next(iter(findings.values())),
        )


def _decide(completion: Completion, question: Question, name: str) -> Decided:
    """Decide one finding: with record facts nobody recorded as absent, and each of them freed."""
    diagrams = completion.diagrams
    if name == OUTCOME:
        tokens, free = _outcome_diagram(completion, question.outcomes, question.when_open)
    else:
        tokens, free = {node: str(truth) for node, truth in TRUTHS.items()}, completion.rule(name)
    absent = completion.recorded_absent()
    actual = diagrams.restrict(free, absent)
    reached = diagrams.terminals(actual)
    deciding: dict[str, Witness] = {}
    for root, subject in _deciding(completion, free, actual, absent):
        if subject.name not in deciding:
            deciding[subject.name] = _witness(completion, root, subject, name, tokens)
    return Decided(
        reached=tuple(dict.fromkeys(token for node, token in tokens.items() if node in reached)),
        deciding=tuple(deciding.items()),
    )


def _outcome_diagram(
    completion: Completion, rows: tuple[tuple[str, Condition], ...], when_open: str
) -> tuple[dict[int, str], int]:
    """Return the diagram of the outcome: the first row that is true, else the open token."""
    diagrams = completion.diagrams
    conditions = completion.conditions(condition for _, condition in rows)
    named = dict.fromkeys([*(token for token, _ in rows), when_open])
    terminals = {token: diagrams.terminal() for token in named}
    node = terminals[when_open]
    for (token, _), condition in reversed(list(zip(rows, conditions, strict=True))):
        node = diagrams.choose(condition, terminals[token], node)
    return {terminal: token for token, terminal in terminals.items()}, node


def _deciding(
    completion: Completion, free: int, actual: int, absent: dict[int, int]
) -> Iterator[tuple[int, Subject]]:
    """Yield each subject that a finding depends on, with the diagram that shows it.

    An open fact counts on what the record holds; a record fact nobody recorded counts with every
    other such fact as it is.
    """
    diagrams = completion.diagrams
    for variable in sorted(diagrams.support(actual)):
        for subject in completion.variables[variable].subjects:
            if _decides(completion, actual, variable, subject):
                yield actual, subject
    for variable in sorted(diagrams.support(free) & absent.keys()):
        others = {other: cell for other, cell in absent.items() if other != variable}
        node = diagrams.restrict(free, others)
        if variable in diagrams.support(node):
            yield node, completion.variables[variable].subjects[0]


def _decides(completion: Completion, root: int, variable: int, subject: Subject) -> bool:
    alike = completion.variables[variable].alike
    if alike is None:
        return True
    return any(
        _pair(completion.diagrams, node, alike[subject]) is not None
        for node in completion.diagrams.nodes(root)
        if completion.diagrams.variable(node) == variable
    )


def _pair(
    diagrams: Diagrams, node: int, alike: frozenset[tuple[int, int]] | None
) -> tuple[int, int] | None:
    """Return two cells of a node between which a subject alone makes a difference."""
    children = diagrams.children(node)
    pairs = ((0, other) for other in range(1, len(children))) if alike is None else sorted(alike)
    return next(((a, b) for a, b in pairs if children[a] != children[b]), None)


def _witness(
    completion: Completion, root: int, subject: Subject, finding: str, tokens: dict[int, str]
) -> Witness:
    diagrams = completion.diagrams
    variable = completion.number_of(subject)
    alike = completion.variables[variable].alike
    pairs = None if alike is None else alike[subject]
    path, node = next(
        (path, node)
        for path, node in _paths(diagrams, root)
        if diagrams.variable(node) == variable and _pair(diagrams, node, pairs) is not None
    )
    a, b = _pair(diagrams, node, pairs) or (0, 0)
    children = diagrams.children(node)
    rest, end_a, end_b = _part_ways(diagrams, children[a], children[b])
    shared = {**path, **rest}
    return Witness(
        changes=finding,
        a=_case(completion, {**shared, variable: a}, end_a, tokens),
        b=_case(completion, {**shared, variable: b}, end_b, tokens),
    )


def _paths(diagrams: Diagrams, root: int) -> Iterator[tuple[dict[int, int], int]]:
    """Yield every node with the cells that lead to it, nearest first."""
    waiting: list[tuple[dict[int, int], int]] = [({}, root)]
    seen = {root}
    for path, node in waiting:
        yield path, node
        for cell, child in enumerate(diagrams.children(node)):
            if child not in seen:
                seen.add(child)
                waiting.append(({**path, diagrams.variable(node): cell}, child))


def _part_ways(diagrams: Diagrams, left: int, right: int) -> tuple[dict[int, int], int, int]:
    """Return cells under which two different findings end differently, and where they end."""
    cells: dict[int, int] = {}
    while not (diagrams.is_terminal(left) and diagrams.is_terminal(right)):
        top = min(diagrams.variable(left), diagrams.variable(right))
        lefts = _below(diagrams, left, top)
        rights = _below(diagrams, right, top)
        size = max(len(lefts), len(rights))
        cell = next(
            cell for cell in range(size) if lefts[cell % len(lefts)] != rights[cell % len(rights)]
        )
        cells[top] = cell
        left, right = lefts[cell % len(lefts)], rights[cell % len(rights)]
    return cells, left, right


def _below(diagrams: Diagrams, node: int, variable: int) -> tuple[int, ...]:
    return diagrams.children(node) if diagrams.variable(node) == variable else (node,)


def _case(
    completion: Completion, cells: dict[int, int], end: int, tokens: dict[int, str]
) -> WitnessCase:
    decided: Assignment = {}
    for number, cell in cells.items():
        decided.update(completion.variables[number].cells[cell])
    return WitnessCase(decided=decided, gives=tokens[end])


def apply_completion(view: View, decided: Table[Subject, Values]) -> View:
    """Return a view with some missing things decided, as a file that said so would give it.

    A list of which a further record is decided, or none, is then complete.
    """
    known = dict(view.known)
    records = {items: [dict(row) for row in rows] for items, rows in view.records.items()}
    complete = dict(view.complete)
    for subject, values in sorted(decided.items(), key=lambda pair: (pair[0], str(pair[1]))):
        if not subject.items:
            known[subject.field] = values
        elif subject.record > 0:
            records[subject.items][subject.record - 1][subject.field] = values
        else:
            complete[subject.items] = Truth.TRUE
    for (items, _), fields in further_records(view, decided).items():
        records.setdefault(items, []).append(dict(fields))
    return replace(
        view,
        known=known,
        records={items: tuple(rows) for items, rows in records.items()},
        complete=complete,
    )


def further_records(
    view: View, decided: Table[Subject, Values]
) -> dict[tuple[str, int], dict[str, Values]]:
    """Return the further records that a completion adds, with what it decides of each."""
    found: dict[tuple[str, int], dict[str, Values]] = {}
    for subject, values in sorted(decided.items(), reverse=True, key=lambda pair: pair[0]):
        if subject.record < 0 and _is_present(view, decided, subject):
            fields = found.setdefault((subject.items, subject.record), {})
            if subject.field != PRESENT:
                fields[subject.field] = values
    return found


def _is_present(view: View, decided: Table[Subject, Values], subject: Subject) -> bool:
    present = decided.get(Subject(subject.items, subject.record, PRESENT))
    if present is None:
        return subject.record == -1 and view.complete.get(subject.items) is Truth.FALSE
    return isinstance(present, Choices) and present.single == "yes"
