"""A comparison for a reader: what B is against A, with a case and both reasons for each."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from itertools import groupby

from discretion import Comparison
from discretion import Difference
from discretion import GoverningLine
from discretion import PolicySide
from discretion import Rule
from discretion import TableImpact
from discretion import Truth
from discretion import long_date
from discretion import said_in_words
from discretion import words_of_test
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.frozen import dataclass

RELATIONS = {
    "same": "the same",
    "stricter": "B is stricter for the person",
    "looser": "B is looser for the person",
    "different": "different",
    "only_in_a": "only A speaks of it",
    "only_in_b": "only B speaks of it",
    "not_settled": "not settled",
}
STOOD = {
    Truth.TRUE: "It governed",
    Truth.UNKNOWN: "It may have governed",
    Truth.FALSE: "It did not govern",
}
STANDS = {
    Truth.TRUE: "it governs",
    Truth.UNKNOWN: "it may govern",
    Truth.FALSE: "it does not govern",
}
"""What is said of an instrument on the day of a comparison, and today."""
ONLY = {"only_in_a": "A", "only_in_b": "B"}
ORDER = ("different", "stricter", "looser", "not_settled", "only_in_a", "only_in_b", "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extras:
    """What was asked for beside a comparison.

    `impact` tells how many rows of a table each difference touches, `written` how many case files
    were written.
    """

    impact: TableImpact | None
    written: int


def show_comparison(
    comparison: Comparison,
    then: Iterable[GoverningLine],
    now: Iterable[GoverningLine],
    today: date,
    extras: Extras | None = None,
) -> str:
    """Return a comparison as text.

    Args:
        comparison: the two sides with their differences.
        then: what governed on the day of the comparison.
        now: what governs today.
        today: which day that is.
        extras: what else was asked for; None for nothing.

    """
    return "".join(
        [
            heading("Two policies compared, for a human reader"),
            *_sides(comparison, tuple(then), tuple(now), today),
            *show_table(comparison),
            *(() if extras is None or extras.impact is None else _impact(extras.impact)),
            *show_differences(comparison),
            *show_limits(comparison, 0 if extras is None else extras.written),
        ]
    )


def _sides(
    comparison: Comparison,
    then: tuple[GoverningLine, ...],
    now: tuple[GoverningLine, ...],
    today: date,
) -> Iterator[str]:
    day = long_date(comparison.day)
    for letter, side in (("A", comparison.a), ("B", comparison.b)):
        yield paragraph(f"{_title(side)}", bullet=f"{letter}: ")
        stood, stands = STOOD[_governs(side, then)], STANDS[_governs(side, now)]
        yield paragraph(f"{stood} on {day}; {stands} today, {long_date(today)}.", indent="   ")
    yield "\n"
    yield paragraph(
        f"Every case below is made up, of a decision on {day}; it describes nobody and says as "
        "little as shows the difference. This compares what two texts, as read here, say; it is "
        "no advice and no decision."
    )


def _title(side: PolicySide) -> str:
    title = side.ruleset.pack.instrument.title
    reading = f", read as {side.reading.replace('_', ' ')}" if side.reading else ""
    sets = "".join(f", assuming {each.id}" for each in side.assumptions)
    return f"{title} ({side.instrument}){reading}{sets}"


def _governs(side: PolicySide, lines: tuple[GoverningLine, ...]) -> Truth:
    own = [line.governs for line in lines if line.instrument == side.instrument]
    if Truth.TRUE in own:
        return Truth.TRUE
    return Truth.UNKNOWN if Truth.UNKNOWN in own else Truth.FALSE


def show_table(comparison: Comparison) -> Iterator[str]:
    """Yield what B is against A on each topic, the differences first."""
    yield heading("At a glance")
    found: dict[str, dict[str, None]] = {relation: {} for relation in ORDER}
    for each in comparison.differences:
        found[each.relation][_topic(each)] = None
    for relation, topics in found.items():
        if topics:
            yield paragraph(f"{capital(RELATIONS[relation])}: {'; '.join(topics)}.", bullet="- ")
    if any(comparison.unpaired):
        in_a, in_b = comparison.unpaired
        yield paragraph(
            f"{counted(in_a, 'rule')} of A and {in_b} of B have no subject in common with the "
            "other policy and are not compared.",
            bullet="- ",
        )


def _topic(each: Difference) -> str:
    return topic_in_words(each.kind, each.topic, each.side)


def topic_in_words(kind: str, topic: str, side: str) -> str:
    """Return what is compared: a subject with the kind of its rules, or an outcome."""
    if kind == "outcome":
        return f"the outcome {topic}"
    told = f"{side} " if side else ""
    return f"{topic.replace('_', ' ')} ({told}{kind})"


def show_differences(comparison: Comparison) -> Iterator[str]:
    """Yield each difference with its case, grouped by topic; what only one side has comes last."""
    rows = [each for each in comparison.differences if each.witness is not None]
    both = [each for each in rows if each.relation not in ONLY]
    for topic, found in groupby(both, key=_topic):
        cases = list(found)
        yield heading(f"{capital(topic)}: {RELATIONS[cases[0].relation]}")
        yield from _notes(cases[0])
        for number, each in enumerate(cases, start=1):
            yield from _case(each, number, comparison)
    for relation, letter in ONLY.items():
        alone = [each for each in rows if each.relation == relation and each.kind != "outcome"]
        if alone:
            yield heading(f"Only {letter} speaks of it")
        for each in alone:
            rule = each.rule_a or each.rule_b
            if rule is not None:
                yield paragraph(f"{rule.says} ({_cited(rule)})", bullet="- ")


def _notes(each: Difference) -> Iterator[str]:
    for a, b in each.alike:
        yield paragraph(
            f"A asks an official about `{a}` and B about `{b}`. In these cases both are answered "
            "alike, so that what the facts alone make different is seen."
        )
    if each.note:
        yield paragraph(f"{capital(each.note)}.")
    if not each.is_all:
        yield paragraph("There are further ways to differ than those shown; ask with `--ways N`.")


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
        cited = f"{rule.id} ({_cited(rule)}) " if rule is not None else ""
        yield paragraph(
            f"{cited}is {'met' if is_met else 'not met'}, because:", bullet=f"{letter}: "
        )
        for test in each.tests:
            if test.in_a is (letter == "A"):
                holds = "holds" if test.holds else "does not hold"
                yield paragraph(f"{words_of_test(test, shown)}: {holds}", indent="  ", bullet="- ")


def _cited(rule: Rule) -> str:
    return f"{rule.citation}; {rule.citation.basis}"


def _impact(impact: TableImpact) -> Iterator[str]:
    """Yield in how many rows each difference is met, not met and unknown; nothing is added up."""
    yield heading(f"In a table of {counted(impact.matters, 'decision')}")
    yield paragraph(
        "Every row is read under both policies, whatever governed its day. A row is unknown where "
        "it says too little for an answer either way; unknown is never counted as no."
    )
    for each in impact.impacts:
        for letter, counts in (("A", each.a_alone), ("B", each.b_alone)):
            yield paragraph(
                f"{capital(topic_in_words(each.kind, each.topic, each.side))}, met in {letter} "
                f"alone: {counts.true} yes, {counts.false} no, {counts.unknown} unknown.",
                bullet="- ",
            )


def show_limits(comparison: Comparison, written: int = 0) -> Iterator[str]:
    """Yield what a comparison rests on: bounds, time, the replay, and the files written."""
    yield heading("What this rests on")
    if comparison.bounds:
        lists = ", ".join(
            f"{number} {items.replace('_', ' ')}" for items, number in comparison.bounds.items()
        )
        yield paragraph(
            f"Matters were searched with at most {lists}: as many as the conditions compared can "
            "tell apart, so that a matter with more has one with so many that they read alike.",
            bullet="- ",
        )
    yield paragraph(
        f"Each question was given {comparison.seconds:g} seconds. Each case was assessed anew by "
        "the reference engine under both policies before it was shown.",
        bullet="- ",
    )
    if written:
        yield paragraph(f"{counted(written, 'case file')} written.", bullet="- ")
