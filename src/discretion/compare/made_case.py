"""A made case as a file that anybody can assess, of whatever type of matter it is."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from datetime import date
from datetime import datetime

from discretion.engines.smt.choosing.chosen import Chosen
from discretion.engines.smt.choosing.chosen import Value
from discretion.engines.smt.choosing.open_matter import OTHER_TEXTS
from discretion.facts.dictionary import FactType
from discretion.facts.matter import KIND
from discretion.facts.matter import MatterType
from discretion.rules.library import Library

MADE = "made to show a difference; nobody is described"
"""What a made case says of its own origin."""
OFFICIAL, AUTHOR = "an official, in a made case", "an author, in a made case"
NOT_SAID = "unknown"


def case_text(
    chosen: Chosen, library: Library, matter: MatterType, name: str, title: str = MADE
) -> str:
    """Return a case file that says what was chosen, and what every file of its type has to say.

    A legal conclusion is written with an author, a signed finding with who signed it, and what
    stands among the overrides as one. A fact
    that every file has is written as unknown where nothing was chosen of it.

    Args:
        chosen: what is said.
        library: every fact.
        matter: the type of the matter.
        name: what the case is called.
        title: what the file says of its own origin.

    """
    facts = library.dictionary.facts
    lines = (
        f"# {title}",
        f"{matter.head}: {name}",
        *_head(chosen, matter),
        *(f"  {name}: {said}" for name, said in _said_of_facts(chosen, facts, matter)),
        *_lists(chosen, facts, matter),
        *_judgments(chosen),
        *_overrides(chosen, facts),
        "",
    )
    return "\n".join(lines)


def _head(chosen: Chosen, matter: MatterType) -> Iterator[str]:
    """Yield the day of the matter, where its type has it, and the beginning of its facts."""
    day = chosen.day.isoformat()
    if not matter.is_dated_by_facts():
        yield f"decision: {{date: {day}}}"
        yield from ("facts:",) if chosen.facts or chosen.records else ()
        return
    yield "facts:"
    yield f"  {matter.date_fact}: {day}"


def _said_of_facts(
    chosen: Chosen, facts: Table[str, FactType], matter: MatterType
) -> Iterator[tuple[str, str]]:
    """Yield each fact with what is said of it; the kind of a part stands with the part."""
    signers = {fact.signed_by for fact in facts.values()}
    for name in matter.required:
        if name != matter.items and name not in chosen.facts:
            yield name, NOT_SAID
    for name, value in chosen.facts.items():
        if name in signers and value in OTHER_TEXTS:
            yield name, OFFICIAL
        elif name != matter.item_fact and not _is_signed_apart(facts[name]):
            yield name, _said(value, facts[name])


def _lists(chosen: Chosen, facts: Table[str, FactType], matter: MatterType) -> Iterator[str]:
    own = {matter.items: ()} if matter.items else {}
    for items, rows in {**own, **chosen.records}.items():
        fields = facts[items].fields
        lines = [f"{{{_flow(row, fields)}}}" for row in rows]
        is_whole = items in chosen.complete
        if items == matter.items:
            kind = chosen.facts.get(matter.item_fact, NOT_SAID)
            lines.insert(0, f"{{{KIND}: {_plain(kind)}}}")
        if items == matter.items and is_whole:
            yield f"  {items}: [{', '.join(lines)}]"
            continue
        if is_whole and not rows:
            yield f"  {items}: none"
            continue
        yield f"  {items}:"
        yield f"    complete: {'yes' if is_whole else 'unknown'}"
        yield "    records:"
        yield from (f"      - {line}" for line in lines)


def _judgments(chosen: Chosen) -> Iterator[str]:
    if chosen.judgments:
        yield "judgments:"
    for judgment, met in chosen.judgments.items():
        answer = "met" if met else "not_met"
        yield (
            f"  {judgment}: {{answer: {answer}, state: settled, by: {OFFICIAL!r}, "
            f"role: official, on: {chosen.day.isoformat()}, reasons: {MADE!r}}}"
        )


def _is_signed_apart(fact: FactType) -> bool:
    """Tell whether a fact is only ever said by a signed row beside the facts."""
    return fact.signed_entry is not None and fact.signed_entry.alone


def _overrides(chosen: Chosen, facts: Table[str, FactType]) -> Iterator[str]:
    """Yield the signed rows that say what was chosen; that nothing is recorded needs none."""
    rows = []
    for name, value in chosen.facts.items():
        entry = facts[name].signed_entry
        if entry is not None and entry.alone and value in entry.answers.values():
            role = next(iter(entry.roles), "official")
            rows.append(
                f"  - {{gate: {entry.kind}, by: {OFFICIAL!r}, role: {role}, "
                f"on: {chosen.day.isoformat()}, reason: {MADE!r}}}"
            )
    if rows:
        yield "overrides:"
    yield from rows


def _flow(row: Table[str, Value], fields: Table[str, FactType]) -> str:
    return ", ".join(f"{field}: {_said(value, fields[field])}" for field, value in row.items())


def _said(value: Value, fact: FactType) -> str:
    if fact.authored:
        return f"{{answer: {_plain(value)}, by: {AUTHOR!r}}}"
    return _plain(value)


def _plain(value: Value) -> str:
    """Return a value as a file writes it: texts in quotes where they could be read otherwise."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    text = str(value)
    return text if text.replace("_", "").isalnum() else f'"{text}"'
