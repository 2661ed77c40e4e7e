"""Why a finding is what it is: the tests that carry its truth, in words, with what is known."""

from collections.abc import Iterator

from discretion.assess.assessment import Assessment
from discretion.assess.assessment import Finding
from discretion.assess.wording.english import english_of
from discretion.engines.reference import Derivation
from discretion.facts.view import ASSUMED
from discretion.facts.view import View
from discretion.rules.assumption import WHOLE
from discretion.rules.condition import And
from discretion.rules.condition import Condition
from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import ForAll
from discretion.rules.condition import Holds
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.condition import leaf_terms
from discretion.rules.condition import terms_of
from discretion.rules.english import English
from discretion.rules.english import show_values
from discretion.truth import Truth

ALL_NEEDED = "all_needed"
ALTERNATIVES = "alternatives"


def sentence_of(finding: Finding) -> str:
    """Return what a finding says, with what the chosen interpretation adds to it."""
    said = finding.rule.says
    return said if finding.says == said else f"{said} {finding.says}"


def carrying_parts(derivation: Derivation) -> Iterator[Derivation]:
    """Yield the parts that carry a truth: of a false conjunction the false ones, and so on."""
    condition, truth = derivation.condition, derivation.truth
    conjunctive = isinstance(condition, And | ForAll)
    disjunctive = isinstance(condition, Or | Exists)
    for part in derivation.children:
        if (conjunctive and truth is Truth.TRUE) or (disjunctive and truth is Truth.FALSE):
            yield part
        elif conjunctive or disjunctive:
            if part.truth is truth:
                yield part
        else:
            yield part


def how_carried(derivation: Derivation) -> str:
    """Return whether the carrying parts are all needed, or each would do alone."""
    condition, truth = derivation.condition, derivation.truth
    if isinstance(condition, And | ForAll):
        return ALTERNATIVES if truth is Truth.FALSE else ALL_NEEDED
    if isinstance(condition, Or | Exists):
        return ALL_NEEDED if truth is Truth.FALSE else ALTERNATIVES
    return ALL_NEEDED


def reasons_of(each: Assessment, finding: Finding) -> Iterator[tuple[str, str]]:
    """Yield the tests that carry a finding's truth in words, each with what is known of it.

    A rule that another rests on is named by its place and not opened again.
    """
    return tests_of(finding.derivation, each)


def tests_of(derivation: Derivation, each: Assessment) -> Iterator[tuple[str, str]]:
    """Yield the tests that carry the truth of any condition, likewise."""
    yield from _tests(derivation, each.view, english_of(each), "", 0)


def _tests(
    derivation: Derivation, view: View, english: English, items: str, record: int
) -> Iterator[tuple[str, str]]:
    condition = derivation.condition
    parts = list(carrying_parts(derivation))
    if isinstance(condition, Holds) and any(part.truth is Truth.TRUE for part in parts):
        parts = [part for part in parts if part.truth is Truth.TRUE]
        yield english.condition(condition, items), follows_from(view)
    opened = isinstance(condition, And | Or | Not | Holds) and parts
    if not opened:
        text = english.condition(condition, items)
        yield text, "; ".join(dict.fromkeys(known_of(condition, view, items, record)))
        return
    for part in parts:
        yield from _tests(part, view, english, items, part.record or record)


def known_of(condition: Condition, view: View, items: str, record: int) -> Iterator[str]:
    """Yield what is known of each fact that a test reads, of one record where it reads one."""
    if isinstance(condition, Exists | ForAll | Count):
        fact = view.dictionary.facts[condition.items]
        count = len(view.listed(condition.items))
        state = {Truth.TRUE: "all there are", Truth.FALSE: "not all", Truth.UNKNOWN: "perhaps more"}
        noun = fact.item if count == 1 else fact.items
        told = state[view.completeness(condition.items)]
        if is_assumed(f"{condition.items}{WHOLE}", view):
            told = f"assumed to be {told}"
        yield f"{count or 'no'} {noun} on file, {told}"
    for term in terms_of(condition):
        for leaf in leaf_terms(term):
            if isinstance(leaf, Fact):
                yield _known_fact(leaf.name, view)
            elif isinstance(leaf, Field) and record:
                yield _known_field(items, record, leaf.name, view)


def _known_fact(name: str, view: View) -> str:
    fact = view.dictionary.facts.get(name)
    if name in view.known:
        told = "assumed" if is_assumed(name, view) else "on file"
        return f"{told}: {show_values(view.known[name], fact)}"
    return "not recorded" if fact is not None and view.absent(name) else "not known"


def follows_from(view: View) -> str:
    """Return, in words, what a fact follows from that nobody said."""
    assumed = " or assumed" if ASSUMED in view.reasons.values() else ""
    return f"follows from what is on file{assumed}"


def is_assumed(name: str, view: View) -> bool:
    """Tell whether something is known because a study assumes it."""
    return view.reasons.get(name) == ASSUMED


def _known_field(items: str, record: int, name: str, view: View) -> str:
    rows = view.listed(items)
    known = rows[record - 1] if record <= len(rows) else {}
    if name not in known:
        return "not known"
    return f"on file: {show_values(known[name], view.dictionary.facts[items].fields[name])}"
