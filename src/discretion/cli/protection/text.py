"""What became of a request to a labor agency, for a reader."""

from collections.abc import Iterator

from discretion import Library
from discretion import long_date
from discretion.cli.screening.practice import IN_PRACTICE
from discretion.cli.screening.practice import as_practised
from discretion.cli.text.governed import show_briefly
from discretion.cli.text.layout import heading
from discretion.cli.text.layout import paragraph
from discretion.cli.text.layout import subheading
from discretion.worksite import ProgramOn
from discretion.worksite import RequestForm


def show_request(program: ProgramOn, path: str, form: RequestForm, library: Library) -> str:
    """Return what became of a request."""
    return "".join(_parts(program, path, form, library)).lstrip("\n")


def _parts(program: ProgramOn, path: str, form: RequestForm, library: Library) -> Iterator[str]:
    yield heading(form.title)
    day = long_date(program.on)
    if not program.may_be_written:
        yield paragraph(
            f"Nothing was written. On {day} no program was open that such a request serves, and "
            "the file holds no override by counsel from that day or before. "
            "(program_closed_counsel_only)"
        )
        roles = ", ".join(form.program.roles)
        yield paragraph(
            f"Counsel records one in the file, in one of these roles ({roles}): `overrides: "
            f"[{{gate: {form.program.gate}, by: .., role: .., on: .., reason: ..}}]`."
        )
    else:
        yield paragraph(f"Written to {path}. It names no worker; read it before it goes out.")
        if not program.is_open:
            yield paragraph(f"No program was open on {day}; counsel recorded an override.")
        yield paragraph(form.by_hand)
    yield subheading("What it rests on")
    yield paragraph(IN_PRACTICE)
    yield from show_briefly(as_practised(program.lines), library)
