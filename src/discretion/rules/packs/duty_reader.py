"""Reading what a duty says beside its test: its day, its deliverables and what became of them."""

from collections.abc import Iterator

from discretion.entries import Entries
from discretion.errors import nearest
from discretion.law.event import CERTAINTIES
from discretion.law.instrument import Instrument
from discretion.rules.grammar import read_term
from discretion.rules.packs.tree_reader import condition_under
from discretion.rules.packs.tree_reader import tree_under
from discretion.rules.rule import SHOWN
from discretion.rules.rule import Deliverable
from discretion.rules.rule import Delivery
from discretion.rules.rule import DutyTerms

LISTS = ("deliverables", "deliveries")
"""What a duty may list that is asked for only where it falls due."""


def read_duty(row: Entries, rule: str, instrument: Instrument) -> DutyTerms:
    """Return the terms of a duty block; what cannot be read is reported and left out.

    Args:
        row: the block.
        rule: the id of its rule, under which it is one deliverable if it names none.
        instrument: whose duty it is, for its sources and the day of its issue.

    """
    owner = row.text("owner")
    deliverables = tuple(_deliverables(row, owner))
    known = tuple(each.id for each in deliverables) or (rule,)
    duty = DutyTerms(
        owed_unless_shown=row.flag("owed_unless_shown"),
        discharged_when=condition_under(row, "discharged_when"),
        due=tree_under(row, "due", read_term),
        owner=owner,
        deliverables=deliverables,
        deliveries=tuple(_deliveries(row, known, instrument)),
    )
    for key in LISTS:
        if row.has(key) and not row.has("due"):
            row.report.error(
                "nothing_due",
                row.node_of(key),
                f"the duty `{rule}` lists {key}, and sets no day on which anything is due",
                'add `due:`, as in `due: date("2021-09-30") + days(60)`',
            )
    return duty


def _deliverables(row: Entries, owner: str) -> Iterator[Deliverable]:
    for each in row.rows("deliverables", "a deliverable"):
        yield Deliverable(
            id=each.required("id"), owner=each.text("owner", owner), holds=each.text("holds")
        )
        each.finish()


def _deliveries(row: Entries, known: tuple[str, ...], instrument: Instrument) -> Iterator[Delivery]:
    for each in row.rows("deliveries", "a delivery"):
        delivery = _delivery(each, known)
        if delivery is not None:
            _check(delivery, each, known, instrument)
            yield delivery


def _delivery(row: Entries, known: tuple[str, ...]) -> Delivery | None:
    """Return one delivery, None where nobody can tell from when on it was known."""
    on = row.day("on")
    known_from = row.day("known_from") or on
    if not row.has("on") and not row.has("known_from"):
        row.required("known_from")
    shows = row.word("shows", {word: word for word in SHOWN}, "none")
    row.required("shows")
    says, source = row.required("says"), row.required("source")
    certainty = row.word("certainty", {word: word for word in CERTAINTIES}, "recalled")
    row.required("certainty")
    of = row.text("of", known[0] if len(known) == 1 else "")
    if not of:
        row.required("of")
    row.finish()
    if known_from is None:
        return None
    return Delivery(
        deliverable=of,
        shows=shows,
        on=on,
        known_from=known_from,
        says=says,
        source=source,
        certainty=certainty,
    )


def _check(
    delivery: Delivery, row: Entries, known: tuple[str, ...], instrument: Instrument
) -> None:
    """Report a delivery of nothing that is owed, of an unknown source or out of time."""
    name, source = delivery.deliverable, delivery.source
    if name and name not in known:
        row.report.error(
            "unknown_deliverable",
            row.node_of("of"),
            f"no deliverable of this duty is called `{name}`",
            nearest(name, known) or f"one of: {', '.join(known)}",
        )
    if source and source not in instrument.sources:
        row.report.error(
            "unknown_source",
            row.node_of("source"),
            f"`{source}` is not among the pack's sources",
            nearest(source, instrument.sources) or "add it under `sources:` in instrument.yaml",
        )
    if delivery.on is None:
        return
    if delivery.known_from < delivery.on:
        row.report.error(
            "reversed",
            row.node_of("known_from"),
            "the delivery was known before it was made",
            "swap the days",
        )
    if delivery.on < instrument.issued_on:
        row.report.error(
            "delivery_before_issue",
            row.node_of("on"),
            f"the delivery of {delivery.on} comes before {instrument.issued_on}, when the "
            "instrument was issued that asks for it",
            "leave it out, or tell of it in `note:`, as nothing can be delivered before it is owed",
        )
