"""Finding signals in a facts table: each place's fullest day, against its own other days."""

from collections.abc import Iterator
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from discretion.caseload.importing.texts import Texts
from discretion.caseload.signals.methods import Methods
from discretion.caseload.signals.methods import folded
from discretion.caseload.signals.signal import Found
from discretion.caseload.signals.signal import OtherDays
from discretion.caseload.signals.signal import Signal
from discretion.caseload.signals.signal import View
from discretion.errors import FilesRefusedError
from discretion.errors import Problem
from discretion.frozen import dataclass

DAY, METHOD, COMPONENT = "decision_date", "group_method", "decision_component"
PLACES = {View.LANDMARK: "group_landmark", View.OFFICE: "group_office"}
"""The columns of places, by the view that they give."""
READ = (DAY, METHOD, COMPONENT, *PLACES.values())
"""All that is ever read of a table: no fact, no trait, no number of a person."""
EPOCH = date(1970, 1, 1)
NO_PLACES = Problem(
    code="no_places",
    message="the table says neither a landmark nor an office, so no place has days to compare",
    help="keep such a column as `landmark` or `office` under `groups:` of the mapping",
)
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of one column, each once by its folded form, and which of them each row has.

    INVARIANT first is unsaid: the name at place 0 is empty.
    """

    shown: tuple[str, ...]
    codes: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A table laid out for counting: day, method and places of each row as numbers."""

    days: Numbers
    methods: Names
    counts: Flags
    places: dict[View, Names]


def read_signals(path: Path, methods: Methods) -> Found:
    """Return every signal of a file of facts, of which only days, methods and places are read.

    Args:
        path: the facts that an import wrote.
        methods: how the codes of methods are sorted.

    Raises:
        FilesRefusedError: the table names no places.

    """
    present = [name for name in READ if name in pq.read_schema(path).names]
    return find_signals(pq.read_table(path, columns=present), methods)


def find_signals(table: pa.Table, methods: Methods) -> Found:
    """Return every signal of a facts table: days that exceed all other days of their place.

    Only arrests count whose method does; a row without a code of a method counts. A row that does
    not name a landmark has no landmark to be compared with; the rows that name no office are
    compared with each other, day by day.

    Args:
        table: the facts table; columns other than days, methods and places are not looked at.
        methods: how the codes of methods are sorted.

    Raises:
        FilesRefusedError: the table names no places.

    """
    laid = _lay_out(table, methods)
    if not laid.places:
        raise FilesRefusedError((NO_PLACES,))
    seen = {view: _View(laid, view, methods) for view in laid.places}
    codes = laid.methods.shown[1:]
    return Found(
        signals=tuple(signal for each in seen.values() for signal in each.signals()),
        methods=methods,
        rows=table.num_rows,
        counted=int(laid.counts.sum()),
        views=tuple(seen),
        places=tuple(each.number for each in seen.values()),
        tied=tuple(each.tied for each in seen.values()),
        unplaced=tuple(each.unplaced for each in seen.values()),
        unsorted=tuple(sorted(code for code in codes if not methods.is_sorted(code))),
        has_methods=bool(codes),
        component=_only(table),
        first=_day(laid.days.min()) if table.num_rows else None,
        last=_day(laid.days.max()) if table.num_rows else None,
    )


class _View:
    """The rows that count, by place and day, under one way to tell places apart."""

    def __init__(self, laid: Laid, view: View, methods: Methods) -> None:
        self._laid, self._view, self._methods = laid, view, methods
        self._names = laid.places[view]
        self._span = int(laid.days.max()) + 1 if len(laid.days) else 1
        keys = self._names.codes * self._span + laid.days
        said = self._names.codes > 0 if view is View.LANDMARK else np.ones_like(laid.counts)
        self.unplaced = int((laid.counts & (self._names.codes == 0)).sum())
        self._order = np.argsort(keys, kind="stable")
        self._sorted = keys[self._order]
        self._keys, self._rows = np.unique(keys[laid.counts & said], return_counts=True)
        self._starts = np.flatnonzero(np.diff(self._keys // self._span, prepend=-1))
        self.number, self.tied = len(self._starts), 0

    def signals(self) -> Iterator[Signal]:
        """Yield the signal of each place that has one, and count the places whose days tie."""
        for start, end in pairwise((*self._starts.tolist(), len(self._keys))):
            rows = self._rows[start:end]
            fullest = int(rows.argmax())
            others = np.delete(rows, fullest)
            if len(others) and int(others.max()) == int(rows[fullest]):
                self.tied += 1
                continue
            keys = np.delete(self._keys[start:end], fullest)
            yield self._signal(int(self._keys[start + fullest]), self._others(keys, others))

    def _others(self, keys: Numbers, rows: Numbers) -> OtherDays:
        if not len(rows):
            return OtherDays(number=0, largest=None, median=None, next_on=None)
        largest = int(rows.max())
        alike = keys[rows == largest]
        return OtherDays(
            number=len(rows),
            largest=largest,
            median=int(np.sort(rows)[(len(rows) - 1) // 2]),
            next_on=_day(alike[0] % self._span) if len(alike) == 1 else None,
        )

    def _signal(self, key: int, others: OtherDays) -> Signal:
        laid = self._laid
        first, last = np.searchsorted(self._sorted, (key, key + 1))
        there = self._order[first:last]
        counted = there[laid.counts[there]]
        codes, numbers = np.unique(laid.methods.codes[counted], return_counts=True)
        counts = {laid.methods.shown[code]: int(n) for code, n in zip(codes, numbers, strict=True)}
        beside = [name for view, name in laid.places.items() if view is not self._view]
        spread = np.unique(beside[0].codes[counted]) if beside else np.zeros(0, np.int64)
        return Signal(
            view=self._view,
            place=self._names.shown[key // self._span],
            day=_day(key % self._span),
            rows=len(counted),
            methods=tuple(sorted(counts.items())),
            coded_worksite=sum(
                n for code, n in counts.items() if self._methods.says_worksite(code)
            ),
            set_apart=len(there) - len(counted),
            spread=int((spread > 0).sum()),
            is_partly_unnamed=bool((spread == 0).any()),
            others=others,
        )


def _lay_out(table: pa.Table, methods: Methods) -> Laid:
    codes = _names(table, METHOD)
    counts = np.array([methods.counts(code) for code in codes.shown], dtype=np.bool_)
    places = {view: _names(table, name) for view, name in PLACES.items()}
    return Laid(
        days=table[DAY].combine_chunks().cast(pa.int32()).to_numpy().astype(np.int64),
        methods=codes,
        counts=counts[codes.codes],
        places={view: names for view, names in places.items() if len(names.shown) > 1},
    )


def _names(table: pa.Table, name: str) -> Names:
    """Return the names of a column, folded; those of a column that is not there are all unsaid."""
    if name not in table.column_names:
        return Names(shown=("",), codes=np.zeros(table.num_rows, dtype=np.int64))
    texts = Texts(table.select([name]).unify_dictionaries()[name].combine_chunks())
    places, shown = {"": 0}, [""]
    codes: list[int] = []
    for text in texts.distinct:
        key = folded(text)
        if key not in places:
            places[key] = len(shown)
            shown.append(" ".join(text.split()))
        codes.append(places[key])
    return Names(shown=tuple(shown), codes=_at(codes, texts.indices))


def _at(codes: Sequence[int], indices: Numbers) -> Numbers:
    """Return the code of each row; a table without rows has none."""
    found: Numbers = np.array(codes, dtype=np.int64)[indices]
    return found


def _only(table: pa.Table) -> str:
    """Return the one component that all rows name, empty where they name several or none."""
    if COMPONENT not in table.column_names:
        return ""
    found = [text for text in table[COMPONENT].unique().to_pylist() if text]
    return found[0] if len(found) == 1 else ""


def _day(number: int) -> date:
    return EPOCH + timedelta(days=int(number))
