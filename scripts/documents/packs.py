"""The table of policies: when each was in force, what stands behind it, who reviewed it."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from discretion import Library
from discretion import Pack
from discretion import StatusEvent
from discretion import Truth
from discretion import long_date
from discretion.rules.packs.literate import read_blocks
from scripts.documents.consoles import TODAY
from scripts.documents.tables import code
from scripts.documents.tables import table

BASES = ("read", "reported", "recalled")
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


def _row(pack: Pack) -> tuple[str, ...]:
    instrument = pack.instrument
    base = [event for event in instrument.events if event.is_base and event.clock == "legal"]
    in_force = "; ".join(_span(event) for event in base if event.kind == "in_force")
    today = next(
        (event.kind for event in reversed(base) if event.covers(TODAY, TODAY) is Truth.TRUE),
        "not said",
    )
    return (
        f"{instrument.title} ({long_date(instrument.issued_on)})",
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
    start = long_date(event.start)
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
