"""The provisions of a pack as aspects, and which of two versions are one, though cited anew."""

from collections.abc import Mapping as Table
from types import MappingProxyType

from discretion.compare.change.aspects import Aspects
from discretion.law.citation import Citation
from discretion.law.provision import Provision
from discretion.rules.rule import Pack


def provision_aspects(pack: Pack, cited_anew: Table[str, str]) -> dict[str, Aspects]:
    """Return the provisions of a pack by their pinpoints.

    Args:
        pack: the pack.
        cited_anew: the pinpoint that another version gives to a provision, by its own here.

    """
    return {
        cited_anew.get(each.citation.pinpoint, each.citation.pinpoint): {
            "heading": " / ".join(each.headings),
            "part": each.part,
            "text": each.text,
            **citation_aspects(each.citation),
            "source": each.source,
        }
        for each in pack.provisions
    }


def citation_aspects(citation: Citation) -> dict[str, str]:
    """Return where something is cited from, and how its text was read."""
    quotes = (f"“{quote.words}” [{quote.source}]" for quote in citation.quotes)
    return {
        "cite": citation.pinpoint,
        "basis": citation.basis,
        "quotes": "; ".join(quotes),
        "reviewed": citation.reviewed,
    }


def cited_anew(old: Pack, new: Pack) -> Table[str, str]:
    """Return the new pinpoint of each provision that has another one but the same text.

    Two provisions of one text, or an empty one, are never taken for each other.
    """
    gone, come = _unmatched(old, new), _unmatched(new, old)
    return MappingProxyType(
        {gone[text]: come[text] for text in gone if text in come and gone[text] and come[text]}
    )


def _unmatched(pack: Pack, other: Pack) -> dict[str, str]:
    """Return the pinpoints that the other lacks, by text; empty where a text stands twice."""
    known = {each.citation.pinpoint for each in other.provisions}
    found: dict[str, str] = {}
    for each in pack.provisions:
        if each.citation.pinpoint not in known and each.text:
            found[each.text] = "" if each.text in found else each.citation.pinpoint
    return found


def provision_of(pack: Pack, line: int) -> Provision | None:
    """Return the provision under which a line of the text stands, None before the first."""
    above = [each for each in pack.provisions if each.line <= line]
    return above[-1] if above else None
