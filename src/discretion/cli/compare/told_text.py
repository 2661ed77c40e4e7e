"""What a policy says on a topic, as a page shows it: provisions, and how they were read."""

from collections.abc import Iterator

from discretion import Comparison
from discretion import OutcomeRow
from discretion import PolicySide
from discretion import Rule
from discretion import RulesRead
from discretion import TopicText
from discretion.cli.compare.told import cited
from discretion.cli.text.layout import capital
from discretion.documents import ProvisionTold
from discretion.documents import RuleTold
from discretion.documents import TextTold

BASES = {
    "read": "Our text follows the official one, or a reproduction that prints it.",
    "reported": "Our text follows somebody's report of the official one.",
    "recalled": "Our text is recalled from memory.",
}
NOBODY = "nobody yet"
"""What a pack says of a provision that no named person has reviewed."""


def told_texts(text: TopicText, comparison: Comparison) -> tuple[TextTold, TextTold]:
    """Return what either policy says on a topic."""
    return (
        _told("A", text.read_a, text.row_a, comparison.a),
        _told("B", text.read_b, text.row_b, comparison.b),
    )


def place_of(rule: Rule, read: tuple[RulesRead, ...]) -> int | None:
    """Return the place of the provision that a rule stands under, from 0; None where it is not."""
    return next((place for place, each in enumerate(read) if rule in each.rules), None)


def _told(
    letter: str, read: tuple[RulesRead, ...], row: OutcomeRow | None, side: PolicySide
) -> TextTold:
    if row is not None:
        instead = f"{row.says} ({row.token}, a row of its outcome table)"
    else:
        instead = "" if read else f"{letter} has nothing of this kind on this topic."
    return TextTold(
        letter=letter,
        name=side.ruleset.pack.instrument.short,
        provisions=tuple(_provision(each, side) for each in read),
        instead=instead,
    )


def _provision(read: RulesRead, side: PolicySide) -> ProvisionTold:
    rules = tuple(
        RuleTold(says=rule.says, cited=f"({rule.id}: {cited(rule)})") for rule in read.rules
    )
    provision = read.provision
    if provision is None:
        return ProvisionTold(heading="", paraphrase=(), quotes=(), basis="", rules=rules)
    citation = provision.citation
    reviewed = (
        "Nobody has reviewed it yet."
        if citation.reviewed == NOBODY
        else f"Reviewed by {citation.reviewed}."
    )
    return ProvisionTold(
        heading=provision.headings[-1] if provision.headings else citation.pinpoint,
        paraphrase=tuple(provision.text.splitlines()),
        quotes=tuple(dict.fromkeys(_quotes(read, side))),
        basis=f"{capital(str(citation))}. {BASES[citation.basis]} {reviewed}",
        rules=rules,
    )


def _quotes(read: RulesRead, side: PolicySide) -> Iterator[tuple[str, str]]:
    """Yield the short phrases that a provision and its rules quote, each with its source."""
    sources = side.ruleset.pack.instrument.sources
    of_provision = () if read.provision is None else read.provision.citation.quotes
    for quotes in (of_provision, *(rule.citation.quotes for rule in read.rules)):
        for quote in quotes:
            yield quote.words, sources.get(quote.source, quote.source)
