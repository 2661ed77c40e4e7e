"""The tables of policies and of what studies assume: what stands behind each, and who made it."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from discretion import Library
from discretion import Pack
from discretion import StatusEvent
from discretion import Truth
from discretion import long_date
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.english import English
from discretion.rules.packs.literate import read_blocks
from scripts.documents.consoles import TODAY
from scripts.documents.tables import code
from scripts.documents.tables import table

BASES = ("read", "reported", "recalled")
CLOSING_COLUMNS = ("Closes", "Question", "Taken to be", "Where", "Instead of what a file says")
DATE_FACT = "decision_date"
SENTENCE_END = re.compile(r"(?<=\.) (?=[A-Z])")
"""Where a sentence ends and another begins: a document holds one to a line."""
COLUMNS = (
    "Policy",
    "Pack",
    "In force, in law",
    "Today",
    "Rules by how the text was read",
    "Reviewed by",
)


def packs_table(library: Library) -> str:
    """Return one row for every bundled policy, the latest first."""
    packs = sorted(library.packs.values(), key=lambda pack: pack.instrument.issued_on, reverse=True)
    return table(COLUMNS, [_row(pack) for pack in packs])


def sets_tables(library: Library) -> str:
    """Return each assumption set that policies share: its sentences, and a row to a closing."""
    return "\n\n".join(map(_set, library.assumption_sets.values(), repeat(library)))


def _set(assumptions: AssumptionSet, library: Library) -> str:
    dated = "" if assumptions.dated is None else f", {long_date(assumptions.dated)}"
    rows = [_closing(closing, library) for closing in assumptions.closings]
    sentences = SENTENCE_END.split(assumptions.says)
    return "\n\n".join(
        (
            f"### {assumptions.title}",
            f"{code(assumptions.id)}, by {assumptions.by}{dated}.",
            f"It leans on: {assumptions.source}.",
            "\n".join(f"> {line}" for line in sentences),
            table(CLOSING_COLUMNS, rows),
        )
    )


def _closing(closing: Closing, library: Library) -> tuple[str, ...]:
    fact = library.dictionary.facts[closing.subject]
    english = English(dictionary=library.dictionary, rules={}, judgments={}, date_fact=DATE_FACT)
    return (
        code(closing.fact),
        fact.complete_question if closing.items else fact.question,
        fact.words.get(closing.value, closing.value),
        "always" if closing.when is None else english.condition(closing.when),
        "yes" if closing.instead_of_said else "no",
    )


def _row(pack: Pack) -> tuple[str, ...]:
    instrument = pack.instrument
    base = [event for event in instrument.events if event.is_base and event.clock == "legal"]
    in_force = "; ".join(_span(event) for event in base if event.kind == "in_force")
    today = next(
        (event.kind for event in reversed(base) if event.covers(TODAY, TODAY) is Truth.TRUE),
        "not said",
    )
    return (
        f"{instrument.title} ({instrument.issued_in_words})",
        code(instrument.id),
        in_force or "never on record",
        today.replace("_", " "),
        ", ".join(_bases(pack)),
        instrument.reviewed,
    )


def _bases(pack: Pack) -> Iterator[str]:
    counted = Counter(rule.citation.basis for rule in pack.rules.values())
    for basis in BASES:
        if counted[basis]:
            yield f"{counted[basis]} {basis}"


def _span(event: StatusEvent) -> str:
    start = event.start_in_words
    return f"{start} to {long_date(event.end)}" if event.end else f"from {start} on"


def rule_block(pack: Pack, rule: str) -> str:
    """Return the block of one rule as it stands in the text of its pack.

    Raises:
        StopIteration: the pack has no such rule.

    """
    text = (Path(pack.folder) / "text.md").read_text("utf-8")
    blocks = (each for each in read_blocks(text) if each.kind == "rule")
    block = next(each for each in blocks if f"id: {rule}\n" in each.text)
    return f"```yaml\n{block.text}\n```"
