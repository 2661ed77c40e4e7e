"""Tables of two policies over the same rows: where they say the same, differ, or cannot be told."""

from collections.abc import Iterator
from collections.abc import Sequence
from itertools import product

from discretion.caseload.report.counting.conditions import answered
from discretion.caseload.report.counting.conditions import is_token
from discretion.caseload.report.counting.counter import Counter
from discretion.caseload.report.making.extents import UNIT
from discretion.caseload.report.making.rules import NONE_ESTABLISHED
from discretion.caseload.report.making.squares import ANSWERS
from discretion.caseload.report.making.squares import NEITHER
from discretion.caseload.report.making.squares import OF_TEXT
from discretion.caseload.report.making.squares import SAME
from discretion.caseload.report.making.squares import UNASKED
from discretion.caseload.report.making.squares import WANTING
from discretion.caseload.report.making.squares import Square
from discretion.caseload.report.making.squares import shown_square
from discretion.caseload.report.making.squares import sum_of
from discretion.caseload.report.source import PolicyRun
from discretion.caseload.report.table import ReportTable
from discretion.caseload.report.table import Row
from discretion.caseload.report.table import count
from discretion.caseload.report.table import words
from discretion.caseload.report.words import Topic
from discretion.caseload.report.words import Words
from discretion.frozen import dataclass

PAIRS = "pairs-"
"""What the ids of tables of differences begin with."""
NOT_ASKED = (
    " In the rows that are told last, a side is not asked: no rule of the topic speaks to the "
    "decision, or the part that it stands in had no effect."
)


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
    def is_limited(self) -> bool:
        """Whether one of the sides is not asked of every row."""
        return self.a.policy.is_limited or self.b.policy.is_limited

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers that a side may have in a row."""
        return ANSWERS if self.is_limited else ANSWERS[:-1]

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
    wide = len(pair.answers)
    conditions: list[str] = []
    for one, other in asked:
        a, b = (_answers(pair.a, one)[:wide], _answers(pair.b, other)[:wide])
        conditions.extend(f"({left} AND {right})" for left, right in product(a, b))
    _, *counts = pair.counter.sums(conditions)[""]
    lines = [counts[at : at + wide] for at in range(0, len(counts), wide)]
    return [shown_square(lines[at : at + wide], pair.limit) for at in range(0, len(lines), wide)]


def _answers(side: Side, topic: Topic) -> tuple[str, ...]:
    """Return in SQL each answer that a side may give on a topic, in the order of `ANSWERS`."""
    found = answered(side.policy, topic.bits, side.alias)
    true, false, asked = found.true, found.false, found.asked
    unknown = f"({asked} AND NOT {true} AND NOT {false})"
    return true, f"({asked} AND {false})", unknown, f"(NOT {asked})"


def _summary(pair: Pair, names: Sequence[str], squares: Sequence[Square], rows: int) -> ReportTable:
    columns = (
        words("topic", "Topic"),
        count("rows", "Rows"),
        count("same", "The same"),
        count("difference_of_text", "Difference of text"),
        count("for_want_of_facts", "For want of facts"),
        count("neither_known", "Neither is known"),
        *((count("not_asked", "Not asked"),) if pair.is_limited else ()),
    )
    kinds = (SAME, OF_TEXT, WANTING, NEITHER, *((UNASKED,) if pair.is_limited else ()))
    return ReportTable(
        id=f"{PAIRS}{pair.id}",
        title=f"Where {pair.told} differ",
        unit=UNIT,
        definition=(
            "For each topic of which both speak, of every row assessed: the rows in which both "
            "give the same known answer; those with two known answers that differ, which is a "
            "difference of text; those in which one answer is known and the other waits for "
            "facts; and those in which neither is known. A topic is yes where a rule of it is met."
            f"{NOT_ASKED if pair.is_limited else ''}"
        ),
        columns=columns,
        rows=tuple(
            (name, rows, *(sum_of(square, cells) for cells in kinds))
            for name, square in zip(names, squares, strict=True)
        ),
        notes=tuple(_apart(pair)),
        figure=tuple(column.name for column in columns if column.name not in {"topic", "rows"}),
    )


def _detail(pair: Pair, names: Sequence[str], squares: Sequence[Square], rows: int) -> ReportTable:
    lines: list[Row] = [
        (name, under_a, under_b, rows, shown)
        for name, square in zip(names, squares, strict=True)
        for under_a, line in zip(pair.answers, square, strict=True)
        for under_b, shown in zip(pair.answers, line, strict=True)
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


def _apart(pair: Pair) -> Iterator[str]:
    """Yield which topics only one of both speaks of."""
    if pair.a.policy.instrument == pair.b.policy.instrument:
        return
    topics = [{each.told for each in pair.words.topics(side.policy)} for side in (pair.a, pair.b)]
    for side, only in ((pair.a, topics[0] - topics[1]), (pair.b, topics[1] - topics[0])):
        if only:
            yield f"Only {side.letter} speaks of: {', '.join(sorted(only))}."
