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
from discretion.engines.reading import Reading
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

    `file` holds what is said and what follows from it, and no assumption. `stated` holds what is
    said and what is closed, `view` also what follows from that. `closed` tells what the sets
    closed, in their order.
    """

    file: View
    stated: View
    view: View
    closed: tuple[Closed, ...] = ()


def suppose(stated: View, derivations: Derivations, reading: Reading) -> Supposed:
    """Return a matter of which nothing is assumed yet."""
    view = derive_facts(stated, derivations, reading)
    return Supposed(file=view, stated=stated, view=view)


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
    made = closer(matter, engine, closing)
    if made is None:
        return matter
    stated, against = made
    done = Closed(assumptions=name, closing=closing, instead_of_said=against)
    closed = (*matter.closed, done)
    kept = frozenset(each.closing.fact for each in closed)
    view = derive_facts(stated, derivations, reading, kept)
    return replace(matter, stated=stated, view=view, closed=closed)


def _close_fact(
    matter: Supposed, engine: ReferenceEngine, closing: Closing
) -> tuple[View, bool] | None:
    """Return what is said with a fact closed, and whether against the file; None for nothing.

    A file that is silent on a fact may have been made to contradict itself by a closing before:
    whether this one goes against the file is asked of the file alone.
    """
    name, stated = closing.fact, matter.stated
    value = read_values(
        stated.dictionary.facts[name], Scalar(closing.value, 1, 1), stated.day, Report("")
    )
    if value is None:
        return None
    left = _left(engine, name)
    kept = common(left, value)
    file = _left(ReferenceEngine(matter.file, engine.reading), name)
    against = name in stated.inapplicable or common(file, value) is None
    if (against or kept is None) and not closing.instead_of_said:
        return None
    chosen = value if against or kept is None else kept
    if chosen == left and name in matter.view.known:
        return None
    return stated.with_known({name: chosen}, {name: ASSUMED}), against


def _left(engine: ReferenceEngine, name: str) -> Values:
    """Return the values that a fact may still have, on what is said and what follows from it."""
    view = engine.view
    if name in engine.reading.derivable and name not in view.known:
        follows = WORDS.get(engine.truth(Holds(Fact(name))))
        if follows is not None:
            return follows
    return view.values(name)


def _close_list(
    matter: Supposed, engine: ReferenceEngine, closing: Closing
) -> tuple[View, bool] | None:
    """Return what is said with the completeness of a list closed, likewise."""
    now, wanted = engine.view.completeness(closing.items), YES_NO.get(closing.value)
    truth = truth_of(holds=wanted == "yes")
    is_open = now is Truth.UNKNOWN or closing.instead_of_said
    if wanted is None or now is truth or not is_open:
        return None
    against = matter.file.completeness(closing.items) not in {Truth.UNKNOWN, truth}
    complete = MappingProxyType({**matter.stated.complete, closing.items: truth})
    stated = replace(matter.stated, complete=complete)
    return stated.with_known({}, {closing.fact: ASSUMED}), against
