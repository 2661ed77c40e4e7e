"""What a person found, taken from the words of a command: whole, signed and dated, or refused."""

import unicodedata
from argparse import Namespace
from datetime import date

from discretion import DiscretionError
from discretion import Pack
from discretion import ReviewOutOfTimeError
from discretion import UnknownNameError
from discretion import __version__
from discretion.verification import Document
from discretion.verification import Findings
from discretion.verification import Verdict

NEEDED = {
    "reviews": "`--reviews FILE`",
    "by": "`--by NAME`",
    "verdict": "`--verdict agrees` or `--verdict differs`",
    "on": "`--on YEAR-MONTH-DAY`",
}
"""What a review cannot do without, each with how it is written."""
ONLY_WITH_REVIEW = ("by", "role", "verdict", "on", "note", "corrects")
JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""What some scripts write names with, though it is not seen by itself."""


class IncompleteReviewError(DiscretionError):
    """A review lacks something without which it is none."""

    def __init__(self, lacking: list[str]) -> None:
        """Name every option that is lacking."""
        listed = ", ".join(NEEDED[name] for name in lacking)
        super().__init__(f"a review says who found what on which day, in a file: add {listed}")


class NoProvisionError(DiscretionError):
    """Something was said of a review, and not of which provision."""

    def __init__(self, given: str) -> None:
        """Name the option that was given."""
        super().__init__(f"`--{given}` is of no review: name the provision with `--review`")


class UnprintableWordsError(DiscretionError):
    """Words of a review are empty, or hold something that cannot be seen."""

    def __init__(self, name: str) -> None:
        """Name the option that holds them."""
        super().__init__(
            f"`--{name}` is empty or holds a sign that cannot be seen: write it in plain text"
        )


def findings_of(words: Namespace, today: date, pack: Pack, document: Document) -> Findings | None:
    """Return what the words of a command say that a person found, None where they say nothing.

    Args:
        words: the words of the command.
        today: after which nobody can have made a review.
        pack: the pack that was compared.
        document: what it was compared with.

    Raises:
        NoProvisionError: they say something of a review, and not of which provision.
        IncompleteReviewError: something is lacking without which it is no review.
        UnknownNameError: the provision or the verdict is none that is known.
        ReviewOutOfTimeError: nobody can have made it on that day.
        UnprintableWordsError: a text of it is empty, or cannot be seen.

    """
    if words.review is None:
        for name in ONLY_WITH_REVIEW:
            if getattr(words, name) is not None:
                raise NoProvisionError(name)
        return None
    lacking = [name for name in NEEDED if getattr(words, name) is None]
    if lacking:
        raise IncompleteReviewError(lacking)
    provisions = {each.citation.pinpoint for each in pack.provisions}
    verdicts = {verdict.value: verdict for verdict in Verdict}
    for kind, word, known in (
        ("provision", words.review, provisions),
        ("verdict", words.verdict, verdicts),
    ):
        if word not in known:
            raise UnknownNameError(kind, word, known)
    issued = pack.instrument.issued_on
    if not issued <= words.on <= today:
        raise ReviewOutOfTimeError(words.on, issued, today)
    return Findings(
        instrument=pack.instrument.id,
        provision=words.review,
        verdict=verdicts[words.verdict],
        by=_seen("by", words.by),
        role="" if words.role is None else _seen("role", words.role),
        on=words.on,
        note="" if words.note is None else _seen("note", words.note),
        corrects=words.corrects,
        pack=pack.instrument.digest,
        file=document.sha256,
        version=__version__,
    )


def _seen(name: str, text: str) -> str:
    """Return a text on one line."""
    line = unicodedata.normalize("NFC", " ".join(text.split()))
    if not line or not all(mark.isprintable() or mark in JOINERS for mark in line):
        raise UnprintableWordsError(name)
    return line
