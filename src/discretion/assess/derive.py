"""What follows from a case before any rule: facts taken from records, and conflicts."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.analysis.missing import MissingFact
from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.derived import Derivations
from discretion.rules.derived import FromRecords
from discretion.truth import Truth


def derive_facts(
    view: View,
    derivations: Derivations,
    reading: Reading,
    closed: Collection[str] = (),
) -> View:
    """Return a view in which lists give the facts taken from them, and conflicts are open.

    Args:
        view: what a file says.
        derivations: how facts hang together.
        reading: what their conditions may refer to.
        closed: facts that a study closed, which stand so whatever follows from others.

    """
    taken: dict[str, Values] = {}
    for name, source in derivations.from_records.items():
        if name not in view.known and name not in view.inapplicable:
            values = _from_records(view, source, name)
            if values is not None:
                taken[name] = values
    enriched = view.with_known(taken, {})
    conflicts = {
        name: values
        for name in derivations.derivable
        if name not in closed and (values := _conflict(enriched, name, reading)) is not None
    }
    return enriched.with_known(conflicts, dict.fromkeys(conflicts, "conflicting"))


def _conflict(view: View, name: str, reading: Reading) -> Values | None:
    """Return yes and no for a fact that is said to be one and follows to be the other."""
    said = view.known.get(name)
    if not isinstance(said, Choices) or said.single is None:
        return None
    source = reading.derivable[name]
    against = source.yes_when if said.single == "no" else source.no_when
    if against is None or said.single not in {"yes", "no"}:
        return None
    if ReferenceEngine(view, reading).truth(against) is Truth.TRUE:
        return Choices(frozenset(("yes", "no")))
    return None


def _from_records(view: View, source: FromRecords, name: str) -> Values | None:
    rows = view.listed(source.items)
    if not rows:
        return None
    days = [view.field_values(source.items, row, source.by) for row in rows]
    spans = [values for values in days if isinstance(values, Spans)]
    is_all = view.completeness(source.items) is Truth.TRUE
    if source.take:
        return _taken(source, rows, spans) if is_all else None
    domain = view.dictionary.facts[name].domain(view.day)
    if not isinstance(domain, Spans):
        return None
    lows, highs = [span.low for span in spans], [span.high for span in spans]
    if source.latest:
        low, high = max(lows), max(highs) if is_all else domain.high  # type: ignore[type-var]  # days
    else:
        low, high = min(lows) if is_all else domain.low, min(highs)  # type: ignore[type-var]  # days
    if low is None or high is None or low > high:  # type: ignore[operator]  # days
        return None
    return Spans(((low, high),))


def _taken(
    source: FromRecords, rows: tuple[Table[str, Values], ...], days: list[Spans]
) -> Values | None:
    """Return a field of the record that is certainly the last (or first), if one is."""
    for index, span in enumerate(days):
        others = days[:index] + days[index + 1 :]
        if source.latest:
            certain = all(span.low > other.high for other in others)  # type: ignore[operator]  # days
        else:
            certain = all(span.high < other.low for other in others)  # type: ignore[operator]  # days
        if certain:
            return rows[index].get(source.take)
    return None


def with_sources(
    missing: Iterable[MissingFact], from_records: Table[str, FromRecords], view: View
) -> tuple[MissingFact, ...]:
    """Return missing facts with the lists that some of them are taken from.

    A list could change what the fact taken from it could, and is listed with that fact's witness:
    records that give the fact those values make the difference.
    """
    found = {each.fact: each for each in missing}
    for fact, source in from_records.items():
        taken = found.get(fact)
        if taken is None:
            continue
        for name in _open_sources(source, view):
            own = found.get(name, taken)
            found[name] = replace(
                own,
                fact=name,
                could_change_outcome=own.could_change_outcome or taken.could_change_outcome,
                could_change=tuple(dict.fromkeys((*own.could_change, *taken.could_change))),
            )
    return tuple(found.values())


def _open_sources(source: FromRecords, view: View) -> Iterator[str]:
    """Yield what could still be said in a list that the fact is taken from."""
    if view.completeness(source.items) is not Truth.TRUE:
        yield f"{source.items}.complete"
    for number, row in enumerate(view.listed(source.items), start=1):
        for field in dict.fromkeys((source.by, source.take)):
            if field and field not in row:
                yield f"{source.items}[{number}].{field}"
