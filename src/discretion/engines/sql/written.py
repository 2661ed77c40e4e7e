"""Pieces of SQL: a text, and the stage of the query from which on it can stand.

SQL's own `AND`, `OR` and `NOT` are strong Kleene logic with NULL for unknown. Nothing else here
relies on what a database makes of NULL: whatever else may meet one is asked about it first.
"""

from collections.abc import Iterable
from typing import NamedTuple


class Sql(NamedTuple):
    """A piece of SQL that can stand anywhere: in brackets, where it needs them.

    `stage` counts the stages of the query whose columns it reads; 0 reads those of the source.
    """

    text: str
    stage: int = 0


TRUE = Sql("TRUE")
FALSE = Sql("FALSE")
UNKNOWN = Sql("CAST(NULL AS BOOLEAN)")
"""The only thing that stands for unknown."""
SAME_EVERYWHERE = frozenset((TRUE, FALSE, UNKNOWN))


def written(form: str, *parts: Sql, **named: Sql) -> Sql:
    """Return a form filled with pieces, which can stand where all of them can."""
    pieces = (*parts, *named.values())
    texts = {name: piece.text for name, piece in named.items()}
    text = form.format(*(piece.text for piece in parts), **texts)
    return Sql(text, max((piece.stage for piece in pieces), default=0))


def number(value: int) -> Sql:
    """Return a whole number."""
    return Sql(str(value) if value >= 0 else f"({value})")


def truth(value: bool | None) -> Sql:  # noqa: FBT001  # what a piece is to say, None for unknown
    """Return a truth that is the same in every row."""
    if value is None:
        return UNKNOWN
    return TRUE if value else FALSE


def every(parts: Iterable[Sql]) -> Sql:
    """Return that all hold; true for none."""
    found = tuple(dict.fromkeys(part for part in parts if part != TRUE))
    return FALSE if FALSE in found else _chain("AND", found, TRUE)


def some(parts: Iterable[Sql]) -> Sql:
    """Return that at least one holds; false for none."""
    found = tuple(dict.fromkeys(part for part in parts if part != FALSE))
    return TRUE if TRUE in found else _chain("OR", found, FALSE)


def opposite(part: Sql) -> Sql:
    """Return that something does not hold."""
    if part in SAME_EVERYWHERE:
        return {TRUE: FALSE, FALSE: TRUE}.get(part, UNKNOWN)
    return written("(NOT {})", part)


def chosen(rows: Iterable[tuple[Sql, Sql]], otherwise: Sql) -> Sql:
    """Return what stands beside the first test that is true; a test that is unknown is passed."""
    whens: list[tuple[Sql, Sql]] = []
    for test, then in rows:
        if test == TRUE:
            otherwise = then
            break
        if test not in SAME_EVERYWHERE:
            whens.append((test, then))
    while whens and whens[-1][1] == otherwise:
        whens.pop()
    if not whens:
        return otherwise
    arms = joined(" ", (written("WHEN {} THEN {}", *when) for when in whens))
    if otherwise == UNKNOWN:
        return written("(CASE {} END)", arms)
    return written("(CASE {} ELSE {} END)", arms, otherwise)


def joined(between: str, parts: Iterable[Sql]) -> Sql:
    """Return pieces side by side; by itself that is no piece that can stand anywhere."""
    found = tuple(parts)
    text = between.join(part.text for part in found)
    return Sql(text, max((part.stage for part in found), default=0))


def _chain(connective: str, parts: tuple[Sql, ...], none: Sql) -> Sql:
    if len(parts) <= 1:
        return parts[0] if parts else none
    return written("({})", joined(f" {connective} ", parts))
