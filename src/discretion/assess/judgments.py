"""Judgments in one matter: which an official settled, which are argued, which are stale."""

from collections.abc import Iterator
from collections.abc import Mapping as Table

from discretion.assess.assessment import JudgmentState
from discretion.assess.ruleset import Ruleset
from discretion.engines.reference import ReferenceEngine
from discretion.facts.casefile import JudgmentEntry
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.view import View
from discretion.truth import Truth


def settled_judgments(
    entries: Table[str, JudgmentEntry], ruleset: Ruleset, view: View
) -> dict[str, bool]:
    """Return the judgments that an official settled on facts that have not changed since."""
    return {
        name: entry.met
        for name, entry in entries.items()
        if name in ruleset.informing
        and entry.state == "settled"
        and is_stale(entry, ruleset, view) is not True
    }


def is_stale(entry: JudgmentEntry, ruleset: Ruleset, view: View) -> bool | None:
    """Tell whether the facts changed since a judgment was settled; None where nobody can tell."""
    if not entry.digest:
        return None
    return entry.digest != facts_digest(ruleset.informing[entry.judgment], view)


def facts_digest(names: frozenset[str], view: View) -> str:
    """Return the digest of what is known of some facts and lists, as `sha256:` and hexadecimal.

    It covers the values left, not who said them, so that a paper added without news is no change.
    """
    import hashlib

    lines = []
    for name in sorted(names):
        if name in view.records or name in view.complete:
            lines.append(f"{name} complete {view.completeness(name)}")
            lines.extend(
                f"{name}[{number}].{field} {_text(values)}"
                for number, row in enumerate(view.listed(name), start=1)
                for field, values in sorted(row.items())
            )
        elif name in view.known:
            lines.append(f"{name} {_text(view.known[name])}")
    return f"sha256:{hashlib.sha256(chr(10).join(lines).encode()).hexdigest()}"


def _text(values: Values) -> str:
    if isinstance(values, Choices):
        return "|".join(sorted(values.words or ()))
    return "|".join(f"{low}..{high}" for low, high in values.spans)


def judgment_states(
    entries: Table[str, JudgmentEntry], ruleset: Ruleset, engine: ReferenceEngine
) -> Iterator[JudgmentState]:
    """Yield every judgment of a pack with its state in this matter."""
    for name, judgment in ruleset.pack.judgments.items():
        entry = entries.get(name)
        stale = None
        if entry is not None and entry.state == "settled":
            stale = is_stale(entry, ruleset, engine.view)
        asserted = engine.asserted(name)
        yield JudgmentState(
            id=name,
            question=judgment.question,
            state=_state(entry, asserted, stale=stale),
            by=entry.by if entry else "",
            side=entry.side if entry else "",
            met=entry.met if entry else None,
            stale=stale,
            asserted=asserted,
            citation=str(judgment.citation),
        )


def _state(entry: JudgmentEntry | None, asserted: Truth, *, stale: bool | None) -> str:
    if entry is not None and entry.state == "settled" and stale is not True:
        return "settled"
    if asserted is not Truth.TRUE:
        return "not_asserted"
    return "argued" if entry is not None and entry.state == "argued" else "open"
