"""Which instruments governed a decision: for a component, a use, a class, a place and a day.

The base line of an instrument says whether it was in force at all. Limits bite inside it: an
order limited to a part, a use, a class or a place keeps only that from being used, and a stay or
a reversal of the order lifts it again; a part that is not yet in effect, or no longer, is kept
from being used as well. Nothing here reads a fact of a person.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.law.event import LIFTING
from discretion.law.event import RESTRAINTS
from discretion.law.event import WITHOUT_EFFECT
from discretion.law.event import StatusEvent
from discretion.law.instrument import Instrument
from discretion.place import Place
from discretion.place import contains
from discretion.truth import Truth
from discretion.truth import conjunction
from discretion.truth import disjunction
from discretion.truth import negation
from discretion.truth import truth_of
from discretion.vocabulary import Vocabulary

OPEN_STATUSES = frozenset(("disputed", "unknown"))
LIMITING = RESTRAINTS | WITHOUT_EFFECT
"""Kinds of an event narrower than its instrument that keep what it names from being used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked: who decides what about whom, where and when, as known when.

    An empty word or None means not said; it then narrows nothing and is never guessed.
    """

    on: date
    known_on: date
    component: str = ""
    decision: str = ""
    classes: frozenset[str] | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoverningLine:
    """Whether one instrument, or one part of it, governed; with its status on three clocks.

    `status` and `legal` are the legal status. `governs` is unknown where the status is disputed
    or a restraint depends on something that nobody said; `condition` says what.
    """

    instrument: str
    part: str
    component: str
    governs: Truth
    status: str
    legal: str
    announced: str
    practice: str
    condition: str
    authority: str
    certainty: str
    digest: str
    note: str


def governing_lines(
    instruments: Iterable[Instrument], question: Question, vocabulary: Vocabulary
) -> tuple[GoverningLine, ...]:
    """Return a line for every instrument that had been issued, and for each limited part."""
    listed = list(instruments)
    lines = [
        line
        for instrument in listed
        for component in _components(instrument, question, vocabulary)
        for line in _lines(instrument, component, question, vocabulary)
    ]
    named = {instrument.id: instrument for instrument in listed}
    return tuple(_yielding(line, lines, named) for line in lines)


def _components(
    instrument: Instrument, question: Question, vocabulary: Vocabulary
) -> Iterator[str]:
    if not instrument.is_read_for(question.decision):
        return
    if not question.component:
        yield from instrument.components
    elif any(vocabulary.holds(outer, question.component) for outer in instrument.components):
        yield question.component


def _lines(
    instrument: Instrument, component: str, question: Question, vocabulary: Vocabulary
) -> Iterator[GoverningLine]:
    base = _base(instrument, "legal", question)
    if base is None:
        return
    whole = _whole(instrument, component, base, question, vocabulary)
    limited = [
        replace(
            whole,
            part=event.part,
            announced=_announced(whole, event, instrument, question),
            governs=_left_standing(whole, event, bites, instrument),
            status=event.kind,
            legal=event.kind,
            practice="",
            condition=_condition(event, instrument, question, vocabulary),
            authority=event.authority,
            certainty=event.certainty,
            note=_note(instrument, event, question),
        )
        for event, bites in _limits(instrument, component, question, vocabulary)
        if base.kind == "in_force" or base.kind in OPEN_STATUSES
    ]
    if not any(not line.part and line.governs is Truth.FALSE for line in limited):
        yield _without_parts(whole, limited, instrument, question, vocabulary)
    yield from limited


def _whole(
    instrument: Instrument,
    component: str,
    base: StatusEvent,
    question: Question,
    vocabulary: Vocabulary,
) -> GoverningLine:
    """Return the line of a whole instrument, whatever restrains a part or a use of it."""
    reach, outside = _own_reach(instrument, question, vocabulary)
    standing = (
        Truth.UNKNOWN if base.kind in OPEN_STATUSES else truth_of(holds=base.kind == "in_force")
    )
    return GoverningLine(
        instrument=instrument.id,
        part="",
        component=component,
        governs=conjunction((standing, reach)),
        status=base.kind,
        legal=base.kind,
        announced=_kind(_base(instrument, "announced", question)),
        practice=_kind(_base(instrument, "practice", question)),
        condition=outside or base.condition,
        authority=base.authority,
        certainty=base.certainty,
        digest=instrument.digest,
        note=_note(instrument, base, question),
    )


def _own_reach(
    instrument: Instrument, question: Question, vocabulary: Vocabulary
) -> tuple[Truth, str]:
    """Return whether an instrument reaches a decision at all, and why where it may not."""
    if not instrument.scope:
        return Truth.FALSE, f"{instrument.short} by itself decides nothing about a person"
    if question.decision and question.decision not in instrument.scope:
        told = vocabulary.decisions[question.decision]
        return Truth.FALSE, f"a decision {told} is outside the scope of {instrument.short}"
    if instrument.place is None:
        return Truth.TRUE, ""
    within = contains(instrument.place, question.place) if question.place else Truth.UNKNOWN
    why = f"{instrument.short} reaches {instrument.place.name} alone"
    return within, "" if within is Truth.TRUE else why


def _without_parts(
    whole: GoverningLine,
    limited: list[GoverningLine],
    instrument: Instrument,
    question: Question,
    vocabulary: Vocabulary,
) -> GoverningLine:
    """Return the line of a whole instrument, less the parts that alone speak to the decision.

    While none of those parts governs, the rest of the instrument says nothing of the decision.
    """
    parts = instrument.parts_on(question.decision)
    out = {line.part for line in limited if line.governs is Truth.FALSE}
    if whole.governs is Truth.FALSE or not parts or not out.issuperset(parts):
        return whole
    told = vocabulary.decisions[question.decision]
    named = f"part {parts[0]} speaks" if len(parts) == 1 else f"parts {' and '.join(parts)} speak"
    why = f"of {instrument.short}, only {named} to a decision {told}, and that did not govern"
    return replace(whole, governs=Truth.FALSE, condition=why)


def _announced(
    whole: GoverningLine, event: StatusEvent, instrument: Instrument, question: Question
) -> str:
    """Return what was announced of what an event limits; of a part, by events of its own alone."""
    if not event.part:
        return whole.announced
    own = [
        other
        for other in instrument.events
        if other.clock == "announced"
        and other.part == event.part
        and other.covers(question.on, question.known_on) is Truth.TRUE
    ]
    return _kind(max(own, key=lambda other: other.start, default=None))


def _left_standing(
    whole: GoverningLine, event: StatusEvent, bites: Truth, instrument: Instrument
) -> Truth:
    """Return whether an instrument governs a use that an order may keep from it.

    An order on uses that the instrument does not speak to leaves nothing of it standing there.
    """
    if event.decisions and event.decisions.isdisjoint(instrument.scope):
        return Truth.FALSE
    return conjunction((whole.governs, negation(bites)))


def _note(instrument: Instrument, event: StatusEvent, question: Question) -> str:
    """Return an event's note, which may speak of everything that befell the instrument later."""
    is_all_known = all(other.known_from <= question.known_on for other in instrument.events)
    return event.note if is_all_known else ""


def _kind(event: StatusEvent | None) -> str:
    return event.kind if event else ""


def _base(instrument: Instrument, clock: str, question: Question) -> StatusEvent | None:
    """Return the latest event of a clock's base line that lasted on the day.

    Where it may not have begun by then, the status of the day is unknown.
    """
    lasted = [
        (event, event.covers(question.on, question.known_on))
        for event in instrument.events
        if event.clock == clock and event.is_base
    ]
    found = [(event, covers) for event, covers in lasted if covers is not Truth.FALSE]
    if not found:
        return None
    latest, covers = max(found, key=lambda each: each[0].start)
    if covers is Truth.TRUE:
        return latest
    begins = (
        f"it is not settled that this had begun: the sources leave open {latest.start_in_words}"
    )
    return replace(latest, kind="unknown", condition=begins)


def _limits(
    instrument: Instrument, component: str, question: Question, vocabulary: Vocabulary
) -> Iterator[tuple[StatusEvent, Truth]]:
    """Yield every limit that bites, or may, with how far."""
    for event in instrument.events:
        if event.clock != "legal" or event.is_base or event.order or event.kind not in LIMITING:
            continue
        bites = conjunction(
            (
                event.covers(question.on, question.known_on),
                negation(_lifted(event, instrument, question)),
                _reaches(event, component, instrument, question, vocabulary),
            )
        )
        if bites is not Truth.FALSE:
            yield event, bites


def _lifted(order: StatusEvent, instrument: Instrument, question: Question) -> Truth:
    return disjunction(
        event.covers(question.on, question.known_on)
        for event in instrument.events
        if event.order == order.name and event.kind in LIFTING
    )


def _reaches(
    event: StatusEvent,
    component: str,
    instrument: Instrument,
    question: Question,
    vocabulary: Vocabulary,
) -> Truth:
    reach = [Truth.UNKNOWN if event.condition else Truth.TRUE]
    if event.component:
        reach.append(truth_of(holds=vocabulary.holds(event.component, component)))
    if question.decision and event.decisions:
        reach.append(truth_of(holds=question.decision in event.decisions))
    elif not _reaches_every_decision(event, instrument):
        reach.append(Truth.UNKNOWN)
    if event.classes:
        reach.append(_reaches_class(event.classes, question.classes, vocabulary))
    if event.place is not None and event.place.code != "US":
        asked_place = question.place
        reach.append(contains(event.place, asked_place) if asked_place else Truth.UNKNOWN)
    return conjunction(reach)


def _reaches_every_decision(event: StatusEvent, instrument: Instrument) -> bool:
    """Tell whether an event leaves no decision over to which what it limits speaks."""
    if not event.decisions:
        return True
    own = instrument.own_decisions(event.part) if event.part else frozenset[str]()
    return event.decisions.issuperset(own or instrument.scope)


def _reaches_class(
    classes: frozenset[str], asked: frozenset[str] | None, vocabulary: Vocabulary
) -> Truth:
    """Tell whether the person is in a restrained class; a wider class leaves it open."""
    if asked is None:
        return Truth.UNKNOWN
    if any(vocabulary.holds(outer, inner) for outer in classes for inner in asked):
        return Truth.TRUE
    if any(vocabulary.holds(inner, outer) for outer in classes for inner in asked):
        return Truth.UNKNOWN
    return Truth.FALSE


def _condition(
    event: StatusEvent, instrument: Instrument, question: Question, vocabulary: Vocabulary
) -> str:
    """Return in words what a restraint is limited to, as far as the question leaves it open."""
    limits = []
    if not (question.decision or _reaches_every_decision(event, instrument)):
        decided = " or ".join(vocabulary.decisions[word] for word in sorted(event.decisions))
        limits.append(f"a decision {decided}")
    if event.classes and _reaches_class(event.classes, question.classes, vocabulary) is (
        Truth.UNKNOWN
    ):
        limits.append(" or ".join(vocabulary.classes[word] for word in sorted(event.classes)))
    if event.condition:
        limits.append(event.condition)
    return "; ".join(limits)


def _yielding(
    line: GoverningLine, lines: list[GoverningLine], named: dict[str, Instrument]
) -> GoverningLine:
    """Return a line as it stands after instruments that prevail over its own."""
    if line.governs is Truth.FALSE:
        return line
    over = [
        other
        for other in lines
        if line.instrument in named[other.instrument].prevails_over
        and other.component == line.component
        and not other.part
    ]
    yields = disjunction(other.governs for other in over)
    if yields is Truth.FALSE:
        return line
    stronger = dict.fromkeys(named[other.instrument].short for other in over)
    why = f"{named[line.instrument].short} yields to {' and '.join(stronger)} where both reach"
    return replace(
        line,
        governs=conjunction((line.governs, negation(yields))),
        condition=f"{line.condition}; {why}" if line.condition else why,
    )
