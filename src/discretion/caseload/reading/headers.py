"""The headers of a table as a mapping asks for them: known, typed, not protected, in one place."""

from collections.abc import Iterable
from collections.abc import Mapping as Table

from discretion.caseload.columns import Column
from discretion.caseload.columns import ColumnType
from discretion.caseload.columns import source_dictionary
from discretion.caseload.columns import word_of
from discretion.caseload.reading.traits import protected_column
from discretion.caseload.reading.traits import trait_named
from discretion.entries import nothing
from discretion.errors import nearest
from discretion.facts.protected import Protected
from discretion.frozen import replace
from discretion.source import Node
from discretion.source import Report


def report_protected(field: str, at: Node | None, report: Report) -> None:
    """Report a field of a JSON column that holds a protected trait where none may be read."""
    report.error(
        "protected_column",
        at,
        f"the field `{field}` holds a protected trait, which is never an input",
        "take it out; only what the dictionary allows beside a trait may read it",
    )


class Headers:
    """The columns of one mapping file while it is read: which there are, and which it reads."""

    def __init__(
        self,
        columns: Table[str, Column],
        protected: Protected,
        report: Report,
        also: Table[str, tuple[str, ...]] | None = None,
    ) -> None:
        """Take every header of the table, typed, in its order.

        Args:
            columns: each header with its column.
            protected: the traits that no column may carry into a fact.
            report: where problems go.
            also: how other releases spell a header.

        """
        self.also = nothing() if also is None else also
        self.columns = columns
        self.protected = protected
        self.report = report
        self.dictionary = source_dictionary(columns.values())
        self.read: dict[str, Column] = {}
        self.grouped: dict[str, Column] = {}

    def group(self, word: str, name: str, at: Node | None) -> None:
        """Keep a column as a group, by which reports are cut; no fact and no condition reads it.

        Args:
            word: what the group is.
            name: the header.
            at: where the mapping file names it.

        """
        column = self._open(name, at, (ColumnType.TEXT,))
        if column is not None:
            self.grouped[word] = column

    def ask(
        self,
        name: str,
        at: Node | None,
        types: Iterable[ColumnType],
        withheld: Iterable[str] = (),
        *,
        beside: bool = False,
    ) -> Column | None:
        """Return a column that the mapping reads, or None with the problem in the report.

        Args:
            name: the header.
            at: where the mapping file names it.
            types: the types that serve here.
            withheld: words that mean, in this column, that something was taken out.
            beside: it feeds a fact that the dictionary allows beside a protected trait, which may
                look at a relative's.

        """
        column = self._open(name, at, types, beside=beside)
        if column is not None:
            asked = self.read.get(name, column)
            self.read[name] = replace(asked, withheld=asked.withheld | frozenset(withheld))
        return column

    def _open(
        self, name: str, at: Node | None, types: Iterable[ColumnType], *, beside: bool = False
    ) -> Column | None:
        """Return a column that may be read as one of some types, None with its problem told."""
        column = self.columns.get(name)
        if column is None:
            self.report.error(
                "unknown_column",
                at,
                f"`{name}` is none of the headers",
                nearest(name, self.columns) or "add it under `source: headers:`",
            )
            return None
        trait_of = protected_column if beside else trait_named
        for spelling in (name, *self.also.get(name, ())):
            if trait_of(spelling, self.protected) is not None:
                self.report.error(
                    "protected_column",
                    at,
                    f"the column `{spelling}` holds a protected trait, which is never an input",
                    "list it under `quarantine:`, where an audit of outcomes can find it",
                )
                return None
        allowed = tuple(types)
        if column.type not in allowed:
            words = " or ".join(kind.value for kind in allowed)
            self.report.error(
                "wrong_column_type",
                at,
                f"the column `{name}` holds {column.type.value}, and {words} is needed here",
                f"type it under `columns:` as {words}, if that is what it holds",
            )
            return None
        return column

    def named(self, word: str) -> str:
        """Return the header that a condition writes as this word, the word itself if none does."""
        return next((name for name in self.columns if word_of(name) == word), word)

    def check_places(self, quarantine: tuple[str, ...], ignore: tuple[str, ...]) -> None:
        """Report every header without a place, or with two, and every place without a header."""
        for place in (quarantine, ignore):
            for name in place:
                if name not in self.columns:
                    self.report.error(
                        "unknown_column",
                        None,
                        f"`{name}` is none of the headers",
                        nearest(name, self.columns) or "add it under `source: headers:`",
                    )
        grouped = {column.name for column in self.grouped.values()}
        for name in self.columns:
            is_read = name in self.read or name in grouped
            places = is_read + (name in quarantine) + (name in ignore)
            if places > 1:
                self.report.error(
                    "column_twice_placed",
                    None,
                    f"the column `{name}` has two places",
                    "it is mapped or a group, quarantined or ignored, and one of these alone",
                )
            elif not places:
                self.report.warning(
                    "column_unmapped",
                    None,
                    f"the column `{name}` is neither mapped, quarantined nor ignored",
                    "it is not read: give it a place",
                )
