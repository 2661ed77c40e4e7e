"""What only a person can say of a table, as questions with their answers to choose from."""

from collections.abc import Iterator

from discretion.caseload.guiding.seen import TableSeen
from discretion.frozen import dataclass

DATE, GRAIN, PUBLISHER = "decision.date", "grain", "source.publisher"
PLACE, COMPONENT, TYPE = "decision.place", "decision.component", "decision.type"


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing that a draft leaves open: the key of the mapping, what is asked, and of what.

    `choices` are the words to choose from, empty where the answer is free. `needed` tells whether
    a table cannot be read without it.
    """

    key: str
    asks: str
    why: str
    choices: tuple[str, ...] = ()
    needed: bool = False


def questions_on(table: TableSeen, decisions: tuple[str, ...]) -> Iterator[Question]:
    """Yield what a person has to say of a table, what is needed first.

    Args:
        table: what was seen of it.
        decisions: the types of decisions that are known.

    """
    dated = tuple(column.name for column in table.columns if column.days)
    yield Question(
        key=DATE,
        asks="Which column gives the day of the decision?",
        why="Which policy governed turns on that day, and none is ever assumed.",
        choices=dated or tuple(column.name for column in table.columns),
        needed=True,
    )
    yield Question(
        key=GRAIN,
        asks="What is one row: a decision, a person, a stay, or something else?",
        why="Every count is a count of such rows.",
        needed=True,
    )
    yield Question(
        key=PUBLISHER,
        asks="Who released the table, and who published it?",
        why="Every figure is cited with it.",
        needed=True,
    )
    yield Question(
        key=TYPE,
        asks="Which decision does a row record?",
        why="A policy may govern some decisions and not others.",
        choices=decisions,
    )
    yield Question(
        key=COMPONENT,
        asks="Which agency decided?",
        why="A policy may bind one agency and not another.",
    )
    yield Question(
        key=PLACE,
        asks="Does a column say in which state the decision was made?",
        why="Courts stopped policies in some places alone.",
    )
