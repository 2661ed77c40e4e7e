"""What governed the decision of each row, by its own day, place, component and type.

A table has many rows and asks few different questions of law. Each is asked once: of a place, a
component and a type of decision, for all the days between two on which some event turns.
"""

from collections.abc import Collection
from collections.abc import Mapping as Table
from datetime import date
from datetime import timedelta
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from discretion.caseload.names import DECISION
from discretion.caseload.supposing.held.arrays import Mask
from discretion.caseload.supposing.held.arrays import Numbers
from discretion.caseload.supposing.held.arrays import boolean_column
from discretion.caseload.supposing.held.arrays import numbers
from discretion.caseload.supposing.held.words import read_words
from discretion.errors import UnknownNameError
from discretion.frozen import dataclass
from discretion.law.governing import Question
from discretion.law.governing import governing_lines
from discretion.law.instrument import Instrument
from discretion.law.standing import Standing
from discretion.law.standing import standings
from discretion.place import Place
from discretion.place import place_codes
from discretion.place import read_place
from discretion.rules.library import Library
from discretion.truth import Truth

NOT_ISSUED = Standing()
FIRST = date(1970, 1, 1)
"""The day from which Arrow counts days."""


class Asked(NamedTuple):
    """What some rows ask: their words, empty where not said, on the days of one stretch."""

    place: str
    component: str
    decision: str
    stretch: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Governed:
    """What governed each row of a batch.

    `distinct` holds how every instrument stood for each question that some row asks, `inverse`
    which of those each row asks.
    """

    distinct: tuple[Table[str, Standing], ...]
    inverse: Numbers

    def column(self, instrument: str) -> pa.Array:
        """Return whether an instrument governed each row, null where that is unknown."""
        truths = [each.governs for each in self._stood(instrument)]
        known = np.array([each is not Truth.UNKNOWN for each in truths], np.bool_)
        true = np.array([each is Truth.TRUE for each in truths], np.bool_)
        return boolean_column(true[self.inverse], known[self.inverse])

    def without_effect(self, instrument: str) -> dict[tuple[str, ...], Mask]:
        """Return the parts of an instrument that certainly did not govern, with the rows it is so.

        Rows of which no part was without effect are left out; no row stands under two.
        """
        stood = self._stood(instrument)
        several = dict.fromkeys(each.without_effect for each in stood if each.without_effect)
        return {
            parts: np.array([each.without_effect == parts for each in stood], np.bool_)[
                self.inverse
            ]
            for parts in several
        }

    def _stood(self, instrument: str) -> list[Standing]:
        return [each.get(instrument, NOT_ISSUED) for each in self.distinct]


class Governance:
    """Tells what governed; between two days on which an event turns, nothing is asked twice."""

    def __init__(self, library: Library, known_on: date) -> None:
        """Take the instruments, and the day up to which law is known."""
        self.library = library
        self.known_on = known_on
        self._turns = np.array(sorted(_turns(library.instruments.values())), np.int64)
        self._known: dict[Asked, Table[str, Standing]] = {}

    def governed(self, batch: pa.RecordBatch, date_fact: str) -> Governed:
        """Return what governed each row of a facts table.

        Raises:
            UnknownNameError: a row has a place, a component or a type of decision nobody knows.

        """
        days = numbers(batch.column(date_fact), pa.date32())
        stretch = np.searchsorted(self._turns, days, side="right")
        header = [read_words(batch, name, is_token=False) for name in DECISION]
        key, width = stretch, len(self._turns) + 1
        for words in header:
            key = key + width * (words.index + 1)
            width *= len(words.cells) + 1
        different = pa.array(key).dictionary_encode()
        inverse = different.indices.to_numpy().astype(np.int64)
        # Any row that asks a question stands for all that do.
        row = np.zeros(len(different.dictionary), np.int64)
        row[inverse] = np.arange(len(inverse))
        said = [
            [(*words.cells, "")[cell] for cell in words.index[row].tolist()] for words in header
        ]
        asked = map(Asked, *said, stretch[row].tolist())
        on = (FIRST + timedelta(days=day) for day in days[row].tolist())
        distinct = tuple(self._standings(*each) for each in zip(asked, on, strict=True))
        return Governed(distinct=distinct, inverse=inverse)

    def _standings(self, asked: Asked, on: date) -> Table[str, Standing]:
        """Return how every instrument stood, asked on any one day of a stretch."""
        known = self._known.get(asked)
        if known is None:
            vocabulary = self.library.words.vocabulary
            question = Question(
                on=on,
                known_on=self.known_on,
                component=vocabulary.component(asked.component) if asked.component else "",
                decision=vocabulary.decision(asked.decision) if asked.decision else "",
                place=_place(asked.place) if asked.place else None,
            )
            lines = governing_lines(self.library.instruments.values(), question, vocabulary)
            known = self._known[asked] = MappingProxyType(standings(lines))
        return known


def _place(named: str) -> Place:
    place = read_place(named)
    if place is None:
        kind = "place"
        raise UnknownNameError(kind, named, place_codes())
    return place


def _turns(instruments: Collection[Instrument]) -> set[int]:
    """Return every day on which an event of some instrument begins, or may have begun, or ends."""
    return {
        (day - FIRST).days
        for instrument in instruments
        for event in instrument.events
        for day in (event.start, event.latest_start, event.end)
        if day is not None
    }
