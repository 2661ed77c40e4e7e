"""What a run came to, for a reader: counts with their unknowns, and never a row."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import Any

from discretion import Library
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

NO_ASSESSMENT = (
    "Counts of what the recorded facts show under the text as read here. A row is not an "
    "assessment, nothing here is a finding about anybody, and a human decides."
)
ALONE = "Not recorded, and could alone decide a category (rows)"
MOST_FACTS = 5
"""How many missing facts the terminal shows; the folder holds all."""


def show_run(counts: Table[str, Any], library: Library, out: str) -> str:
    """Return what a run came to as text.

    Args:
        counts: the counts of the run.
        library: for titles and words.
        out: where the run lies.

    """
    return "".join(_lines(counts, library, out))


def _lines(counts: Table[str, Any], library: Library, out: str) -> Iterator[str]:
    yield paragraph(NO_ASSESSMENT)
    stopped = counts["flags"]["stopped_for_a_claim_to_citizenship"]
    yield paragraph(
        f"{counts['rows']:,} rows; {_known_at(counts['known_at'])}. "
        f"{_assumed(counts['assumptions'])}"
    )
    if stopped:
        yield paragraph(
            f"{counted(stopped, 'row')} stopped for a claim to United States citizenship, and "
            "counted nowhere below."
        )
    if not counts["policies"]:
        yield paragraph("No policy described here governed any of these decisions.")
    for policy in counts["policies"]:
        yield from _policy(policy, library)
    yield paragraph(f"Written: {out}")


def _known_at(choice: str) -> str:
    if choice == "decision":
        return "a fact recorded after its decision is not used, where the table says when"
    return "facts count as they are recorded, whenever that was"


def _assumed(names: list[str]) -> str:
    return f"Assumed: {', '.join(names)}." if names else "Nothing is assumed."


def _policy(policy: Table[str, Any], library: Library) -> Iterator[str]:
    pack = library.pack(policy["instrument"])
    categories = frozenset(rule.id for rule in pack.rules.values() if rule.kind == "category")
    reading = f", read as {policy['interpretation']}" if policy["interpretation"] else ""
    yield heading(f"{pack.instrument.title} ({policy['instrument']}{reading})")
    if policy["own_day"]:
        told = f"It governed the decisions of {policy['rows']:,} rows"
        may = policy["may_have_governed"]["rows"]
        also = f", and may have governed those of {may:,} further rows" if may else ""
        yield paragraph(f"{told}{also}.")
    else:
        yield paragraph(f"Asked of all {policy['rows']:,} rows, whether or not it governed.")
    if policy["rows"]:
        yield from _block(policy, library, categories)
    elif policy["own_day"] and policy["may_have_governed"]["rows"]:
        yield paragraph("Counts of the rows that it may have governed:")
        yield from _block(policy["may_have_governed"], library, categories)


def _block(block: Table[str, Any], library: Library, categories: frozenset[str]) -> Iterator[str]:
    rows = block["rows"]
    yield subheading("Outcomes")
    for token, number in block["established"].items():
        yield paragraph(f"{token.replace('_', ' ')}: {_share(number, rows)}", bullet="- ")
    yield paragraph(f"undetermined: {_share(block['undetermined'], rows)}", bullet="- ")
    yield subheading("Rules: true, false, unknown")
    for rule, found in block["counts"].items():
        numbers = ", ".join(f"{found[value]:,}" for value in ("true", "false", "unknown"))
        if found["true"] or found["false"]:
            yield paragraph(f"{rule}: {numbers}", bullet="- ")
    silent = [rule for rule, found in block["counts"].items() if _is_silent(found)]
    if silent:
        yield paragraph(f"Unknown of every row: {', '.join(silent)}.")
    yield from _alone(block, library, categories)


def _alone(block: Table[str, Any], library: Library, categories: frozenset[str]) -> Iterator[str]:
    """Yield which missing facts hold back the categories, the one of most rows first."""
    found = {
        rule: facts for rule, facts in block["decides_alone_by_rule"].items() if rule in categories
    }
    if not found:
        return
    yield subheading(ALONE)
    for rule, facts in found.items():
        named = [f"{_phrase(fact, library)} ({number:,})" for fact, number in facts.items()]
        more = len(named) - MOST_FACTS
        rest = f"; and {counted(more, 'further fact')}" if more > 0 else ""
        yield paragraph(f"{rule}: {'; '.join(named[:MOST_FACTS])}{rest}", bullet="- ")


def _is_silent(found: Table[str, int]) -> bool:
    return not found["true"] and not found["false"]


def _share(number: int, rows: int) -> str:
    return f"{number:,} of {rows:,} ({100 * number / rows:.1f} %)" if rows else f"{number:,}"


def _phrase(fact: str, library: Library) -> str:
    """Return what is missing, in a few words."""
    name = fact.removesuffix(".complete")
    known = library.dictionary.facts[name]
    if name != fact:
        return f"further records of {name}"
    return known.phrase or name
