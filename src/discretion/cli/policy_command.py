"""`discretion policy`: list the policies, show one in plain English, check a pack."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from discretion import Assessor
from discretion import Library
from discretion import Pack
from discretion import Question
from discretion import __version__
from discretion import answer_pack
from discretion import answer_policies
from discretion import check_packs
from discretion import has_errors
from discretion import long_date
from discretion import plain_problem
from discretion import read_library
from discretion import readout
from discretion.cli.layout import heading
from discretion.cli.layout import paragraph
from discretion.cli.layout import subheading
from discretion.cli.outcome import Outcome

PACK_REFUSED = 4


def run_policy(words: Any, today: date) -> Outcome:
    """Return what one of the policy actions comes to.

    Raises:
        UnknownInstrumentError: no pack describes the instrument.

    """
    if words.action == "check":
        return _check(words.path)
    library = read_library()
    if words.action == "list":
        return _list(library, today)
    pack = library.pack(words.id)
    return Outcome(
        answer=answer_pack(pack, library, __version__), write=lambda: show_pack(pack, library)
    )


def _list(library: Library, today: date) -> Outcome:
    lines = Assessor(library).governing(Question(on=today, known_on=today))

    def write() -> str:
        return "".join(
            paragraph(
                f"{pack.instrument.id}: {pack.instrument.title} ({pack.instrument.issuer}, "
                f"{long_date(pack.instrument.issued_on)}). {len(pack.rules)} rules. Today: "
                f"{status_of(pack, lines)}. Reviewed by: {pack.instrument.reviewed}.",
                bullet="- ",
            )
            for pack in library.packs.values()
        )

    return Outcome(answer=answer_policies(library, lines, today, __version__), write=write)


def status_of(pack: Pack, lines: Any) -> str:
    """Return an instrument's status in words."""
    found = next((line for line in lines if line.instrument == pack.instrument.id), None)
    return found.status.replace("_", " ") if found else "not issued"


def show_pack(pack: Pack, library: Library) -> str:
    """Return a pack for a reader: what it is, its history, its rules in plain English."""
    return "".join(_pack_parts(pack, library)).lstrip("\n")


def _pack_parts(pack: Pack, library: Library) -> Iterator[str]:
    instrument = pack.instrument
    yield heading(instrument.title)
    yield paragraph(
        f"{instrument.id}. Issued by {instrument.issuer} on {long_date(instrument.issued_on)}. "
        f"Reviewed against the official file by: {instrument.reviewed}."
    )
    yield subheading("History")
    for event in instrument.events:
        until = f" to {long_date(event.end)}" if event.end else " on"
        where = f", part {event.part}" if event.part else ""
        yield paragraph(
            f"{event.name} ({event.clock}{where}): {event.kind.replace('_', ' ')} from "
            f"{long_date(event.start)}{until}. {event.authority} [{event.certainty}]"
            + (f". {event.condition}" if event.condition else ""),
            bullet="- ",
        )
    yield subheading("Rules")
    for rule in pack.rules.values():
        yield paragraph(f"{rule.citation.pinpoint}, {rule.kind} ({rule.id}): {rule.says}")
        for text in readout(pack, rule, library):
            yield paragraph(f"Met when: {text}.", indent="    ")
        yield paragraph(
            f"Text {rule.citation.basis}; reviewed by {rule.citation.reviewed}.", indent="    "
        )
    yield subheading("Outcomes, the first that is met")
    for row in pack.outcomes:
        yield paragraph(f"{row.token} ({row.level}): {row.says}", bullet="- ")
    yield subheading("Not encoded")
    for omission in pack.omissions:
        yield paragraph(f"{omission.what}: {omission.why}", bullet="- ")


def _check(path: str | None) -> Outcome:
    problems = check_packs(Path(path) if path else None)

    def write() -> str:
        if not problems:
            return "No problems.\n"
        return f"{len(problems)} problems.\n"

    return Outcome(
        answer={
            "not_a_decision": True,
            "version": __version__,
            "problems": [plain_problem(problem) for problem in problems],
        },
        write=write,
        problems=problems,
        code=PACK_REFUSED if has_errors(problems) else 0,
    )
