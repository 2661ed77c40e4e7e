"""Rules that are not asked of every row say nothing there: in a comparison, nor of a category."""

import random
from collections import Counter
from itertools import product
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from discretion.caseload.report import Run
from discretion.caseload.report import Wanted
from discretion.caseload.report import compare_runs
from discretion.caseload.report import make_report
from discretion.caseload.report import read_run
from discretion.caseload.report.words import Words
from discretion.documents.caseload.figure import draw_table
from discretion.frozen import replace
from tests.caseload.report.made import GUIDELINES
from tests.caseload.report.made import INTERIM
from tests.caseload.report.made import LIBRARY
from tests.caseload.report.made import MadeRow
from tests.caseload.report.made import made_rows
from tests.caseload.report.made import write_run
from tests.caseload.report.recount import NO
from tests.caseload.report.recount import UNKNOWN
from tests.caseload.report.recount import YES
from tests.caseload.report.recount import cells
from tests.caseload.report.recount import named

BOTH = (INTERIM, GUIDELINES)
NOT_ASKED = "not asked"
ANSWERS = (YES, NO, UNKNOWN, NOT_ASKED)
PRIVATE = Wanted(limit=None, every_row=True)
WORD = (1 << 64) - 1
ROWS = 400


@pytest.fixture(scope="module")
def rows() -> list[MadeRow]:
    return made_rows(ROWS, 11, BOTH)


@pytest.fixture(scope="module")
def asked() -> list[int]:
    """Return the bits of the rules of the Guidelines that are asked of each row."""
    chance = random.Random(12)
    wide = len(LIBRARY.packs[GUIDELINES].rules)
    return [chance.choice((0, chance.getrandbits(wide), (1 << wide) - 1)) for _ in range(ROWS)]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory, rows: list[MadeRow], asked: list[int]) -> Run:
    """Return a run whose second policy says in which rows each of its rules is asked."""
    folder = write_run(tmp_path_factory.mktemp("asked") / "run", rows, BOTH)
    path = folder / "output/results.parquet"
    table = pq.read_table(path)
    for word in range(1 + (len(LIBRARY.packs[GUIDELINES].rules) - 1) // 64):
        bits = [(each >> 64 * word) & WORD for each in asked]
        name = f"asked_1_{word + 1}" if word else "asked_1"
        table = table.append_column(name, pa.array(bits, pa.uint64()))
    pq.write_table(table, path)
    return read_run(folder)


def answer(row: MadeRow, policy: int, bits: tuple[int, ...], asked: int) -> str:
    """Return what a row answers of several rules together, of those that are asked of it."""
    found, counting = row.policies[policy], [bit for bit in bits if asked >> bit & 1]
    if not counting:
        return NOT_ASKED
    if any(found.true >> bit & 1 for bit in counting):
        return YES
    return NO if all(found.known >> bit & 1 for bit in counting) else UNKNOWN


def recounted(run: Run, rows: list[MadeRow], asked: list[int]) -> list[tuple[Any, ...]]:
    """Return how many rows give each two answers on each topic that both sides speak of."""
    words = Words(library=LIBRARY)
    sides = [{(each.kind, each.name): each for each in words.topics(policy)}
             for policy in run.policies]  # fmt: skip
    expected: list[tuple[Any, ...]] = []
    for key in (key for key in sides[0] if key in sides[1]):
        found = Counter(
            (answer(row, 0, sides[0][key].bits, -1), answer(row, 1, sides[1][key].bits, bits))
            for row, bits in zip(rows, asked, strict=True)
        )
        name = sides[0][key].told
        expected += [(name, a, b, found[a, b]) for a, b in product(ANSWERS, ANSWERS)]
    return expected


def test_a_comparison_tells_apart_what_a_side_is_not_asked(
    run: Run, rows: list[MadeRow], asked: list[int]
) -> None:
    """A comparison counts a side that is not asked apart, and its answers row by row."""
    report = compare_runs(run, run, LIBRARY, PRIVATE)
    expected = recounted(run, rows, asked)

    table = named(report.tables, "answers-a0-b1")
    summary = named(report.tables, "pairs-a0-b1")

    assert expected == cells(table, "topic", "under_a", "under_b", "count")
    unasked = [
        sum(count for _, a, b, count in expected[at : at + 16] if NOT_ASKED in {a, b})
        for at in range(0, len(expected), 16)
    ]
    assert min(unasked) > ROWS // 4
    assert [(each,) for each in unasked] == cells(summary, "not_asked")
    assert "a side is not asked" in summary.definition
    assert "not_asked" == summary.figure[-1]
    assert f": not asked {unasked[0]:,}." in draw_table(summary)
    for line in cells(summary, "rows", "same", "difference_of_text", "for_want_of_facts",
                      "neither_known", "not_asked"):  # fmt: skip
        assert line[0] == sum(int(str(each)) for each in line[1:])
    waiting = [
        sum(
            count
            for _, a, b, count in expected[at : at + 16]
            if NOT_ASKED not in {a, b} and UNKNOWN in {a, b}
        )
        / (ROWS - unasked[at // 16])
        for at in range(0, len(expected), 16)
    ]
    between = f"in {min(waiting) * 100:.1f}% to {max(waiting) * 100:.1f}% of the rows in which both"
    assert any(between in each for each in report.summary)


def test_where_every_rule_is_asked_nothing_is_told_of_it(
    tmp_path: Path, rows: list[MadeRow]
) -> None:
    plain = read_run(write_run(tmp_path / "run", rows, BOTH))
    summary = named(compare_runs(plain, plain, LIBRARY, PRIVATE).tables, "pairs-a0-b1")

    assert "not_asked" not in [column.name for column in summary.columns]
    assert "not asked" not in summary.definition


def test_whether_any_category_is_met_is_counted_as_row_by_row(
    run: Run, rows: list[MadeRow], asked: list[int]
) -> None:
    """It is unknown whether any category is met where none is, and one that is asked may be."""
    said = make_report(run, LIBRARY, PRIVATE).summary
    words = Words(library=LIBRARY)
    for place, bits_of in enumerate(([-1] * ROWS, asked)):
        categories = words.categories(run.policies[place])
        found = Counter(
            answer(row, place, categories, bits) for row, bits in zip(rows, bits_of, strict=True)
        )
        among = ROWS - found[NOT_ASKED]
        sentence = (
            f"Whether any category is met at all is unknown in {found[UNKNOWN]:,} of {among:,} "
            f"rows ({found[UNKNOWN] / among * 100:.1f}%)."
        )

        assert len(categories) > 1
        assert min(found[YES], found[UNKNOWN]) > 0
        assert sentence in said


def test_nothing_is_said_of_all_categories_where_one_hides_something(run: Run) -> None:
    report = make_report(run, LIBRARY, Wanted(limit=150, every_row=True))

    assert not any("any category is met at all" in each for each in report.summary)


@pytest.mark.parametrize("few", [3, 30])
def test_what_is_known_of_all_categories_is_told_only_where_none_of_it_is_hidden(
    tmp_path: Path, few: int
) -> None:
    """From each category's own line and the unknown ones, a few rows without any would follow."""
    (policy,) = read_run(write_run(tmp_path / "words", [], (GUIDELINES,))).policies
    first, *others = Words(library=LIBRARY).categories(policy)
    rest = sum(1 << bit for bit in others)
    yes, no = (1 << first, 1 << first | rest), (0, 1 << first | rest)
    answers = [*[yes] * 200, *[no] * few, *[(0, 1 << first)] * (300 - few)]
    rows = [
        replace(row, policies=(replace(row.policies[0], true=true, known=known),))
        for row, (true, known) in zip(made_rows(500, 3, (GUIDELINES,)), answers, strict=True)
    ]

    report = make_report(
        read_run(write_run(tmp_path / "run", rows, (GUIDELINES,))), LIBRARY, Wanted(every_row=True)
    )

    told = any("any category is met at all is unknown in" in each for each in report.summary)
    assert told == (few > 10)


def test_topics_that_are_asked_in_no_row_are_told_so(tmp_path: Path, rows: list[MadeRow]) -> None:
    folder = write_run(tmp_path / "run", rows, BOTH)
    path = folder / "output/results.parquet"
    table = pq.read_table(path)
    wide = len(LIBRARY.packs[GUIDELINES].rules)
    for word in range(1 + (wide - 1) // 64):
        name = f"asked_1_{word + 1}" if word else "asked_1"
        table = table.append_column(name, pa.array([0] * ROWS, pa.uint64()))
    pq.write_table(table, path)
    none = read_run(folder)

    said = compare_runs(none, none, LIBRARY, PRIVATE).summary

    assert any("of no topic are both asked in any row" in each for each in said)
    assert not any("hidden" in each for each in said)
