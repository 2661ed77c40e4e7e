"""The facts that a pack reads, each with the rules, outcomes and judgments that read it."""

from discretion.compare.change.aspects import Aspects
from discretion.rules.packs.digest import facts_read
from discretion.rules.rule import Pack

READ_BY = "read_by"
"""The aspect that names what reads a fact."""


def facts_gone(pack: Pack, other: Pack) -> dict[str, Aspects]:
    """Return the facts that a pack reads and its other version does not."""
    known = {fact for _, fact in facts_read(other)}
    readers: dict[str, dict[str, None]] = {}
    for reader, fact in facts_read(pack):
        if fact not in known:
            readers.setdefault(fact, {})[reader] = None
    return {fact: {READ_BY: ", ".join(names)} for fact, names in sorted(readers.items())}
