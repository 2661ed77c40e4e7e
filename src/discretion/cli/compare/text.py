"""A comparison for a reader: what B is against A, with a case and both reasons for each."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from discretion import Comparison
from discretion import Difference
from discretion import GoverningLine
from discretion import TableImpact
from discretion import Truth
from discretion import said_in_words
from discretion import words_of_test
from discretion.cli.compare.told import ONLY
from discretion.cli.compare.told import ORDER
from discretion.cli.compare.told import RELATIONS
from discretion.cli.compare.told import TABLE_NOTE
from discretion.cli.compare.told import cited
from discretion.cli.compare.told import limits_of
from discretion.cli.compare.told import notes_of
from discretion.cli.compare.told import standing_of
from discretion.cli.compare.told import title_in_words
from discretion.cli.compare.told import title_of
from discretion.cli.compare.told import topic_in_words
from discretion.cli.compare.told import unpaired_in
from discretion.cli.compare.told import what_it_is
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.frozen import dataclass

SAME, MOST_ALIKE = "same", 12
"""Where more are alike than this, how many there are says enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What was asked for beside a comparison.

    `impact` tells how many rows of a table each difference touches, `written` how many case files
    were written, `page` into which file the page was, empty for none.
    """

    impact: TableImpact | None
    written: int
    page: str = ""


WITHIN = ", for matters of that day and within the bounds told below"
"""What is said wherever two policies are told to be the same."""
NO_EXTRAS = Extras(impact=None, written=0)


def show_comparison(
    comparison: Comparison,
    then: Iterable[GoverningLine],
    now: Iterable[GoverningLine],
    today: date,
    extras: Extras = NO_EXTRAS,
) -> str:
    """Return a comparison as text.

    Args:
        comparison: the two sides with their differences.
        then: what governed on the day of the comparison.
        now: what governs today.
        today: which day that is.
        extras: what else was asked for.

    """
    return "".join(
        [
            heading("Two policies compared, for a human reader"),
            *_sides(comparison, tuple(then), tuple(now), today),
            *show_table(comparison),
            *(() if extras.impact is None else _impact(extras.impact)),
            *show_differences(comparison),
            *show_limits(comparison, extras),
        ]
    )


def _sides(
    comparison: Comparison,
    then: tuple[GoverningLine, ...],
    now: tuple[GoverningLine, ...],
    today: date,
) -> Iterator[str]:
    for letter, side in (("A", comparison.a), ("B", comparison.b)):
        yield paragraph(title_of(side), bullet=f"{letter}: ")
        yield paragraph(standing_of(side, comparison.day, then, today, now), indent="   ")
    yield "\n"
    yield paragraph(what_it_is(comparison.day))


def show_table(comparison: Comparison) -> Iterator[str]:
    """Yield what B is against A on each topic, the differences first."""
    yield heading("At a glance")
    found: dict[str, dict[str, None]] = {relation: {} for relation in ORDER}
    for each in comparison.differences:
        found[each.relation][_topic(each)] = None
    for relation, topics in found.items():
        if topics:
            is_long = relation == SAME and len(topics) > MOST_ALIKE
            told = f"{len(topics)} rules and outcomes" if is_long else "; ".join(topics)
            within = WITHIN if relation == SAME else ""
            yield paragraph(f"{capital(RELATIONS[relation])}{within}: {told}.", bullet="- ")
    for line in unpaired_in(comparison):
        yield paragraph(line, bullet="- ")


def _topic(each: Difference) -> str:
    return topic_in_words(each.kind, each.topic, each.side)


def _title(each: Difference) -> str:
    return title_in_words(each.kind, each.topic, each.side)


def show_differences(comparison: Comparison) -> Iterator[str]:
    """Yield each difference with its case, grouped by topic; what only one side has comes last."""
    rows = [each for each in comparison.differences if each.witness is not None]
    both = [each for each in rows if each.relation not in ONLY]
    for title, found in groupby(both, key=_title):
        cases = list(found)
        yield heading(f"{title}: {RELATIONS[cases[0].relation]}")
        for note in notes_of(cases[0]):
            yield paragraph(note)
        for number, each in enumerate(cases, start=1):
            yield from _case(each, number, comparison)
    for relation, letter in ONLY.items():
        alone = [each for each in rows if each.relation == relation and each.kind != "outcome"]
        if alone:
            yield heading(f"Only {letter} speaks of it")
        for each in alone:
            rule = each.rule_a or each.rule_b
            if rule is not None:
                yield paragraph(f"{rule.says} ({cited(rule)})", bullet="- ")
                yield from _met(each, comparison)


def _met(each: Difference, comparison: Comparison) -> Iterator[str]:
    """Yield the case that meets what only one side has, and why it does, in two lines."""
    witness = each.witness
    if witness is None:
        return
    said = " ".join(said_in_words(witness, comparison))
    whole = f"Met where a case says this alone: {said}" if said else "Met where a case says nothing"
    yield paragraph(whole, indent="    ", bullet="- ")
    shown = witness.a if each.met_in == "a" else witness.b
    tests = "; ".join(
        f"{words_of_test(test, shown)}: {_holds(holds=test.holds)}" for test in each.tests
    )
    if tests:
        yield paragraph(f"Because {tests}.", indent="    ", bullet="- ")


def _holds(*, holds: bool) -> str:
    return "holds" if holds else "does not hold"


def _case(each: Difference, number: int, comparison: Comparison) -> Iterator[str]:
    witness = each.witness
    if witness is None:
        return
    here, there = ("A", "B") if each.met_in == "a" else ("B", "A")
    yield subheading(f"Case {number}: met in {here} and not in {there}")
    yield paragraph("All that the case says:")
    for line in said_in_words(witness, comparison):
        yield paragraph(line, indent="  ", bullet="- ")
    for letter, shown, rule in (("A", witness.a, each.rule_a), ("B", witness.b, each.rule_b)):
        is_met = shown.derivation is not None and shown.derivation.truth is Truth.TRUE
        named = f"{rule.id} ({cited(rule)}) " if rule is not None else ""
        yield paragraph(
            f"{named}is {'met' if is_met else 'not met'}, because:", bullet=f"{letter}: "
        )
        for test in each.tests:
            if test.in_a is (letter == "A"):
                told = f"{words_of_test(test, shown)}: {_holds(holds=test.holds)}"
                yield paragraph(told, indent="  ", bullet="- ")


def _impact(impact: TableImpact) -> Iterator[str]:
    """Yield in how many rows each difference is met, not met and unknown; nothing is added up."""
    yield heading(f"In a table of {counted(impact.matters, 'decision')}")
    yield paragraph(TABLE_NOTE)
    for each in impact.impacts:
        for letter, counts in (("A", each.a_alone), ("B", each.b_alone)):
            yield paragraph(
                f"{title_in_words(each.kind, each.topic, each.side)}, met in {letter} "
                f"alone: {counts.true} yes, {counts.false} no, {counts.unknown} unknown.",
                bullet="- ",
            )


def show_limits(comparison: Comparison, extras: Extras = NO_EXTRAS) -> Iterator[str]:
    """Yield what a comparison rests on: bounds, time, the replay, and the files written."""
    yield heading("What this rests on")
    for line in limits_of(comparison):
        yield paragraph(line, bullet="- ")
    if extras.written:
        yield paragraph(f"{counted(extras.written, 'case file')} written.", bullet="- ")
    if extras.page:
        yield paragraph(f"The same as a page, with both texts: {extras.page}.", bullet="- ")
