"""The fixed parts of a letter: its head, what it asks for, the policy that governs, and its end."""

from collections.abc import Iterator

from discretion.dates import long_date
from discretion.documents.content.blocks import Block
from discretion.documents.content.blocks import Heading
from discretion.documents.content.blocks import Lines
from discretion.documents.content.blocks import Listing
from discretion.documents.content.blocks import Paragraph
from discretion.documents.content.sentence import Sentence
from discretion.documents.request.saying.statements import Statements
from discretion.documents.request.told.request_told import RequestTold
from discretion.law.governing import GoverningLine
from discretion.request import CITABLE
from discretion.request import GateState
from discretion.request import guiding_standings
from discretion.truth import Truth

NO_CONCESSION = "Nothing in this request concedes that the person may be removed."
NO_POLICY = "No policy that guides such a decision is in force on {day}."
WITHOUT = (
    "This request asks for the discretion that officials have without one, on the facts that the "
    "record shows."
)
LIMITED = "Part {part} of {short} stood otherwise: {status}{condition}; authority: {by}."
UNCERTAIN = "It is not certain that {title} is in force on {day}, and nothing here rests on it."
HISTORY = (
    "On {day}, {title} guided such decisions. It is not in force on {filing}, and is named as "
    "history and not as authority."
)
TRANSLATED = "With a certified translation, as its translator signed it:"
GOVERNS = "On {day}, such a decision is governed by {title}, issued {issued}; authority: {by}."


def beginning(told: RequestTold) -> Iterator[Block]:
    """Yield the head of a letter, what it asks for and the policy that governs."""
    caption, office = told.caption, told.checked.office
    addressee = caption.addressee or ((office.name,) if office else ())
    yield Lines(lines=tuple(_lines((long_date(told.checked.filing_on), *addressee))))
    yield Lines(lines=tuple(_about(told)))
    yield Heading(text="What is asked")
    yield Paragraph(sentences=tuple(_asked(told)))
    yield Heading(text="The policy on the day of this request")
    yield Paragraph(sentences=tuple(_policy(told)))


def _lines(texts: tuple[str, ...]) -> Iterator[Sentence]:
    return (Sentence(text=text) for text in texts)


def _about(told: RequestTold) -> Iterator[Sentence]:
    caption = told.caption
    yield Sentence(text=f"Re: {caption.or_blank('name')}, {caption.or_blank('a_number')}")
    court = ", ".join(filter(None, (caption.court, caption.judge)))
    if court:
        yield Sentence(text=court)
    hearing = Statements(told).value(told.checked.checklist.hearing)
    if hearing:
        yield Sentence(text=f"Next hearing: {hearing}", facts=(told.checked.checklist.hearing,))
    if caption.family:
        yield Sentence(text=f"Also in these proceedings: {', '.join(caption.family)}")
    if caption.appearance_on_file:
        yield Sentence(text=f"Appearance: {caption.appearance_on_file}")


def _asked(told: RequestTold) -> Iterator[Sentence]:
    asks = told.outline.asks
    wanted = [asks[each] for each in told.asking.decisions]
    yield Sentence(
        text=f"On behalf of {told.caption.or_blank('name')}, I ask the office {wanted[0]}."
    )
    for other in wanted[1:]:
        yield Sentence(text=f"Should the office not do so, I ask it {other}.")
    for gate in told.checked.gates:
        row = next((r for r in told.checked.checklist.consents if r.kind == gate.gate), None)
        needs = row is not None and row.decisions.intersection(told.asking.decisions)
        if needs and gate.state is GateState.PASSES:
            yield Sentence(text=f"The person has agreed to {gate.gate}.")
    yield Sentence(text=NO_CONCESSION)


def _policy(told: RequestTold) -> Iterator[Sentence]:
    checked, library = told.checked, told.library
    day = long_date(checked.filing_on)
    stood = guiding_standings(checked.assessed, library)
    named = [_governs(name, told) for name, each in stood.items() if each.governs is Truth.TRUE]
    yield from filter(None, named)
    for name, each in stood.items():
        if each.governs is Truth.TRUE:
            yield from _limits(name, told)
    for name, each in stood.items():
        if each.governs is Truth.UNKNOWN:
            title = library.instruments[name].title
            yield Sentence(text=UNCERTAIN.format(title=title, day=day))
    if not stood:
        yield Sentence(text=NO_POLICY.format(day=day))
    if not any(each.governs is Truth.TRUE for each in stood.values()):
        yield Sentence(text=WITHOUT)
    if checked.is_history:
        then = long_date(checked.case.decision.day)
        for policy in checked.policies:
            if policy.governs is Truth.TRUE:
                yield Sentence(text=HISTORY.format(day=then, title=policy.title, filing=day))


def _governs(name: str, told: RequestTold) -> Sentence | None:
    """Return that an instrument governs, None where nobody here read what says so."""
    line = _line(name, told)
    if line is None:
        return None
    instrument = told.library.instruments[name]
    says = GOVERNS.format(
        day=long_date(told.checked.filing_on),
        title=instrument.title,
        issued=instrument.issued_in_words,
        by=line.authority,
    )
    return Sentence(text=says, citations=(instrument.title,))


def _limits(name: str, told: RequestTold) -> Iterator[Sentence]:
    """Yield the parts of an instrument that did not govern as the rest of it did."""
    for line in told.checked.assessed.governing:
        if line.instrument == name and line.part and line.governs is not Truth.TRUE:
            says = LIMITED.format(
                part=line.part,
                short=told.library.instruments[name].short,
                status=line.status.replace("_", " "),
                condition=f", {line.condition}" if line.condition else "",
                by=line.authority,
            )
            yield Sentence(text=says, citations=(line.instrument,))


def _line(name: str, told: RequestTold) -> GoverningLine | None:
    """Return the line of a whole instrument that governs, if it may be cited."""
    return next(
        (
            line
            for line in told.checked.assessed.governing
            if line.instrument == name
            and not line.part
            and line.governs is Truth.TRUE
            and line.certainty in CITABLE
        ),
        None,
    )


def ending(told: RequestTold) -> Iterator[Block]:
    """Yield the close of a letter, its signature, what is enclosed and what was translated."""
    caption = told.caption
    telephone, email = caption.or_blank("telephone"), caption.or_blank("email")
    sentences = [
        Sentence(text=f"I can be reached at {telephone} and {email}."),
        Sentence(text="I will send more evidence if the office asks for it."),
    ]
    if caption.reply_by:
        sentences.append(Sentence(text=f"Please answer by {caption.reply_by}."))
    foreign = [
        tab
        for tab in told.tabs.values()
        if tab.mark and tab.paper.language and tab.paper.translated is Truth.TRUE
    ]
    if foreign:
        marks = ", ".join(tab.name for tab in foreign)
        papers = tuple(tab.paper.name for tab in foreign)
        sentences.append(Sentence(text=f"{TRANSLATED} {marks}.", papers=papers))
    yield Heading(text="Close")
    yield Paragraph(sentences=tuple(sentences))
    signed = (caption.or_blank("representative"), caption.or_blank("organization"))
    yield Lines(lines=tuple(_lines(("Signature:", *signed, *caption.address))))
    attached = [tab for tab in told.tabs.values() if tab.mark]
    if attached:
        yield Heading(text="Enclosed" if told.places else "Exhibits")
        yield Listing(
            items=tuple(
                (Sentence(text=f"{tab.name}: {tab.title}.", papers=(tab.paper.name,)),)
                for tab in attached
            )
        )
