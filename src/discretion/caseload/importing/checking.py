"""Checking a facts table that somebody made: every column holds what its fact can be.

A column of another type would be read as something else: a word as a no, a moment as a day.
"""

import warnings
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from difflib import get_close_matches

import pyarrow as pa
import pyarrow.compute as pc

from discretion.caseload.importing.forms import ORDERED
from discretion.engines.table import BOTH
from discretion.engines.table import COMPLETE
from discretion.engines.table import HIGH
from discretion.engines.table import KNOWN_ON
from discretion.engines.table import LOW
from discretion.engines.table import OR
from discretion.errors import WrongFactColumnError
from discretion.facts.dictionary import Dictionary
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind

NEEDED = {
    Kind.YES_NO: "yes and no as booleans",
    Kind.DATE: "days as Arrow's date32",
    Kind.NUMBER: "whole numbers",
    Kind.TOKEN: "words as text",
    Kind.TEXT: "text",
    Kind.LIST: "lists of records",
    Kind.MOMENT: "nothing: no column holds a moment",
}
"""What a column of each kind of fact has to hold, in words."""
LONGEST = 60
"""How much of the name of a type is told."""
LIKE = 0.85
"""From which likeness on the name of a column may be that of a fact, misspelt."""


class UnreadColumnWarning(UserWarning):
    """A column that no rule reads has almost the name of one that rules read."""


def check_facts(table: pa.Table, dictionary: Dictionary) -> None:
    """Check that each column of a facts table holds what its fact can be.

    Columns that are no fact's are left alone: no rule reads them.

    Args:
        table: the facts table.
        dictionary: the facts.

    Raises:
        WrongFactColumnError: a column holds something else.

    """
    for name, fact in dictionary.facts.items():
        _check(table, name, fact)


def warn_of_unread(table: pa.Table, dictionary: Dictionary, others: Collection[str]) -> None:
    """Warn of columns that may be meant for a fact and are not read: it would stay unknown.

    Args:
        table: the facts table.
        dictionary: the facts.
        others: the columns that are read besides those of facts.

    """
    facts = dictionary.facts
    known = {column for name, fact in facts.items() for column, _ in _columns(name, fact)}
    names = [(name, known) for name in table.schema.names if name not in others]
    for field in table.schema:
        fact = facts.get(field.name)
        if fact is not None and fact.kind is Kind.LIST and _is_of(field.type, (Kind.LIST,)):
            inner = {
                f"{field.name}.{column}"
                for name, each in fact.fields.items()
                for column, _ in _columns(name, each)
            }
            names.extend((f"{field.name}.{each.name}", inner) for each in field.type.value_type)
    for name, read in names:
        close = [] if name in read else get_close_matches(name, read, n=1, cutoff=LIKE)
        if close:
            message = f"no rule reads the column `{name}`: did you mean `{close[0]}`?"
            warnings.warn(message, UnreadColumnWarning, stacklevel=4)


def _check(table: pa.Table, name: str, fact: FactType) -> None:
    for column, kinds in _columns(name, fact):
        if column not in table.schema.names:
            continue
        if table.schema.names.count(column) > 1:
            raise WrongFactColumnError(column, "stands twice", "give it one column")
        held = table[column]
        if pa.types.is_null(held.type):
            continue
        if not _is_of(held.type, kinds):
            told = f"holds `{str(held.type)[:LONGEST]}`, and {_needed(column, fact)} are needed"
            remedy = "cast it, and leave a cell empty where nothing is known"
            raise WrongFactColumnError(column, told, remedy)
        if fact.kind is Kind.LIST and column == name:
            _check_records(column, held, fact)
        elif fact.kind is Kind.TOKEN and column == name:
            _check_words(column, held, fact)
    _check_order(table, name)


def _columns(name: str, fact: FactType) -> Iterator[tuple[str, tuple[Kind, ...]]]:
    """Yield the columns that may say something of a fact, with the kinds that they may hold."""
    yield name, (fact.kind,)
    if fact.kind is Kind.LIST:
        yield name + COMPLETE, (Kind.YES_NO,)
    elif fact.kind is Kind.YES_NO:
        yield name + BOTH, (Kind.YES_NO,)
    elif fact.kind in ORDERED:
        yield name + LOW, (fact.kind,)
        yield name + HIGH, (fact.kind,)
    yield name + KNOWN_ON, (Kind.DATE,)


def _is_of(held: pa.DataType, kinds: Iterable[Kind]) -> bool:
    (kind,) = kinds
    match kind:
        case Kind.YES_NO:
            return bool(pa.types.is_boolean(held))
        case Kind.DATE:
            return bool(pa.types.is_date32(held))
        case Kind.NUMBER:
            return bool(pa.types.is_integer(held))
        case Kind.TOKEN | Kind.TEXT:
            value = held.value_type if pa.types.is_dictionary(held) else held
            return bool(pa.types.is_string(value) or pa.types.is_large_string(value))
        case Kind.LIST:
            is_list = pa.types.is_list(held) or pa.types.is_large_list(held)
            return bool(is_list and pa.types.is_struct(held.value_type))
        case Kind.MOMENT:
            return False


def _needed(column: str, fact: FactType) -> str:
    if column.endswith(KNOWN_ON):
        return NEEDED[Kind.DATE]
    if column.endswith((COMPLETE, BOTH)):
        return NEEDED[Kind.YES_NO]
    return NEEDED[fact.kind]


def _check_records(name: str, held: pa.ChunkedArray, fact: FactType) -> None:
    """Check the records of a list, each of which has to be there, and their fields."""
    for chunk in held.chunks:
        records = chunk.flatten()
        if records.null_count:
            told = "holds records that are empty themselves, which say neither that there is one"
            raise WrongFactColumnError(
                name, f"{told} nor that there is none", "leave such a record out"
            )
        fields = [field.name for field in records.type]
        table = pa.Table.from_arrays(records.flatten(), names=fields)
        for inner in fact.fields.values():
            try:
                _check(table, inner.name, inner)
            except WrongFactColumnError as failure:
                raise failure.inside(name) from None


def _check_words(name: str, held: pa.ChunkedArray, fact: FactType) -> None:
    """Check that a column of words holds those of its fact alone."""
    for word in pc.unique(held.cast(pa.string())).to_pylist():
        if word is not None and not fact.words.keys() >= set(word.split(OR)):
            raise WrongFactColumnError(
                name,
                "holds words that are none of its fact",
                f"words: {', '.join(sorted(fact.words))}; leave a cell empty where none is known",
            )


def _check_order(table: pa.Table, name: str) -> None:
    """Check that no least value lies above the greatest."""
    low, high = name + LOW, name + HIGH
    if {low, high} <= set(table.schema.names):
        ends = (table[low], table[high])
        if any(pa.types.is_null(each.type) for each in ends):
            return
        if pc.any(pc.greater(*ends)).as_py():
            raise WrongFactColumnError(
                low, f"lies above `{high}` in some rows", "see which is which"
            )
