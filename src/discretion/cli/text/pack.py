"""A policy for a reader: what it is, its history, its rules in English, what it leaves out."""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date

from discretion import CheckedPacks
from discretion import GoverningLine
from discretion import Library
from discretion import Pack
from discretion import Rule
from discretion import StatusEvent
from discretion import long_date
from discretion import readout
from discretion import readout_of_duty
from discretion import readout_of_measure
from discretion import readout_of_term
from discretion.cli.text.layout import counted
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading

CLOCKS = {
    "legal": "In law",
    "announced": "As announced",
    "practice": "In practice",
}


def show_packs(library: Library, lines: Iterable[GoverningLine], today: date) -> str:
    """Return every policy with its status today."""
    listed = list(lines)
    parts = [paragraph(f"Status in law today, {long_date(today)}:")]
    for pack in library.packs.values():
        instrument = pack.instrument
        parts.append(
            paragraph(
                f"{instrument.id}: {instrument.title} ({instrument.issuer}, "
                f"{instrument.issued_in_words}). {len(pack.rules)} rules. Today: "
                f"{_status_of(pack, listed)}. Reviewed by: {instrument.reviewed}.",
                bullet="- ",
            )
        )
    return "".join(parts)


def show_checked(checked: CheckedPacks) -> str:
    """Return how much of the packs was checked, and how many problems were found."""
    packs, rules = counted(checked.packs, "pack"), counted(checked.rules, "rule")
    ran = f"ran {counted(checked.cases, 'case')}" if checked.cases else "ran no case"
    found = counted(len(checked.problems), "problem") if checked.problems else "No problems"
    return paragraph(f"Checked {packs} with {rules}, and {ran}.") + paragraph(f"{found} found.")


def _status_of(pack: Pack, lines: Iterable[GoverningLine]) -> str:
    found = next((line for line in lines if line.instrument == pack.instrument.id), None)
    return found.status.replace("_", " ") if found else "not issued"


def show_pack(pack: Pack, library: Library) -> str:
    """Return a pack for a reader: what it is, its history, its rules in plain English."""
    return "".join(_parts(pack, library)).lstrip("\n")


def _parts(pack: Pack, library: Library) -> Iterator[str]:
    instrument = pack.instrument
    yield heading(instrument.title)
    yield paragraph(
        f"{instrument.id}. Issued by {instrument.issuer} on {instrument.issued_in_words}. "
        f"Reviewed against the official text by: {instrument.reviewed}."
    )
    yield from map(paragraph, _reach(pack, library))
    yield subheading("History")
    for event in instrument.events:
        yield paragraph(_event(event, library), bullet="- ")
    yield from _rules(pack, library) if pack.rules else _provisions(pack)
    yield subheading("Judgments, which only a person may make")
    for judgment in pack.judgments.values():
        yield paragraph(f"{judgment.question} ({judgment.citation.pinpoint})", bullet="- ")
    yield subheading("Outcomes, of which the first that is met counts")
    for row in pack.outcomes:
        yield paragraph(f"{row.token} ({row.level}): {row.says}", bullet="- ")
    yield subheading("What this pack leaves out")
    for omission in pack.omissions:
        yield paragraph(f"{omission.what}: {omission.why}", bullet="- ")


def _reach(pack: Pack, library: Library) -> Iterator[str]:
    """Yield for which decisions alone an instrument is read, and where alone it reaches."""
    instrument = pack.instrument
    if instrument.is_read_in_part:
        decisions = library.words.vocabulary.decisions
        told = " or ".join(decisions[word] for word in decisions if word in instrument.scope)
        yield f"Read for a decision {told or 'of no kind'}; of any other nothing is said here."
    if instrument.place is not None:
        yield f"It reaches {instrument.place.name} alone."


def _rules(pack: Pack, library: Library) -> Iterator[str]:
    yield subheading("Rules")
    for rule in pack.rules.values():
        yield from _rule(rule, pack, library)


def _provisions(pack: Pack) -> Iterator[str]:
    """Yield what stands under each heading of a text, and how it was read."""
    yield subheading("What it says, from which no rule is read")
    for provision in pack.provisions:
        citation = provision.citation
        read = f"Text {citation.basis}; reviewed by {citation.reviewed}."
        yield paragraph(f"{citation.pinpoint}: {provision.text} {read}", bullet="- ")


def _event(event: StatusEvent, library: Library) -> str:
    """Return one event of the history, with everything that it is limited to."""
    about = f"{event.order} " if event.order else ""
    limits = list(_limits(event, library))
    limited = f" Limited to: {'; '.join(limits)}." if limits else ""
    return (
        f"{event.name}. {CLOCKS[event.clock]}: {about}{event.kind.replace('_', ' ')} "
        f"{_span(event)}.{limited} {event.authority} [{event.certainty}]"
    )


def _span(event: StatusEvent) -> str:
    start = event.start_in_words
    return f"from {start} to {long_date(event.end)}" if event.end else f"from {start} on"


def _limits(event: StatusEvent, library: Library) -> Iterator[str]:
    vocabulary = library.words.vocabulary
    if event.part:
        yield f"part {event.part}"
    if event.component:
        yield vocabulary.components[event.component]
    if event.decisions:
        decided = " or ".join(vocabulary.decisions[word] for word in sorted(event.decisions))
        yield f"a decision {decided}"
    if event.classes:
        yield " or ".join(vocabulary.classes[word] for word in sorted(event.classes))
    if event.place is not None and event.place.code != "US":
        yield event.place.name
    if event.condition:
        yield event.condition


def _rule(rule: Rule, pack: Pack, library: Library) -> Iterator[str]:
    yield paragraph(f"{rule.citation.pinpoint}, {rule.kind} ({rule.id}): {rule.says}", bullet="- ")
    lead = "Owed when" if rule.duty else "Met when"
    for text in readout(pack, rule, library):
        yield paragraph(f"{lead}: {text}.", indent="    ")
    discharged, due = readout_of_duty(pack, rule, library)
    if discharged:
        yield paragraph(f"Discharged when: {discharged}.", indent="    ")
    if due:
        yield paragraph(f"Due: {due}.", indent="    ")
    until = readout_of_term(pack, rule, library)
    if until:
        yield paragraph(f"Runs out: {until}.", indent="    ")
    measure = readout_of_measure(pack, rule, library)
    if measure:
        yield paragraph(f"Shows: {measure}.", indent="    ")
    yield paragraph(
        f"Text {rule.citation.basis}; reviewed by {rule.citation.reviewed}.", indent="    "
    )
