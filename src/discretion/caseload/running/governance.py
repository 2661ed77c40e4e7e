"""What governed the decision of each row, by its own day, place, component and type."""

from bisect import bisect_right
from collections.abc import Collection
from collections.abc import Mapping as Table
from datetime import date

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from discretion.caseload.importing.texts import combinations
from discretion.frozen import dataclass
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.instrument import Instrument
from discretion.law.standing import Standing
from discretion.law.standing import standings
from discretion.place import read_place
from discretion.rules.library import Library
from discretion.truth import Truth

DECISION = ("decision_place", "decision_component", "decision_type")
"""The columns of words that say who decided what where; a null says nothing."""
NOT_ISSUED = Standing()
GOVERNED = {Truth.TRUE: True, Truth.FALSE: False, Truth.UNKNOWN: None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Governed:
    """What governed each row of a batch.

    `distinct` holds how every instrument stood for each distinct decision, `inverse` which of
    those each row is.
    """

    distinct: tuple[Table[str, Standing], ...]
    inverse: npt.NDArray[np.int64]

    def column(self, instrument: str) -> pa.Array:
        """Return whether an instrument governed each row, null where that is unknown."""
        truths = [GOVERNED[each.get(instrument, NOT_ISSUED).governs] for each in self.distinct]
        return pa.array(truths, pa.bool_()).take(pa.array(self.inverse))


class Governance:
    """Tells what governed; between two days on which an event turns, nothing is asked twice."""

    def __init__(self, library: Library, known_on: date) -> None:
        """Take the instruments, and the day up to which law is known."""
        self.library = library
        self.known_on = known_on
        self._turns = sorted(_turns(library.instruments.values()))
        self._known: dict[tuple[int, str, str, str], Table[str, Standing]] = {}

    def governed(self, batch: pa.RecordBatch, date_fact: str) -> Governed:
        """Return what governed each row of a facts table."""
        rows = batch.num_rows
        days = batch[date_fact].cast(pa.int32()).to_numpy().astype(np.int64)
        least = int(days.min(initial=0))
        words = {name: _encoded(batch, name) for name in DECISION}
        found = combinations([days - least, *(codes for _, codes in words.values())], rows)
        epoch = date(1970, 1, 1).toordinal()
        distinct = tuple(
            self._standings(
                date.fromordinal(epoch + int(days[first])),
                *(listed[int(codes[first])] for listed, codes in words.values()),
            )
            for first in found.first.tolist()
        )
        return Governed(distinct=distinct, inverse=found.inverse)

    def _standings(
        self, day: date, place: str, component: str, decision: str
    ) -> Table[str, Standing]:
        stretch = bisect_right(self._turns, day)
        key = (stretch, place, component, decision)
        known = self._known.get(key)
        if known is None:
            question = Question(
                on=day,
                known_on=self.known_on,
                component=component,
                decision=decision,
                place=read_place(place) if place else None,
            )
            instruments = self.library.instruments.values()
            vocabulary = self.library.words.vocabulary
            known = standings(governing_lines(instruments, question, vocabulary))
            self._known[key] = known
        return known


def _turns(instruments: Collection[Instrument]) -> set[date]:
    """Return every day on which an event of some instrument begins or ends."""
    return {
        day
        for instrument in instruments
        for event in instrument.events
        for day in (event.start, event.latest_start, event.end)
        if day is not None
    }


def _encoded(batch: pa.RecordBatch, name: str) -> tuple[list[str], npt.NDArray[np.int64]]:
    """Return the distinct words of a column, empty for none, and which of them each row has."""
    if name not in batch.schema.names:
        return [""], np.zeros(batch.num_rows, dtype=np.int64)
    column = batch[name]
    encoded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    words = [*encoded.dictionary.to_pylist(), ""]
    indices = encoded.indices.fill_null(len(words) - 1)
    return words, indices.to_numpy().astype(np.int64)
