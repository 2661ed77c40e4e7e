"""What stands in the instrument file of a pack, as aspects: judgments, outcomes and the rest."""

from discretion.compare.change.difference import Aspects
from discretion.compare.change.provisions import citation_aspects
from discretion.compare.change.rules import tested
from discretion.rules.assumption import Closing
from discretion.rules.rule import Pack

TABLE = ""
"""The name of the outcome table as a whole, among its rows."""


def instrument_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return what is said of the instrument, under the one name that both versions share."""
    instrument = pack.instrument
    return {
        "": {
            "id": instrument.id,
            "title": instrument.title,
            "short": instrument.short,
            "issuer": instrument.issuer,
            "matter": instrument.matter,
            "components": ", ".join(instrument.components),
            "issued_on": instrument.issued_on.isoformat(),
            "published_at": instrument.published_at,
            "reviewed": instrument.reviewed,
            "parts": "; ".join(f"{name}: {title}" for name, title in instrument.parts.items()),
            "scope": ", ".join(sorted(instrument.scope)),
            "prevails_over": ", ".join(instrument.prevails_over),
            "sources": "; ".join(f"{key}: {told}" for key, told in instrument.sources.items()),
        }
    }


def judgment_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return the judgments of a pack by their ids."""
    return {
        each.id: {
            "question": each.question,
            "rests_on": tested(each.rests_on),
            "says": each.says,
            **citation_aspects(each.citation),
        }
        for each in pack.judgments.values()
    }


def outcome_aspects(pack: Pack, other: Pack) -> dict[str, Aspects]:
    """Return the outcome rows of a pack by their tokens, and the table as a whole.

    Args:
        pack: the pack.
        other: the other version; the order of the table is that of the rows that both have, so
            that a row which is added or removed changes no order.

    """
    shared = {row.token for row in other.outcomes}
    order = ", ".join(row.token for row in pack.outcomes if row.token in shared)
    return {
        TABLE: {"order": order, "when_open": pack.when_open},
        **{
            row.token: {
                "when": tested(row.when),
                "level": row.level,
                "if_open": row.if_open,
                "says": row.says,
            }
            for row in pack.outcomes
        },
    }


def assumption_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return the assumption sets of a pack by their ids."""
    return {
        each.id: {
            "title": each.title,
            "dated": each.dated.isoformat() if each.dated is not None else "",
            "by": each.by,
            "says": each.says,
            "source": each.source,
            "sets": "; ".join(map(_closing, each.closings)),
        }
        for each in pack.assumption_sets.values()
    }


def _closing(closing: Closing) -> str:
    when = "" if closing.when is None else f" when {tested(closing.when)}"
    instead = ", also where the file says otherwise" if closing.instead_of_said else ""
    return f"{closing.fact} is {closing.value}{when}{instead}"


def omission_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return what a pack says that it leaves out, by what that is."""
    return {each.what: {"why": each.why, "cite": each.cite} for each in pack.omissions}
