"""Standing: how an instrument stood for one question, all its parts taken together."""

from collections.abc import Iterable

from discretion.frozen import dataclass
from discretion.frozen import replace
from discretion.law.governing import OPEN_STATUSES
from discretion.law.governing import GoverningLine
from discretion.law.instrument import LEGAL
from discretion.truth import Truth
from discretion.truth import conjunction
from discretion.truth import disjunction
from discretion.truth import truth_of

IN_FORCE = "in_force"
"""The status of what has effect, and on the clock of practice of what is applied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether an instrument governed, and which of its parts certainly did not.

    A part that may have governed leaves the instrument unknown; one that did not leaves the rest
    as it was. A part stands out of effect only where it did for every component asked about.
    """

    governs: Truth = Truth.FALSE
    without_effect: tuple[str, ...] = ()


def is_within(part: str, parts: Iterable[str]) -> bool:
    """Tell whether a part is one of several, or lies in one of them: B.1 lies in B."""
    return any(part == outer or part.startswith(f"{outer}.") for outer in parts)


def on_clock(line: GoverningLine, clock: str) -> GoverningLine:
    """Return a line as it counts on a clock: in practice, nothing stands that is not applied.

    What does not govern by law never does in practice; what nobody has said of the practice leaves
    the law as it is.
    """
    if clock == LEGAL or not line.practice or line.governs is Truth.FALSE:
        return line
    is_open = line.practice in OPEN_STATUSES
    applied = Truth.UNKNOWN if is_open else truth_of(holds=line.practice == IN_FORCE)
    return replace(line, governs=applied)


def standings(lines: Iterable[GoverningLine]) -> dict[str, Standing]:
    """Return how each instrument stood: for any component, and with what of its parts."""
    by_instrument: dict[str, dict[str, list[GoverningLine]]] = {}
    for line in lines:
        by_component = by_instrument.setdefault(line.instrument, {})
        by_component.setdefault(line.component, []).append(line)
    return {name: _standing(tuple(found.values())) for name, found in by_instrument.items()}


def _standing(by_component: tuple[list[GoverningLine], ...]) -> Standing:
    """Return how one instrument stood, from its lines for each component."""
    out = [_without_effect(listed) for listed in by_component]
    governs = [_governs(listed, parts) for listed, parts in zip(by_component, out, strict=True)]
    everywhere = [part for part in out[0] if all(part in others for others in out)]
    return Standing(governs=disjunction(governs), without_effect=tuple(everywhere))


def _without_effect(listed: list[GoverningLine]) -> tuple[str, ...]:
    found = (line.part for line in listed if line.part and line.governs is Truth.FALSE)
    return tuple(dict.fromkeys(found))


def _governs(listed: list[GoverningLine], without_effect: tuple[str, ...]) -> Truth:
    whole = conjunction(line.governs for line in listed if not line.part)
    open_parts = any(
        line.part and line.part not in without_effect and line.governs is Truth.UNKNOWN
        for line in listed
    )
    return Truth.UNKNOWN if whole is Truth.TRUE and open_parts else whole
