"""Reading the head of a matter: its day, type, place and component, never assumed."""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date

from discretion.dates import day_of
from discretion.entries import Entries
from discretion.errors import UnknownNameError
from discretion.facts.casefile import Decision
from discretion.facts.matter import MatterType
from discretion.place import Place
from discretion.place import nearest_places
from discretion.place import read_place
from discretion.source import Mapping
from discretion.source import Node
from discretion.source import Report
from discretion.source import Scalar
from discretion.vocabulary import Vocabulary

OUTSIDE = "other"
"""The component of a matter of somebody whom no instrument here addresses."""


def read_decision(entries: Entries, vocabulary: Vocabulary, report: Report) -> Decision | None:
    """Return the decision that a header describes, or None where it has no date."""
    day = entries.day("date")
    if day is None and not entries.text("date"):
        report.error(
            "no_decision_date",
            entries.node,
            "the decision has no date, and none is ever assumed",
            "add `date:` with the day of the decision",
        )
    component, kind = entries.text("component"), entries.text("type")
    classes = entries.texts("class") if entries.has("class") else None
    place = read_place_of(entries)
    look_up("unknown_component", "component", (component,), vocabulary.component, entries)
    look_up("unknown_decision", "type", (kind,), vocabulary.decision, entries)
    look_up("unknown_class", "class", classes or (), vocabulary.class_of_person, entries)
    proposed = entries.flag("proposed") if entries.has("proposed") else None
    entries.finish()
    if day is None:
        return None
    return Decision(
        day=day,
        type=kind,
        place=place,
        component=component,
        classes=None if classes is None else frozenset(classes),
        proposed=proposed,
    )


def read_dated_by_facts(
    entries: Entries, matter: MatterType, vocabulary: Vocabulary
) -> Decision | None:
    """Return what a matter is about whose day is one of its facts, or None where it has no date.

    Args:
        entries: the whole file.
        matter: its type, which names the facts.
        vocabulary: the components.

    """
    written = entries.node_of("facts")
    facts = Entries(written if isinstance(written, Mapping) else None, Report(""), "the facts")
    at_top = entries.has(matter.date_fact)
    node = (entries if at_top else facts).node_of(matter.date_fact)
    day = _day(node, matter, entries)
    component = _single(facts.node_of(matter.component_fact)) if matter.component_fact else ""
    place = read_place_of(entries)
    if day is None:
        return None
    known = component in vocabulary.components
    return Decision(
        day=day,
        type=matter.decision_type,
        place=place,
        component=component if known or not component else OUTSIDE,
        classes=frozenset(),
    )


def _day(node: Node | None, matter: MatterType, entries: Entries) -> date | None:
    text = _single(node)
    found = day_of(text) if text else None
    is_misspelt = isinstance(node, Scalar) and bool(text)
    if found is None and not is_misspelt:
        entries.report.error(
            "no_decision_date",
            node or entries.node,
            f"{matter.title} has no date in `{matter.date_fact}`, and none is ever assumed",
            f"add `{matter.date_fact}:` with one day, as in 2022-06-01",
        )
    return found


def _single(node: Node | None) -> str:
    """Return the one value that is written of a fact, in either form; empty where there is none."""
    if isinstance(node, Scalar):
        return "" if node.text == "unknown" else node.text
    claims = node.get("claims") if isinstance(node, Mapping) else None
    rows = [row for row in getattr(claims, "items", ()) if isinstance(row, Mapping)]
    values = {getattr(row.get("value"), "text", "") for row in rows}
    return values.pop() if len(values) == 1 else ""


def read_place_of(entries: Entries) -> Place | None:
    """Return the place that stands under `place`, None where there is none or nobody knows it."""
    place_text = entries.text("place")
    place = read_place(place_text) if place_text else None
    if place_text and place is None:
        close = ", ".join(f"`{code}`" for code in nearest_places(place_text))
        entries.report.error(
            "unknown_place",
            entries.node_of("place"),
            f"`{place_text}` is not a known place",
            f"did you mean {close}?" if close else "write a state as US-WA or a district as D. Or.",
        )
    return place


def look_up(
    code: str, key: str, words: Iterable[str], known: Callable[[str], str], entries: Entries
) -> None:
    """Report every word of a header that the vocabulary does not have."""
    for word in words:
        if not word:
            continue
        try:
            known(word)
        except UnknownNameError as failure:
            message, _, remedy = str(failure).partition(": ")
            entries.report.error(code, entries.node_of(key), message, remedy)
