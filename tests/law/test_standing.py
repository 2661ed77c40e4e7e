"""How an instrument stood, taken together from its lines for each component and part."""

import pytest

from discretion.frozen import replace
from discretion.law.governing import GoverningLine
from discretion.law.standing import Standing
from discretion.law.standing import is_within
from discretion.law.standing import standings
from discretion.truth import Truth
from tests.documents.samples import LINE

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def line(part: str, governs: Truth, component: str = "CBP") -> GoverningLine:
    return replace(LINE, instrument="memo", part=part, component=component, governs=governs)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((), Standing(governs=T)),
        ((("B", F),), Standing(governs=T, without_effect=("B",))),
        ((("B", U),), Standing(governs=U)),
        ((("B", F), ("C", U)), Standing(governs=U, without_effect=("B",))),
        ((("B", U), ("B", F)), Standing(governs=T, without_effect=("B",))),
        ((("", F),), Standing(governs=F)),
        ((("", U),), Standing(governs=U)),
    ],
)
def test_a_part_that_did_not_govern_leaves_the_rest_as_it_was(
    parts: tuple[tuple[str, Truth], ...], expected: Standing
) -> None:
    """A part out of effect is told and makes nothing uncertain; one in doubt makes all of it so."""
    lines = [line("", T), *(line(part, governs) for part, governs in parts)]

    assert {"memo": expected} == standings(lines)


def test_a_part_is_out_of_effect_only_where_it_was_for_every_component() -> None:
    lines = [line("", T), line("B", F), line("C", F), line("", T, "ICE"), line("C", F, "ICE")]

    assert {"memo": Standing(governs=T, without_effect=("C",))} == standings(lines)


@pytest.mark.parametrize("first", ["CBP", "ICE"])
def test_an_instrument_governed_where_it_did_for_any_component(first: str) -> None:
    lines = [line("", T, first), line("", F, "USCIS")]

    assert T is standings(lines)["memo"].governs


@pytest.mark.parametrize(
    ("part", "expected"), [("B", True), ("B.1", True), ("BB", False), ("", False), ("C.B", False)]
)
def test_what_lies_in_a_part_goes_with_it(part: str, expected: object) -> None:
    assert is_within(part, ("A", "B")) is expected
