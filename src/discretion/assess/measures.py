"""What a factor of degree shows: a length, a tally or values listed, in words, never `enough`."""

from collections.abc import Mapping as Table

from discretion.engines.reference import ReferenceEngine
from discretion.engines.terms import Record
from discretion.engines.terms import term_values
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.rules.condition import Condition
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Unit
from discretion.rules.condition import leaf_terms
from discretion.rules.english import show_span
from discretion.rules.english import show_values
from discretion.rules.measure import Each
from discretion.rules.measure import Measure
from discretion.rules.measure import Tally
from discretion.truth import Truth

NOT_KNOWN = "not known"


def show_measure(measure: Measure, engine: ReferenceEngine) -> str:
    """Return what a measure shows on what is known, `not known` where nothing is."""
    view = engine.view
    match measure:
        case Each():
            return _each(measure, engine)
        case Tally():
            return _tally(measure, engine)
        case Elapsed():
            return _elapsed(measure, view)
        case term:
            if not _is_known(term, view):
                return NOT_KNOWN
            fact = view.dictionary.get(term.name) if isinstance(term, Fact) else None
            return show_values(term_values(term, view), fact)


def _elapsed(measure: Elapsed, view: View) -> str:
    """Return a length of time and since when, which says nothing of what lies between."""
    values = term_values(measure, view)
    if not _is_known(measure, view) or not isinstance(values, Spans):
        return NOT_KNOWN
    single = "completed year" if measure.unit is Unit.YEARS else "calendar day"
    start = view.dictionary.get(measure.start.name) if isinstance(measure.start, Fact) else None
    since = f" since {start.phrase}" if start is not None and start.phrase else ""
    return f"{show_span(values, single, f'{single}s')}{since}"


def _is_known(term: Measure, view: View) -> bool:
    if isinstance(term, Each | Tally):
        return False
    return all(leaf.name in view.known for leaf in leaf_terms(term) if isinstance(leaf, Fact))


def _each(measure: Each, engine: ReferenceEngine) -> str:
    view = engine.view
    fact = view.dictionary.facts[measure.items]
    shown = []
    for row in view.listed(measure.items):
        if _counts(measure.where, measure.items, row, engine) is not Truth.TRUE:
            continue
        values = row.get(measure.field)
        field = fact.fields[measure.field]
        shown.append(NOT_KNOWN if values is None else show_values(values, field))
    return _with_more(shown, measure.items, view)


def _tally(measure: Tally, engine: ReferenceEngine) -> str:
    view = engine.view
    counted = [
        row
        for row in view.listed(measure.items)
        if _counts(measure.where, measure.items, row, engine) is Truth.TRUE
    ]
    if not counted and view.completeness(measure.items) is not Truth.TRUE:
        return NOT_KNOWN
    fact = view.dictionary.facts[measure.items]
    noun = fact.item if len(counted) == 1 else fact.items
    return _with_more([f"{len(counted)} {noun}"], measure.items, view)


def _with_more(shown: list[str], items: str, view: View) -> str:
    """Join what is shown, and say so where there may be more."""
    fact = view.dictionary.facts[items]
    state = view.completeness(items)
    if not shown:
        return "none" if state is Truth.TRUE else NOT_KNOWN
    text = "; ".join(shown)
    if state is Truth.TRUE:
        return text
    more = "there are" if state is Truth.FALSE else "perhaps"
    return f"{text} ({more} further {fact.items})"


def _counts(
    where: Condition | None, items: str, row: Table[str, Values], engine: ReferenceEngine
) -> Truth:
    if where is None:
        return Truth.TRUE
    return engine.derive(where, Record(items, row)).truth
