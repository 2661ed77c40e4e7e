"""Missing facts, exactly: what each could still change, with a pair of cases that shows it.

A fact that is not listed can change nothing; each listed one has two completions that differ in
it alone and give a named finding two answers. What a pair needs besides stands in both.
"""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.analysis.completion import TRUTHS
from discretion.analysis.completion import Completion
from discretion.analysis.deciding import decide
from discretion.analysis.memory import Decided
from discretion.analysis.memory import Witness
from discretion.analysis.reach import Reach
from discretion.analysis.subjects import PRESENT
from discretion.analysis.subjects import Subject
from discretion.engines.reference import Derivation
from discretion.engines.reference import ReferenceEngine
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.condition import Condition
from discretion.truth import Truth

OUTCOME = "outcome"
"""What a witness names when the outcome itself differs."""


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

    `established` is the first row of the outcome table that is true on what is known, if one is.

    `settled` maps each finding to its truth where all completions agree, else unknown, and
    `derivations` to how it follows from what is known.
    """

    derivations: Table[str, Derivation]
    settled: Table[str, Truth]
    established: str
    reachable: tuple[str, ...]
    missing: tuple[MissingFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of a matter: the findings that are reported and the outcome table.

    `reach` maps each finding, and the outcome, to what it can depend on.
    """

    findings: tuple[str, ...]
    outcomes: tuple[tuple[str, Condition], ...]
    when_open: str
    reach: Table[str, Reach]


def analyse(completion: Completion, question: Question, engine: ReferenceEngine) -> Exact:
    """Return what every completion of a matter agrees on and what could still change.

    Args:
        completion: the matter, with everything that is missing.
        question: the findings and the outcome table.
        engine: derives the findings on what is known of the same matter.

    """
    decided = {
        name: _remembered(completion, question, name, engine)
        for name in (OUTCOME, *question.findings)
    }
    missing = tuple(_missing(decided))
    outcome = decided.pop(OUTCOME)
    settled = {
        name: Truth(each.reached[0]) if len(each.reached) == 1 else Truth.UNKNOWN
        for name, each in decided.items()
    }
    derivations = {
        name: each.derivation for name, each in decided.items() if each.derivation is not None
    }
    return Exact(
        derivations=derivations,
        settled=settled,
        established=outcome.established,
        reachable=outcome.reached,
        missing=missing,
    )


def decide_outcome(completion: Completion, question: Question, engine: ReferenceEngine) -> Decided:
    """Return what the outcome table of a question comes to, and nothing of its findings.

    Args:
        completion: the matter, with everything that is missing.
        question: holds the outcome table.
        engine: tells which row is established on what is known of the same matter.

    """
    return _remembered(completion, question, OUTCOME, engine)


def _remembered(
    completion: Completion, question: Question, name: str, engine: ReferenceEngine
) -> Decided:
    """Return what one finding comes to, as it was decided for a matter that agrees on it all."""
    memory, reach = completion.groundwork.memory, question.reach[name]
    key = (name == OUTCOME, reach, reach.known(completion.codes, completion.view.settled))
    found = memory.get(key)
    if found is None:
        found = _decide(completion, question, name)
        if name == OUTCOME:
            found = found._replace(established=_established(question, engine))
        else:
            found = found._replace(derivation=engine.rule(name))
        memory.keep(key, found)
    return found


def _established(question: Question, engine: ReferenceEngine) -> str:
    """Return the first row of the outcome table that is true on what is known."""
    rows = (token for token, when in question.outcomes if engine.truth(when) is Truth.TRUE)
    return next(rows, "")


def _missing(decided: Table[str, Decided]) -> Iterator[MissingFact]:
    """Yield each missing fact with what it could change; its witness changes the first of that."""
    changes: dict[str, dict[str, Witness]] = {}
    for name, each in decided.items():
        for fact, witness in each.turns:
            changes.setdefault(fact, {})[name] = witness
    for fact, findings in changes.items():
        yield MissingFact(
            fact=fact,
            could_change_outcome=OUTCOME in findings,
            could_change=tuple([name for name in findings if name != OUTCOME]),
            witness=next(iter(findings.values())),
        )


def _decide(completion: Completion, question: Question, name: str) -> Decided:
    """Decide one finding, with every fact that could be said instead of following from others."""
    found = _decided(completion, question, name)
    listed = {fact for fact, _ in found.turns}
    sayable = tuple(
        fact
        for fact in question.reach[name].facts
        if fact in completion.reading.derivable
        and fact not in completion.view.known
        and fact not in completion.view.inapplicable
        and fact not in listed
    )
    if not sayable:
        return found
    said = _decided(completion.as_said(sayable), question, name)
    turns = [turn for turn in said.turns if turn[0] in sayable]
    return found._replace(turns=(*found.turns, *turns))


def _decided(completion: Completion, question: Question, name: str) -> Decided:
    needs = question.reach[name].needs
    if name != OUTCOME:
        tokens = {node: str(truth) for node, truth in TRUTHS.items()}
        return decide(completion, name, completion.rule(name, needs), tokens, needs)
    diagrams = completion.diagrams
    conditions = [completion.finding(condition, needs) for _, condition in question.outcomes]
    named = dict.fromkeys([*(token for token, _ in question.outcomes), question.when_open])
    terminals = {token: diagrams.terminal(token) for token in named}
    node = terminals[question.when_open]
    for (token, _), condition in reversed(list(zip(question.outcomes, conditions, strict=True))):
        node = diagrams.choose(condition, terminals[token], node)
    tokens = {terminal: token for token, terminal in terminals.items()}
    return decide(completion, name, node, tokens, needs)


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
    """Return the further records that a completion adds, with what it decides of each.

    Where a list says that it is not all, the first one is always there.
    """
    further = sorted(subject for subject in decided if subject.record < 0)
    found: dict[tuple[str, int], dict[str, Values]] = {
        (subject.items, -1): {}
        for subject in further
        if view.complete.get(subject.items) is Truth.FALSE
    }
    for subject in reversed(further):
        values = decided[subject]
        if subject.field == PRESENT and isinstance(values, Choices) and values.single == "yes":
            found[subject.items, subject.record] = {}
    for subject in further:
        fields = found.get((subject.items, subject.record))
        if fields is not None and subject.field != PRESENT:
            fields[subject.field] = decided[subject]
    return found
