"""Cells: every way in which facts can bear on atoms is one, and none that cannot occur is."""

from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from itertools import combinations
from itertools import pairwise
from itertools import product
from random import Random
from typing import TypeAlias

import pytest

from discretion.analysis.cells.cells import OTHER_TEXT
from discretion.analysis.cells.cells import Cells
from discretion.analysis.cells.cells import EntangledError
from discretion.analysis.cells.cells import Trial
from discretion.analysis.cells.cells import ordered_cells
from discretion.analysis.cells.cells import worded_cells
from discretion.analysis.cells.cells import words_to_try
from discretion.analysis.cells.comparisons import MONTHS_SPREAD
from discretion.analysis.cells.comparisons import YEARS_SPREAD
from discretion.analysis.cells.orders import in_order
from discretion.analysis.cells.ties import Tie
from discretion.dates import plus_months
from discretion.engines.atoms import Atom
from discretion.facts.values import Choices
from discretion.facts.values import Spans
from discretion.facts.values import joined
from discretion.facts.values import one_value
from discretion.rules.condition import Between
from discretion.rules.condition import Compare
from discretion.rules.condition import Constant
from discretion.rules.condition import Elapsed
from discretion.rules.condition import Fact
from discretion.rules.condition import Shift
from discretion.rules.condition import Unit
from discretion.rules.grammar import read_condition
from tests.exactness.making.atoms import OPERATORS
from tests.exactness.trying.completions import TEXTS
from tests.exactness.trying.plain import Plain
from tests.exactness.trying.plain import holds

Signs: TypeAlias = tuple[bool, ...]
Point: TypeAlias = tuple[Plain, ...]
START = date(2020, 1, 15)
SHIFTS = (
    (Unit.DAYS, (-31, -28, -2, 1, 28, 29, 30, 31, 60)),
    (Unit.MONTHS, (-2, -1, 1, 2)),
    (Unit.YEARS, (-1, 1)),
)


def atoms_of(*texts: str) -> list[Atom]:
    return [read_condition(text) for text in texts]  # type: ignore[misc]  # each is an atom


def days_from(low: int, high: int) -> Spans:
    return Spans(((START + timedelta(days=low), START + timedelta(days=high)),))


def tied_atom(random: Random, names: tuple[str, ...]) -> Atom:
    """Return a random atom of two dates, or of one of them."""
    one, other = (Fact(name) for name in random.sample(names, 2))
    operator = random.choice(OPERATORS)
    unit, amounts = random.choice(SHIFTS)
    shifted = Shift(one, random.choice(amounts), unit)
    match random.randrange(7):
        case 0:
            return Compare(one, operator, Constant(START + timedelta(days=random.randrange(60))))
        case 1:
            return Compare(shifted, operator, Constant(date(2020, 2, 29)))
        case 2:
            return Compare(one, operator, other)
        case 3 | 4:
            return Compare(shifted, operator, other)
        case 5:
            length = Elapsed(one, other, random.choice((Unit.DAYS, Unit.YEARS)))
            return Compare(length, operator, Constant(random.choice((-1, 0, 1, 30, 31))))
        case _:
            return Between(other, one, shifted)


def points_of(values: Mapping[str, Spans], orders: list[tuple[str, str]]) -> Iterator[Point]:
    """Yield every combination of days that keeps some orders, each (earlier, later)."""
    places = {name: place for place, name in enumerate(values)}
    pools = [
        [
            low + timedelta(days=number)
            for low, high in each.spans
            for number in range((high - low).days + 1)
        ]
        for each in values.values()
    ]
    for point in product(*pools):
        if all(point[places[earlier]] <= point[places[later]] for earlier, later in orders):
            yield point


def signs_at(names: tuple[str, ...], point: Point, atoms: list[Atom]) -> Signs:
    known = dict(zip(names, point, strict=True))
    return tuple(holds(atom, lambda leaf: known[leaf.name]) for atom in atoms)


def signs_of(cells: Cells, atoms: list[Atom]) -> list[Signs]:
    return [tuple(cells.signs[atom][cell] for atom in atoms) for cell in range(len(cells.rows))]


def random_tie(
    seed: int, names: tuple[str, ...], width: int
) -> tuple[dict[str, Spans], list[Atom], list[tuple[str, str]]]:
    """Return days left to some dates, atoms that tie them, and orders that they keep."""
    random = Random(seed)
    values = {}
    for name in names:
        low = random.randrange(15)
        values[name] = days_from(low, low + random.randrange(width))
        if random.random() < 0.3:
            gap = low + width // 2
            later = days_from(gap, gap + random.randrange(width // 3 + 1))
            spans = (*days_from(low, low + random.randrange(width // 3 + 1)).spans, *later.spans)
            values[name] = joined(spans)
    atoms = list(dict.fromkeys(tied_atom(random, names) for _ in range(random.randint(2, 5))))
    orders = [pair for pair in pairwise(names) if random.random() < 0.4]
    return values, atoms, orders


@pytest.mark.parametrize(
    ("names", "width", "seeds"),
    [
        (("x", "y"), 40, range(40)),
        (("x", "y"), 100, range(100, 106)),
        (("x", "y", "z"), 9, range(200, 240)),
        (("x", "y", "z"), 20, range(300, 304)),
    ],
)
def test_the_cells_of_tied_dates_are_the_combinations_that_can_occur(
    names: tuple[str, ...], width: int, seeds: range
) -> None:
    """The cells of tied dates are exactly the combinations that some days of theirs show."""
    for seed in seeds:
        values, atoms, orders = random_tie(seed, names, width)
        always = [Compare(Fact(earlier), "<=", Fact(later)) for earlier, later in orders]
        tie = Tie(values, atoms, always, Trial("", {}))
        cells = tie.cells()
        found = signs_of(cells, atoms)
        tried = {point: signs_at(names, point, atoms) for point in points_of(values, orders)}

        assert set(tried.values()) == set(found), seed
        for row, signs in zip(cells.rows, found, strict=True):
            assert signs == tried[tuple(values.single for values in row)], seed  # type: ignore[misc]  # days
        for place in range(len(names)):
            check_pairs(cells, found, tried, place)


def check_pairs(cells: Cells, found: list[Signs], tried: dict[Point, Signs], place: int) -> None:
    """Compare the cells that one date alone can tell apart with all pairs of days."""
    lines: dict[Point, set[Signs]] = {}
    for point, signs in tried.items():
        lines.setdefault(point[:place] + point[place + 1 :], set()).add(signs)
    expected = {
        frozenset(pair) for line in lines.values() for pair in combinations(sorted(line), 2)
    }
    actual = set()
    for a, b in combinations(range(len(found)), 2):
        pair = cells.apart(place, a, b)
        if pair is not None:
            one, other = (tuple(values.single for values in row) for row in pair)
            assert (found[a], found[b]) == (tried[one], tried[other])  # type: ignore[index]  # days
            assert one[:place] + one[place + 1 :] == other[:place] + other[place + 1 :]
            actual.add(frozenset((found[a], found[b])))

    assert expected == {pair for pair in actual if len(pair) > 1}


@pytest.mark.parametrize("seed", range(60))
def test_the_cells_of_one_date_are_the_ways_its_atoms_can_turn_out(seed: int) -> None:
    """The cells of one date are exactly the ways in which its atoms can turn out."""
    random = Random(seed)
    values, _, _ = random_tie(seed, ("x", "y"), 60)
    day = START + timedelta(days=random.randrange(60))
    known = {("", "y"): one_value(day)}
    atoms = [tied_atom(random, ("x", "y")) for _ in range(4)]
    cells = ordered_cells("x", values["x"], atoms, Trial("", known))
    tried = {
        signs_at(("x", "y"), (*point, day), atoms) for point in points_of({"x": values["x"]}, [])
    }

    assert tried == set(signs_of(cells, atoms))
    assert len(tried) == len(cells.rows)


def test_the_cells_of_a_text_are_the_ways_in_which_it_can_begin() -> None:
    atoms = atoms_of(
        'starts_with(t, "a")', 'starts_with(t, "ab")', 't == "ab"', 't == "b"', 't != "aba"'
    )
    pools = {"t": words_to_try(Choices(None), atoms, "", 1)}
    cells = worded_cells(pools, atoms, Trial("", {}))

    assert {signs_at(("t",), (text,), atoms) for text in TEXTS} == set(signs_of(cells, atoms))


def test_two_tied_texts_may_both_be_texts_that_nothing_mentions_and_still_differ() -> None:
    same = Compare(Fact("one"), "==", Fact("other"))
    pool = words_to_try(Choices(None), [same], "", 2)
    cells = worded_cells({"one": pool, "other": pool}, [same], Trial("", {}))

    assert {(True,), (False,)} == set(signs_of(cells, [same]))
    assert cells.apart(0, 0, 1) is not None


def test_the_first_cell_of_words_is_that_of_the_word_that_comes_first() -> None:
    atoms = atoms_of("t == green")
    pools = {"t": words_to_try(Choices(frozenset(("blue", "green"))), atoms, "green", 1)}
    cells = worded_cells(pools, atoms, Trial("", {}))

    assert [(True,), (False,)] == signs_of(cells, atoms)


def test_no_text_that_stands_for_others_is_mentioned() -> None:
    atoms = atoms_of('starts_with(t, "a")')

    assert all(
        OTHER_TEXT in (word.single or "") or word.single == "a"
        for word in words_to_try(Choices(None), atoms, "", 2)
        if isinstance(word, Choices)
    )


@pytest.mark.parametrize(
    "text",
    [
        "calendar_days(x, x + days(2)) >= 2",
        "x + months(1) <= x + days(30)",
        "completed_years(x, y) >= n",
    ],
)
def test_what_ties_more_than_two_facts_or_one_to_itself_is_refused(text: str) -> None:
    values = {"x": days_from(0, 9), "y": days_from(0, 9), "n": Spans(((0, 5),))}
    atoms = atoms_of(text, "x < y")

    with pytest.raises(EntangledError):
        Tie(values, atoms, [], Trial("", {}))


def test_a_date_that_is_compared_with_itself_is_refused() -> None:
    atoms = atoms_of("x + months(1) <= x + days(30)")

    with pytest.raises(EntangledError):
        ordered_cells("x", days_from(0, 9), atoms, Trial("", {}))


def test_facts_that_no_turning_can_set_against_each_other_are_refused() -> None:
    atoms = atoms_of("calendar_days(x, y) >= n", "calendar_days(y, x) >= n")
    trial = Trial("", {("", "y"): one_value(START)})

    with pytest.raises(EntangledError):
        Tie({"x": days_from(0, 9), "n": Spans(((0, 5),))}, atoms, [], trial)


def test_a_date_and_a_number_can_be_tied_by_the_days_between() -> None:
    atoms = atoms_of("calendar_days(x, y) >= n", "n >= 2", 'x > "2020-01-17"')
    trial = Trial("", {("", "y"): one_value(START + timedelta(days=4))})
    cells = Tie({"x": days_from(0, 9), "n": Spans(((0, 5),))}, atoms, [], trial).cells()
    tried = {
        (4 - days >= number, number >= 2, days > 2) for days in range(10) for number in range(6)
    }

    assert tried == set(signs_of(cells, atoms))


@pytest.mark.parametrize(
    ("days", "left", "binding"),
    [
        ({"a": (0, 9), "b": (0, 9), "c": (0, 9)}, {"a": (0, 9), "b": (0, 9), "c": (0, 9)}, 2),
        ({"a": (3, 3), "b": (0, 9), "c": (0, 5)}, {"a": (3, 3), "b": (3, 5), "c": (3, 5)}, 2),
        ({"a": (0, 9), "b": (4, 4), "c": (0, 9)}, {"a": (0, 4), "b": (4, 4), "c": (4, 9)}, 2),
        ({"a": (5, 5), "b": (0, 3), "c": (0, 9)}, {"a": (5, 5), "b": (0, 3), "c": (0, 9)}, 0),
        ({"a": (5, 5), "b": (2, 2), "c": (0, 9)}, {"a": (5, 5), "b": (2, 2), "c": (2, 9)}, 1),
    ],
    ids=["all open", "from the first", "from the middle", "contradicted", "known out of order"],
)
def test_orders_leave_the_days_that_keep_them_unless_the_file_contradicts_them(
    days: dict[str, tuple[int, int]], left: dict[str, tuple[int, int]], binding: int
) -> None:
    """Date orders leave the days that can keep them, and bind nothing that a file contradicts."""
    spans = {name: days_from(*ends) for name, ends in days.items()}
    found = in_order(spans, (("b", "a"), ("c", "b")))

    assert {name: days_from(*ends) for name, ends in left.items()} == found.days
    assert binding == len(found.binding)


@pytest.mark.parametrize("months", [1, 2, 5, 11, 12, 13, 24, 192, 216, -1, -12])
def test_months_and_years_differ_in_length_by_no_more_than_is_allowed_for(months: int) -> None:
    """The same number of months, or years, never differs in length by more than is allowed for."""
    days = [date(1900, 1, 1) + timedelta(days=7 * week) for week in range(10_000)]
    lengths = [(plus_months(day, months) - day).days for day in days]
    allowed = YEARS_SPREAD if months % 12 == 0 else MONTHS_SPREAD

    assert allowed > max(lengths) - min(lengths)
