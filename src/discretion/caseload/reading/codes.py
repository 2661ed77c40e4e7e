"""Reading codes: what each value of a column says of a fact, checked against its tokens."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import TYPE_CHECKING
from typing import assert_never

from discretion.caseload.columns import ColumnType
from discretion.caseload.mapping import Codes
from discretion.caseload.mapping import HeaderMapping
from discretion.dates import LAST_DAY
from discretion.entries import Entries
from discretion.errors import nearest
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values_read import read_values
from discretion.source import Scalar

if TYPE_CHECKING:
    from discretion.facts.values import Values

UNKNOWN = "unknown"
"""The word of a value that says nothing of the fact."""


def read_codes(fact: FactType, row: Entries) -> Codes | None:
    """Return the codes of a column, None where the file has none; faulty ones are reported.

    A value maps to a token, to `{one_of: [..]}` where it leaves several, or to `unknown`.
    """
    if not row.has("codes"):
        return None
    codes: dict[str, Values | None] = {}
    for word, node in row.pairs("codes"):
        says_nothing = isinstance(node, Scalar) and node.text == UNKNOWN
        codes[" ".join(word.text.split())] = (
            None
            if says_nothing and UNKNOWN not in fact.words
            else read_values(fact, node, LAST_DAY, row.report)
        )
    return MappingProxyType(codes)


def read_header_codes(
    row: Entries, column: str, kind: str, code: str, known: Iterable[str]
) -> HeaderMapping:
    """Return how a column gives one word of the decision.

    Args:
        row: the keys under the word.
        column: the column it comes from.
        kind: what the words are, for messages.
        code: that of the problem of a word that nobody knows.
        known: every word there is; without codes the column holds these themselves.

    """
    words = tuple(known)
    codes: dict[str, str] = {}
    for word, node in row.pairs("codes"):
        says = node.text if isinstance(node, Scalar) else ""
        if says == UNKNOWN:
            says = ""
        elif says not in words:
            row.report.error(
                code,
                node,
                f"`{says}` is not a known {kind}",
                nearest(says, words) or f"write `{UNKNOWN}` where the value names none",
            )
        codes[" ".join(word.text.split())] = says
    if not row.has("codes"):
        codes = {word: word for word in words}
    return HeaderMapping(column=column, codes=MappingProxyType(codes))


def column_type_of(fact: FactType) -> ColumnType | None:
    """Return the type of a column that can hold a fact's values themselves, None where none can."""
    match fact.kind:
        case Kind.TEXT | Kind.TOKEN | Kind.YES_NO:
            return ColumnType.TEXT
        case Kind.DATE:
            return ColumnType.DATE
        case Kind.NUMBER:
            return ColumnType.NUMBER
        case Kind.MOMENT | Kind.LIST:
            return None
        case _:
            assert_never(fact.kind)
