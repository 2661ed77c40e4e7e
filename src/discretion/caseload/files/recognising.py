"""Which mapping a sheet fits, and where its header stands: by the names of its headers alone."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from discretion.caseload.files.sheets import Sheet
from discretion.caseload.headings import Headings
from discretion.caseload.headings import find_headings
from discretion.caseload.mapping import Mapping
from discretion.frozen import dataclass

MOST_NAMED = 6
"""How many headers a refusal names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A sheet with the mapping that it fits: the place of its header, and where each stands."""

    sheet: Sheet
    mapping: Mapping
    below: int
    headings: Headings


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """A sheet that no mapping fits, and the mapping that comes nearest, None where none does."""

    sheet: Sheet
    mapping: Mapping | None
    missing: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def says(self) -> str:
        """Why no mapping fits, as a sentence goes on with it."""
        if self.mapping is None:
            return "none of its first lines holds a header that a mapping knows"
        day = self.mapping.decision.date
        lacks_day = day in self.missing
        others = [name for name in self.missing if name != day]
        named = ", ".join(f"`{name}`" for name in others[:MOST_NAMED])
        more = len(others) - MOST_NAMED
        rest = f" and {more} more" if more > 0 else ""
        if not lacks_day:
            return f"`{self.mapping.id}` comes nearest, and misses {named}{rest}"
        besides = f", nor has it {named}{rest}" if named else ""
        return (
            f"`{self.mapping.id}` comes nearest, and it has no column `{day}`, which would give "
            f"the day of each decision{besides}"
        )


def recognise(several: Sequence[Sheet], mappings: Iterable[Mapping]) -> Fit | Unfit:
    """Return the mapping that a table fits best.

    Args:
        several: the table, once for each way in which its lines can be taken apart.
        mappings: the mappings that it may fit.

    """
    tried = [fit for mapping in mappings for sheet in several for fit in _tried(sheet, mapping)]
    fitting = [fit for fit in tried if not fit.headings.missing]
    if fitting:
        return max(fitting, key=_known)
    nearest = max(tried, key=_known, default=None)
    if nearest is None or not nearest.headings.places:
        return Unfit(sheet=several[0], mapping=None, missing=(), found=())
    return Unfit(
        sheet=nearest.sheet,
        mapping=nearest.mapping,
        missing=nearest.headings.missing,
        found=tuple(nearest.headings.places),
    )


def _tried(sheet: Sheet, mapping: Mapping) -> Iterator[Fit]:
    for place, line in enumerate(sheet.lines):
        headings = find_headings(line, mapping.origin, mapping.quarantine)
        if headings.places:
            yield Fit(sheet=sheet, mapping=mapping, below=place, headings=headings)


def _known(fit: Fit) -> tuple[int, int]:
    """Return how well a mapping fits: how many headers it knows, and how few it does not."""
    return len(fit.headings.places), -len(fit.headings.new)
