"""One closing of an assumption set, made in every row of a batch that leaves it open."""

from datetime import date
from typing import Any
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from discretion.caseload.supposing.held import Held
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import with_columns
from discretion.caseload.supposing.held.spans import kind_of
from discretion.caseload.supposing.held.yes_no import NO
from discretion.caseload.supposing.held.yes_no import YES
from discretion.caseload.supposing.held.yes_no import YesNo
from discretion.caseload.supposing.held.yes_no import read_yes_no
from discretion.caseload.supposing.premises import Truths
from discretion.engines.table import COMPLETE
from discretion.errors import DiscretionError
from discretion.facts.dictionary import FactType
from discretion.facts.dictionary import Kind
from discretion.facts.values import Choices
from discretion.facts.values import Values
from discretion.facts.values_read import YES_NO
from discretion.facts.values_read import read_values
from discretion.rules.assumption import Closing
from discretion.rules.condition import Fact
from discretion.rules.condition import Holds
from discretion.source import Report
from discretion.source import Scalar


class NotHeldError(DiscretionError):
    """A closing gives a yes-no fact a third word, which no column of a table can hold."""

    def __init__(self, fact: str, value: str) -> None:
        """Keep both words of the closing."""
        super().__init__(f"`{fact}` is yes or no in a table, and a study closes it to `{value}`")
        self.fact = fact
        self.value = value


class Made(NamedTuple):
    """What is said once a closing is made, in which rows it closed something, and how.

    `against` tells of those rows where the file said otherwise, or where it followed from it.
    """

    stated: Any
    where: Mask
    against: Mask


def close(stated: Any, view: Truths, file: Truths, closing: Closing) -> Made | None:  # noqa: ANN401  # a batch of Arrow
    """Return what is said with one closing made, None where it closes nothing in any row.

    Args:
        stated: what is said, with what was closed before.
        view: that with what follows from it, which the closing reads.
        file: what the file alone says with what follows from it, which a closing may go against.
        closing: the closing.

    """
    when = np.ones(stated.num_rows, np.bool_)
    if closing.when is not None:
        when = view.of(closing.when).true
    closer = _close_list if closing.items else _close_fact
    made = closer(stated, view, file, closing, when) if when.any() else None
    return made if made is not None and made.where.any() else None


def _close_fact(
    stated: Any,  # noqa: ANN401  # a batch of Arrow
    view: Truths,
    file: Truths,
    closing: Closing,
    when: Mask,
) -> Made | None:
    fact = view.premises.fact(closing.fact)
    value = _value(fact, closing.value)
    if value is None:
        return None
    left = _left(fact, view)
    against = ~_left(fact, file).meets(value)
    apart = against | ~left.meets(value)
    chosen = left.narrowed(value, apart)
    where = when & ~(view.held(fact).known & chosen.is_same(left))
    if not closing.instead_of_said:
        where &= ~apart
    columns = view.premises.held(stated, fact).placed(where, chosen).columns(fact.name)
    return Made(with_columns(stated, columns), where, against & where)


def _value(fact: FactType, text: str) -> Values | None:
    """Return what a closing closes a fact to, which is the same on every day of a decision."""
    value = read_values(fact, Scalar(text, 1, 1), date.max, Report(""))
    if fact.kind is Kind.YES_NO and isinstance(value, Choices) and value.single not in {YES, NO}:
        raise NotHeldError(fact.name, text)
    return value


def _left(fact: FactType, truths: Truths) -> Held:
    """Return what every row leaves of a fact, on what is said and what follows from it."""
    held, nowhere = truths.held(fact), np.zeros(truths.batch.num_rows, np.bool_)
    if not isinstance(held, YesNo):
        return held
    if fact.name in truths.premises.reading.derivable:
        return held.filled(*truths.of(Holds(Fact(fact.name))))
    return held.filled(nowhere, nowhere)


def _close_list(
    stated: Any,  # noqa: ANN401  # a batch of Arrow
    view: Truths,
    file: Truths,
    closing: Closing,
    when: Mask,
) -> Made | None:
    """Close whether the records of a list are all there are, likewise."""
    word = YES_NO.get(closing.value)
    if word is None:
        return None
    name = f"{closing.items}{COMPLETE}"
    now = read_yes_no(view.batch, name)
    is_open = when if closing.instead_of_said else when & ~now.known
    where = is_open & ~now.single(word)
    against = where & read_yes_no(file.batch, name).single(NO if word == YES else YES)
    chosen = now.narrowed(Choices(frozenset((word,))), where)
    columns = read_yes_no(stated, name).placed(where, chosen).columns(name)
    if closing.items not in stated.schema.names:
        kind = _type_of(view.premises.fact(closing.items))
        columns[closing.items] = pa.nulls(stated.num_rows, kind)
    return Made(with_columns(stated, columns), where, against)


def _type_of(fact: FactType) -> Any:  # noqa: ANN401  # a type of Arrow
    """Return the Arrow type of a list of records."""
    kinds = {Kind.YES_NO: pa.bool_(), Kind.TOKEN: pa.string(), Kind.TEXT: pa.string()}
    fields = [
        (name, kinds[field.kind] if field.kind in kinds else kind_of(field))
        for name, field in fact.fields.items()
    ]
    return pa.list_(pa.struct(fields))
