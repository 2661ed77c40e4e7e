"""Names and words stay what they are, whatever signs they are made of."""

import pyarrow as pa
import pytest

from discretion.engines.reading import Reading
from discretion.engines.sql.dialect import DUCKDB
from discretion.engines.sql.dialect import SPARK
from discretion.engines.sql.query import rules_query
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.rules.condition import And
from discretion.rules.condition import Compare
from discretion.rules.condition import Condition
from discretion.rules.condition import Constant
from discretion.rules.condition import Exists
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Holds
from discretion.rules.condition import Or
from discretion.rules.condition import RuleMet
from discretion.rules.condition import StartsWith
from discretion.rules.condition import Within
from tests.engines.sql.asking import Answer
from tests.engines.sql.asking import Database
from tests.engines.sql.asking import Duck
from tests.engines.sql.asking import Sparked
from tests.engines.sql.asking import source_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import DAY
from tests.exactness.policy import fact

WORDS = (
    "it's", "''", "\\", "\\'", "a\\nb", "a\nb", "\t", '"', "`", "${env:HOME}", "$1", "?", ":a", "%",
    "_", "{}", "{0}", "--", "/* */", "'; DROP TABLE matters; --", "é", "日本", "😀", "a b", "NULL",
    "", "\x00", "\u2028",
)  # fmt: skip
NAMES = (
    "select", "a b", 'a"b', "a`b", "a'b", "a.b", "it", "word", "stage_0", "rule r", "exists L",
    "é", "{}", "--", "a;b", "$1", "RULE SELECT",
)  # fmt: skip


def asked(
    database: Database,
    table: pa.Table,
    dictionary: Dictionary,
    reading: Reading,
    carry: tuple[str, ...] = (),
) -> Answer:
    """Return some columns of a table, and whether each rule is met."""
    return database.ask(
        table,
        lambda text: rules_query(
            source_of(table, text, dictionary, database.dialect),
            reading,
            {f"of {name}": RuleMet(name) for name in reading.rules},
            carry,
        ),
    )


def words_are_kept(database: Database) -> None:
    """Each word equals itself and begins with itself alone, in a text and in a record's token."""
    words = dict.fromkeys(WORDS, "")
    inner = fact("inner", Kind.TOKEN, words=words)
    facts = (fact("text", Kind.TEXT), fact("listed", Kind.LIST, fields={"inner": inner}))
    table = pa.table(
        {
            DATE_FACT: pa.array([DAY] * len(WORDS), pa.date32()),
            "text": pa.array(WORDS),
            "listed": pa.array([[{"inner": word}] for word in WORDS]),
        }
    )
    conditions: dict[str, Condition] = {}
    for place, word in enumerate(WORDS):
        inside = Exists("listed", Compare(Field("inner"), "==", Constant(word)))
        conditions[f"equal {place}"] = Compare(Fact("text"), "==", Constant(word))
        conditions[f"begins {place}"] = StartsWith(Fact("text"), word)
        conditions[f"inside {place}"] = Or((inside, Within(Fact("text"), ("other", "another"))))
    dictionary = Dictionary(facts={each.name: each for each in facts})

    reading = Reading(rules=conditions, judgments={}, derivable={})

    rows = asked(database, table, dictionary, reading)

    assert [
        tuple(
            truth
            for other in WORDS
            for truth in (word == other, word.startswith(other), word == other or None)
        )
        for word in WORDS
    ] == rows


def names_are_kept(database: Database) -> None:
    """Facts, fields, rules, columns and answers may be called anything."""
    fields = {name: fact(name, Kind.YES_NO) for name in NAMES}
    facts = {**fields, "L": fact("L", Kind.LIST, fields=fields)}
    row: dict[str, object] = {name: place % 2 == 0 for place, name in enumerate(NAMES)}
    table = pa.Table.from_pylist([{DATE_FACT: DAY, **row, "L": [row], "my column": 7}])
    rules = {
        name: And((Holds(Fact(name)), Exists("L", And((Holds(Field(name)), Holds(Fact(name)))))))
        for name in NAMES
    }
    reading = Reading(rules=rules, judgments={}, derivable={})

    found = asked(database, table, Dictionary(facts=facts), reading, ("my column",))

    assert [(7, *row.values())] == found


def test_duckdb_keeps_every_word(duck: Duck) -> None:
    words_are_kept(duck)


def test_spark_keeps_every_word(spark: Sparked) -> None:
    words_are_kept(spark)


def test_duckdb_keeps_every_name(duck: Duck) -> None:
    names_are_kept(duck)


def test_spark_keeps_every_name(spark: Sparked) -> None:
    names_are_kept(spark)


def test_a_name_that_spark_would_fill_in_is_refused() -> None:
    assert '"${a}"' == DUCKDB.identifier("${a}").text
    with pytest.raises(ValueError, match="Spark cannot name a column"):
        SPARK.identifier("${a}")


def test_text_grows_with_the_rules_and_not_with_the_ways_through_them(duck: Duck) -> None:
    """Forty rules, of which each names the one before it twice, are forty columns."""
    rules: dict[str, Condition] = {"r0": Holds(Fact("a"))}
    for place in range(1, 41):
        before = RuleMet(f"r{place - 1}")
        rules[f"r{place}"] = Or((And((before, Holds(Fact("b")))), And((Holds(Fact("c")), before))))
    names = ("a", "b", "c")
    table = pa.Table.from_pylist([{DATE_FACT: DAY, "a": True, "b": None, "c": True}])
    dictionary = Dictionary(facts={name: fact(name, Kind.YES_NO) for name in names})
    reading = Reading(rules=rules, judgments={}, derivable={})
    source = source_of(table, "matters", dictionary, DUCKDB)

    assert True is asked(duck, table, dictionary, reading)[0][-1]
    assert len(rules_query(source, reading, {"last": RuleMet("r40")})) < 8_000
