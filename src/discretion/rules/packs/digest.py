"""The digest of a pack: one text that changes whenever the meaning of the pack could have.

It covers every file of the pack and of the fact modules whose facts it uses, however far. Anybody
can check it: it is the SHA-256 of what `sha256sum` prints for those files, sorted by their paths.
An assumption set that packs share has a digest of the same kind, of its file and its modules.
"""

import hashlib
from collections.abc import Iterable
from collections.abc import Iterator
from pathlib import Path

from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.rules.assumption import AssumptionSet
from discretion.rules.condition import Condition
from discretion.rules.condition import Fact
from discretion.rules.condition import Term
from discretion.rules.condition import facts_in
from discretion.rules.condition import leaf_terms
from discretion.rules.derived import Derivations
from discretion.rules.measure import Each
from discretion.rules.measure import Measure
from discretion.rules.measure import Tally
from discretion.rules.rule import Pack
from discretion.rules.rule import Rule
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Claim
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails


def pack_digest(pack: Pack, home: Path, dictionary: Dictionary, derivations: Derivations) -> str:
    """Return the digest of a pack, as `sha256:` and hexadecimal; empty if a file is unreadable.

    Paths count from the pack's folder, and those of fact modules from `home`, so that the digest
    is the same wherever the files lie. Hidden files are no part of a pack.

    Args:
        pack: the pack, read from its folder.
        home: the policies folder that holds `facts/`.
        dictionary: every fact that can be said.
        derivations: how facts hang together.

    """
    folder = Path(pack.folder)
    files = {path.relative_to(folder).as_posix(): path for path in _visible(folder)}
    for module in modules_used(pack, dictionary, derivations):
        path = home / module
        if not path.is_relative_to(folder):
            files[module] = path
    return _digest(files)


def set_digest(
    assumptions: AssumptionSet, home: Path, dictionary: Dictionary, derivations: Derivations
) -> str:
    """Return the digest of a shared assumption set, as `sha256:` and hexadecimal.

    Args:
        assumptions: the set, read from its file.
        home: the policies folder that holds its file and `facts/`.
        dictionary: every fact that can be said.
        derivations: how facts hang together.

    """
    modules = _modules_of(_facts_of_set(assumptions), dictionary, derivations)
    return _digest({name: home / name for name in (assumptions.file, *modules)})


def _digest(files: dict[str, Path]) -> str:
    """Return the digest of some files by their names; empty if one is unreadable."""
    try:
        lines = [
            f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}\n"
            for name, path in sorted(files.items())
        ]
    except OSError:
        return ""
    return f"sha256:{hashlib.sha256(''.join(lines).encode()).hexdigest()}"


def modules_used(pack: Pack, dictionary: Dictionary, derivations: Derivations) -> frozenset[str]:
    """Return the files of the fact modules that a pack uses, through derivations and guards too."""
    return _modules_of((fact for _, fact in facts_read(pack)), dictionary, derivations)


def _modules_of(
    facts: Iterable[str], dictionary: Dictionary, derivations: Derivations
) -> frozenset[str]:
    waiting = list(facts)
    seen: set[str] = set()
    while waiting:
        name = waiting.pop()
        fact = dictionary.get(name)
        if fact is not None and name not in seen:
            seen.add(name)
            waiting.extend(_neighbours(fact, derivations))
    return frozenset(dictionary.facts[name].file for name in seen)


def _visible(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir():
            yield from _visible(path)
        else:
            yield path


def facts_read(pack: Pack) -> Iterator[tuple[str, str]]:
    """Yield each fact that a pack reads itself, behind the id of what reads it, often twice."""
    for rule in pack.rules.values():
        for fact in _facts_of_rule(rule):
            yield rule.id, fact
    for row in pack.outcomes:
        for fact in facts_in(row.when):
            yield row.token, fact
    for consequence in pack.consequences:
        for fact in facts_in(consequence.when):
            yield consequence.token, fact
    for judgment in pack.judgments.values():
        for fact in _tested(judgment.rests_on):
            yield judgment.id, fact
    for assumptions in pack.assumption_sets.values():
        for fact in _facts_of_set(assumptions):
            yield assumptions.id, fact
    for sentence in pack.sentences:
        for fact in _facts_of_claim(sentence.claim):
            yield sentence.id, fact


def _facts_of_rule(rule: Rule) -> Iterator[str]:
    yield from _measured(rule.measure)
    yield from _measured(rule.duty.due if rule.duty is not None else None)
    yield from _measured(rule.runs_until)
    for condition in _conditions_of(rule):
        yield from _tested(condition)


def _facts_of_claim(claim: Claim) -> Iterator[str]:
    match claim:
        case Alone(facts=facts):
            yield from facts
        case Never(when=when, unless=unless):
            yield from facts_in(when)
            yield from _tested(unless)
        case Prevails(when=when):
            yield from facts_in(when)


def _facts_of_set(assumptions: AssumptionSet) -> Iterator[str]:
    for closing in assumptions.closings:
        yield closing.subject
        yield from _tested(closing.when)


def _conditions_of(rule: Rule) -> Iterator[Condition | None]:
    yield rule.when
    yield from (reading.when for reading in rule.interpretations)
    if rule.duty is not None:
        yield rule.duty.discharged_when


def _tested(condition: Condition | None) -> Iterator[str]:
    if condition is not None:
        yield from facts_in(condition)


def _measured(measure: Measure | Term | None) -> Iterator[str]:
    if isinstance(measure, Each | Tally):
        yield measure.items
        yield from _tested(measure.where)
    elif measure is not None:
        yield from (leaf.name for leaf in leaf_terms(measure) if isinstance(leaf, Fact))


def _neighbours(fact: FactType, derivations: Derivations) -> Iterator[str]:
    """Yield the facts that a fact's own meaning depends on."""
    guards = [fact.name, *(f"{fact.name}.{field}" for field in fact.fields)]
    for name in guards:
        yield from _tested(derivations.guards.get(name))
    derivable = derivations.derivable.get(fact.name)
    if derivable is not None:
        yield from _tested(derivable.yes_when)
        yield from _tested(derivable.no_when)
    source = derivations.from_records.get(fact.name)
    if source is not None:
        yield source.items
    if fact.not_before:
        yield fact.not_before
