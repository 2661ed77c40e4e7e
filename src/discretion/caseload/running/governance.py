"""What governed each row of a table on its own day, at its own place and for its own decision.

A table has many rows and asks few different questions of law. Each is asked once: of a place, a
component and a type of decision, for all the days between two on which some event turns.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Table
from datetime import date
from datetime import timedelta
from types import MappingProxyType
from typing import Any
from typing import NamedTuple

import numpy as np
import pyarrow as pa

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
from discretion.truth import Truth
from discretion.vocabulary import Vocabulary

DAY = "decision_date"
PLACE, COMPONENT, TYPE = HEADER = ("decision_place", "decision_component", "decision_type")
"""The columns of a table that say when, where, by whom and what was decided."""
FIRST = date(1970, 1, 1)
"""The day from which Arrow counts days."""
NOTHING = Standing()
"""How an instrument stood of which there was nothing to say: it did not govern."""


class Asked(NamedTuple):
    """One question that rows ask: its words, empty where not said, and a stretch of days."""

    place: str
    component: str
    decision: str
    stretch: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Governed:
    """What governed the rows of one batch.

    `governs` holds, for every instrument, a column of whether it governed, empty where that is
    unknown. `without_effect` maps an instrument to sets of its parts that were certainly without
    effect, each with the rows of which it is so; rows of which no part was are in none.
    """

    governs: Table[str, Any]
    without_effect: Table[str, Table[tuple[str, ...], Mask]]


class Governance:
    """Tells what governed the rows of batches, as known on one day; each question is asked once."""

    def __init__(
        self, instruments: Iterable[Instrument], vocabulary: Vocabulary, known_on: date
    ) -> None:
        """Take the law.

        Args:
            instruments: every instrument that may have governed.
            vocabulary: components, decisions and classes.
            known_on: the last day on which an event could become known that counts.

        """
        self.instruments = tuple(instruments)
        self.vocabulary = vocabulary
        self.known_on = known_on
        self._turns = np.array(sorted(_turns(self.instruments)), np.int64)
        self._stood: dict[Asked, dict[str, Standing]] = {}

    def of(self, batch: Any) -> Governed:  # noqa: ANN401  # a batch of Arrow
        """Return what governed each row of a batch.

        Raises:
            UnknownNameError: a row has a place, a component or a type of decision nobody knows.

        """
        days = numbers(batch.column(DAY), pa.date32())
        questions, which = self._questions(batch, days)
        governs: dict[str, Any] = {}
        without_effect: dict[str, Table[tuple[str, ...], Mask]] = {}
        for instrument in self.instruments:
            stood = [each.get(instrument.id, NOTHING) for each in questions]
            truths = [each.governs for each in stood]
            known = np.array([each is not Truth.UNKNOWN for each in truths], np.bool_)
            true = np.array([each is Truth.TRUE for each in truths], np.bool_)
            governs[instrument.id] = boolean_column(true[which], known[which])
            parts = dict.fromkeys(each.without_effect for each in stood if each.without_effect)
            without_effect[instrument.id] = MappingProxyType(
                {
                    out: np.array([each.without_effect == out for each in stood], np.bool_)[which]
                    for out in parts
                }
            )
        return Governed(
            governs=MappingProxyType(governs), without_effect=MappingProxyType(without_effect)
        )

    def _questions(self, batch: Any, days: Numbers) -> tuple[list[dict[str, Standing]], Numbers]:  # noqa: ANN401  # a batch of Arrow
        """Return how everything stood for each different question, and which one each row asks."""
        key = np.searchsorted(self._turns, days, side="right")
        base = len(self._turns) + 1
        header = [read_words(batch, name, is_token=False) for name in HEADER]
        for words in header:
            key = key + base * (words.index + 1)
            base *= len(words.cells) + 1
        _, first, which = np.unique(key, return_index=True, return_inverse=True)
        asked = []
        for row in first.tolist():
            place, component, decision = (
                words.cells[words.index[row]] if words.known[row] else "" for words in header
            )
            stretch = int(np.searchsorted(self._turns, days[row], side="right"))
            day = FIRST + timedelta(days=int(days[row]))
            asked.append(self._standings(Asked(place, component, decision, stretch), day))
        return asked, which

    def _standings(self, asked: Asked, day: date) -> dict[str, Standing]:
        """Return how every instrument stood, on any one day of a stretch."""
        found = self._stood.get(asked)
        if found is None:
            vocabulary = self.vocabulary
            question = Question(
                on=day,
                known_on=self.known_on,
                component=vocabulary.component(asked.component) if asked.component else "",
                decision=vocabulary.decision(asked.decision) if asked.decision else "",
                place=_place(asked.place) if asked.place else None,
            )
            lines = governing_lines(self.instruments, question, vocabulary)
            found = self._stood[asked] = standings(lines)
        return found


def _place(code: str) -> Place:
    place = read_place(code)
    if place is None:
        kind = "place"
        raise UnknownNameError(kind, code, place_codes())
    return place


def _turns(instruments: Iterable[Instrument]) -> set[int]:
    """Return every day on which some event begins, or may have begun, or ends."""
    return {
        (day - FIRST).days
        for instrument in instruments
        for event in instrument.events
        for day in (event.start, event.latest_start, event.end)
        if day is not None
    }
