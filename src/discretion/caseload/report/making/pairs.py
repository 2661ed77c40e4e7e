"""Tables of two policies over the same rows: where they say the same, differ, or cannot be told."""

from collections.abc import Iterator
from collections.abc import Sequence
from itertools import product

from discretion.caseload.report.counting import Counter
from discretion.caseload.report.counting import Tested
from discretion.caseload.report.counting import answered
from discretion.caseload.report.counting import is_token
from discretion.caseload.report.hiding import blocks_of
from discretion.caseload.report.hiding import hidden_cells
from discretion.caseload.report.making.extents import UNIT
from discretion.caseload.report.making.lines import Shown
from discretion.caseload.report.making.rules import NONE_ESTABLISHED
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.table import HIDDEN
from discretion.caseload.report.table import Hidden
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.table import Row
from discretion.caseload.report.table import count
from discretion.caseload.report.table import words
from discretion.caseload.report.words import Topic
from discretion.caseload.report.words import Words
from discretion.frozen import dataclass

PAIRS = "pairs-"
"""What the ids of tables of differences begin with."""
ANSWERS = ("yes", "no", "unknown")
SAME = ((0, 0), (1, 1))
OF_TEXT = ((0, 1), (1, 0))
WANTING = ((0, 2), (1, 2), (2, 0), (2, 1))
NEITHER = ((2, 2),)
"""Cells of a table of answers under A, downward, and under B, across."""
Square = tuple[tuple[Shown, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison: a policy of a run, what it is called, and its name in SQL."""

    letter: str
    policy: PolicyRun
    title: str
    alias: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides over the same rows, and how many of these may be hidden."""

    a: Side
    b: Side
    counter: Counter
    words: Words
    limit: int

    @property
    def id(self) -> str:
        """What the tables of the pair begin with in the names of their files."""
        return f"a{self.a.policy.number}-b{self.b.policy.number}"

    @property
    def told(self) -> str:
        """The pair in words."""
        return f"{self.a.title} (A) and {self.b.title} (B)"


def pair_tables(pair: Pair) -> Iterator[ReportTable]:
    """Yield the tables of a pair: by topic, with the answers behind it, then by outcome."""
    shared = tuple(_shared(pair))
    if shared:
        squares = _squares(pair, [(each, other) for _, each, other in shared])
        rows = pair.counter.run.rows
        yield _summary(pair, [name for name, _, _ in shared], squares, rows)
        yield _detail(pair, [name for name, _, _ in shared], squares, rows)
    if pair.a.policy.outcomes and pair.b.policy.outcomes:
        yield _outcomes(pair)


def shown_square(counts: Sequence[Sequence[int]], limit: int) -> Square:
    """Return a table of two answers, downward and across, without what may not be shown.

    Its totals are those of tables of either side, so that lines whose totals are hidden there are
    hidden here too.
    """
    downward = blocks_of([sum(row) for row in counts], limit)
    across = blocks_of([sum(column) for column in zip(*counts, strict=True)], limit)
    coarse = [
        [sum(counts[row][column] for row, column in product(rows, columns)) for columns in across]
        for rows in downward
    ]
    hidden = hidden_cells(coarse, limit)
    open_cells = {
        (rows[0], columns[0])
        for (one, rows), (other, columns) in product(enumerate(downward), enumerate(across))
        if len(rows) == len(columns) == 1 and (one, other) not in hidden
    }
    return tuple(
        tuple(each if (row, column) in open_cells else HIDDEN for column, each in enumerate(cells))
        for row, cells in enumerate(counts)
    )


def _shared(pair: Pair) -> Iterator[tuple[str, Topic, Topic]]:
    """Yield the topics that both policies speak of; of one policy twice, each of its rules."""
    if pair.a.policy.instrument == pair.b.policy.instrument:
        for bit, name in enumerate(pair.a.policy.rules):
            if name in pair.b.policy.rules:
                other = pair.b.policy.rules.index(name)
                yield name, _alone(name, bit), _alone(name, other)
        return
    found = {(each.kind, each.name): each for each in pair.words.topics(pair.b.policy)}
    for each in pair.words.topics(pair.a.policy):
        other_topic = found.get((each.kind, each.name))
        if other_topic is not None:
            yield each.told, each, other_topic


def _alone(name: str, bit: int) -> Topic:
    return Topic(kind="", name=name, bits=(bit,))


def _squares(pair: Pair, asked: Sequence[tuple[Topic, Topic]]) -> list[Square]:
    """Return for each pair of topics the table of answers under both."""
    conditions: list[str] = []
    for one, other in asked:
        a = _answers(answered(pair.a.policy.number, one.bits, pair.a.alias))
        b = _answers(answered(pair.b.policy.number, other.bits, pair.b.alias))
        conditions.extend(f"({left} AND {right})" for left, right in product(a, b))
    _, *counts = pair.counter.sums(conditions)[""]
    return [
        shown_square([counts[at : at + 3], counts[at + 3 : at + 6], counts[at + 6 : at + 9]],
                     pair.limit)
        for at in range(0, len(counts), 9)
    ]  # fmt: skip


def _answers(found: Tested) -> tuple[str, str, str]:
    return found.true, found.false, f"(NOT {found.true} AND NOT {found.false})"


def _summary(pair: Pair, names: Sequence[str], squares: Sequence[Square], rows: int) -> ReportTable:
    return ReportTable(
        id=f"{PAIRS}{pair.id}",
        title=f"Where {pair.told} differ",
        unit=UNIT,
        definition=(
            "For each topic of which both speak, of every row assessed: the rows in which both "
            "give the same known answer; those with two known answers that differ, which is a "
            "difference of text; those in which one answer is known and the other waits for "
            "facts; and those in which neither is known. A topic is yes where a rule of it is met."
        ),
        columns=(
            words("topic", "Topic"),
            count("rows", "Rows"),
            count("same", "The same"),
            count("difference_of_text", "Difference of text"),
            count("for_want_of_facts", "For want of facts"),
            count("neither_known", "Neither is known"),
        ),
        rows=tuple(
            (name, rows, *(_sum(square, cells) for cells in (SAME, OF_TEXT, WANTING, NEITHER)))
            for name, square in zip(names, squares, strict=True)
        ),
        notes=tuple(_apart(pair)),
        figure=("same", "difference_of_text", "for_want_of_facts", "neither_known"),
    )


def _detail(pair: Pair, names: Sequence[str], squares: Sequence[Square], rows: int) -> ReportTable:
    lines: list[Row] = [
        (name, ANSWERS[a], ANSWERS[b], rows, square[a][b])
        for name, square in zip(names, squares, strict=True)
        for a, b in product(range(3), range(3))
    ]
    return ReportTable(
        id=f"answers-{pair.id}",
        title=f"Answers under {pair.told}",
        unit=UNIT,
        definition=(
            "For each topic of which both speak, of every row assessed: how many rows have each "
            "answer under A together with each answer under B."
        ),
        columns=(
            words("topic", "Topic"),
            words("under_a", "Under A"),
            words("under_b", "Under B"),
            count("rows", "Rows"),
            count("count", "Rows with both answers"),
        ),
        rows=tuple(lines),
    )


def _outcomes(pair: Pair) -> ReportTable:
    """Return how often each outcome under A stands beside each outcome under B."""
    a, b = (
        [*(is_token(side.policy.number, token, side.alias) for token in side.policy.outcomes),
         f"({side.alias}.established_{side.policy.number} IS NULL)"]
        for side in (pair.a, pair.b)
    )  # fmt: skip
    rows, *counts = pair.counter.sums([f"({one} AND {other})" for one, other in product(a, b)])[""]
    wide = len(b)
    square = shown_square(
        [counts[at : at + wide] for at in range(0, len(counts), wide)], pair.limit
    )
    names_a, names_b = ((*side.policy.outcomes, NONE_ESTABLISHED) for side in (pair.a, pair.b))
    return ReportTable(
        id=f"outcomes-{pair.id}",
        title=f"Outcomes under {pair.told}",
        unit=UNIT,
        definition=(
            "Of every row assessed: how many rows come to each outcome under A together with each "
            "outcome under B, on the record. Pairs in which there is no row are left out."
        ),
        columns=(
            words("under_a", "Under A"),
            words("under_b", "Under B"),
            count("rows", "Rows"),
            count("count", "Rows with both outcomes"),
        ),
        rows=tuple(
            (one, other, rows, each)
            for one, line in zip(names_a, square, strict=True)
            for other, each in zip(names_b, line, strict=True)
            if each != 0
        ),
    )


def _sum(square: Square, cells: Sequence[tuple[int, int]]) -> Shown:
    total = 0
    for row, column in cells:
        each = square[row][column]
        if isinstance(each, Hidden):
            return HIDDEN
        total += each
    return total


def _apart(pair: Pair) -> Iterator[str]:
    """Yield which topics only one of both speaks of."""
    if pair.a.policy.instrument == pair.b.policy.instrument:
        return
    topics = [{each.told for each in pair.words.topics(side.policy)} for side in (pair.a, pair.b)]
    for side, only in ((pair.a, topics[0] - topics[1]), (pair.b, topics[1] - topics[0])):
        if only:
            yield f"Only {side.letter} speaks of: {', '.join(sorted(only))}."
