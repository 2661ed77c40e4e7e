"""A comparison as a page: both texts side by side, topic by topic, with every case."""

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
from discretion import TopicText
from discretion import Truth
from discretion import __version__
from discretion import long_date
from discretion import said_in_words
from discretion import texts_of
from discretion import words_of_test
from discretion.cli.compare.told import RELATIONS
from discretion.cli.compare.told import TABLE_NOTE
from discretion.cli.compare.told import cited
from discretion.cli.compare.told import limits_of
from discretion.cli.compare.told import notes_of
from discretion.cli.compare.told import standing_of
from discretion.cli.compare.told import title_in_words
from discretion.cli.compare.told import title_of
from discretion.cli.compare.told import unpaired_in
from discretion.cli.compare.told import what_it_is
from discretion.cli.compare.told_text import place_of
from discretion.cli.compare.told_text import told_texts
from discretion.cli.text.layout import counted
from discretion.documents import CaseTold
from discretion.documents import ComparisonTold
from discretion.documents import CountTold
from discretion.documents import ReasonTold
from discretion.documents import SideTold
from discretion.documents import TableTold
from discretion.documents import TopicsTold
from discretion.documents import TopicTold
from discretion.documents import TurnTold
from discretion.documents import lay_out_comparison

GROUPS = (
    ("Where the two differ", ("different", "stricter", "looser", "not_settled")),
    ("Only A speaks of it", ("only_in_a",)),
    ("Only B speaks of it", ("only_in_b",)),
    ("Where the two say the same", ("same",)),
)
"""The headings of the page, with the relations of the topics under each."""


def page_of(
    comparison: Comparison,
    then: Iterable[GoverningLine],
    now: Iterable[GoverningLine],
    today: date,
    impact: TableImpact | None,
) -> str:
    """Return a comparison as the text of an HTML file.

    Args:
        comparison: the two sides with their differences.
        then: what governed on the day of the comparison.
        now: what governs today.
        today: which day that is.
        impact: how many rows of a table each topic touches; None where none was counted.

    """
    lines = tuple(then), tuple(now)
    sides = [
        SideTold(
            letter=letter,
            title=title_of(side),
            standing=standing_of(side, comparison.day, lines[0], today, lines[1]),
        )
        for letter, side in (("A", comparison.a), ("B", comparison.b))
    ]
    return lay_out_comparison(
        ComparisonTold(
            title=_title(comparison.a, comparison.b),
            a=sides[0],
            b=sides[1],
            what_it_is=(what_it_is(comparison.day),),
            groups=tuple(_groups(comparison)),
            table=None if impact is None else _table(impact),
            limits=(*unpaired_in(comparison), *limits_of(comparison)),
            made=f"Made by discretion {__version__} on {long_date(today)}. "
            f"{_digests(comparison.a, comparison.b)}",
        )
    )


def _title(a: PolicySide, b: PolicySide) -> str:
    """Return the name of the page; one policy set against itself is told by its readings."""
    names = [side.ruleset.pack.instrument.short for side in (a, b)]
    if a.instrument == b.instrument:
        names = [a.name, b.name]
    return f"Two policies compared: {names[0]} and {names[1]}"


def _digests(*sides: PolicySide) -> str:
    told = (
        f"{side.instrument}: {side.ruleset.pack.instrument.digest}"
        for side in {side.instrument: side for side in sides}.values()
    )
    return f"Digests of the packs as read: {'; '.join(told)}."


def _groups(comparison: Comparison) -> Iterator[TopicsTold]:
    """Yield the topics under the headings of the page, those where the two differ first."""
    found = {
        key: tuple(rows) for key, rows in groupby(comparison.differences, key=_key_of_difference)
    }
    topics = [
        (rows[0].relation, _topic(text, rows, comparison))
        for text in texts_of(comparison)
        for rows in (found[text.topic, text.kind, text.side],)
    ]
    for heading, relations in GROUPS:
        told = tuple(topic for relation, topic in topics if relation in relations)
        if told:
            yield TopicsTold(heading=heading, topics=told)


def _key_of_difference(each: Difference) -> tuple[str, str, str]:
    return each.topic, each.kind, each.side


def _topic(text: TopicText, rows: tuple[Difference, ...], comparison: Comparison) -> TopicTold:
    first = rows[0]
    a, b = told_texts(text, comparison)
    return TopicTold(
        name=title_in_words(first.kind, first.topic, first.side),
        relation=RELATIONS[first.relation],
        a=a,
        b=b,
        notes=tuple(notes_of(first)),
        cases=tuple(_case(each, text, comparison) for each in rows if each.witness is not None),
    )


def _case(each: Difference, text: TopicText, comparison: Comparison) -> CaseTold:
    here, there = ("A", "B") if each.met_in == "a" else ("B", "A")
    witness = each.witness
    return CaseTold(
        shows=f"met in {here} and not in {there}",
        says=() if witness is None else tuple(said_in_words(witness, comparison)),
        a=_reason(each, text, "A"),
        b=_reason(each, text, "B"),
    )


def _reason(each: Difference, text: TopicText, letter: str) -> ReasonTold:
    """Return what one side says of a case; one without rules on the topic says nothing."""
    in_a = letter == "A"
    rule: Rule | None = each.rule_a if in_a else each.rule_b
    shown = None if each.witness is None else (each.witness.a if in_a else each.witness.b)
    if shown is None or shown.derivation is None:
        comes_to = "says nothing of it"
        tests: tuple[TurnTold, ...] = ()
    else:
        comes_to = "met" if shown.derivation.truth is Truth.TRUE else "not met"
        tests = tuple(
            TurnTold(
                says=words_of_test(test, shown),
                holds="holds" if test.holds else "does not hold",
            )
            for test in each.tests
            if test.in_a is in_a
        )
    return ReasonTold(
        letter=letter,
        name="" if rule is None else rule.id,
        cited="" if rule is None else cited(rule),
        provision=None if rule is None else place_of(rule, text.read_a if in_a else text.read_b),
        comes_to=comes_to,
        tests=tests,
    )


def _table(impact: TableImpact) -> TableTold:
    return TableTold(
        heading=f"In a table of {counted(impact.matters, 'decision')}",
        note=TABLE_NOTE,
        counts=tuple(
            CountTold(
                topic=title_in_words(each.kind, each.topic, each.side),
                alone=f"{letter} alone",
                yes=counts.true,
                no=counts.false,
                unknown=counts.unknown,
            )
            for each in impact.impacts
            for letter, counts in (("A", each.a_alone), ("B", each.b_alone))
        ),
    )
