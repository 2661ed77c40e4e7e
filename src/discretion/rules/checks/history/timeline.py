"""The history of an instrument: no gap, no overlap, and no word that the vocabulary lacks."""

from collections.abc import Collection
from collections.abc import Hashable
from collections.abc import Iterable
from itertools import pairwise

from discretion.errors import nearest
from discretion.law.event import LIFTING
from discretion.law.event import RESTRAINTS
from discretion.law.event import StatusEvent
from discretion.law.governing import OPEN_STATUSES
from discretion.rules.library import Library
from discretion.rules.packs.places import Places
from discretion.rules.packs.places import Site
from discretion.rules.rule import Pack

LEGAL = "legal"
"""The clock on which something has to be said of every day since issue."""


class TimelineCheck:
    """Reads the events of one instrument against its parts, its reach and the vocabulary."""

    def __init__(self, library: Library, pack: Pack, places: Places) -> None:
        """Take the pack and where its events stand."""
        self.words = library.words.vocabulary
        self.instruments = library.packs
        self.pack = pack
        self.instrument = pack.instrument
        self.places = places

    def check(self) -> None:
        """Report everything that is wrong with the history and the reach of the instrument."""
        self._check_reach()
        for event in self.instrument.events:
            self._check_event(event, self._site(event))
        clocks: dict[str, list[StatusEvent]] = {}
        keys: dict[Hashable, list[StatusEvent]] = {}
        for event in self.instrument.events:
            if event.is_base:
                clocks.setdefault(event.clock, []).append(event)
            else:
                keys.setdefault(_key(event), []).append(event)
        for events in (*clocks.values(), *keys.values()):
            self._check_overlaps(sorted(events, key=lambda event: event.start))
        if self.instrument.is_screen:
            return
        self._check_legal(sorted(clocks.get(LEGAL, ()), key=lambda event: event.start))

    def _site(self, event: StatusEvent) -> Site:
        return self.places.row("events", "id", event.name)

    def _check_reach(self) -> None:
        top, scope = self.places.instrument, self.places.instrument.under("scope")
        self._known("unknown_component", self.instrument.components, self.words.components, top)
        self._known("unknown_decision", self.instrument.scope, self.words.decisions, scope)
        for other in self.instrument.prevails_over:
            self._check_instrument(other, top.under("prevails_over"))
        for rule in self.pack.rules.values():
            site = self.places.rule(rule.id)
            self._known("unknown_decision", rule.decisions, self.words.decisions, site)
            for word in sorted(rule.decisions & self.words.decisions.keys()):
                if word not in self.instrument.scope:
                    site.error(
                        "decision_out_of_scope",
                        word,
                        f"the rule `{rule.id}` speaks to `{word}`, of which the instrument does "
                        "not speak",
                        "add it to the instrument's scope, or take it out here",
                    )
            for other in rule.rests_on:
                self._check_instrument(other, site.under("rests_on"))

    def _check_instrument(self, name: str, site: Site) -> None:
        if name not in self.instruments:
            message = f"no pack here describes the instrument `{name}`"
            hint = nearest(name, self.instruments) or "it is left out until a pack describes it"
            site.warning("unknown_instrument", name, message, hint)

    def _known(self, code: str, words: Iterable[str], known: Iterable[str], site: Site) -> None:
        listed = list(known)
        for word in sorted(words):
            if word not in listed:
                hint = nearest(word, listed) or f"one of: {', '.join(listed)}"
                site.error(code, word, f"`{word}` is not in the vocabulary", hint)

    def _check_event(self, event: StatusEvent, site: Site) -> None:
        component = (event.component,) if event.component else ()
        self._known("unknown_component", component, self.words.components, site)
        self._known("unknown_decision", event.decisions, self.words.decisions, site)
        self._known("unknown_class", event.classes, self.words.classes, site)
        if event.part and event.part not in self.instrument.parts:
            hint = nearest(event.part, self.instrument.parts) or "list it under `parts:`"
            message = f"no part is called `{event.part}`"
            site.under("part").error("unknown_part", event.part, message, hint)
        if event.order:
            self._check_order(event, site.under("of"))
        conditional = event.kind in RESTRAINTS and site.has("condition")
        if conditional and not event.condition and site.text("condition") != "null":
            site.error(
                "status_unsaid",
                "condition",
                f"the event `{event.name}` is conditional and names no condition",
                "say in words what it depends on",
            )
        if event.kind in OPEN_STATUSES and not event.note:
            site.error(
                "status_unsaid",
                event.kind,
                f"the event `{event.name}` leaves the status open and does not say why",
                "add `note:` with what is disputed, and by whom",
            )

    def _check_order(self, event: StatusEvent, site: Site) -> None:
        names: Collection[str] = [each.name for each in self.instrument.events]
        if event.order not in names or event.order == event.name:
            message = f"no other event is called `{event.order}`"
            hint = nearest(event.order, names) or "name the event that was stayed or reversed"
            site.error("unknown_event", event.order, message, hint)
        if event.kind not in LIFTING:
            site.error(
                "order_not_lifted",
                event.order,
                f"the event `{event.name}` names an order, and `{event.kind}` lifts none",
                f"write one of: {', '.join(sorted(LIFTING))}",
            )

    def _check_overlaps(self, events: list[StatusEvent]) -> None:
        for earlier, later in pairwise(events):
            if earlier.end is None or earlier.end > later.latest_start:
                until = "stays open" if earlier.end is None else f"lasts to {earlier.end}"
                self._site(later).error(
                    "status_overlap",
                    later.name,
                    f"`{later.name}` begins on {later.start}, and `{earlier.name}` before it "
                    f"{until}",
                    "end the earlier one on the day the later one begins",
                )

    def _check_legal(self, events: list[StatusEvent]) -> None:
        issued = self.instrument.issued_on
        if not events or events[0].start != issued:
            site = self._site(events[0]) if events else self.places.instrument
            site.error(
                "status_gap",
                events[0].name if events else "",
                f"the legal history does not begin on the day of issue, {issued}",
                "begin it with an event for the whole instrument from that day on",
            )
        for earlier, later in pairwise(events):
            if earlier.end is not None and earlier.end < later.start:
                self._site(later).error(
                    "status_gap",
                    later.name,
                    f"nothing is said of the days from {earlier.end} to {later.start}",
                    "add an event for them: `unknown` with a note, where nobody knows",
                )
        if events and events[-1].end is not None:
            self._site(events[-1]).error(
                "status_gap",
                events[-1].name,
                f"nothing is said of the days from {events[-1].end} on",
                "add an event without `to:` for what holds since",
            )


def _key(event: StatusEvent) -> Hashable:
    """Return what two events must share to be about the same thing."""
    return (
        event.clock,
        event.part,
        event.component,
        event.decisions,
        event.classes,
        event.place.code if event.place else "US",
        event.condition,
        event.order,
    )
