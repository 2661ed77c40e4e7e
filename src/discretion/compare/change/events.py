"""The events of an instrument's history as aspects, named as the file of a pack names them."""

from discretion.compare.change.aspects import Aspects
from discretion.law.event import StatusEvent
from discretion.rules.rule import Pack


def event_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return the events of the history of a pack by their ids."""
    return {event.name: _aspects(event) for event in pack.instrument.events}


def _aspects(event: StatusEvent) -> Aspects:
    known = event.end_known_from
    return {
        "kind": event.kind,
        "from": event.start_as_written,
        "to": event.end.isoformat() if event.end else "",
        "part": event.part,
        "clock": event.clock,
        "component": event.component,
        "decisions": ", ".join(sorted(event.decisions)),
        "class": ", ".join(sorted(event.classes)),
        "place": event.place.code if event.place else "",
        "condition": event.condition,
        "of": event.order,
        "known_from": "" if event.known_from == event.start else event.known_from.isoformat(),
        "end_known_from": "" if known is None or known == event.end else known.isoformat(),
        "authority": event.authority,
        "source": event.source,
        "certainty": event.certainty,
        "note": event.note,
    }
