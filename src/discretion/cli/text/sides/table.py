"""The table of topics: what each instrument says of this case, and whether they say the same."""

from collections.abc import Iterator
from collections.abc import Sequence
from textwrap import wrap

from discretion import SideBySide
from discretion import TopicBeside
from discretion.cli.text.layout import capital
from discretion.cli.text.layout import subheading
from discretion.cli.text.sides.words import RELATIONS
from discretion.cli.text.sides.words import columns
from discretion.cli.text.sides.words import label
from discretion.cli.text.sides.words import letters
from discretion.cli.text.sides.words import state
from discretion.cli.text.sides.words import told

CELL = 12
"""Columns for what one instrument says, or for how they relate, with the space after it."""
NARROWEST = 20
"""Columns that the names of topics need; with fewer, topics are told one by one."""


def show_topics(beside: SideBySide) -> Iterator[str]:
    """Yield the topics on which two or more instruments have rules, then those of one alone."""
    paired = [topic for topic in beside.topics if topic.relation in RELATIONS]
    alone = [topic for topic in beside.topics if topic.relation not in RELATIONS]
    yield subheading("Topic by topic")
    if paired:
        room = columns() - CELL * (len(beside.sides) + 1)
        yield from _table(paired, beside, room) if room >= NARROWEST else _lines(paired, beside)
        yield told("Of several rules on one topic, one that is met is enough.")
    else:
        yield told("There is no topic on which two of them say anything of this case.")
    yield from _alone(alone, beside)
    yield from _left_out(beside)


def _table(topics: Sequence[TopicBeside], beside: SideBySide, room: int) -> Iterator[str]:
    widths = (room, *(CELL,) * (len(beside.sides) + 1))
    yield _row(("Topic", *letters(beside), "Together"), widths)
    yield _row(tuple("-" * (width - 2) for width in widths), widths)
    for topic in topics:
        first, *further = wrap(capital(label(topic)), room - 2)
        states = (state(said, topic.kind) for said in topic.said)
        yield _row((first, *states, RELATIONS[topic.relation]), widths)
        yield from (f"  {line}\n" for line in further)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    pairs = zip(cells, widths, strict=True)
    return f"{''.join(cell.ljust(width) for cell, width in pairs).rstrip()}\n"


def _lines(topics: Sequence[TopicBeside], beside: SideBySide) -> Iterator[str]:
    for topic in topics:
        states = (
            f"{letter} {state(said, topic.kind)}"
            for letter, said in zip(letters(beside), topic.said, strict=True)
            if said.has_rule
        )
        text = f"{capital(label(topic))}: {', '.join(states)}; {RELATIONS[topic.relation]}."
        yield told(text, bullet="- ")


def _alone(topics: Sequence[TopicBeside], beside: SideBySide) -> Iterator[str]:
    """Yield what one instrument alone has a rule on, together where the same is said of it."""
    for number, letter in enumerate(letters(beside)):
        own: dict[str, list[str]] = {}
        for topic in topics:
            if topic.said[number].has_rule:
                own.setdefault(state(topic.said[number], topic.kind), []).append(label(topic))
        if own:
            yield told(f"{letter} alone has rules on:", bullet="- ")
        for word, labels in own.items():
            yield told(f"{word}: {'; '.join(labels)}.", indent="    ", bullet="- ")


def _left_out(beside: SideBySide) -> Iterator[str]:
    counts = [
        f"{side.unpaired} of {letter}"
        for letter, side in zip(letters(beside), beside.sides, strict=True)
        if side.unpaired
    ]
    if counts:
        yield told(
            f"Left out: rules that answer to none of another instrument ({', '.join(counts)}). "
            "They stand in the assessments below.",
            bullet="- ",
        )
