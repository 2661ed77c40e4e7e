"""A whole run in one query: masks of rules, outcomes, and how often each was found."""

from collections import Counter
from random import Random
from typing import Any

import pyarrow as pa

from discretion.engines.reading import Reading
from discretion.engines.reference import ReferenceEngine
from discretion.engines.sql.query import Asked
from discretion.engines.sql.query import Stops
from discretion.engines.sql.query import counts_query
from discretion.engines.sql.query import results_query
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import Kind
from discretion.facts.view import View
from discretion.rules.condition import RuleMet
from discretion.rules.grammar import read_condition
from discretion.truth import Truth
from tests.engines.sql.asking import Answer
from tests.engines.sql.asking import Database
from tests.engines.sql.asking import Duck
from tests.engines.sql.asking import Sparked
from tests.engines.sql.asking import source_of
from tests.engines.tables import views_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import DAY
from tests.exactness.policy import fact

NAMES = ("a", "b", "c", "d")
FACTS = (
    *(fact(name, Kind.YES_NO) for name in NAMES),
    fact("number", Kind.NUMBER, low="0", high="100"),
)
DICTIONARY = Dictionary(facts={each.name: each for each in FACTS})
RULES = 70
"""More than one word of a mask holds."""
RANDOM = Random(5)
ROWS = 60
TABLE = pa.table(
    {
        DATE_FACT: pa.array([DAY] * ROWS, pa.date32()),
        "row_number": pa.array(range(ROWS), pa.int64()),
        "office": pa.array([("north", "south", None)[row % 3] for row in range(ROWS)]),
        **{name: [RANDOM.choice((None, True, False)) for _ in range(ROWS)] for name in NAMES},
        "number": pa.array(
            [RANDOM.choice((None, 0, 63, 64, 100)) for _ in range(ROWS)], pa.int64()
        ),
    }
)
READING = Reading(
    rules={
        f"r{place}": read_condition(f"{NAMES[place % 4]} and number >= {place}")
        for place in range(RULES)
    },
    judgments={},
    derivable={},
)
NARROW = Reading(rules={"only": read_condition("a or b")}, judgments={}, derivable={})
POLICIES = (
    Asked(
        place=0,
        reading=READING,
        rules=tuple(READING.rules),
        outcomes=(
            ("stop", RuleMet("r63")),
            ("wait", read_condition("a and b")),
            ("go", read_condition("c or d")),
        ),
        when_open="open",
    ),
    Asked(place=1, reading=NARROW, rules=("only",), outcomes=(), when_open="open"),
)
STOPS = Stops(
    reading=Reading(rules={}, judgments={}, derivable={}), conditions=(read_condition("d and b"),)
)


def is_stopped(view: View) -> bool:
    return any(
        ReferenceEngine(view, STOPS.reading).truth(each) is Truth.TRUE for each in STOPS.conditions
    )


def mask(bits: list[bool]) -> int:
    return sum(1 << place for place, bit in enumerate(bits) if bit)


def outcome_of(policy: Asked, view: View) -> tuple[str | None, list[bool]]:
    """Return which outcome is established, and which may be, the last where no row is met."""
    engine = ReferenceEngine(view, policy.reading)
    truths = [engine.truth(condition) for _, condition in policy.outcomes]
    first = truths.index(Truth.TRUE) if Truth.TRUE in truths else len(truths)
    possible = [place <= first and each is not Truth.FALSE for place, each in enumerate(truths)]
    established = policy.outcomes[first][0] if first < len(truths) else None
    return established, [*possible, first == len(truths)]


def results_of(policy: Asked, view: View) -> list[Any]:
    """Return the columns of results of one row, from the reference."""
    engine = ReferenceEngine(view, policy.reading)
    truths = [engine.rule(rule).truth for rule in policy.rules]
    words = [truths[start : start + 64] for start in range(0, len(truths), 64)]
    established, possible = outcome_of(policy, view)
    return [
        *(mask([each is Truth.TRUE for each in word]) for word in words),
        *(mask([each is not Truth.UNKNOWN for each in word]) for word in words),
        established,
        mask(possible),
    ]


def expected_rows() -> Answer:
    rows: Answer = []
    for number, view in enumerate(views_of(TABLE, DICTIONARY, DATE_FACT)):
        cells = [cell for policy in POLICIES for cell in results_of(policy, view)]
        rows.append((number, *([None] * len(cells) if is_stopped(view) else cells)))
    return rows


def found_rows(database: Database) -> Answer:
    """Return what a database finds, its masks read without a sign."""
    rows = database.ask(
        TABLE,
        lambda text: results_query(
            source_of(TABLE, text, DICTIONARY, database.dialect),
            POLICIES,
            ["row_number"],
            STOPS,
        ),
    )
    return [
        tuple(cell % (1 << 64) if isinstance(cell, int) else cell for cell in row) for row in rows
    ]


def expected_counts() -> Counter[tuple[object, ...]]:
    counts: Counter[tuple[object, ...]] = Counter()
    offices = TABLE.column("office").to_pylist()
    for office, view in zip(offices, views_of(TABLE, DICTIONARY, DATE_FACT), strict=True):
        if is_stopped(view):
            continue
        for policy in POLICIES:
            here = (office, policy.place)
            engine = ReferenceEngine(view, policy.reading)
            established, possible = outcome_of(policy, view)
            tokens = [*(token for token, _ in policy.outcomes), policy.when_open]
            counts[*here, "rows", "", ""] += 1
            counts.update(
                (*here, "rule", rule, str(engine.rule(rule).truth)) for rule in policy.rules
            )
            counts.update(
                (*here, "possible", token, "")
                for token, may in zip(tokens, possible, strict=True)
                if may
            )
            if established is None:
                counts[*here, "undetermined", "", ""] += 1
            else:
                counts[*here, "established", established, ""] += 1
    return counts


def found_counts(database: Database) -> Counter[tuple[object, ...]]:
    rows = database.ask(
        TABLE,
        lambda text: counts_query(
            source_of(TABLE, text, DICTIONARY, database.dialect),
            POLICIES,
            ["office"],
            STOPS,
        ),
    )
    return Counter({tuple(thing): count for *thing, count in rows if count})


def test_duckdb_gives_the_columns_of_results(duck: Duck) -> None:
    assert expected_rows() == found_rows(duck)


def test_spark_gives_the_columns_of_results(spark: Sparked) -> None:
    assert expected_rows() == found_rows(spark)


def test_duckdb_counts_rows(duck: Duck) -> None:
    assert expected_counts() == found_counts(duck)


def test_spark_counts_rows(spark: Sparked) -> None:
    assert expected_counts() == found_counts(spark)


def test_a_table_without_rows_is_counted_as_nothing(duck: Duck) -> None:
    """Where nothing is counted apart, every count is there, and is none."""
    rows = duck.ask(
        TABLE.slice(0, 0),
        lambda text: counts_query(source_of(TABLE, text, DICTIONARY, duck.dialect), POLICIES),
    )

    assert {0} == {row[-1] for row in rows}
    assert len(rows) == len(POLICIES) * 2 + 3 * (RULES + 1) + 3 + 4 + 1


def test_what_is_counted_is_there() -> None:
    """Rows are stopped, established, open, and tell something of the sign of a word."""
    rows = expected_rows()

    assert {None, "stop", "wait", "go"} == {row[5] for row in rows}
    assert any(row[1] is not None and row[1] >> 63 for row in rows)
    assert any(row[1] is None for row in rows)
