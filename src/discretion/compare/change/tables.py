"""What stands in the instrument file of a pack, as aspects: judgments, outcomes and the rest."""

from discretion.compare.change.aspects import Aspects
from discretion.compare.change.provisions import citation_aspects
from discretion.compare.change.rules import tested
from discretion.law.instrument import NOT_READ
from discretion.law.instrument import OUTSIDE
from discretion.rules.assumption import Closing
from discretion.rules.rule import Pack
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Claim
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails

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
            "others": NOT_READ if instrument.is_read_in_part else OUTSIDE,
            "place": instrument.place.code if instrument.place is not None else "",
            "screen": "yes" if instrument.is_screen else "no",
            "clock": instrument.clock,
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
                "unreachable": row.unreachable,
            }
            for row in pack.outcomes
        },
    }


def consequence_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return what follows from a pack besides a state, by its tokens."""
    return {
        each.token: {"kind": each.kind, "when": tested(each.when), "says": each.says}
        for each in pack.consequences
    }


def sentence_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return what a pack claims of itself, by the ids of its sentences."""
    return {
        each.id: {
            "says": each.says,
            **_claim(each.claim),
            **({} if each.citation is None else citation_aspects(each.citation)),
        }
        for each in pack.sentences
    }


def _claim(claim: Claim) -> dict[str, str]:
    match claim:
        case Alone(facts=facts, kinds=kinds):
            return {"form": "alone", "facts": ", ".join(facts), "never": ", ".join(kinds)}
        case Never(when=when, unless=unless):
            return {"form": "never", "when": tested(when), "unless": tested(unless)}
        case Prevails(when=when, outcomes=outcomes, levels=levels):
            return {
                "form": "prevails",
                "when": tested(when),
                "outcomes": ", ".join(outcomes),
                "levels": ", ".join(levels),
            }


def unclaimed_aspects(pack: Pack) -> dict[str, Aspects]:
    """Return what is claimed of other packs and not of this one, by the ids of those sentences."""
    return {
        each.sentence: {"why": each.why, **citation_aspects(each.citation)}
        for each in pack.unclaimed
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
