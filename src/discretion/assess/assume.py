"""What a study assumes of a matter: assumption sets applied to what its file leaves open.

A closing narrows what a file leaves open and never goes against it in silence: where the file, or
what follows from it, says otherwise, the closing does nothing unless it is made instead of what is
said, and then it is told as such.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.assess.derive import derive_facts
from discretion.engines.reference import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.facts.values import Values
from discretion.facts.values import common
from discretion.facts.values import one_word
from discretion.facts.values_read import YES_NO
from discretion.facts.values_read import read_values
from discretion.facts.view import ASSUMED
from discretion.facts.view import View
from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds
from discretion.rules.derived import Derivations
from discretion.rules.library import Library
from discretion.source import Report
from discretion.source import Scalar
from discretion.truth import Truth
from discretion.truth import truth_of

WORDS = {Truth.TRUE: one_word("yes"), Truth.FALSE: one_word("no")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """One open term of a matter that an assumption set closed, in the words of the set.

    `instead_of_said` tells that the file said otherwise, or that it followed from the file.
    """

    assumptions: str
    closing: Closing
    instead_of_said: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Supposed:
    """A matter as a study supposes it: what its file says, with open terms closed.

    `stated` holds what is said and what is closed, `view` also what follows from that; `closed`
    tells what the sets closed, in their order.
    """

    stated: View
    view: View
    closed: tuple[Closed, ...] = ()


def suppose(stated: View, derivations: Derivations, reading: Reading) -> Supposed:
    """Return a matter of which nothing is assumed yet."""
    return Supposed(stated=stated, view=derive_facts(stated, derivations, reading))


def chosen_sets(names: Iterable[str], sets: Table[str, AssumptionSet]) -> tuple[AssumptionSet, ...]:
    """Return those of the named sets that are among some sets, in the order of the names."""
    return tuple(sets[name] for name in names if name in sets)


def named_sets(names: Iterable[str], library: Library) -> Iterator[AssumptionSet]:
    """Yield the sets that are named: shared ones, else those of the first pack that has one."""
    for name in names:
        found = library.assumption_sets.get(name)
        packs = () if found is not None else library.packs.values()
        own = (pack.assumption_sets[name] for pack in packs if name in pack.assumption_sets)
        yield next(own) if found is None else found


def assume(
    matter: Supposed, sets: Iterable[AssumptionSet], derivations: Derivations, reading: Reading
) -> Supposed:
    """Return a matter with what assumption sets close; each closing reads those before it.

    Args:
        matter: what is said, with what other sets closed.
        sets: the sets, in the order in which they apply.
        derivations: how facts hang together, so that what follows from a closing follows.
        reading: what the conditions of the sets may refer to.

    """
    for assumptions in sets:
        for closing in assumptions.closings:
            matter = _closed(matter, assumptions.id, closing, derivations, reading)
    return matter


def _closed(
    matter: Supposed, name: str, closing: Closing, derivations: Derivations, reading: Reading
) -> Supposed:
    """Return a matter with one closing of a set, as it was where that closes nothing."""
    engine = ReferenceEngine(matter.view, reading)
    if closing.when is not None and engine.truth(closing.when) is not Truth.TRUE:
        return matter
    closer = _close_list if closing.items else _close_fact
    made = closer(matter.stated, engine, closing)
    if made is None:
        return matter
    stated, against = made
    done = Closed(assumptions=name, closing=closing, instead_of_said=against)
    closed = (*matter.closed, done)
    kept = frozenset(each.closing.fact for each in closed)
    view = derive_facts(stated, derivations, reading, kept)
    return Supposed(stated=stated, view=view, closed=closed)


def _close_fact(
    stated: View, engine: ReferenceEngine, closing: Closing
) -> tuple[View, bool] | None:
    """Return what is said with a fact closed, and whether against it; None if nothing is to do."""
    name = closing.fact
    fact = stated.dictionary.facts[name]
    value = read_values(fact, Scalar(closing.value, 1, 1), stated.day, Report(""))
    if value is None:
        return None
    left = _left(engine, name)
    kept = None if name in stated.inapplicable else common(left, value)
    if kept == left or (kept is None and not closing.instead_of_said):
        return None
    return stated.with_known({name: kept or value}, {name: ASSUMED}), kept is None


def _left(engine: ReferenceEngine, name: str) -> Values:
    """Return the values that a fact may still have, on what is said and what follows from it."""
    view = engine.view
    if name in engine.reading.derivable and name not in view.known:
        follows = WORDS.get(engine.truth(Holds(Fact(name))))
        if follows is not None:
            return follows
    return view.values(name)


def _close_list(
    stated: View, engine: ReferenceEngine, closing: Closing
) -> tuple[View, bool] | None:
    """Return what is said with the completeness of a list closed, likewise."""
    now, wanted = engine.view.completeness(closing.items), YES_NO.get(closing.value)
    truth = truth_of(holds=wanted == "yes")
    against = now not in {Truth.UNKNOWN, truth}
    if wanted is None or now is truth or (against and not closing.instead_of_said):
        return None
    complete = MappingProxyType({**stated.complete, closing.items: truth})
    return replace(stated, complete=complete).with_known({}, {closing.fact: ASSUMED}), against
