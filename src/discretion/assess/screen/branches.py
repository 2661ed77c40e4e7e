"""The ways in which the law may stand: each instrument of unknown status in force, and not.

Every combination is tried, so that what is most restrictive among them is exact.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping as Table
from itertools import product

from discretion.frozen import dataclass
from discretion.law.governing import GoverningLine
from discretion.law.standing import on_clock
from discretion.law.standing import standings
from discretion.rules.rule import Pack
from discretion.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """How each instrument stood on which the rules of a screen rest, in the order of the rules.

    `governs` is false for an instrument that had not been issued, that does not address whoever
    acts, or that no pack describes. `lines` say why.
    """

    governs: Table[str, Truth]
    lines: tuple[GoverningLine, ...]

    @property
    def certain(self) -> frozenset[str]:
        """The instruments that governed."""
        return frozenset(name for name, each in self.governs.items() if each is Truth.TRUE)

    @property
    def open(self) -> tuple[str, ...]:
        """The instruments of which nobody knows whether they governed."""
        return tuple(name for name, each in self.governs.items() if each is Truth.UNKNOWN)

    @property
    def widest(self) -> frozenset[str]:
        """All that governed, and all that may have."""
        return self.certain.union(self.open)

    def ways(self) -> Iterator[frozenset[str]]:
        """Yield what governed in every way in which the law may stand."""
        for chosen in product((True, False), repeat=len(self.open)):
            picked = zip(self.open, chosen, strict=True)
            yield self.certain.union(name for name, is_on in picked if is_on)


def standings_of(pack: Pack, lines: Iterable[GoverningLine]) -> Standings:
    """Return how the instruments stood on which the rules of a screen rest."""
    rested_on = dict.fromkeys(name for rule in pack.rules.values() for name in rule.rests_on)
    clock = pack.instrument.clock
    listed = tuple(on_clock(line, clock) for line in lines if line.instrument in rested_on)
    stood = standings(listed)
    governs = {name: stood[name].governs if name in stood else Truth.FALSE for name in rested_on}
    return Standings(governs=governs, lines=listed)
