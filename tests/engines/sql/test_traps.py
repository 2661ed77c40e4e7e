"""DuckDB and Spark pass no NULL over: what is not said is unknown, and nothing else is."""

from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.rules.grammar import read_condition
from tests.engines.sql.asking import Database
from tests.engines.sql.asking import Duck
from tests.engines.sql.asking import Sparked
from tests.engines.sql.asking import told
from tests.engines.sql.asking import truths
from tests.engines.sql.traps import DICTIONARY
from tests.engines.sql.traps import TABLE
from tests.engines.sql.traps import TRAPS
from tests.engines.tables import views_of
from tests.exactness.policy import DATE_FACT

READING = Reading(rules={text: read_condition(text) for text in TRAPS}, judgments={}, derivable={})

OTHERWISE = {
    "spark.sql.codegen.wholeStage": "true",
    "spark.sql.ansi.enabled": "false",
    "spark.sql.caseSensitive": "true",
    "spark.sql.legacy.sizeOfNull": "true",
    "spark.sql.legacy.followThreeValuedLogicInArrayExists": "false",
    "spark.sql.parser.escapedStringLiterals": "true",
    "spark.sql.session.timeZone": "Pacific/Apia",
}
"""What Spark may be set to elsewhere, and what a session of ours is not."""


def answers(database: Database) -> dict[str, list[str]]:
    found = truths(database, TABLE, DICTIONARY, READING)
    return {name: told(each) for name, each in found.items()}


def test_duckdb_is_misled_by_no_empty_cell(duck: Duck) -> None:
    assert answers(duck) == TRAPS


def test_spark_is_misled_by_no_empty_cell(spark: Sparked) -> None:
    assert answers(spark) == TRAPS


def test_spark_says_the_same_under_other_settings(spark: Sparked) -> None:
    """No answer hangs on a setting of the session."""
    settings = spark.session.conf
    before = {name: settings.get(name) for name in OTHERWISE}
    for name, value in OTHERWISE.items():
        settings.set(name, value)
    found = answers(spark)
    for name, value in before.items():
        settings.set(name, value)

    assert found == TRAPS


def test_the_reference_says_the_same() -> None:
    views = list(views_of(TABLE, DICTIONARY, DATE_FACT))
    found = {
        name: told(ReferenceEngine(view, READING).truth(condition) for view in views)
        for name, condition in READING.rules.items()
    }

    assert found == TRAPS


def test_what_misleads_is_a_trap_in_duckdb(duck: Duck) -> None:
    """The short ways to write a list test do pass over what is not known."""
    short = {
        "len(list_filter([false, null], lambda it: it)) > 0": False,
        "list_contains([1, null], 2)": False,
        "list_bool_or([])": None,
        "list_bool_and([true, null])": True,
        "greatest(1, null)": 1,
    }

    found = duck.connection.execute(f"SELECT {', '.join(short)}").fetchall()

    assert [tuple(short.values())] == found
