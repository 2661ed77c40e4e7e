"""What is counted of the rows of a run, as conditions in SQL over the columns of its results."""

from collections.abc import Iterator
from collections.abc import Sequence

from discretion.caseload.names import ASKED
from discretion.caseload.names import MASK_BITS
from discretion.caseload.names import NAMED
from discretion.caseload.report.source import PolicyRun
from discretion.frozen import dataclass

EVERY = "true"
"""The condition that holds in every row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """What is counted as yes, no or unknown: two conditions in SQL, of which never both hold.

    `asked` tells in which rows it is asked at all.
    """

    true: str
    false: str
    asked: str = EVERY


def any_bit(column: str, mask: int, alias: str = "r", among: str = "") -> str:
    """Return in SQL that some bit of a mask is set; a mask of many bits is several columns.

    Args:
        column: the column of the bits.
        mask: the bits that count.
        alias: what the results are called.
        among: the column of the bits that count in each row, empty where all of the mask do.

    """
    words = (
        f"({_bits(column, number, alias)} & {_counting(among, number, word, alias)}) <> 0"
        for number, word in _words(mask)
    )
    return f"({' OR '.join(words) or 'false'})"


def all_bits(column: str, mask: int, alias: str = "r", among: str = "") -> str:
    """Return in SQL that every bit of a mask is set that counts, as `any_bit` tells."""
    words = (
        f"(~{_bits(column, number, alias)} & {_counting(among, number, word, alias)}) = 0"
        for number, word in _words(mask)
    )
    return f"({' AND '.join(words) or 'true'})"


def answered(policy: PolicyRun, bits: Sequence[int], alias: str = "r") -> Tested:
    """Return how it is counted whether some rule among several is met.

    It is yes where one is met, no where each is known not to be, and else unknown. A rule that is
    not asked of a row says nothing there.

    Args:
        policy: the policy, whose results may say in which rows each rule is asked.
        bits: the rules.
        alias: what the results are called.

    """
    mask = sum(1 << bit for bit in bits)
    among = f"{ASKED}{policy.number}" if policy.is_limited else ""
    true = any_bit(f"true_{policy.number}", mask, alias, among)
    known = all_bits(f"known_{policy.number}", mask, alias, among)
    asked = any_bit(among, mask, alias) if among else EVERY
    return Tested(true=true, false=f"(NOT {true} AND {known})", asked=asked)


def is_token(policy: int, token: str, alias: str = "r") -> str:
    """Return in SQL that an outcome is established."""
    doubled = token.replace("'", "''")
    return f"coalesce({alias}.established_{policy} = '{doubled}', false)"


def named(name: str) -> Tested:
    """Return how a named condition is counted that a run evaluated."""
    column = f'r."{NAMED}{name}"'
    return Tested(true=f"coalesce({column}, false)", false=f"coalesce(NOT {column}, false)")


def _words(mask: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a mask that hold a bit, with their numbers from 1."""
    number = 1
    while mask:
        word = mask & ((1 << MASK_BITS) - 1)
        if word:
            yield number, word
        mask >>= MASK_BITS
        number += 1


def _bits(column: str, number: int, alias: str) -> str:
    """Return in SQL one word of a mask."""
    return f'{alias}."{column if number == 1 else f"{column}_{number}"}"'


def _counting(among: str, number: int, word: int, alias: str) -> str:
    """Return in SQL the bits of one word that count."""
    fixed = f"{word}::UBIGINT"
    return f"{fixed} & {_bits(among, number, alias)}" if among else fixed
