"""A small dictionary in which everything happens that may follow or be assumed, and its sets."""

from collections.abc import Iterator
from random import Random
from typing import Any

import numpy as np

from discretion.caseload.supposing.premises import Asking
from discretion.caseload.supposing.premises import Premises
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import packed
from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import one_value
from discretion.facts.view import View
from discretion.frozen import replace
from discretion.rules.assumption import AssumptionSet
from discretion.rules.assumption import Closing
from discretion.rules.condition import And
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Fact
from discretion.rules.condition import Not
from discretion.rules.condition import Or
from discretion.rules.derived import Derivable
from discretion.rules.derived import Derivations
from discretion.rules.derived import FromRecords
from discretion.rules.grammar import read_condition
from discretion.truth import Truth
from tests.engines.tables import views_of
from tests.exactness.policy import fact

DATE_FACT = "decided_on"
COLOURS = {"blue": "", "green": "", "red": ""}
UP_TO_DECISION = {"low": "1900-01-01", "high": "decision_date"}


def facts() -> Iterator[FactType]:
    """Yield the facts: of every kind, and some that follow from one another."""
    yield fact(DATE_FACT, Kind.DATE)
    for name in ("a", "b", "early", "chained", "sure"):
        yield fact(name, Kind.YES_NO)
    yield fact("colour", Kind.TOKEN, words=COLOURS)
    yield fact("text", Kind.TEXT)
    yield fact("on", Kind.DATE, **UP_TO_DECISION)
    yield fact("until", Kind.DATE)
    yield fact("number", Kind.NUMBER, low="0", high="9")
    yield fact("at", Kind.MOMENT)
    yield fact("first", Kind.DATE, **UP_TO_DECISION)
    yield fact("last", Kind.DATE, **UP_TO_DECISION)
    yield fact("last_colour", Kind.TOKEN, words=COLOURS)
    yield fact("first_sure", Kind.YES_NO)
    yield fact("last_until", Kind.DATE)
    yield fact("first_pages", Kind.NUMBER, low="0", high="9")
    yield fact("papers", Kind.LIST, fields=_papers())
    yield fact("notes", Kind.LIST, fields={"text": fact("text", Kind.TEXT)})


def _papers() -> dict[str, FactType]:
    fields = (
        fact("day", Kind.DATE),
        fact("due", Kind.DATE, **UP_TO_DECISION),
        fact("colour", Kind.TOKEN, words=COLOURS),
        fact("sure", Kind.YES_NO),
        fact("pages", Kind.NUMBER, low="0", high="9"),
    )
    return {each.name: each for each in fields}


DICTIONARY = Dictionary(facts={each.name: each for each in facts()})
DERIVABLE = {
    "early": Derivable(
        yes_when=read_condition('exists(papers, it.day < "2021-03-01") or last < "2021-03-01"'),
        no_when=None,
    ),
    "chained": Derivable(
        yes_when=read_condition("early and a"),
        no_when=read_condition('all(papers, it.colour == red) or last_colour == "blue"'),
    ),
    "sure": Derivable(yes_when=None, no_when=read_condition("not early or number > 3")),
}
DERIVATIONS = Derivations(
    guards={},
    derivable=DERIVABLE,
    from_records={
        "first": FromRecords(items="papers", by="day", latest=False, take=""),
        "last": FromRecords(items="papers", by="due", latest=True, take=""),
        "last_colour": FromRecords(items="papers", by="day", latest=True, take="colour"),
        "first_sure": FromRecords(items="papers", by="due", latest=False, take="sure"),
        "last_until": FromRecords(items="papers", by="due", latest=True, take="day"),
        "first_pages": FromRecords(items="papers", by="day", latest=False, take="pages"),
    },
    orders=(),
)
READING = Reading(
    rules={"r": read_condition("chained or colour == red")},
    judgments={"j": read_condition("exists(papers)")},
    derivable=DERIVABLE,
)
CONDITIONS = (
    Compare(Fact("last"), "<=", Fact("on")),
    Compare(Fact("first_pages"), "==", Fact("number")),
    *(
        read_condition(text)
        for text in (
            "a",
            "early",
            "chained",
            "sure",
            "first_sure",
            "colour == red",
            "colour in (red, green)",
            "last_colour == blue",
            'starts_with(text, "a")',
            'on >= "2021-03-01"',
            'first < "2021-03-03"',
            'last >= "2021-02-20"',
            "number >= 2",
            "exists(papers)",
            "all(papers, it.colour == red)",
            "count(papers, it.sure) >= 2",
            "exists(notes)",
            "rule(r)",
            "judgment(j)",
        )
    ),
)
VALUES = {
    "a": ("yes", "no"),
    "b": ("yes", "true", "perhaps"),
    "early": ("yes", "no"),
    "chained": ("yes", "no"),
    "sure": ("yes", "no"),
    "colour": ("blue", "green", "red", "grey"),
    "text": ("a", "b|a", " a  b "),
    "on": ("2021-03-01", "2021-02..2021-03", "2021-03-03..2022-01-01", "1800-01-01", "2021-02-30"),
    "until": ("2021-03-01", "2021-02..2021-03"),
    "number": ("2", "1..3", "12"),
    "at": ("2021-03-01T14:30-05:00", "2021-03-01T00:00Z..2021-03-03T00:00Z"),
    "first": ("2021-02-26", "2021-01-01..2021-03-03"),
    "last": ("2021-03-03", "2021-01-01..2021-03-03"),
    "last_colour": ("blue", "red"),
    "first_sure": ("yes", "no"),
    "last_until": ("2021-03-01..2021-03-09",),
    "first_pages": ("2", "0..3"),
    "papers.complete": ("yes", "no", "true", "perhaps"),
    "notes.complete": ("yes", "no"),
}


PREMISES = Premises(
    derivations=DERIVATIONS, dictionary=DICTIONARY, date_fact=DATE_FACT, reading=READING
)
"""What tables of the small dictionary are read by."""


def row_by_row(batch: Any, read_by: Premises) -> Asking:  # noqa: ANN401  # a batch of Arrow
    """Return what answers conditions of a batch with the reference engine, row by row."""
    engines = [
        ReferenceEngine(view, read_by.reading)
        for view in dated_views(batch, read_by.dictionary, read_by.date_fact)
    ]

    def planes(condition: Condition) -> Planes:
        truths = [engine.truth(condition) for engine in engines]
        true, false = (
            packed(np.array([each is wanted for each in truths], np.bool_))
            for wanted in (Truth.TRUE, Truth.FALSE)
        )
        return Planes(true, false)

    return planes


BY_ENGINE = {"bitmap": PREMISES, "reference": replace(PREMISES, asking=row_by_row)}
"""The same, with conditions answered by the one engine or the other."""


def dated_views(batch: Any, dictionary: Dictionary, date_fact: str) -> Iterator[View]:  # noqa: ANN401  # a batch of Arrow
    """Yield each row as the reference reads it, with its day also where that is no fact."""
    for view in views_of(batch, dictionary, date_fact):
        yield view.with_known({date_fact: one_value(view.day)}, {})


def views(batch: Any) -> list[View]:  # noqa: ANN401  # a batch of Arrow
    """Return the rows of a batch of the small dictionary as the reference reads them."""
    return list(views_of(batch, DICTIONARY, DATE_FACT))


def random_set(random: Random, name: str) -> AssumptionSet:
    """Return a set of a few random closings, which come back to the same facts and conditions."""
    names = random.sample(sorted(VALUES), 3)
    conditions = [random_condition(random) for _ in range(2)]
    closings = tuple(random_closing(random, names, conditions) for _ in range(random.randint(1, 6)))
    return AssumptionSet(id=name, title="", dated=None, by="a test", says="", closings=closings)


def random_closing(random: Random, names: list[str], conditions: list[Condition]) -> Closing:
    """Return a closing, half of them under a condition and a third instead of what is said."""
    name = random.choice(names)
    return Closing(
        fact=name,
        value=random.choice(VALUES[name]),
        when=random.choice(conditions) if random.random() < 0.5 else None,
        instead_of_said=random.random() < 0.35,
    )


def random_condition(random: Random) -> Condition:
    """Return one of the conditions, or two of them joined."""
    one, other = random.choice(CONDITIONS), random.choice(CONDITIONS)
    return random.choice((one, one, Not(one), And((one, other)), Or((one, Not(other)))))
