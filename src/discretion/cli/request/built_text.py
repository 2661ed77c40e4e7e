"""A packet for a reader: what it asks for, what was written where, and what is still to be done."""

from collections.abc import Iterator

from discretion import NOTHING_SENT
from discretion import BuiltRequest
from discretion import Library
from discretion import WrittenFile
from discretion import long_date
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.request import GateState
from discretion.request import gate_in_words

KILOBYTE = 1000
TOLD = (GateState.STOPS, GateState.OVERRIDDEN, GateState.TELLS)
"""The states of a gate that a reader of a packet has to know, in the order in which they count."""


def show_built(built: BuiltRequest, library: Library) -> str:
    """Return what came of building a packet."""
    return "".join(_parts(built, library)).lstrip("\n")


def _parts(built: BuiltRequest, library: Library) -> Iterator[str]:
    checked = built.checked
    is_stopped = checked.is_stopped
    title = "No packet" if is_stopped else "Packet"
    yield heading(f"{title}: {checked.case.name}")
    yield paragraph(NOTHING_SENT)
    day = long_date(checked.filing_on)
    recorded = checked.case.filing_date is not None
    which = "the filing date of the file" if recorded else "today, as the file has no filing date"
    yield paragraph(f"Read on {day}, {which}, and not on the day of the decision.")
    for policy in checked.policies:
        known = "is history on that day" if checked.is_history else "is read on that day"
        yield paragraph(f"{policy.title} {known}.", bullet="- ")
    yield subheading("What stops it" if is_stopped else "What to know")
    for state in TOLD:
        for gate in (each for each in checked.gates if each.state is state):
            yield paragraph(gate_in_words(gate), bullet="- ")
    if is_stopped:
        yield paragraph("Nothing was written.")
        return
    yield from _asks(built, library)
    yield from _written(built)
    yield from _to_do(built)


def _asks(built: BuiltRequest, library: Library) -> Iterator[str]:
    decisions = library.words.vocabulary.decisions
    yield subheading("What it asks for")
    for each in built.asking.decisions:
        yield paragraph(f"{decisions[each]} [{each}]", bullet="- ")
    for each in built.asking.left_out:
        said = f"Not asked for, and not named in it: {decisions[each]} [{each}]"
        yield paragraph(said, bullet="- ")


def _written(built: BuiltRequest) -> Iterator[str]:
    yield subheading(f"Written to {built.out}")
    for is_private, lead in ((False, "To read, and then to send:"), (True, "Stays inside:")):
        found = [each for each in built.written if each.is_private is is_private]
        if found:
            yield paragraph(lead)
        for each in found:
            yield paragraph(_file(each, built), bullet="- ")


def _file(each: WrittenFile, built: BuiltRequest) -> str:
    size = max(1, round(each.size / KILOBYTE))
    is_bundle = each.name == "bundle.pdf" and built.bundle_pages is not None
    pages = f", {counted(built.bundle_pages or 0, 'page')}" if is_bundle else ""
    return f"{each.name} ({size} KB{pages})"


def _to_do(built: BuiltRequest) -> Iterator[str]:
    yield subheading("Still to do")
    yield paragraph("Read private/review.html: every sentence leads to its fact and its tab.")
    if built.blanks:
        blanks = ", ".join(built.blanks)
        yield paragraph(f"Fill in what stands in square brackets: {blanks}.", bullet="- ")
    has_letter = any(each.name == "letter.pdf" for each in built.written)
    if built.bundle_pages is None and has_letter:
        said = "There is no bundle: name the folder of the exhibits with `--exhibits`."
        yield paragraph(said, bullet="- ")
    if built.is_silent:
        said = "The letter says nothing of the person: no fact that may go out could be told."
        yield paragraph(said, bullet="- ")
    for title in built.left_out:
        said = f"Left out, though it may go out: {title}. The private memo says why."
        yield paragraph(said, bullet="- ")
    rows = {row.fact for each in built.checked.policies for row in each.missing}
    missing = counted(len(rows), "fact")
    yield paragraph(
        f"Missing: {missing}; the private memo says what each could change.", bullet="- "
    )
