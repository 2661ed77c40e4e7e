"""What a run came to, for a reader: counts with their unknowns, and never a row."""

from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import Any

from discretion import Library
from discretion import Pack
from discretion.caseload import Ran
from discretion.caseload.report import CMS_LIMIT
from discretion.caseload.report import Shown
from discretion.caseload.report import is_small
from discretion.caseload.report import shown_line
from discretion.caseload.report import shown_part
from discretion.cli.caseload.imported_text import counted_in
from discretion.cli.caseload.imported_text import percent
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

NO_ASSESSMENT = (
    "Counts of what the recorded facts show under the text as read here. A row is not an "
    "assessment, nothing here is a finding about anybody, and a human decides."
)
ALONE = "Not recorded, and could alone decide a category (rows)"
CATEGORY = "category"
VALUES = ("true", "false", "unknown")
HIDING = (
    f"Counts from 1 to {CMS_LIMIT} are hidden here, with others of the same line from which they "
    "would follow. Lines taken together may still give them away: keep this to yourself; the "
    "folder of the run holds every count, and a report is what you hand on."
)
MOST_FACTS = 5
"""How many missing facts the terminal shows; the folder holds all."""


def show_run(ran: Ran, library: Library, out: str) -> str:
    """Return what a run came to as text.

    Args:
        ran: the run.
        library: for titles and words.
        out: where the run lies.

    """
    return "".join(_lines(ran, library, out))


def _lines(ran: Ran, library: Library, out: str) -> Iterator[str]:
    counts = ran.counts
    yield paragraph(NO_ASSESSMENT)
    stopped = counts["flags"]["stopped_for_a_claim_to_citizenship"]
    yield paragraph(
        f"{counted_in(counts['rows'])}; {_known_at(counts['known_at'])}. "
        f"{_assumed(counts['assumptions'])} The law is read as it was known on "
        f"{ran.description['asked']['law_known_on']}."
    )
    if stopped:
        yield paragraph(
            f"{_told(stopped)} of them stopped for a claim to United States citizenship, and "
            "counted nowhere below."
        )
    yield from _closed(counts)
    yield paragraph(HIDING)
    if not counts["policies"]:
        yield paragraph("No policy described here governed any of these decisions.")
    elif counts.get("governed_by_none"):
        none = _told(counts["governed_by_none"])
        yield paragraph(
            f"Governed by no policy that is described here: {none} of the rows, counted nowhere "
            "below."
        )
    for policy in counts["policies"]:
        yield from _policy(policy, library)
    yield paragraph(f"Written: {out}")


def _closed(counts: Table[str, Any]) -> Iterator[str]:
    """Yield what assumption sets closed, then what was recorded later or on no day that is said."""
    for each in counts["closed"]:
        against = each["instead_of_said"]
        shown = _shown(shown_part(against, each["rows"], CMS_LIMIT))
        other = f", in {shown} of them against what is recorded" if against else ""
        yield paragraph(
            f"{each['assumptions']} closed {each['fact']} in {_told(each['rows'])} rows{other}.",
            bullet="- ",
        )
    for fact, rows in counts["not_known_yet"].items():
        yield paragraph(
            f"{fact} was recorded after the decision in {_told(rows)} rows, and is not used there.",
            bullet="- ",
        )
    if counts["never_with_a_day_of_record"]:
        never = ", ".join(counts["never_with_a_day_of_record"])
        yield paragraph(
            f"Nothing says when these were recorded, and they count as known: {never}.", bullet="- "
        )
    for fact, rows in counts["without_a_day_of_record"].items():
        yield paragraph(
            f"{fact} has no day on which it was recorded in {_told(rows)} rows, and counts as "
            "known there.",
            bullet="- ",
        )


def _known_at(choice: str) -> str:
    if choice == "decision":
        return "a fact recorded after its decision is not used, where the table says when"
    return "facts count as they are recorded, whenever that was"


def _assumed(names: list[str]) -> str:
    return f"Assumed: {', '.join(names)}." if names else "Nothing is assumed."


def _policy(policy: Table[str, Any], library: Library) -> Iterator[str]:
    pack = library.pack(policy["instrument"])
    name = policy["interpretation"].replace("_", " ")
    reading = f", read as {name}" if name else ""
    yield heading(f"{pack.instrument.title} ({policy['instrument']}{reading})")
    block = policy
    if policy["own_day"]:
        may = policy["may_have_governed"]
        yield paragraph(
            f"Rows whose decision it governed: {_told(policy['rows'])}. Further rows of which that "
            f"is unknown: {_told(may['rows'])}."
        )
        if not policy["rows"]:
            block = may
            yield paragraph("Counted here: the rows of which that is unknown.")
    else:
        yield paragraph(f"Asked of all {_told(policy['rows'])} rows, whether or not it governed.")
    if is_small(block["rows"], CMS_LIMIT) or not block["rows"]:
        yield paragraph("Too few rows for anything to be told of them here.")
    else:
        yield from _block(block, library, pack)


def _block(block: Table[str, Any], library: Library, pack: Pack) -> Iterator[str]:
    rows = block["rows"]
    if block.get("shares"):
        yield subheading("What the records document; the totality applies to every row")
        yield from _parts(block["shares"], rows)
    for part, number in block["parts_without_effect"].items():
        yield paragraph(
            f"Part {part} had no effect in {_shown(shown_part(number, rows, CMS_LIMIT))} of these "
            "rows: its rules are not "
            "counted there, and an outcome may rest on them."
        )
    yield subheading("Outcomes")
    yield from _parts({**block["established"], "undetermined": block["undetermined"]}, rows)
    yield subheading("Rules: true, false, unknown")
    for rule, found in block["counts"].items():
        if found["true"] or found["false"]:
            *line, _ = _answers(found, rows)
            says = pack.rules[rule].says
            yield paragraph(f"{rule}: {', '.join(map(_shown, line))}. {says}".rstrip(), bullet="- ")
    categories = frozenset(rule.id for rule in pack.rules.values() if rule.kind == CATEGORY)
    yield from _silent(block, categories)
    yield from _any_category(block, categories, rows)
    yield from _alone(block, library, categories)


def _any_category(block: Table[str, Any], categories: frozenset[str], rows: int) -> Iterator[str]:
    """Yield in how many rows it is unknown whether any category is met at all.

    Nothing is said where something of a category is hidden, which might follow from it.
    """
    counts = [found for rule, found in block["counts"].items() if rule in categories]
    lines = [_answers(found, rows) for found in counts]
    if len(lines) <= 1 or not all(isinstance(each, int) for line in lines for each in line):
        return
    found = block["any_category"]
    asked = sum(found.values())
    if asked and all(isinstance(each, int) for each in _answers(found, rows)):
        unknown = found["unknown"]
        yield paragraph(
            f"Whether any category is met at all is unknown in {unknown:,} of {asked:,} rows "
            f"({percent(unknown / asked)})."
        )


def _silent(block: Table[str, Any], categories: frozenset[str]) -> Iterator[str]:
    """Yield of which rules nothing is known in any row: the categories by name, others counted."""
    silent = [rule for rule, found in block["counts"].items() if _is_silent(found)]
    if not silent:
        return
    named = [f"the category {rule}" for rule in silent if rule in categories]
    more = len(silent) - len(named)
    others = [counted(more, "further rule" if named else "rule")] if more else []
    yield paragraph(f"Unknown of every row: {', '.join([*named, *others])}.")


def _parts(counts: Table[str, int], rows: int) -> Iterator[str]:
    """Yield how many of some rows each of several things is said of, once of each row."""
    for name, number in zip(counts, shown_line(list(counts.values()), CMS_LIMIT), strict=True):
        share = f" ({percent(number / rows)})" if isinstance(number, int) else ""
        words = name.replace("_", " ")
        yield paragraph(f"{words}: {_shown(number)} of {rows:,}{share}", bullet="- ")


def _alone(block: Table[str, Any], library: Library, categories: frozenset[str]) -> Iterator[str]:
    """Yield which missing facts hold back the categories, the one of most rows first."""
    found = {
        rule: facts for rule, facts in block["decides_alone_by_rule"].items() if rule in categories
    }
    if not found:
        return
    yield subheading(ALONE)
    for rule, facts in found.items():
        named = [
            f"{_phrase(fact, library)} ({_shown(shown_part(number, block['rows'], CMS_LIMIT))})"
            for fact, number in facts.items()
        ]
        more = len(named) - MOST_FACTS
        rest = f"; and {counted(more, 'further fact')}" if more > 0 else ""
        yield paragraph(f"{rule}: {'; '.join(named[:MOST_FACTS])}{rest}", bullet="- ")


def _answers(found: Table[str, int], rows: int) -> tuple[Shown, ...]:
    """Return in how many of some rows something is true, false, unknown and not asked."""
    answers = [found[value] for value in VALUES]
    return shown_line([*answers, rows - sum(answers)], CMS_LIMIT)


def _is_silent(found: Table[str, int]) -> bool:
    return not found["true"] and not found["false"]


def _told(rows: int) -> str:
    """Return how many rows there are, if they are not so few that they are not told."""
    return f"at most {CMS_LIMIT}" if is_small(rows, CMS_LIMIT) else f"{rows:,}"


def _shown(count: Shown) -> str:
    return f"{count:,}" if isinstance(count, int) else "hidden"


def _phrase(fact: str, library: Library) -> str:
    """Return what is missing, in a few words."""
    name = fact.removesuffix(".complete")
    known = library.dictionary.facts[name]
    if name != fact:
        return f"further records of {name}"
    return known.phrase or name
