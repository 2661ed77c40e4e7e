"""Missing facts and duties side by side: under all, and under some alone."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence

from discretion import DutiesBeside
from discretion import MissingBeside
from discretion import SideBySide
from discretion.cli.text.layout import subheading
from discretion.cli.text.missing import DUTY_STATES
from discretion.cli.text.missing import duty_text
from discretion.cli.text.sides.words import letters
from discretion.cli.text.sides.words import told

BOTH = 2
"""How many instruments are called both; more are called all."""
OWED = frozenset(("owed", "owed_unless_shown"))
"""The states in which a duty is owed, whatever could still show otherwise."""


def show_missing_beside(beside: SideBySide) -> Iterator[str]:
    """Yield what is missing under all and under some alone; in full what could change an outcome.

    The rest is counted, because each assessment lists it.
    """
    yield subheading("Missing facts side by side")
    if not beside.missing:
        yield told("Nothing that is missing could change a finding under any of them.")
        return
    for named, rows in _grouped(beside):
        yield told(f"Missing {_under(named, beside)}:")
        telling = [row for row in rows if "outcome" in row.bears_on]
        for row in telling:
            where = _outcomes(row, named, beside)
            yield told(f"{row.question} (could change the outcome{where})", bullet="- ")
        rest = len(rows) - len(telling)
        if rest:
            yield told(_rest(rest, further=bool(telling)), bullet="- ")


def _rest(count: int, *, further: bool) -> str:
    facts = "fact" if count == 1 else "facts"
    more = "further " if further else ""
    return f"{count} {more}{facts} that could change no outcome; the assessments below list them."


def _outcomes(row: MissingBeside, named: Sequence[str], beside: SideBySide) -> str:
    """Return under which of several instruments a missing fact could change the outcome."""
    pairs = zip(letters(beside), row.bears_on, strict=True)
    under = [letter for letter, what in pairs if what == "outcome"]
    return "" if len(named) == 1 else f" under {_joined(under)}"


def _grouped(beside: SideBySide) -> Iterator[tuple[tuple[str, ...], list[MissingBeside]]]:
    """Yield the missing facts by the instruments that lack them, those of all of them first."""
    groups: dict[tuple[str, ...], list[MissingBeside]] = {}
    for row in beside.missing:
        pairs = zip(letters(beside), row.bears_on, strict=True)
        groups.setdefault(tuple(letter for letter, what in pairs if what), []).append(row)
    for named in sorted(groups, key=lambda each: (-len(each), each)):
        yield named, groups[named]


def show_duties_beside(beside: SideBySide) -> Iterator[str]:
    """Yield the duties that are owed under some instruments, and what becomes of them elsewhere."""
    owed = [group for group in beside.duties if OWED.intersection(group.states)]
    if not owed:
        return
    yield subheading("Duties side by side")
    groups: dict[tuple[int, str], list[DutiesBeside]] = {}
    for group in owed:
        fewer = sum(state not in OWED for state in group.states)
        groups.setdefault((fewer, _lead(group, beside)), []).append(group)
    for place in sorted(groups):
        yield told(place[1])
        for group in groups[place]:
            yield from _duties(group, beside)


def _lead(group: DutiesBeside, beside: SideBySide) -> str:
    """Return under which instruments duties are owed, and under which nothing tells whether."""
    owed, unknown, unstated = (
        [letter for letter, state in zip(letters(beside), group.states, strict=True) if state in of]
        for of in (OWED, {"unknown"}, {"not_stated"})
    )
    parts = [f"under {_joined(owed)}" if unknown or unstated else _under(owed, beside)]
    if unknown:
        parts.append(f"not known whether under {_joined(unknown)}")
    if unstated:
        parts.append(f"not stated whether under {_joined(unstated)}")
    return f"Owed {', '.join(parts)}:"


def _duties(group: DutiesBeside, beside: SideBySide) -> Iterator[str]:
    for letter, side, duties in zip(letters(beside), beside.sides, group.duties, strict=True):
        rules = {finding.rule.id: finding.rule for finding in side.assessment.findings}
        for duty in duties:
            if duty.state in DUTY_STATES:
                yield told(f"{letter}: {duty_text(duty, rules[duty.rule])}", bullet="- ")


def _under(named: Sequence[str], beside: SideBySide) -> str:
    if len(named) == len(beside.sides):
        return "under both" if len(named) == BOTH else "under all"
    return f"under {_joined(named)} alone"


def _joined(named: Iterable[str]) -> str:
    *first, last = named
    return f"{', '.join(first)} and {last}" if first else last
