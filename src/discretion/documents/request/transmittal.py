"""The transmittal: the subject and the text with which a request is sent, as plain text."""

from collections.abc import Iterator
from string import Formatter

from discretion.dates import long_date
from discretion.documents.request.saying.statements import Statements
from discretion.documents.request.told.request_told import RequestTold

KILOBYTE, MEGABYTE = 1000, 1_000_000
KNOWN = ("name", "a_number", "hearing", "detained", "asks", "date")
"""What may stand in braces in the subject of an office's profile."""
SUBJECT = "Request for prosecutorial discretion: {name}, {a_number}, {hearing}, {detained}"
NO_HEARING = "no hearing date stated"


def unknown_places(template: str) -> tuple[str, ...]:
    """Return what stands in braces in a subject and cannot be filled in, `{` where it is broken."""
    try:
        parts = [part for part in Formatter().parse(template) if part[1] is not None]
    except ValueError:
        return ("{",)
    return tuple(str(name) for _, name, *form in parts if name not in KNOWN or any(form))


def transmittal(told: RequestTold, attached: tuple[tuple[str, int], ...]) -> str:
    """Return the text to send a request with; its first line is the subject.

    Args:
        told: the request.
        attached: the name of each file that goes with it, and its size in bytes.

    """
    return "\n".join((*_lines(told, attached), ""))


def _lines(told: RequestTold, attached: tuple[tuple[str, int], ...]) -> Iterator[str]:
    office, caption = told.checked.office, told.caption
    template = office.subject_template if office and office.subject_template else SUBJECT
    known = _known(told)
    fillable = not unknown_places(template)
    yield f"Subject: {(template if fillable else SUBJECT).format(**known)}"
    yield ""
    yield f"Person: {known['name']}, {known['a_number']}"
    yield f"Detained: {known['detained']}"
    yield f"Next hearing: {known['hearing']}"
    yield f"Asked for: {known['asks']}"
    yield f"Date: {known['date']}"
    total = sum(size for _, size in attached)
    noun = "file" if len(attached) == 1 else "files"
    yield f"Attached: {len(attached)} {noun}, {_size(total)}"
    for name, size in attached:
        yield f"  {name} ({_size(size)})"
    yield ""
    yield (
        "The request is in the letter that is attached, with its exhibits and their index."
        if told.places
        else "The request is in the letter that is attached."
    )
    yield "It is an argument for a decision that an official makes."
    yield ""
    yield caption.or_blank("representative")
    yield caption.or_blank("organization")
    yield f"{caption.or_blank('telephone')}, {caption.or_blank('email')}"


def _size(size: int) -> str:
    if size < MEGABYTE:
        return f"{max(1, round(size / KILOBYTE))} KB"
    return f"{size / MEGABYTE:.1f} MB"


def _known(told: RequestTold) -> dict[str, str]:
    statements = Statements(told)
    detained = statements.value("detained")
    asks = [told.outline.asks[each] for each in told.asking.decisions]
    return {
        "name": told.caption.or_blank("name"),
        "a_number": told.caption.or_blank("a_number"),
        "hearing": statements.value(told.checked.checklist.hearing) or NO_HEARING,
        "detained": {"yes": "detained", "no": "not detained"}.get(detained, "not stated"),
        "asks": "; otherwise ".join(asks),
        "date": long_date(told.checked.filing_on),
    }
