"""What is hidden cannot be worked out: not from totals, nor from knowing how it is hidden."""

from collections.abc import Callable
from collections.abc import Hashable
from collections.abc import Iterable
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discretion.caseload.report.hiding import CMS_LIMIT
from discretion.caseload.report.hiding import NO_LIMIT
from discretion.caseload.report.hiding import blocks_of
from discretion.caseload.report.hiding import hidden_cells
from discretion.caseload.report.making.lines import shown_line
from discretion.caseload.report.making.lines import shown_lines
from discretion.caseload.report.making.lines import shown_part
from discretion.caseload.report.making.squares import shown_square
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Hidden

Line = tuple[int, ...]
Counts = tuple[Line, ...]


def lines_of(length: int, total: int) -> Iterator[Line]:
    """Yield every line of counts with a total."""
    if length == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in lines_of(length - 1, total - first):
            yield (first, *rest)


def given_away(
    lines: Iterable[Line], shown: Callable[[Line], Hashable], limit: int
) -> list[tuple[Line, int]]:
    """Return each small count that whoever knows the method, and sees the rest, can tell."""
    alike: dict[Hashable, list[Line]] = {}
    for line in lines:
        alike.setdefault(shown(line), []).append(line)
    return [
        (found[0], place)
        for found in alike.values()
        for place, first in enumerate(found[0])
        if 1 <= first <= limit and all(other[place] == first for other in found)
    ]


@pytest.mark.parametrize(("length", "most"), [(2, 18), (3, 16), (4, 12), (5, 10)])
@pytest.mark.parametrize("limit", [2, 3, 4])
def test_no_small_count_of_a_line_is_given_away(limit: int, length: int, most: int) -> None:
    """No small count of a line is given away to whoever knows its total and how it is hidden."""
    for total in range(limit + 1, most + 1):
        lines = lines_of(length, total)
        assert [] == given_away(lines, lambda line: shown_line(line, limit), limit)


@pytest.mark.parametrize("limit", [2, 3])
def test_no_small_count_of_two_groups_is_given_away(limit: int) -> None:
    def shown(line: Line) -> Hashable:
        groups = (("a", line[:2]), ("b", line[2:]))
        sums = [sum(pair) for pair in zip(line[:2], line[2:], strict=True)]
        told = [(each.group, each.rows, each.counts) for each in shown_lines(groups, limit)]
        return tuple(told), shown_line(sums, limit)

    for total in range(limit + 1, 22):
        lines = (line for line in lines_of(4, total) if sum(line[:2]) and sum(line[2:]))
        assert [] == given_away(lines, shown, limit)


def solutions(counts: Counts, hidden: frozenset[tuple[int, int]]) -> Iterator[Counts]:
    """Yield every table with the same totals and the same shown counts."""
    columns = [sum(column) for column in zip(*counts, strict=True)]
    choices = [
        [
            line
            for line in lines_of(len(row), sum(row))
            if all((number, place) in hidden or line[place] == each
                   for place, each in enumerate(row))
        ]
        for number, row in enumerate(counts)
    ]  # fmt: skip
    for rows in product(*choices):
        if [sum(column) for column in zip(*rows, strict=True)] == columns:
            yield rows


def is_fit(counts: Counts, limit: int) -> bool:
    """Tell whether no total of a table is small."""
    totals = (*map(sum, counts), *map(sum, zip(*counts, strict=True)))
    return all(total == 0 or total > limit for total in totals)


@given(st.lists(st.tuples(*[st.integers(0, 7)] * 3), min_size=2, max_size=3).map(tuple))
def test_totals_leave_open_every_small_count(counts: Counts) -> None:
    """The totals of a table leave open what each small count is, by more than the limit."""
    limit = 2
    if not is_fit(counts, limit):
        return
    hidden = hidden_cells(counts, limit)
    everything = len(hidden) == len(counts) * len(counts[0])

    found = list(solutions(counts, hidden))

    assert counts in found
    for row, column in product(range(len(counts)), range(len(counts[0]))):
        if 1 <= counts[row][column] <= limit:
            assert (row, column) in hidden
            values = {each[row][column] for each in found}
            assert len(values) > (1 if everything else limit)


@given(
    st.lists(st.tuples(*[st.integers(0, 60)] * 3), min_size=1, max_size=12),
    st.sampled_from((3, 10)),
)
def test_what_is_shown_of_groups_is_never_small(groups: list[Line], limit: int) -> None:
    """What is shown of groups is never small: no row, no count, and no sum of a hidden few."""
    named = [(f"g{number}", each) for number, each in enumerate(groups) if sum(each)]
    if sum(map(sum, groups)) <= limit:
        return

    lines = shown_lines(named, limit)

    assert sum(map(sum, groups)) == sum(line.rows for line in lines)
    for line in lines:
        shown = [each for each in line.counts if not isinstance(each, Hidden)]
        left = line.rows - sum(shown)
        assert not any(1 <= each <= limit for each in (line.rows, *shown))
        assert len(shown) != len(line.counts) - 1
        assert len(shown) == len(line.counts) or left == 0 or len(line.counts) - len(shown) > 1


@given(
    st.lists(st.tuples(*[st.integers(0, 40)] * 3), min_size=2, max_size=9),
    st.sampled_from((2, 10)),
)
def test_a_lone_hidden_count_stands_in_no_column(groups: list[Line], limit: int) -> None:
    """Where the total of a column is shown, no count of it is hidden alone."""
    named = [(f"g{number}", each) for number, each in enumerate(groups) if sum(each)]
    if sum(map(sum, groups)) <= limit:
        return
    totals = shown_line([sum(column) for column in zip(*groups, strict=True)], limit)
    lines = shown_lines(named, limit)

    for place, total in enumerate(totals):
        hidden = [line for line in lines if isinstance(line.counts[place], Hidden)]
        assert isinstance(total, Hidden) or len(hidden) != 1
        assert not isinstance(total, Hidden) or len(hidden) == len(lines)


def test_a_table_of_two_answers_hides_what_its_totals_hide() -> None:
    square = shown_square([[3, 0, 20], [0, 40, 300], [0, 500, 9000]], CMS_LIMIT)

    assert HIDDEN is square[0][0]
    assert all(HIDDEN is cell for row in square for cell in (row[0],))
    assert 9000 == square[2][2]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_without_a_limit_nothing_is_hidden(counts: list[int]) -> None:
    assert tuple(counts) == shown_line(counts, NO_LIMIT)
    assert tuple((place,) for place in range(len(counts))) == blocks_of(counts, NO_LIMIT)


@pytest.mark.parametrize(
    ("part", "rows", "shown"),
    [(0, 50, 0), (50, 50, 50), (10, 50, HIDDEN), (40, 50, HIDDEN), (11, 50, 11), (39, 50, 39)],
)
def test_a_part_is_hidden_with_its_rest(part: int, rows: int, shown: int | Hidden) -> None:
    assert shown == shown_part(part, rows, CMS_LIMIT)


def test_the_limit_is_that_of_the_published_standard() -> None:
    """Source: CMS Cell Size Suppression Policy: no cell of 1 to 10; a zero may be shown."""
    assert (0, 11, 989) == shown_line((0, 11, 989), CMS_LIMIT)
    assert (HIDDEN, HIDDEN, 980) == shown_line((10, 30, 980), CMS_LIMIT)
