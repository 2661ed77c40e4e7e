"""Words: whether what is left of a yes-no fact, a token or a text is among some words.

A cell of a token may hold several words parted by a bar. Every word is compared as a whole; none
is ever looked for inside another.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from typing import TypeAlias
from typing import TypeGuard

from discretion.engines.sql.source import Cells
from discretion.engines.sql.source import Reader
from discretion.engines.sql.written import FALSE
from discretion.engines.sql.written import SAME_EVERYWHERE
from discretion.engines.sql.written import TRUE
from discretion.engines.sql.written import UNKNOWN
from discretion.engines.sql.written import Sql
from discretion.engines.sql.written import chosen
from discretion.engines.sql.written import joined
from discretion.engines.sql.written import opposite
from discretion.engines.sql.written import some
from discretion.engines.sql.written import truth
from discretion.engines.sql.written import written
from discretion.facts.dictionary import NOMINAL
from discretion.facts.dictionary import Kind
from discretion.rules.condition import Constant
from discretion.rules.condition import Fact
from discretion.rules.condition import Field
from discretion.rules.condition import Term

YES, NO = "yes", "no"
PARTED = "(instr({}, '|') > 0)"
"""Tells that a cell holds several words."""

Nominal: TypeAlias = Fact | Field | Constant


class Words:
    """Writes what is asked of words."""

    def __init__(self, reader: Reader) -> None:
        """Take what reads the columns."""
        self.reader = reader
        self.dialect = reader.dialect

    def is_nominal(self, term: Term, items: str) -> TypeGuard[Nominal]:
        """Tell whether a term is a word: one that is written, or a fact that is said in words."""
        match term:
            case Constant():
                return isinstance(term.value, str)
            case Fact() | Field():
                return self.reader.cells(term, items).kind in NOMINAL
            case _:
                return False

    def among(self, leaf: Nominal, words: Collection[str], items: str) -> Sql:
        """Return whether every word that is left is one of these, none is, or some are."""
        return self._asked(
            leaf, items, lambda word: word in words, lambda cell: self._is_one_of(cell, words)
        )

    def begins(self, leaf: Nominal, prefix: str, items: str) -> Sql:
        """Return whether every text that is left begins so, none does, or some do."""
        beginning = self.dialect.word(prefix)
        return self._asked(
            leaf,
            items,
            lambda word: word.startswith(prefix),
            lambda cell: written(self.dialect.begins, cell, beginning),
        )

    def equal(self, left: Term, right: Term, items: str) -> Sql:
        """Return whether two words are one: of all pairs that are left, of none, or of some."""
        if not self.is_nominal(left, items) or not self.is_nominal(right, items):
            return UNKNOWN
        if isinstance(right, Constant):
            return self.among(left, (str(right.value),), items)
        sets = self._left(left, items), self._left(right, items)
        if UNKNOWN in sets:
            return UNKNOWN
        common = written(self.dialect.have_common, *sets)
        single = joined(" AND ", (written(f"{self.dialect.size} = 1", each) for each in sets))
        return chosen([(opposite(common), FALSE), (single, TRUE)], UNKNOWN)

    def _asked(
        self,
        leaf: Nominal,
        items: str,
        passes: Callable[[str], bool],
        test: Callable[[Sql], Sql],
    ) -> Sql:
        """Return what is asked of a word, of a written one at once."""
        if isinstance(leaf, Constant):
            return truth(passes(str(leaf.value)))
        cells = self.reader.cells(leaf, items)
        if cells.kind not in NOMINAL:
            return UNKNOWN
        unsaid = _unsaid(cells, passes)
        if cells.kind is Kind.YES_NO:
            return self._of_yes_no(cells, passes, unsaid)
        if cells.form is None:
            return unsaid
        cell = self.reader.cell(cells)
        said = test(cell)
        needs_no_cell = said in SAME_EVERYWHERE
        if cells.kind is Kind.TOKEN:
            said = chosen([(written(PARTED, cell), self._of_parts(cell, test))], said)
        if unsaid == UNKNOWN and not needs_no_cell:
            return said
        return chosen([(written("({} IS NULL)", cell), unsaid)], said)

    def _of_yes_no(self, cells: Cells, passes: Callable[[str], bool], unsaid: Sql) -> Sql:
        yes, no = truth(passes(YES)), truth(passes(NO))
        said = unsaid
        if cells.form is not None:
            cell = self.reader.cell(cells)
            if unsaid == UNKNOWN and (yes, no) == (TRUE, FALSE):
                said = cell
            elif unsaid == UNKNOWN and (yes, no) == (FALSE, TRUE):
                said = opposite(cell)
            else:
                said = chosen([(cell, yes), (opposite(cell), no)], unsaid)
        if not cells.is_contested:
            return said
        return chosen([(self.reader.both(cells.name), yes if yes == no else UNKNOWN)], said)

    def _of_parts(self, cell: Sql, test: Callable[[Sql], Sql]) -> Sql:
        """Return what is asked of the several words of a cell."""
        parts = written(self.dialect.parted, cell)
        word = Sql(self.reader.word)
        passing = self.dialect.those(parts, self.reader.word, test(word))
        whole = written(self.dialect.size, parts)
        return written("(CASE {} WHEN 0 THEN FALSE WHEN {} THEN TRUE END)", passing, whole)

    def _is_one_of(self, cell: Sql, words: Collection[str]) -> Sql:
        listed = [self.dialect.word(word) for word in sorted(words)]
        if len(listed) <= 1:
            return some(written("({} = {})", cell, word) for word in listed)
        return written("({} IN ({}))", cell, joined(", ", listed))

    def _left(self, leaf: Nominal, items: str) -> Sql:
        """Return the list of the words that are left, unknown where it may be any text at all."""
        if isinstance(leaf, Constant):
            return self._listed((str(leaf.value),))
        cells = self.reader.cells(leaf, items)
        fact = None if cells.kind is Kind.TEXT else cells.fact
        unsaid = said = UNKNOWN if fact is None else self._listed(fact.words)
        if cells.form is not None:
            said = self._said(cells, self.reader.cell(cells), unsaid)
        if not cells.is_contested:
            return said
        return chosen([(self.reader.both(cells.name), self._listed((NO, YES)))], said)

    def _said(self, cells: Cells, cell: Sql, unsaid: Sql) -> Sql:
        if cells.kind is Kind.YES_NO:
            rows = [(cell, self._listed((YES,))), (opposite(cell), self._listed((NO,)))]
            return chosen(rows, unsaid)
        word = self.dialect.word_list((cell,))
        if cells.kind is Kind.TOKEN:
            word = written(self.dialect.parted, cell)
        return chosen([(written("({} IS NOT NULL)", cell), word)], unsaid)

    def _listed(self, words: Iterable[str]) -> Sql:
        return self.dialect.word_list(self.dialect.word(word) for word in words)


def _unsaid(cells: Cells, passes: Callable[[str], bool]) -> Sql:
    """Return what is asked of a fact of which nothing is said: of every word it can have."""
    if cells.kind is Kind.TEXT or cells.fact is None:
        return UNKNOWN
    found = {passes(word) for word in cells.fact.words}
    return UNKNOWN if len(found) > 1 else truth(True in found)
