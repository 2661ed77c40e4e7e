"""What is supposed of a table is in each of its rows what is supposed of that matter by itself."""

from random import Random
from typing import TYPE_CHECKING
from typing import Any

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from discretion.assess.assume import Supposed as OneSupposed
from discretion.assess.assume import assume as assume_one
from discretion.assess.assume import suppose as suppose_one
from discretion.caseload.supposing.assuming import Closed
from discretion.caseload.supposing.assuming import Supposed
from discretion.caseload.supposing.assuming import assume
from discretion.caseload.supposing.assuming import suppose
from discretion.frozen import replace
from tests.caseload.supposing.small import BY_ENGINE
from tests.caseload.supposing.small import DATE_FACT
from tests.caseload.supposing.small import DERIVATIONS
from tests.caseload.supposing.small import DICTIONARY
from tests.caseload.supposing.small import READING
from tests.caseload.supposing.small import random_set
from tests.caseload.supposing.small import views
from tests.engines.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Mapping as Table

    from discretion.facts.view import View
    from discretion.rules.assumption import AssumptionSet

ROWS = 12
chance = st.integers(0, 2**32).map(Random)
engines = st.sampled_from(sorted(BY_ENGINE))


def one_by_one(batch: Any, sets: "tuple[AssumptionSet, ...]") -> list[OneSupposed]:  # noqa: ANN401  # a batch of Arrow
    """Return every row as it is supposed by itself."""
    return [
        assume_one(suppose_one(view, DERIVATIONS, READING), sets, DERIVATIONS, READING)
        for view in views(batch)
    ]


def said(view: "View") -> tuple[object, ...]:
    """Return what a view knows."""
    return dict(view.known), dict(view.complete), {**view.records}


def rows_of(batch: Any) -> list[tuple[object, ...]]:  # noqa: ANN401  # as above
    return [said(view) for view in views(batch)]


def counts_of(supposed: Supposed) -> dict[str, list[tuple[int, int]]]:
    return {
        name: [(each.rows, each.instead_of_said) for each in told]
        for name, told in supposed.closed.items()
    }


@given(random=chance, engine=engines)
@settings(deadline=None, max_examples=40)
def test_what_follows_in_a_table_is_what_follows_in_each_of_its_rows(
    random: Random, engine: str
) -> None:
    """What follows from a table is what follows from each of its rows."""
    batch = table_of(random, DICTIONARY, DATE_FACT, ROWS)
    expected = [suppose_one(view, DERIVATIONS, READING) for view in views(batch)]
    supposed = suppose(batch, BY_ENGINE[engine])

    assert [said(each.file) for each in expected] == rows_of(supposed.file)
    assert [said(each.stated) for each in expected] == rows_of(supposed.stated)


@given(random=chance, engine=engines)
@settings(deadline=None, max_examples=100)
def test_what_is_assumed_of_a_table_is_what_is_assumed_of_each_of_its_rows(
    random: Random, engine: str
) -> None:
    """What sets close in a table is what they close in each of its rows, and no row more."""
    batch = table_of(random, DICTIONARY, DATE_FACT, ROWS)
    sets = (random_set(random, "one"), random_set(random, "other"))
    expected = one_by_one(batch, sets)
    supposed = assume(suppose(batch, BY_ENGINE[engine]), sets)

    assert [said(each.stated) for each in expected] == rows_of(supposed.stated)
    assert [said(each.view) for each in expected] == rows_of(supposed.view)
    assert [said(each.file) for each in expected] == rows_of(supposed.file)
    assert {
        name: [
            (
                sum(each.closing is closing for each in closed),
                sum(each.closing is closing and each.instead_of_said for each in closed),
            )
            for closing in assumptions.closings
        ]
        for name, assumptions, closed in (
            (
                assumptions.id,
                assumptions,
                [
                    each
                    for row in expected
                    for each in row.closed
                    if each.assumptions == assumptions.id
                ],
            )
            for assumptions in sets
        )
    } == counts_of(supposed)


def added(
    one: "Table[str, tuple[Closed, ...]]", other: "Table[str, tuple[Closed, ...]]"
) -> dict[str, tuple[Closed, ...]]:
    """Return what sets did to two lots of rows together, of which the same sets were assumed."""
    return {
        name: tuple(
            replace(
                each,
                rows=each.rows + more.rows,
                instead_of_said=each.instead_of_said + more.instead_of_said,
            )
            for each, more in zip(told, other[name], strict=True)
        )
        for name, told in one.items()
    }


@given(random=chance, engine=engines)
@settings(deadline=None, max_examples=25)
def test_a_table_in_two_parts_comes_to_the_same_as_whole(random: Random, engine: str) -> None:
    """A table read in two parts, or set by set, comes to the same as in one go."""
    batch = table_of(random, DICTIONARY, DATE_FACT, ROWS)
    sets = (random_set(random, "one"), random_set(random, "other"))
    whole = assume(suppose(batch, BY_ENGINE[engine]), sets)
    cut = random.randint(0, ROWS)
    parts = [
        assume(suppose(part, BY_ENGINE[engine]), sets)
        for part in (batch.slice(0, cut), batch.slice(cut))
    ]
    step = assume(assume(suppose(batch, BY_ENGINE[engine]), sets[:1]), sets[1:])

    assert rows_of(whole.view) == [row for part in parts for row in rows_of(part.view)]
    assert whole.closed == added(parts[0].closed, parts[1].closed)
    assert rows_of(whole.view) == rows_of(step.view)
    assert whole.closed == step.closed
