"""Bitmaps of Arrow are read wherever they begin and end."""

from random import Random

import numpy as np
import pyarrow as pa
import pytest

from discretion.engines.bitmap.planes import bits_at
from discretion.engines.bitmap.planes import count_rows
from discretion.engines.bitmap.planes import known_in
from discretion.engines.bitmap.planes import packed
from discretion.engines.bitmap.planes import unpacked
from discretion.engines.bitmap.planes import whole


@pytest.mark.parametrize("offset", range(18))
@pytest.mark.parametrize("rows", [0, 1, 7, 8, 9, 16, 17, 40])
def test_a_bitmap_is_read_from_any_bit_on(offset: int, rows: int) -> None:
    """A plane holds the bits from any place on, and none behind its last row."""
    random = Random(offset * 100 + rows)
    bits = [random.random() < 0.5 for _ in range(offset + rows)]
    behind = [True] * random.randrange(20)
    buffer = np.packbits([*bits, *behind], bitorder="little").tobytes()
    plane = bits_at(buffer, offset, rows)

    assert bits[offset:] == unpacked(plane, rows).tolist()
    assert sum(bits[offset:]) == count_rows(plane)


@pytest.mark.parametrize("rows", [0, 1, 8, 11])
def test_a_whole_plane_is_one_of_every_row(rows: int) -> None:
    assert packed(np.ones(rows, np.bool_)).tolist() == whole(rows).tolist()
    assert rows == count_rows(whole(rows))


def test_rows_without_a_cell_are_not_known() -> None:
    array = pa.array([True, None, False, None, True])
    known = known_in(array.slice(1))

    assert known is not None
    assert [False, True, False, True] == unpacked(known, 4).tolist()
    assert known_in(array.slice(2, 1)) is None
    assert known_in(pa.nulls(3)) is not None
