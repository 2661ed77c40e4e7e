"""`discretion policy verify-source`: a pack beside an official PDF, and what persons found."""

from argparse import Namespace
from datetime import date
from pathlib import Path

from discretion import FilesRefusedError
from discretion import InstrumentNotNamedError
from discretion import Problem
from discretion import __version__
from discretion import answer_verification
from discretion import has_errors
from discretion.cli.outcome import DONE
from discretion.cli.outcome import STOPPED
from discretion.cli.outcome import Outcome
from discretion.cli.policies import read_sound_library
from discretion.cli.verify_source.findings import findings_of
from discretion.cli.verify_source.text import show_verification
from discretion.frozen import replace
from discretion.verification import Findings
from discretion.verification import Review
from discretion.verification import add_review
from discretion.verification import phrases_found
from discretion.verification import read_document
from discretion.verification import read_reviews
from discretion.verification import verify_source

Problems = tuple[Problem, ...]


def run_verify_source(words: Namespace, today: date) -> Outcome:
    """Return a pack beside an official file, after adding a review where one was given.

    Raises:
        PacksRefusedError: a bundled pack has problems that forbid an answer.
        UnknownInstrumentError: no pack describes the instrument.
        InstrumentNotNamedError: nobody said which instrument the file is.
        FilesRefusedError: the PDF cannot be read, or the reviews can be neither read nor written.
        DiscretionError: the review given is not one that can be added.

    """
    library = read_sound_library()
    pack = library.pack(words.policy) if words.policy else None
    document, problems = read_document(Path(words.pdf))
    if document is None:
        raise FilesRefusedError(problems)
    if pack is None:
        raise InstrumentNotNamedError(phrases_found(library.packs, document))
    file = Path(words.reviews) if words.reviews else None
    findings = findings_of(words, today, pack, document)
    reviews, told = _reviews(file, findings)
    recorded = reviews[-1].number if findings is not None else None
    name = file.name if file else ""
    found = verify_source(pack, document, reviews, name)
    found = replace(found, problems=(*problems, *told, *found.problems))
    return Outcome(
        answer=answer_verification(found, recorded, __version__),
        write=lambda: show_verification(found, name, recorded),
        problems=found.problems,
        code=STOPPED if found.missing else DONE,
    )


def _reviews(file: Path | None, findings: Findings | None) -> tuple[tuple[Review, ...], Problems]:
    """Return all reviews of the file named and its problems, after adding to it what was found."""
    if file is None:
        return (), ()
    reviews, problems = read_reviews(file) if findings is None else add_review(file, findings)
    if has_errors(problems):
        raise FilesRefusedError(problems)
    return reviews, problems
