"""Masks say of every row exactly what the planes say that they are made of."""

import numpy as np
import pytest

from discretion.caseload.evaluating.masks import words_of
from discretion.caseload.names import MASK_BITS
from discretion.engines.bitmap.planes import Bits


def planes(count: int, rows: int, seed: int) -> list[Bits]:
    random = np.random.default_rng(seed)
    bits = random.integers(0, 2, (count, rows), dtype=np.uint8)
    return list(np.packbits(bits, axis=1, bitorder="little"))


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 28, 63, 64, 65, 130])
@pytest.mark.parametrize("rows", [0, 1, 7, 8, 9, 1_000])
def test_each_bit_of_a_row_is_the_row_of_a_plane(count: int, rows: int) -> None:
    given = planes(count, rows, seed=count * 1_000 + rows)
    expected = [
        [
            sum(
                int(plane[row // 8] >> (row % 8) & 1) << place
                for place, plane in enumerate(given[start : start + MASK_BITS])
            )
            for row in range(rows)
        ]
        for start in range(0, count, MASK_BITS)
    ]

    assert expected == [word.tolist() for word in words_of(given, rows)]
