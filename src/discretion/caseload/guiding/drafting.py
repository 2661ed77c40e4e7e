"""Drafting a mapping for a table that none fits: every column has a place, and none is guessed."""

from collections.abc import Iterator
from collections.abc import Sequence

from discretion.caseload.folder.mappings import ReadMapping
from discretion.caseload.guiding.borrowed import Borrowed
from discretion.caseload.guiding.borrowed import borrow
from discretion.caseload.guiding.candidates import candidates_for
from discretion.caseload.guiding.candidates import trait_in
from discretion.caseload.guiding.questions import questions_on
from discretion.caseload.guiding.seen import ColumnSeen
from discretion.caseload.guiding.seen import Form
from discretion.caseload.guiding.seen import TableSeen
from discretion.caseload.guiding.written import comment
from discretion.caseload.guiding.written import entry
from discretion.caseload.guiding.written import flow
from discretion.caseload.guiding.written import scalar
from discretion.caseload.mapping import Mapping
from discretion.errors import UnknownNameError
from discretion.facts.case_reader import Words
from discretion.frozen import dataclass

OPEN = "to be written"
"""What stands where only a person can say something and the file needs a text."""
FORMATS = {Form.ISO: "iso", Form.MDY: "mdy"}
ABOUT = (
    "A draft, made from headers and from the form of the first cells. It holds no cell, and "
    "decides nothing: read every line, and change `status` once rows were read through it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A drafted mapping: its text, and where each column went.

    `mapped` columns are read as the nearest mapping reads them, `grouped` ones are kept for
    reports, `quarantined` ones may hold a protected trait, and `ignored` ones wait for a person.
    """

    text: str
    nearest: str
    mapped: tuple[str, ...]
    grouped: tuple[str, ...]
    quarantined: tuple[str, ...]
    ignored: tuple[str, ...]


def draft_mapping(
    table: TableSeen, mappings: Sequence[ReadMapping], words: Words, date: str = ""
) -> Draft:
    """Return a draft of a mapping for a table.

    Nothing is mapped but what the nearest mapping maps under the same header. A column whose name
    may speak of a protected trait is quarantined; every other is ignored, with what was seen of it
    as a comment, until a person gives it a place.

    Args:
        table: what was seen of the table.
        mappings: the mappings at hand.
        words: the dictionary, the protected traits and the types of decisions.
        date: the column of the day of the decision, as a person chose it; empty leaves it open.

    Raises:
        UnknownNameError: the table has no such column.

    """
    names = [column.name for column in table.columns]
    if date and date not in names:
        kind = "column of the table"
        raise UnknownNameError(kind, date, names)
    plan = _Plan(table, borrow(names, mappings), words, date)
    lines = [*plan.opening(), *plan.read(), *plan.left(tuple(each.mapping for each in mappings))]
    borrowed = plan.borrowed
    return Draft(
        text="".join(f"{line}\n" for line in lines),
        nearest=borrowed.mapping.id if borrowed else "",
        mapped=tuple(name for name in names if name in plan.mapped),
        grouped=tuple(name for name in names if name in plan.grouped),
        quarantined=plan.quarantined,
        ignored=tuple(column.name for column in plan.ignored),
    )


class _Plan:
    """Where each column of a table goes."""

    def __init__(
        self, table: TableSeen, borrowed: Borrowed | None, words: Words, date: str
    ) -> None:
        self.table, self.borrowed, self.words, self.date = table, borrowed, words, date
        self.mapped = (borrowed.read if borrowed else frozenset()) | ({date} if date else set())
        self.groups = borrowed.groups if borrowed else ()
        self.grouped = frozenset(name for _, name in self.groups)
        placed = self.mapped | self.grouped
        apart = frozenset(borrowed.mapping.quarantine if borrowed else ())
        rest = [column for column in table.columns if column.name not in placed]
        self.quarantined = tuple(
            column.name
            for column in rest
            if column.name in apart or trait_in(column.name, words.protected)
        )
        self.ignored = tuple(column for column in rest if column.name not in self.quarantined)

    def opening(self) -> Iterator[str]:
        """Yield what the file says of itself, of the table and of the decision."""
        table = self.table
        yield from comment(ABOUT)
        yield from comment(
            f"Headers were taken from line {table.line} of {table.shown}; {table.rows} lines below "
            "it were looked at."
        )
        if table.unnamed:
            yield from comment(
                f"Columns without a name, which no mapping can read: {table.unnamed}"
            )
        yield from self._says_borrowed()
        yield from ("id: draft", "version: 1", "status: draft", "reviewed: nobody yet", "source:")
        yield f'  publisher: "{OPEN}"    # who released the table, and who published it'
        yield f"  layout: {{delimiter: {scalar(table.delimiter)}, quote: '\"', encoding: utf-8}}"
        yield "  headers:"
        yield from (f"    - {scalar(column.name)}" for column in table.columns)
        yield f'grain: "{OPEN}"    # what one row is'
        yield "decision:"
        for question in questions_on(table, tuple(self.words.vocabulary.decisions)):
            section, _, key = question.key.partition(".")
            if section == "decision":
                yield from self._decision(key, question.asks, question.why, question.choices)

    def _decision(self, key: str, asks: str, why: str, choices: Sequence[str]) -> Iterator[str]:
        if key == "date" and self.date:
            yield f"  date: {scalar(self.date)}"
            return
        borrowed = dict(self.borrowed.decision) if self.borrowed else {}
        if key in borrowed:
            yield from entry(key, borrowed[key])
            return
        named = f" One of: {', '.join(map(scalar, choices))}." if choices else ""
        yield from comment(f"{key}: {asks} {why}{named}", "  ")
        if key == "date":
            yield '  date: ""'

    def _says_borrowed(self) -> Iterator[str]:
        found = self.borrowed
        if found is None:
            yield from comment("No mapping at hand has any of these headers, so nothing is mapped.")
            return
        yield from comment(
            f"Nearest is the mapping {found.mapping.id}, which has headers of this table too: "
            f"{len(found.alike)} of {len(self.table.columns)}. What it maps from these is mapped "
            "here in the same way, as if the columns meant the same: see whether they do. Nothing "
            "else is mapped."
        )

    def read(self) -> Iterator[str]:
        """Yield what is read: types of columns, facts, lists and groups."""
        found = self.borrowed
        if found is not None and found.nulls is not None:
            yield f"nulls: {flow(found.nulls)}"
        yield from self._columns()
        for key, entries in (("facts", found.facts), ("lists", found.lists)) if found else ():
            if entries:
                yield f"{key}:"
            for name, node in entries:
                if found and name in found.dated:
                    yield "  # The day under `known_on` is that of another table: write your own."
                yield from entry(name, node)
        if self.groups:
            yield "groups:"
            yield from (f"  {word}: {scalar(name)}" for word, name in self.groups)

    def _columns(self) -> Iterator[str]:
        """Yield the types of the columns that are read, and how the chosen days are written."""
        typed = dict(self.borrowed.columns) if self.borrowed else {}
        kept = {name: node for name, node in typed.items() if name in self.mapped | self.grouped}
        chosen = next((each for each in self.table.columns if each.name == self.date), None)
        if kept or chosen is not None:
            yield "columns:"
        for name, node in kept.items():
            yield from entry(name, node)
        if chosen is not None and chosen.name not in kept:
            form = FORMATS[chosen.days or Form.ISO]
            seen = f"    # {_seen(chosen)}"
            yield f"  {scalar(chosen.name)}: {{type: date, format: {form}, time: any}}{seen}"

    def left(self, mappings: Sequence[Mapping]) -> Iterator[str]:
        """Yield what is not read: what may hold a protected trait, and what a person decides."""
        if self.quarantined:
            yield from comment(
                "By their names these may hold a protected trait; no rule reads them."
            )
            yield "quarantine:"
            yield from (f"  - {scalar(name)}" for name in self.quarantined)
        if self.ignored:
            yield from comment(
                "Yours to decide. Move a column to `facts`, `lists`, `groups` or `quarantine`, or "
                "leave it here. What a name is like is no reason by itself."
            )
            yield "ignore:"
        for column in self.ignored:
            alike = tuple(candidates_for(column.name, mappings, self.words))
            named = f" Near: {'; '.join(alike)}." if alike else ""
            yield from comment(f"{_seen(column)}.{named}", "  ")
            yield f"  - {scalar(column.name)}"


def _seen(column: ColumnSeen) -> str:
    """Return what was seen of a column, without any of its cells."""
    if not column.filled:
        return "every cell that was looked at is blank"
    told = (f"{form.value} in {number}" for form, number in column.forms)
    return f"{', '.join(told)} of {column.filled} filled cells"
