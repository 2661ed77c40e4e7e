"""Which figures were published with more than one value."""

from collections.abc import Iterable

from discretion.caseload.restated.figures import Figure
from discretion.caseload.restated.figures import Published
from discretion.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Restated:
    """One figure with every place in which it was published, of which two differ at least."""

    figure: Figure
    published: tuple[Published, ...]

    @property
    def says(self) -> str:
        """What was published where, as a sentence."""
        of = self.figure
        places = "; ".join(
            f"{each.value:,} in {each.file} ({each.sheet}, {each.cell})" for each in self.published
        )
        return f"{of.table}, {of.what}, {of.year}: {places}"


def restated_in(several: Iterable[Published]) -> tuple[Restated, ...]:
    """Return the figures that were published with more than one value, in the order met.

    Args:
        several: the figures of some workbooks, in the order of the workbooks.

    """
    found: dict[Figure, list[Published]] = {}
    for each in several:
        found.setdefault(each.figure, []).append(each)
    return tuple(
        Restated(figure=figure, published=tuple(places))
        for figure, places in found.items()
        if len({place.value for place in places}) > 1
    )
