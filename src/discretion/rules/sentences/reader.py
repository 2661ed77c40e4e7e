"""Reading the sentences that a pack, or a matter type for all its packs, claims of itself."""

from collections.abc import Iterator

from discretion.entries import Entries
from discretion.law.citation import Citation
from discretion.law.instrument import Instrument
from discretion.rules.packs.rule_reader import read_citation
from discretion.rules.packs.tree_reader import condition_under
from discretion.rules.sentences.sentence import FORMS
from discretion.rules.sentences.sentence import Alone
from discretion.rules.sentences.sentence import Claim
from discretion.rules.sentences.sentence import Never
from discretion.rules.sentences.sentence import Prevails
from discretion.rules.sentences.sentence import Sentence
from discretion.rules.sentences.sentence import Unclaimed

WHAT = "a sentence"
"""What its entries describe, for messages."""

KEYS = ("facts", "never", "when", "unless", "outcomes", "levels")
"""The keys of every form, none of which is a mistake of its own where the form is not known."""


def read_sentences(entries: Entries, instrument: Instrument | None = None) -> Iterator[Sentence]:
    """Yield the sentences of a file; what cannot be read is reported and left out.

    Args:
        entries: the whole file, with its sentences under `sentences`.
        instrument: the one that they are claimed of and cite, None for all of a matter type.

    """
    for row in entries.rows("sentences", WHAT):
        identifier, says = row.required("id"), row.required("says")
        claim = _claim(row)
        citation = None if instrument is None else _cited(row, instrument)
        row.finish()
        if claim is not None:
            yield Sentence(
                id=identifier,
                says=says,
                claim=claim,
                citation=citation,
                file=row.report.file,
                line=row.node.line,
            )


def read_unclaimed(entries: Entries, instrument: Instrument) -> Iterator[Unclaimed]:
    """Yield the shared sentences that a pack does not claim, each with why and what it cites."""
    for row in entries.rows("unclaimed", "a sentence that is not claimed"):
        yield Unclaimed(
            sentence=row.required("sentence"),
            why=row.required("why"),
            citation=_cited(row, instrument),
            line=row.node.line,
        )
        row.finish()


def _cited(row: Entries, instrument: Instrument) -> Citation:
    row.required("cite")
    return read_citation(row, instrument)


def _claim(row: Entries) -> Claim | None:
    row.required("form")
    match row.word("form", {word: word for word in FORMS}, ""):
        case "alone":
            facts, kinds = _several(row, "facts"), _several(row, "never")
            return Alone(facts, kinds) if facts and kinds else None
        case "never":
            row.required("when")
            when, unless = condition_under(row, "when"), condition_under(row, "unless")
            return None if when is None else Never(when, unless)
        case "prevails":
            row.required("when")
            when, levels = condition_under(row, "when"), row.texts("levels")
            outcomes = row.texts("outcomes") if levels else _several(row, "outcomes")
            named = when is not None and (outcomes or levels)
            return Prevails(when, outcomes, levels) if when is not None and named else None
        case _:
            for key in KEYS:
                row.node_of(key)
            return None


def _several(row: Entries, key: str) -> tuple[str, ...]:
    """Return a list of names that must hold at least one."""
    found = row.texts(key)
    if not found:
        row.required(key)
    return found
