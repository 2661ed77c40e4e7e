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


class Stood(NamedTuple):
    """How one instrument stood for every question that was asked, in their order."""

    true: Mask
    known: Mask
    without_effect: dict[tuple[str, ...], Mask]


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
        self._asked: dict[Asked, int] = {}
        self._stood: list[dict[str, Standing]] = []
        self._standing: dict[str, Stood] = {}

    def of(self, batch: Any) -> Governed:  # noqa: ANN401  # a batch of Arrow
        """Return what governed each row of a batch.

        Raises:
            UnknownNameError: a row has a place, a component or a type of decision nobody knows.

        """
        which = self._questions(batch)
        asked = np.bincount(which, minlength=len(self._stood)) > 0
        return Governed(
            governs=MappingProxyType(
                {
                    name: boolean_column(stood.true[which], stood.known[which])
                    for name, stood in self._standing.items()
                }
            ),
            without_effect=MappingProxyType(
                {
                    name: MappingProxyType(
                        {
                            parts: where[which]
                            for parts, where in stood.without_effect.items()
                            if (where & asked).any()
                        }
                    )
                    for name, stood in self._standing.items()
                }
            ),
        )

    def _questions(self, batch: Any) -> Numbers:  # noqa: ANN401  # a batch of Arrow
        """Return which question each row asks, by its number among all that were ever asked."""
        days = numbers(batch.column(DAY), pa.date32())
        stretch = np.searchsorted(self._turns, days, side="right")
        header = [read_words(batch, name, is_token=False) for name in HEADER]
        key, base = stretch, len(self._turns) + 1
        for words in header:
            key = key + base * (words.index + 1)
            base *= len(words.cells) + 1
        different = pa.array(key).dictionary_encode()
        which = different.indices.to_numpy()
        one_row = np.zeros(len(different.dictionary), np.int64)
        one_row[which] = np.arange(len(which))
        before = len(self._stood)
        said = [
            [(*words.cells, "")[cell] for cell in words.index[one_row].tolist()] for words in header
        ]
        first_days = (FIRST + timedelta(days=each) for each in days[one_row].tolist())
        asked = map(Asked, *said, stretch[one_row].tolist())
        numbered = [self._number(*each) for each in zip(asked, first_days, strict=True)]
        if len(self._stood) > before or not self._standing:
            self._standing = {each.id: _stood(each.id, self._stood) for each in self.instruments}
        of_rows: Numbers = np.array(numbered, np.int64)[which]
        return of_rows

    def _number(self, asked: Asked, day: date) -> int:
        """Return the number of a question, asked on any one day of its stretch if it is new."""
        found = self._asked.get(asked)
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
            found = self._asked[asked] = len(self._stood)
            self._stood.append(standings(lines))
        return found


def _stood(name: str, questions: list[dict[str, Standing]]) -> Stood:
    """Return how one instrument stood for every question."""
    stood = [each.get(name, NOTHING) for each in questions]
    parts = dict.fromkeys(each.without_effect for each in stood if each.without_effect)
    return Stood(
        true=np.array([each.governs is Truth.TRUE for each in stood], np.bool_),
        known=np.array([each.governs is not Truth.UNKNOWN for each in stood], np.bool_),
        without_effect={
            out: np.array([each.without_effect == out for each in stood], np.bool_) for out in parts
        },
    )


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
