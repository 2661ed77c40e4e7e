"""A phrase: words that a pack quotes from its instrument, with the place that it cites for them."""

from collections.abc import Iterator

from discretion.frozen import dataclass
from discretion.law.citation import Citation
from discretion.law.citation import Quote
from discretion.rules.rule import Pack


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One quotation of a pack.

    `name` is the rule or judgment that relies on it, empty where a provision quotes it itself.
    The quotation's source says where the words were seen, which need not be the official text.
    """

    quote: Quote
    name: str
    citation: Citation


def phrases_of(pack: Pack) -> tuple[Phrase, ...]:
    """Return the phrases of a pack: those of its text in their order, then those of judgments."""
    return tuple(_phrases(pack))


def _phrases(pack: Pack) -> Iterator[Phrase]:
    placed = [(each.line, "", each.citation) for each in pack.provisions]
    placed += [(each.line, each.id, each.citation) for each in pack.rules.values()]
    cited = [(name, citation) for _, name, citation in sorted(placed, key=lambda each: each[0])]
    cited += [(each.id, each.citation) for each in pack.judgments.values()]
    for name, citation in cited:
        for quote in citation.quotes:
            yield Phrase(quote=quote, name=name, citation=citation)
