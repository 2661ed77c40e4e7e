"""Words of two facts, of records and of conditions are compared as the reference compares them."""

from itertools import product
from random import Random

import pyarrow as pa

from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from tests.engines.sql.asking import Database
from tests.engines.sql.asking import Duck
from tests.engines.sql.asking import Sparked
from tests.engines.sql.asking import truths
from tests.engines.tables import views_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import DAY
from tests.exactness.policy import fact

COLOURS = dict.fromkeys(("blue", "green", "red", "yes"), "")
ANSWERS = {"yes": "yes", "no": "no", "not_recorded": "not recorded"}
KINDS = {"a": Kind.YES_NO, "b": Kind.YES_NO, "answer": Kind.YES_NO}
FACTS = (
    *(fact(name, kind) for name, kind in KINDS.items() if name != "answer"),
    fact("answer", Kind.YES_NO, words=ANSWERS, absent="not_recorded"),
    fact("unsaid", Kind.YES_NO),
    fact("only", Kind.TOKEN, words={"blue": ""}),
    fact("colour", Kind.TOKEN, words=COLOURS),
    fact("other", Kind.TOKEN, words=COLOURS),
    fact("text", Kind.TEXT),
    fact("words", Kind.TEXT),
    fact("unwritten", Kind.TEXT),
    fact("listed", Kind.LIST, fields={"colour": fact("colour", Kind.TOKEN, words=COLOURS)}),
)
DICTIONARY = Dictionary(facts={each.name: each for each in FACTS})
NOMINAL = [each.name for each in FACTS if each.kind is not Kind.LIST]
ROWS = 80
RANDOM = Random(11)
CELLS = (None, "blue", "green", "red", "yes", "blue|green", "blue|green|red|yes")
TEXTS = (None, "", "yes", "blue", "blue|green")
TRUTHS = (None, True, False)


def column(cells: tuple[object, ...]) -> pa.Array:
    return pa.array([RANDOM.choice(cells) for _ in range(ROWS)])


TABLE = pa.table(
    {
        DATE_FACT: pa.array([DAY] * ROWS, pa.date32()),
        **{name: column(TRUTHS) for name in KINDS},
        "a__both": column(TRUTHS),
        "unsaid__both": column(TRUTHS),
        "only": pa.array([RANDOM.choice((None, "blue")) for _ in range(ROWS)]),
        **{name: column(CELLS) for name in ("colour", "other")},
        **{name: column(TEXTS) for name in ("text", "words")},
        "listed": pa.array([[{"colour": RANDOM.choice(CELLS)}] for _ in range(ROWS)]),
        "listed__complete": pa.array([True] * ROWS),
    }
)


def conditions() -> list[Condition]:
    """Return every comparison of two facts, and of each fact with words."""
    facts = [Fact(name) for name in NOMINAL]
    pairs = [Compare(*pair) for pair in product(facts, ("==", "!="), facts)]
    alone: list[Condition] = []
    for each in facts:
        alone += [Holds(each), StartsWith(each, "b"), StartsWith(each, "")]
        alone += [Compare(Constant("blue"), "==", each), Compare(each, "!=", Constant("violet"))]
        alone += [Compare(each, "==", Constant(word)) for word in ("yes", "no", "blue|green")]
        alone += [
            Within(each, words)
            for words in (("yes", "no"), ("blue", "green"), (), tuple(ANSWERS), ("violet", "no"))
        ]
        alone.append(Exists("listed", Compare(Field("colour"), "==", each)))
    return [*pairs, *alone]


READING = Reading(
    rules={str(place): each for place, each in enumerate(conditions())},
    judgments={},
    derivable={},
)


def faults(database: Database) -> list[object]:
    """Return where a database and the reference differ."""
    found = truths(database, TABLE, DICTIONARY, READING)
    return [
        (row, READING.rules[rule], expected, each[row])
        for row, view in enumerate(views_of(TABLE, DICTIONARY, DATE_FACT))
        for engine in [ReferenceEngine(view, READING)]
        for rule, each in found.items()
        if each[row] is not (expected := engine.rule(rule).truth)
    ]


def test_duckdb_compares_words_as_the_reference_does(duck: Duck) -> None:
    assert [] == faults(duck)


def test_spark_compares_words_as_the_reference_does(spark: Sparked) -> None:
    assert [] == faults(spark)
