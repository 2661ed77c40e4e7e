"""What the language of a peer has to be able to say."""

from collections.abc import Callable
from collections.abc import Sequence
from datetime import date
from typing import Protocol
from typing import TypeAlias
from typing import TypeVar

from discretion.rules.condition import Count
from discretion.rules.condition import Exists
from discretion.rules.condition import ForAll
from discretion.rules.condition import Unit

Made = TypeVar("Made")
"""What a peer's language is written in: text, or its own expressions."""
Listed: TypeAlias = Exists | ForAll | Count


class Language(Protocol[Made]):
    """How a peer writes each node; `and`, `or` and `not` are Kleene's in every one of them."""

    def column(self, name: str) -> Made:
        """Return a column of the table, or of a stage."""

    def field(self, name: str) -> Made:
        """Return a field of the record that a condition is read of."""

    def truth(self, *, value: bool | None) -> Made:
        """Return true, false or, for None, unknown."""

    def constant(self, value: date | int) -> Made:
        """Return a day or a number."""

    def all(self, parts: Sequence[Made]) -> Made:
        """Return whether all parts hold."""

    def any(self, parts: Sequence[Made]) -> Made:
        """Return whether some part holds."""

    def no(self, part: Made) -> Made:
        """Return whether a part does not hold."""

    def compare(self, left: Made, operator: str, right: Made) -> Made:
        """Return a comparison, unknown where a side is unsaid."""

    def among(self, word: Made, words: Sequence[str]) -> Made:
        """Return whether a word is one of several, unknown where it is unsaid."""

    def starts(self, text: Made, prefix: str) -> Made:
        """Return whether a text begins so, unknown where it is unsaid."""

    def first(self, *values: Made) -> Made:
        """Return the first value that is said."""

    def decided(self, surely: Made | None, never: Made | None) -> Made:
        """Return true where one test holds, false where the other does, else unknown."""

    def shifted(self, day: Made, amount: int, unit: Unit) -> Made:
        """Return a day so many days, months or years on."""

    def elapsed(self, start: Made, end: Made, unit: Unit) -> Made:
        """Return the calendar days or the completed years between two days."""

    def listed(self, node: Listed, where: Callable[[], Made] | None) -> Made:
        """Return what is asked of a list; `where` writes the test, None for any record."""
