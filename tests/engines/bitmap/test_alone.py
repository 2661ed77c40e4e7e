"""Whatever is said to decide a condition alone is missing, as the exact analysis has it."""

import gc
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any
from weakref import ref

import pyarrow as pa
import pytest

from discretion.engines.bitmap.alone import deciding_alone
from discretion.engines.bitmap.alone import names_read
from discretion.engines.bitmap.alone import support_of
from discretion.engines.bitmap.alone.atoms_open import Left
from discretion.engines.bitmap.alone.openness import Openness
from discretion.engines.bitmap.alone.support import Support
from discretion.engines.bitmap.alone.ties import Ties
from discretion.engines.bitmap.engine import BitmapEngine
from discretion.engines.bitmap.planes import Planes
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.reading import Reading
from discretion.facts.dictionary import Kind
from discretion.rules.derived import Derivable
from discretion.rules.grammar import read_condition
from tests.engines.bitmap.comparing import dictionary_of
from tests.engines.bitmap.comparing import engine_on
from tests.engines.bitmap.comparing import is_padded
from tests.engines.tables import Pool
from tests.engines.tables import table_of
from tests.engines.tables import views_of
from tests.exactness.making.policies import policy_of
from tests.exactness.policy import DATE_FACT
from tests.exactness.policy import Analyst
from tests.exactness.policy import fact

ROWS = 12
POOL = Pool(
    decided=(date(2021, 3, 3), date(2021, 3, 9)), days=(date(2021, 2, 27), date(2021, 3, 1))
)
"""Decisions are made after the ranges of the small dictionaries begin."""
SEEDS, CHUNK = 160, 80
DAY = date(2021, 12, 15)


def named_in_vain(seeds: range, tally: Counter[str]) -> Iterator[str]:
    """Yield what is said to decide a rule of a random policy and is not missing for it."""
    for seed in seeds:
        random = Random(seed)
        policy = policy_of(random)
        batch = table_of(random, policy.dictionary, DATE_FACT, ROWS, POOL)
        engine, rules, analyst = engine_on(batch, policy), policy.reading.rules, Analyst(policy)
        found = deciding_alone(engine, rules, names_read(engine, rules.values()))
        rows = {
            rule: {name: unpacked(bits, ROWS) for name, bits in facts.items()}
            for rule, facts in found.items()
        }
        for row, view in enumerate(views_of(batch, policy.dictionary, DATE_FACT)):
            missing = analyst.exact(view).missing
            for rule, facts in rows.items():
                mine = {name for name, decided in facts.items() if decided[row]}
                theirs = {each.fact for each in missing if rule in each.could_change}
                tally.update(kind_of(name) for name in mine & theirs)
                yield from (f"{seed}, row {row}: {rule} by {name}" for name in mine - theirs)


def kind_of(name: str) -> str:
    return "list" if name.endswith(".complete") else name


@pytest.mark.parametrize("start", range(0, SEEDS, CHUNK))
def test_a_fact_that_decides_alone_is_missing(start: int) -> None:
    """A fact that is said to decide a rule alone is among the exact missing facts of that rule."""
    tally: Counter[str] = Counter()

    assert [] == list(named_in_vain(range(start, start + CHUNK), tally))
    assert tally.total() > 200
    assert {"list", "a", "colour", "number", "start", "follows"} <= tally.keys()


def nothing_contested(*_: object) -> frozenset[Any]:
    return frozenset()


def every_way_is_left(openness: Openness, ref: int) -> Left:
    unknown = openness.unknown(ref)
    return Left(unknown, unknown)


def never_tied(_: Ties, __: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("kind", "name", "mistake"),
    [
        (Support, "contested", nothing_contested),
        (Ties, "is_tied", never_tied),
        (Openness, "left", every_way_is_left),
    ],
)
def test_a_mistake_would_be_noticed(
    kind: type, name: str, mistake: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Were parts not seen to be at odds, or days not to be in order, the comparison would fail."""
    monkeypatch.setattr(kind, name, mistake)

    assert next(named_in_vain(range(400), Counter()), None) is not None


DICTIONARY = dictionary_of(
    *(fact(name, Kind.YES_NO) for name in ("a", "b", "follows", "denied")),
    fact("colour", Kind.TOKEN, words=dict.fromkeys(("blue", "green", "red"), "")),
    fact("text", Kind.TEXT),
    fact("number", Kind.NUMBER, low="0", high="9"),
    fact("born_on", Kind.DATE, low="1900-01-01", high="decision_date"),
    fact("came_on", Kind.DATE, low="1900-01-01", high="decision_date", not_before="born_on"),
    fact("papers", Kind.LIST, fields={"flag": fact("flag", Kind.YES_NO)}),
)
READING = Reading(
    rules={},
    judgments={"grave": read_condition("a")},
    derivable={
        "follows": Derivable(yes_when=read_condition("b"), no_when=None),
        "denied": Derivable(yes_when=None, no_when=read_condition("b")),
    },
)


EITHER = "exists(papers, it.flag) and exists(papers, not it.flag)"
NEITHER = "not exists(papers, it.flag) and not exists(papers, not it.flag)"


def deciders(condition: str, **cells: Any) -> set[str]:  # noqa: ANN401  # cells of one row
    """Return what alone could decide a condition in a row."""
    columns = {name: pa.array([cell]) for name, cell in {DATE_FACT: DAY, **cells}.items()}
    engine = BitmapEngine(pa.RecordBatch.from_pydict(columns), DICTIONARY, READING, DATE_FACT)
    asked = {"it": read_condition(condition)}
    found = deciding_alone(engine, asked, names_read(engine, asked.values()))["it"]

    assert all(is_padded(Planes(bits, bits), 1) for bits in found.values())
    return set(found)


@pytest.mark.parametrize(
    ("condition", "cells", "names"),
    [
        ("a and b", {}, {"a", "b"}),
        ("a and b", {"a": True}, {"b"}),
        ("a and b", {"a": False}, set()),
        ("a or not a", {}, set()),
        ("(a or not a) and b", {}, {"b"}),
        ("(a or b) and (a or not b)", {}, {"a"}),
        ("colour == 'blue' or colour == 'red'", {}, {"colour"}),
        ("colour in (blue, green, red) or a", {}, set()),
        ("text == 'x' and starts_with(text, 'y')", {}, set()),
        ("starts_with(text, 'y') or a", {}, {"a", "text"}),
        ("number >= 10", {}, set()),
        ("number == 4", {}, {"number"}),
        ("between(number, 5, 3)", {}, set()),
        ("completed_years(born_on, decided_on) >= 18", {}, {"born_on"}),
        ("completed_years(born_on, decided_on) < 0", {}, set()),
        ("came_on < '1950-01-01'", {"born_on": date(1960, 1, 1)}, set()),
        ("came_on < '1950-01-01'", {"born_on": date(1940, 1, 1)}, {"came_on"}),
        ("decided_on == born_on + days(30)", {}, {"born_on"}),
        ("judgment(grave)", {}, {"a"}),
        ("judgment(grave) and number > 3", {}, {"a", "number"}),
        ("follows", {}, {"b", "follows"}),
        ("follows", {"b": False}, {"follows"}),
        ("follows", {"b": True}, set()),
        ("denied and b", {}, set()),
        ("came_on < born_on and a", {}, set()),
        ("born_on >= '1990-01-01' and came_on < '1980-01-01'", {}, set()),
        ("exists(papers, it.flag)", {}, {"papers.complete"}),
        (f"{EITHER} and a", {"papers": [{"flag": None}], "papers__complete": True}, set()),
        (f"{EITHER} and a", {}, {"a", "papers.complete"}),
        (f"{NEITHER} and a", {"papers__complete": False}, set()),
        (f"{NEITHER} and a", {}, {"a", "papers.complete"}),
        ("exists(papers, it.flag) and a", {"papers__complete": True}, set()),
        ("exists(papers, it.flag and not it.flag)", {}, set()),
        ("all(papers, it.flag)", {"papers__complete": False}, {"papers.complete"}),
        ("exists(papers, it.flag) or a", {"a": False}, {"papers.complete"}),
    ],
)
def test_a_row_is_decided_by_what_alone_can(
    condition: str, cells: dict[str, Any], names: set[str]
) -> None:
    """What decides a condition alone is named, and what only seems to is not."""
    assert names == deciders(condition, **cells)


def test_what_is_known_in_part_is_not_missing() -> None:
    """A number of which one end is said is not among those of which nothing is."""
    ends = {"number__low": [3, None, None], "number__high": [None, 8, None]}
    columns = {DATE_FACT: [DAY] * 3, **ends}
    batch = pa.RecordBatch.from_pydict({name: pa.array(each) for name, each in columns.items()})
    engine = BitmapEngine(batch, DICTIONARY, READING, DATE_FACT)
    found = deciding_alone(engine, {"it": read_condition("number >= 5")}, ["number"])

    assert [False, False, True] == unpacked(found["it"]["number"], 3).tolist()


ONE_OF_TWO = "exists(papers, (it.flag and a) or (not it.flag and not a))"
"""Whatever `a` is, it holds of one of two records."""


def test_records_at_odds_over_a_fact_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two records that can each fail to satisfy a condition need not both fail at once."""
    cells = {"papers": [{"flag": True}, {"flag": False}], "papers__complete": True}

    assert set() == deciders(ONE_OF_TWO, **cells)
    monkeypatch.setattr(Support, "mixed", nothing_contested)
    assert {"a"} == deciders(ONE_OF_TWO, **cells)


def test_what_was_worked_out_serves_another_batch() -> None:
    random = Random(8)
    policy = policy_of(random)
    batches = [table_of(random, policy.dictionary, DATE_FACT, ROWS, POOL) for _ in range(2)]
    rules = policy.reading.rules
    first = engine_on(batches[0], policy)
    support = support_of(first)
    names = names_read(first, rules.values())
    deciding_alone(first, rules, names, support=support)
    again = BitmapEngine(batches[1], policy.dictionary, policy.reading, DATE_FACT, plan=first.plan)
    found = deciding_alone(again, rules, names, support=support)
    expected = deciding_alone(engine_on(batches[1], policy), rules, names)

    assert plain(expected) == plain(found)


def plain(found: Any) -> dict[str, dict[str, list[int]]]:  # noqa: ANN401  # planes by two names
    return {
        rule: {name: bits.tolist() for name, bits in facts.items()} for rule, facts in found.items()
    }


def test_a_table_is_dropped_with_its_engine() -> None:
    """Nothing of a batch is left behind, although nobody searches for garbage."""
    random = Random(8)
    policy = policy_of(random)
    batch = table_of(random, policy.dictionary, DATE_FACT, ROWS, POOL)
    first = engine_on(batch, policy)
    support, rules = support_of(first), policy.reading.rules
    gc.disable()
    try:
        engine = BitmapEngine(batch, policy.dictionary, policy.reading, DATE_FACT, plan=first.plan)
        kept = ref(engine.evaluation), ref(engine.evaluation.matter)
        assert deciding_alone(engine, rules, names_read(engine, rules.values()), support=support)
        del engine

        assert [None, None] == [each() for each in kept]
    finally:
        gc.enable()
