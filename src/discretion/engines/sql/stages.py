"""Stages: what is read more than once becomes a column once, in its order.

A rule that names rules, a fact that follows from facts, and what is found in a list stand as
columns of a stage before the one that reads them. So the text grows with the rules, and not with
the ways through them. Equal pieces are one column, whoever asks for them.
"""

from collections.abc import Iterable
from collections.abc import Mapping as Table

from discretion.engines.sql.dialect import Dialect
from discretion.engines.sql.written import SAME_EVERYWHERE
from discretion.engines.sql.written import Sql
from discretion.engines.sql.written import joined
from discretion.engines.sql.written import written


class Stages:
    """The columns of one query by stage; the names that the source may use are never taken."""

    def __init__(self, dialect: Dialect, source: str, reserved: Iterable[str]) -> None:
        """Take the dialect, what stands after FROM, and the names that are somebody's."""
        self.dialect = dialect
        self.source = source
        self._taken = {name.casefold() for name in reserved}
        self._read: dict[str, Sql] = {}
        self._columns: dict[Sql, Sql] = {}
        self._plain: set[Sql] = set()

    def free_name(self, wanted: str) -> str:
        """Return a name that nobody has, the one wanted where that is so, and take it.

        No database here tells names apart by their capitals alone.
        """
        name, number = wanted, 1
        while name.casefold() in self._taken:
            number += 1
            name = f"{wanted}_{number}"
        self._taken.add(name.casefold())
        return name

    def read(self, name: str) -> Sql:
        """Return a column of the source."""
        column = self._read.setdefault(name.casefold(), self.dialect.identifier(name))
        self._plain.add(column)
        return column

    def column(self, name: str, piece: Sql) -> Sql:
        """Return a piece as a column of its own, by the name wanted or one like it."""
        if piece in SAME_EVERYWHERE or piece in self._plain:
            return piece
        found = self._columns.get(piece)
        if found is None:
            named = self.dialect.identifier(self.free_name(name))
            found = self._columns[piece] = Sql(named.text, piece.stage + 1)
            self._plain.add(found)
        return found

    def select(self, asked: Table[str, Sql], carry: Iterable[str] = ()) -> str:
        """Return the whole query.

        Args:
            asked: the columns of the answer by name.
            carry: columns of the source that come first in the answer.

        """
        kept = [self.read(name) for name in carry]
        named = [
            written("{} AS {}", piece, self.dialect.identifier(name))
            for name, piece in asked.items()
        ]
        answer = joined(",\n  ", [*kept, *named])
        stages = [joined(", ", self._read.values()), *self._made(answer.stage)]
        lines = [
            f"{_stage(place)} AS (\n  SELECT {text.text}\n  FROM {self._before(place)}\n)"  # noqa: S608  # every piece is quoted
            for place, text in enumerate(stages)
        ]
        ctes = ",\n".join(lines)
        return f"WITH {ctes}\nSELECT\n  {answer.text}\nFROM {_stage(len(stages) - 1)}"

    def _made(self, last: int) -> Iterable[Sql]:
        for stage in range(last):
            columns = [
                written("{} AS {}", piece, Sql(column.text))
                for piece, column in self._columns.items()
                if piece.stage == stage
            ]
            yield joined(",\n    ", [Sql("*"), *columns])

    def _before(self, place: int) -> str:
        return _stage(place - 1) if place else self.source


def _stage(place: int) -> str:
    return f"stage_{place}"
